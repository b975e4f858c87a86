"""Office phrases: "le président russe", "Turkey's foreign minister", "la porte-parole du ministère"."""

from collections.abc import Iterator
from dataclasses import dataclass

from selon.gazetteer import Gazetteer
from selon.languages.pack import LanguagePack
from selon.parse import Parse, TokenSpan
from selon.record import ActorId

_BEFORE, _AFTER, _LONGEST = 3, 9, 6


@dataclass(frozen=True, slots=True)
class OfficePhrase:
    """Words for an office, and whose it is."""

    span: TokenSpan
    """The words of the office and of its state, without a name."""
    head: int
    office: str
    of: ActorId | None
    plural: bool


def find_offices(parse: Parse, *, pack: LanguagePack, gazetteer: Gazetteer) -> tuple[OfficePhrase, ...]:
    """Every phrase that names an office, longest words first, in text order."""
    found: list[OfficePhrase] = []
    forms = [token.form.lower().replace("’", "'") for token in parse.tokens]
    index = 0
    while index < len(forms):
        match = _office_at(forms, index, pack)
        if match is None or not _is_noun(parse, index, match[0]):
            index += 1
            continue
        last, office, plural = match
        of, span = _state_of(parse, TokenSpan(index, last), pack, gazetteer)
        found.append(OfficePhrase(span, _head(parse, index, last), office, of, plural))
        index = last
    return tuple(found)


def _office_at(forms: list[str], index: int, pack: LanguagePack) -> tuple[int, str, bool] | None:
    """The longest words for an office from a token on: one past their end, the office, whether plural."""
    if forms[index] not in pack.office_starts:
        return None
    for last in range(min(len(forms), index + _LONGEST), index, -1):
        words = " ".join(forms[index:last]).replace("' ", "'").replace(" - ", "-")
        entry = pack.office(words)
        if entry is not None:
            return last, entry.office, words in pack.plural_offices
    return None


def _is_noun(parse: Parse, first: int, last: int) -> bool:
    return any(parse.tokens[i].pos in ("NOUN", "PROPN", "ADJ") for i in range(first, last))


def _head(parse: Parse, first: int, last: int) -> int:
    return parse.head_of(TokenSpan(first, last))


def _state_of(
    parse: Parse, words: TokenSpan, pack: LanguagePack, gazetteer: Gazetteer
) -> tuple[ActorId | None, TokenSpan]:
    """The state or body of an office, from an adjective or a name beside it, and the span with it."""
    for index in _beside(parse, words):
        form = parse.tokens[index].form
        state = pack.state_of_adjective(form)
        if state is not None and parse.tokens[index].pos in ("ADJ", "PROPN", "NOUN"):
            return f"state/{state}", _grown(words, index)
        if not form[:1].isupper():
            continue
        for last in range(min(len(parse.tokens), index + 4), index, -1):
            entries = gazetteer.exact(parse.words(TokenSpan(index, last)))
            bodies = [e for e in entries if e.kind in ("state", "organisation", "government")]
            if bodies:
                return _body(bodies[0].id, bodies[0].state), _grown(_grown(words, index), last - 1)
    return None, words


def _body(entry: ActorId, state: str | None) -> ActorId:
    return f"state/{state}" if entry.startswith(("government/", "place/")) and state else entry


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
