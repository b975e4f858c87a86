"""Does the text look ahead: from the verb and the words of planning that stand nearest to a date."""

import re
from collections.abc import Sequence

from selon.languages.pack import LanguagePack
from selon.parse import Parse, TokenSpan

_FARTHEST = 26
_LONGEST_GROUP = 4
_VERBS = ("VERB", "AUX")
_IN_A_GROUP = ("VERB", "AUX", "ADV", "PART", "PRON")
_STOPS = frozenset(".!?…")
_BOUNDARIES = frozenset(',;:()«»“”"—–')


def is_ahead(parse: Parse, span: TokenSpan, pack: LanguagePack) -> bool | None:
    """Do the words around a date put it into the future? None where they do not tell, as the present tense.

    The verb is the nearest one before the date in its sentence, or after it where a comma parts it from that
    before; it tells nothing of the date of a noun ("the talks of Thursday"). Reads places rather than links:
    parsers often go wrong on dates.
    """
    before, after = _around(parse, span)
    verb = None
    if not before or parse.tokens[before[0]].form in _BOUNDARIES:
        verb = _nearest(parse, after, within_clause=bool(before))
    if verb is None:
        if _is_planned(parse, before, pack):
            return True
        verb = _nearest(parse, before, within_clause=False)
    if verb is None:
        verb = _nearest(parse, after, within_clause=False)
    if verb is None or _is_of_a_noun(parse, span, pack):
        return None
    return _looks_ahead(parse, verb, pack)


def _is_of_a_noun(parse: Parse, span: TokenSpan, pack: LanguagePack) -> bool:
    following = _form(parse, span.last) if span.last < len(parse.tokens) else ""
    return _form(parse, span.first) in pack.dates.genitives or following in pack.dates.genitive_marks


def _around(parse: Parse, span: TokenSpan) -> tuple[Sequence[int], Sequence[int]]:
    """The tokens of the sentence before and after a span, the nearest first, up to a full stop."""
    sentence = parse.sentences[parse.sentence_of[span.first]]
    first, last = span.first, span.last
    while first > max(sentence.first, span.first - _FARTHEST) and parse.tokens[first - 1].form not in _STOPS:
        first -= 1
    while last < min(sentence.last, span.last + _FARTHEST) and parse.tokens[last].form not in _STOPS:
        last += 1
    return range(span.first - 1, first - 1, -1), range(span.last, last)


def _form(parse: Parse, index: int) -> str:
    return parse.tokens[index].form.lower().replace("’", "'")


def _nearest(parse: Parse, places: Sequence[int], *, within_clause: bool) -> int | None:
    """The first verb; None where there is none, or one only beyond a mark that the clause ends with."""
    for at in places:
        if parse.tokens[at].pos in _VERBS:
            return at
        if within_clause and parse.tokens[at].form in _BOUNDARIES:
            return None
    return None


def _is_planned(parse: Parse, before: Sequence[int], pack: LanguagePack) -> bool:
    """Is there a word of planning no farther than the nearest verb: "scheduled for", « prochain »?"""
    for at in before:
        if {_form(parse, at), parse.tokens[at].lemma.lower()} & pack.dates.ahead_words:
            return True
        if parse.tokens[at].pos in _VERBS:
            return False
    return False


def _looks_ahead(parse: Parse, verb: int, pack: LanguagePack) -> bool | None:
    """The tense of a verb with its auxiliaries: True for the future, False for the past, else None."""
    group = _group(parse, verb, pack)
    forms = [_form(parse, at) for at in group]
    words = pack.dates
    if not words.open_auxiliaries.isdisjoint(forms):
        return None
    is_past = any(re.search(words.past_forms, form) for form in forms if form not in words.perfects)
    if is_past and not words.perfects.isdisjoint(forms):
        return False
    is_future = any(re.search(words.future_forms, form) for form in forms)
    if is_future or not words.ahead_auxiliaries.isdisjoint(forms):
        return True
    if forms[0] in words.infinitive_marks or (not is_past and re.search(words.infinitive_forms, forms[-1])):
        return _governed(parse, verb, pack)
    # "Arrived Sunday" is a headline, and may announce.
    return False if is_past and group[0] != parse.sentences[parse.sentence_of[verb]].first else None


def _governed(parse: Parse, verb: int, pack: LanguagePack) -> bool | None:
    """What an infinitive tells: "agreed to meet on Sunday" looks ahead, "flew in to meet her" back."""
    token, head = parse.tokens[verb], parse.tokens[verb].head
    if token.relation == "advcl" and head < verb and parse.tokens[head].pos == "VERB":
        return None if parse.tokens[head].relation == "advcl" else _looks_ahead(parse, head, pack)
    return True


def _group(parse: Parse, verb: int, pack: LanguagePack) -> list[int]:
    """A verb with the auxiliaries beside it, from the mark of an infinitive on; adverbs left out."""
    sentence = parse.sentences[parse.sentence_of[verb]]
    marks = pack.dates.infinitive_marks
    first = verb
    for at in range(verb - 1, max(sentence.first, verb - _LONGEST_GROUP) - 1, -1):
        is_mark = _form(parse, at) in marks
        if not (is_mark or parse.tokens[at].pos in _IN_A_GROUP):
            break
        first = at
        if is_mark:
            break
    last = verb + 1
    while last < min(sentence.last, verb + _LONGEST_GROUP) and parse.tokens[last].pos in _IN_A_GROUP:
        if _form(parse, last) in marks:
            break
        last += 1
    return [at for at in range(first, last) if parse.tokens[at].pos in _VERBS or _form(parse, at) in marks]
