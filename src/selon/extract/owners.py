"""Whose an office or an institution is: "le président russe", "Turkey's foreign minister", "the ministry in Oslo"."""

from collections.abc import Iterator
from dataclasses import dataclass

from selon.gazetteer import Gazetteer
from selon.languages.pack import LanguagePack
from selon.parse import Parse, TokenSpan
from selon.record import ActorId

_BEFORE, _AFTER = 3, 9
_LONGEST_NAME = 6


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose an office or an institution is."""

    span: TokenSpan
    """The words for the office, with those that tell whose it is."""
    of: ActorId | None = None
    """The state or body; None where the text does not say."""
    organ: str | None = None
    """The institution of that state, where it is named by its seat ("the Kremlin spokesman")."""


def owner_of(parse: Parse, words: TokenSpan, pack: LanguagePack, gazetteer: Gazetteer) -> Owner:
    """The state or body whose office or institution some words are.

    Both an adjective ("the Turkish minister") and a name ("Turkey's minister", "minister of Turkey") tell.
    """
    for index in (*words, *_beside(parse, words)):
        form = parse.tokens[index].form
        state = pack.state_of_adjective(form)
        if state is not None and parse.tokens[index].pos in ("ADJ", "PROPN", "NOUN"):
            return Owner(_grown(words, index), f"state/{state}")
        if not form[:1].isupper():
            continue
        # A full stop behind a name is the sentence's.
        limit = min(parse.sentences[parse.sentence_of[index]].last - 1, index + _LONGEST_NAME)
        for last in range(max(limit, index + 1), index, -1):
            for entry in gazetteer.exact(parse.words(TokenSpan(index, last))):
                grown = _grown(_grown(words, index), last - 1)
                if entry.capital or entry.organ is not None:
                    return Owner(grown, f"state/{entry.state}", entry.organ)
                if entry.kind in ("state", "organisation", "government"):
                    return Owner(grown, entry.id)
    return Owner(words)


def _beside(parse: Parse, words: TokenSpan) -> Iterator[int]:
    """Tokens that may say whose office it is: adjectives just around it, then its complements."""
    sentence = parse.sentences[parse.sentence_of[words.first]]
    for index in range(words.last, min(words.last + _AFTER, sentence.last)):
        token = parse.tokens[index]
        if token.pos in ("VERB", "AUX", "SCONJ") or (token.pos == "PUNCT" and token.form not in "-'’"):
            break
        yield index
        if token.pos == "PROPN" and token.relation in ("flat", "appos"):
            break
    for index in range(words.first - 1, max(words.first - 1 - _BEFORE, sentence.first - 1), -1):
        if parse.tokens[index].pos in ("VERB", "AUX", "ADP", "DET", "PUNCT", "SCONJ"):
            break
        yield index


def _grown(span: TokenSpan, index: int) -> TokenSpan:
    return TokenSpan(min(span.first, index), max(span.last, index + 1))
