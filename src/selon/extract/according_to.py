"""Sources that stand aside of what is told: "according to X", "…, X reported"."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from selon.extract.syntax import children, phrase
from selon.languages.pack import LanguagePack
from selon.parse import Attribution, Parse, TokenSpan

_LONGEST_PHRASE = 4
_SHORTEST = 5
_CONFIDENCE = 0.6
# What may stand before a preposition that opens a part of its sentence.
_EDGES = frozenset(',»”"')


@dataclass(frozen=True, slots=True)
class Prepositional:
    """A reporting preposition and the words up to the comma that ends its source."""

    cue: TokenSpan
    source: TokenSpan
    sentence: TokenSpan


def with_prepositional_sources(
    attributions: list[Attribution], *, parse: Parse, pack: LanguagePack
) -> list[Attribution]:
    """The attributions, completed by those that a preposition at the edge of a sentence announces.

    In "According to Tass, the aide said …" the model may take "Tass, the aide" for one source: the part
    before the comma goes to the preposition, the rest stays. Short prepositions that also mean other
    things ("pour", "per") are left to the model.
    """
    found = attributions
    for each in _prepositionals(parse, pack):
        found = [_cut(attribution, each) for attribution in found]
        content = _content(each, parse)
        if content is None:
            continue
        own = [a for a in found if a.cue is not None and a.cue.overlaps(each.cue)]
        if not own:
            found.append(_attribution(each, content))
        elif all(not span.overlaps(each.sentence) for span in own[0].contents):
            found[found.index(own[0])] = replace(own[0], contents=(content,), source=each.source)
    return found


def with_trailing_sources(
    attributions: list[Attribution], *, parse: Parse, pack: LanguagePack
) -> list[Attribution]:
    """The attributions, and those of a clause behind a comma that ends a sentence: « …, rapporte l'agence X »."""
    taken = {index for each in attributions if each.cue is not None for index in each.cue}
    return attributions + [
        found
        for sentence in parse.sentences
        if (found := _trailing(sentence, parse, pack)) is not None and taken.isdisjoint(found.cue or ())
    ]


def _trailing(sentence: TokenSpan, parse: Parse, pack: LanguagePack) -> Attribution | None:
    comma = next(
        (i for i in range(sentence.last - 3, sentence.first, -1) if parse.tokens[i].form == ","), None
    )
    if comma is None or comma - sentence.first < _SHORTEST:
        return None
    for index in range(comma + 1, sentence.last):
        token = parse.tokens[index]
        entry = pack.cue(token.lemma, "verb") if token.pos == "VERB" else None
        if entry is None or entry.nature != "speech" or token.relation not in ("parataxis", "root"):
            continue
        subject = next(children(parse, index, "nsubj"), None)
        if subject is None or subject < comma or parse.tokens[subject].pos not in ("NOUN", "PROPN"):
            return None
        source, auxiliaries = phrase(parse, subject), [*children(parse, index, "aux"), index]
        cue = TokenSpan(min(auxiliaries), index + 1)
        if source.overlaps(cue) or cue.first < comma:
            return None
        content = TokenSpan(sentence.first, comma)
        return Attribution(cue, source, (content,), speech=True, nested=False, confidence=_CONFIDENCE)
    return None


def with_cited_sources(
    attributions: list[Attribution], *, parse: Parse, pack: LanguagePack
) -> list[Attribution]:
    """The attributions, with those whom a report cites as sources of their own: "X reported, citing Y, that …"."""
    found: list[Attribution] = []
    for each in attributions:
        cited = _cited(each, parse, pack)
        found += [each] if cited is None else cited
    return found


def _cited(attribution: Attribution, parse: Parse, pack: LanguagePack) -> list[Attribution] | None:
    """What the outer one reports and the inner one says; None where nobody is cited."""
    cue, content = attribution.cue, attribution.contents[-1]
    if cue is None:
        return None
    verb = parse.head_of(cue)
    entry = pack.cue(parse.tokens[verb].lemma, "verb")
    if (
        entry is None
        or not entry.relay
        or parse.tokens[verb].relation != "advcl"
        or parse.tokens[verb].pos != "VERB"
    ):
        return None
    source = next((phrase(parse, child) for child in children(parse, verb, "obj")), None)
    told = next((i for i in content if parse.tokens[i].pos == "SCONJ" and i > verb), None)
    if source is None or told is None or not source.last <= told <= source.last + 4:
        return None
    above = parse.tokens[verb].head
    outer = TokenSpan(min([above, *children(parse, above, "aux")]), above + 1)
    inner = TokenSpan(told + 1, content.last)
    return [
        replace(attribution, cue=outer, contents=(TokenSpan(verb, content.last),)),
        replace(attribution, source=source, contents=(inner,), nested=True, speech=True),
    ]


def _attribution(each: Prepositional, content: TokenSpan) -> Attribution:
    return Attribution(
        cue=each.cue,
        source=each.source,
        contents=(content,),
        speech=True,
        nested=False,
        confidence=_CONFIDENCE,
    )


def _prepositionals(parse: Parse, pack: LanguagePack) -> Iterator[Prepositional]:
    for sentence in parse.sentences:
        for index in sentence:
            last = _phrase_end(parse, index, sentence, pack)
            if last is None:
                continue
            at_edge = index == _first_word(parse, sentence) or parse.tokens[index - 1].form in _EDGES
            end = next(
                (
                    i
                    for i in range(last, sentence.last)
                    if parse.tokens[i].form in (",", ":", ".", ";") or parse.tokens[i].pos == "VERB"
                ),
                sentence.last,
            )
            if at_edge and end > last:
                yield Prepositional(TokenSpan(index, last), TokenSpan(last, end), sentence)


def _first_word(parse: Parse, sentence: TokenSpan) -> int:
    return next((i for i in sentence if parse.tokens[i].pos != "PUNCT"), sentence.first)


def _phrase_end(parse: Parse, index: int, sentence: TokenSpan, pack: LanguagePack) -> int | None:
    """One past the end of a reporting preposition that starts here."""
    if parse.tokens[index].pos not in ("ADP", "VERB", "ADV", "NOUN", "SCONJ"):
        return None
    if parse.tokens[index].form.lower().replace("’", "'") not in pack.preposition_starts:
        return None
    for last in range(min(sentence.last, index + _LONGEST_PHRASE), index, -1):
        words = parse.words(TokenSpan(index, last)).lower().replace("’", "'")
        if len(words) >= _SHORTEST and pack.cue(words, "preposition") is not None:
            return last
    return None


def _cut(attribution: Attribution, each: Prepositional) -> Attribution:
    """The attribution with the preposition's part taken off the front of its source."""
    source = attribution.source
    if source is None or source.first not in each.source or source.last <= each.source.last:
        return attribution
    if attribution.cue is not None and attribution.cue.overlaps(each.cue):
        return replace(attribution, source=each.source)
    rest = TokenSpan(each.source.last + 1, source.last)
    return replace(attribution, source=rest) if rest.first < rest.last else attribution


def _content(each: Prepositional, parse: Parse) -> TokenSpan | None:
    """The clause that the preposition frames: after its comma at the start of a sentence, else before it."""
    last = each.sentence.last
    while last > each.sentence.first and parse.tokens[last - 1].pos == "PUNCT":
        last -= 1
    if each.cue.first == _first_word(parse, each.sentence):
        first = each.source.last + 1
        return TokenSpan(first, last) if first < last and parse.tokens[first - 1].form == "," else None
    end = each.cue.first
    while end > each.sentence.first and parse.tokens[end - 1].form == ",":
        end -= 1
    return TokenSpan(each.sentence.first, end) if end - each.sentence.first > 2 else None
