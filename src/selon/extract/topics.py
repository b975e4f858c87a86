"""From a parsed text to what is talked about in it: subjects of the thesaurus, states, and matters discussed."""

import re
from collections.abc import Iterator

from selon.extract.findings import Cast
from selon.extract.matters import discussed_matters, discussing, matter_span
from selon.extract.syntax import cases, children, forms, lemmas
from selon.languages.pack import LanguagePack
from selon.parse import Parse, TokenSpan
from selon.record import Span, Topic

_LONGEST_PHRASE = 5
_STATES = ("state", "place", "organisation", "government", "group")


def find_topics(parse: Parse, *, cast: Cast, pack: LanguagePack) -> tuple[Topic, ...]:
    """The subjects that a text names, in order of their first span; each label once, with all its spans.

    Three sorts: the thesaurus's phrases, wherever they stand; states and places that are discussed; and other
    matters discussed ("talked about the blocked convoys"), whose label is the words themselves.
    """
    found: dict[str, list[TokenSpan]] = {}
    for label, span in (*_of_thesaurus(parse, pack), *_discussed(parse, cast, pack)):
        found.setdefault(label, []).append(span)
    placed = ((label, _spans(parse, spans)) for label, spans in found.items())
    topics = [Topic(id=topic_id(label), label=label, spans=spans) for label, spans in placed if spans]
    return tuple(sorted(topics, key=lambda topic: (topic.spans[0], topic.id)))


def topic_id(label: str) -> str:
    """The id of a topic by its label."""
    return "topic/" + (re.sub(r"[\W_]+", "-", label.lower()).strip("-")[:80] or "unnamed")


def _of_thesaurus(parse: Parse, pack: LanguagePack) -> Iterator[tuple[str, TokenSpan]]:
    """Phrases of the thesaurus by their longest match, in lemmas or as written."""
    starts = pack.topic_starts
    index, size = 0, len(parse.tokens)
    while index < size:
        token = parse.tokens[index]
        if token.lemma.lower() not in starts and token.form.lower() not in starts:
            index += 1
            continue
        match = _thesaurus_at(parse, index, pack)
        if match is None:
            index += 1
            continue
        yield match
        index = match[1].last


def _thesaurus_at(parse: Parse, index: int, pack: LanguagePack) -> tuple[str, TokenSpan] | None:
    limit = min(len(parse.tokens), index + _LONGEST_PHRASE)
    for last in range(limit, index, -1):
        span = TokenSpan(index, last)
        entry = pack.topic(lemmas(parse, span)) or pack.topic(forms(parse, span))
        if entry is not None and any(parse.tokens[i].pos in ("NOUN", "PROPN", "ADJ") for i in span):
            return entry.label, span
    return None


def _discussed(parse: Parse, cast: Cast, pack: LanguagePack) -> Iterator[tuple[str, TokenSpan]]:
    for index, token in enumerate(parse.tokens):
        if not (discussing(parse, index, pack) or (token.pos == "NOUN" and _is_talk(parse, index, pack))):
            continue
        for head in discussed_matters(parse, index, pack):
            span = matter_span(parse, head)
            if span is not None and _is_matter(parse, head, span, cast, pack):
                yield _label(parse, span, head, cast, pack), span


def _is_matter(parse: Parse, head: int, span: TokenSpan, cast: Cast, pack: LanguagePack) -> bool:
    """May some words name a matter: not a number, somebody's name, a day, or the means ("by phone")?"""
    actor = cast.actor_at(head)
    members = cast.expand(actor) if actor is not None else ()
    people = any(cast.by_id[each].kind == "person" for each in members if each in cast.by_id)
    words = {forms(parse, span), *(f"{case} {forms(parse, span)}" for case in cases(parse, head))}
    dated = parse.tokens[head].form.lower() in pack.dates.calendar_words
    return not (
        people
        or dated
        or _is_talk(parse, head, pack)
        or parse.tokens[head].pos in ("NUM", "SYM")
        or any(pack.contact_modifier(each) for each in words)
    )


def _is_talk(parse: Parse, index: int, pack: LanguagePack) -> bool:
    return pack.contact_word(parse.tokens[index].lemma, "noun") is not None


def _label(parse: Parse, span: TokenSpan, head: int, cast: Cast, pack: LanguagePack) -> str:
    """The thesaurus's label, or the state or place that is spoken of, or else the words themselves."""
    entry = pack.topic(lemmas(parse, span)) or pack.topic(forms(parse, span))
    if entry is not None:
        return entry.label
    actor = cast.actor_at(head)
    if actor is not None and cast.by_id[actor].kind in _STATES:
        return cast.by_id[actor].name
    for child in children(parse, head, "amod", "nmod", "appos"):
        state = pack.state_of_adjective(parse.tokens[child].form)
        named = cast.actor_at(child) or (f"state/{state}" if state else None)
        if span.last - span.first <= 2 and named in cast.by_id and cast.by_id[named].kind in _STATES:
            return cast.by_id[named].name
    return " ".join(parse.words(span).split())


def _spans(parse: Parse, spans: list[TokenSpan]) -> tuple[Span, ...]:
    """Each stretch once, in text order, without marks at its edges."""
    found: set[Span] = set()
    for span in spans:
        start, end = parse.characters(span)
        while start < end and not parse.text[start].isalnum():
            start += 1
        while end > start and not parse.text[end - 1].isalnum():
            end -= 1
        if start < end:
            found.add((start, end))
    return tuple(sorted(found))
