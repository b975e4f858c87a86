"""Sources that stand aside of what is told: "according to X", "…, X reported"."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from selon.extract.meaning import verb_end
from selon.extract.syntax import cases, children, phrase
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
        elif _stops_short(own[0], each, parse, pack) or all(
            not span.overlaps(each.sentence) for span in own[0].contents
        ):
            found[found.index(own[0])] = replace(own[0], contents=(content,), source=each.source)
    return found


def _stops_short(attribution: Attribution, each: Prepositional, parse: Parse, pack: LanguagePack) -> bool:
    """Does a content before "according to X" leave out who else says so: "P, | Ann Lee said, | according to X"?"""
    last = attribution.contents[-1].last
    between = range(last, each.cue.first)
    return last <= each.cue.first and any(verb_end(index, parse, pack) for index in between)


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
    """What the last clause of a sentence, a verb of speech with its subject behind it, says of all before it."""
    for verb in range(sentence.last - 2, sentence.first + _SHORTEST, -1):
        last = verb_end(verb, parse, pack)
        if last is None or parse.tokens[verb].relation not in ("parataxis", "root"):
            continue
        first = min(
            [verb, *(each for each in range(max(verb - 2, 0), verb) if parse.tokens[each].pos == "AUX")]
        )
        subject = next((each for at in range(verb, last) for each in children(parse, at, "nsubj")), None)
        if parse.tokens[first - 1].form != "," or subject is None or subject < last:
            continue
        if parse.tokens[subject].pos not in ("NOUN", "PROPN"):
            continue
        cue, content = TokenSpan(first, last), TokenSpan(sentence.first, first - 1)
        source = TokenSpan(max(last, phrase(parse, subject).first), phrase(parse, subject).last)
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
    relation = parse.tokens[verb].relation
    if entry is None or not entry.relay or relation not in ("advcl", "acl:relcl"):
        return None
    nouns = (child for child in children(parse, verb, "obj", "obl") if not cases(parse, child))
    source = next((phrase(parse, child) for child in nouns), None)
    if source is None:
        return None
    # "…, citing Y, that P", « selon X, qui cite Y, P ».
    ends = ("SCONJ",) if relation == "advcl" else ("PUNCT", "SCONJ")
    told = next((i for i in content if i >= source.last and parse.tokens[i].pos in ends), None)
    if told is None or told > source.last + 4 or told + 1 >= content.last:
        return None
    inner = replace(
        attribution, source=source, contents=(TokenSpan(told + 1, content.last),), nested=True, speech=True
    )
    if relation == "acl:relcl":
        return [inner]
    above = parse.tokens[verb].head
    outer = TokenSpan(min([above, *children(parse, above, "aux")]), above + 1)
    return [replace(attribution, cue=outer, contents=(TokenSpan(verb, content.last),)), inner]


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


def _is_set_off(each: Prepositional, parse: Parse) -> bool:
    """Does it stand behind a conjunction: "X says that, according to Y, …"?"""
    before = each.cue.first - 1
    while before > each.sentence.first and parse.tokens[before].form == ",":
        before -= 1
    return parse.tokens[before].pos == "SCONJ"


def _content(each: Prepositional, parse: Parse) -> TokenSpan | None:
    """The clause that the preposition frames: after its comma at the start of a sentence, else before it."""
    last = each.sentence.last
    while last > each.sentence.first and parse.tokens[last - 1].pos == "PUNCT":
        last -= 1
    if each.cue.first == _first_word(parse, each.sentence) or _is_set_off(each, parse):
        first = each.source.last + 1
        return TokenSpan(first, last) if first < last and parse.tokens[first - 1].form == "," else None
    end = each.cue.first
    while end > each.sentence.first and parse.tokens[end - 1].form == ",":
        end -= 1
    return TokenSpan(each.sentence.first, end) if end - each.sentence.first > 2 else None
