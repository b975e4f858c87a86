"""What a text says of a contact beside who took part: where, which in a row, at whose request, at what level."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import takewhile

from selon.extract.contact_cues import ContactCue
from selon.extract.findings import Cast, FoundTime
from selon.extract.syntax import cases, children, clause_of, governors, nouns_above, phrase
from selon.languages.pack import LanguagePack
from selon.parse import Parse, TokenSpan
from selon.record import ActorId, Level

_LEADERS = frozenset({"head_of_state", "head_of_government", "monarch", "leader", "pope"})
_NEAR = 6
_MINISTERS = frozenset(
    {
        "foreign_minister",
        "defence_minister",
        "interior_minister",
        "finance_minister",
        "minister",
        "chief_diplomat",
    }
)


def times_of(
    cue: ContactCue, times: Sequence[FoundTime], parse: Parse, pack: LanguagePack
) -> tuple[FoundTime, ...]:
    """The dates, times and durations that stand in the clause of a contact, or hang on its noun, in text order."""
    clause = clause_of(parse, cue.head)
    sentence = parse.sentences[parse.sentence_of[cue.head]]
    found = []
    # In text order; a long text has thousands.
    first = bisect_left(times, sentence.first, key=lambda time: time.span.first)
    for time in takewhile(lambda each: each.span.first < sentence.last, times[first:]):
        head = parse.head_of(time.span)
        if _is_of_last(head, parse, pack):
            continue
        above = list(governors(parse, head))
        on_cue = any(index in above or index in time.span for index in cue.span)
        right_after = cue.is_verb and time.span.first in (cue.span.last, cue.span.last + 1)
        if on_cue or right_after or (clause in above[:3] and clause_of(parse, head) in (clause, head)):
            found.append(time)
    return tuple(found)


def _is_of_last(time: int, parse: Parse, pack: LanguagePack) -> bool:
    """Is a time that of the contact before ("their first since March"), not when it began ("is there since")?"""
    if not cases(parse, time) & pack.polarity.since_words:
        return False
    since = next(children(parse, time, "case", "mark"), time)
    counted = parse.tokens[max(0, since - 1)].form.lower() in pack.dates.ordinals
    return counted or parse.tokens[parse.tokens[time].head].pos not in ("VERB", "AUX")


def place_of(cue: ContactCue, parse: Parse, cast: Cast, pack: LanguagePack) -> tuple[int, ActorId] | None:
    """The token and the actor of the place of a contact; None where the text names none."""
    for index in _where(cue, parse, pack):
        actor = cast.actor_at(index)
        kind = cast.by_id[actor].kind if actor in cast.by_id else None
        prepositions = cases(parse, index)
        if kind not in ("place", "state") or (
            not prepositions and parse.tokens[index].relation != "compound"
        ):
            continue
        # « le sommet de Doha », "the Doha summit"; a state only where the words say "in" it.
        allowed = not prepositions or prepositions & pack.polarity.place_prepositions
        if actor is not None and allowed and (kind == "place" or _in_state(cue, prepositions, pack)):
            return index, actor
    return None


def ordinal_of(cue: ContactCue, parse: Parse, pack: LanguagePack) -> int | None:
    """The number of a contact in a row ("their fourth call"); None where the text tells none."""
    for index in cue.span:
        for child in children(parse, index, "amod", "nummod", "advmod", "det"):
            number = pack.dates.ordinals.get(parse.tokens[child].form.lower())
            if number is not None:
                return number
    return None


def requester_of(cue: ContactCue, parse: Parse, cast: Cast, pack: LanguagePack) -> ActorId | None:
    """Who asked for a contact ("at the request of …"); None where the text does not say."""
    sentence = parse.sentences[parse.sentence_of[cue.head]]
    for index in sentence:
        if parse.tokens[index].lemma.lower() not in pack.polarity.request_nouns:
            continue
        if clause_of(parse, index) not in (clause_of(parse, cue.head), index):
            continue
        for child in children(parse, index, "nmod", "compound", "amod"):
            actor = cast.actor_at(child)
            if actor is not None:
                return actor
    return None


def level_of(actors: Sequence[ActorId], cast: Cast) -> Level | None:
    """The rank of those who took part, by their offices; None where one is unknown or they differ."""
    people = [actor for actor in actors if cast.by_id[actor].kind == "person"]
    ranks = {_rank(cast.offices.get(actor, frozenset())) for actor in people}
    if len(ranks) != 1 or len(people) < len(actors):
        return None
    return ranks.pop()


def _rank(offices: frozenset[str]) -> Level | None:
    if offices & _LEADERS:
        return "leaders"
    if offices & _MINISTERS:
        return "ministers"
    return "officials" if offices else None


def _in_state(cue: ContactCue, prepositions: frozenset[str], pack: LanguagePack) -> bool:
    return cue.kind == "visit" or bool(prepositions & pack.polarity.locative_prepositions)


def _where(cue: ContactCue, parse: Parse, pack: LanguagePack) -> Iterator[int]:
    """The nouns that may name the place: on the cue, then in its clause."""
    for index in cue.span:
        yield from (
            child
            for child in children(parse, index, "nmod", "compound", "obl", "obj")
            if child not in cue.span
        )
    for at in _clause(cue, parse):
        yield from children(parse, at, "obl", "nmod")
    # "The end, in Bern, of the talks", "the talks that were held in Bern".
    for at in (*nouns_above(parse, cue.head), *_held_behind(cue, parse, pack)):
        yield from (at, *children(parse, at, "obl", "nmod"))
    yield from _set_off(cue, parse)


def _set_off(cue: ContactCue, parse: Parse) -> Iterator[int]:
    """The name between commas right before a contact: "the end, in Bern, of the talks", whatever the tree says."""
    for index in range(cue.span.first - 1, max(cue.span.first - _NEAR, 1), -1):
        if parse.tokens[index].form == "," and parse.tokens[index - 1].pos == "PROPN":
            yield index - 1
        if parse.tokens[index].pos not in ("PUNCT", "ADP", "DET", "ADJ", "NUM"):
            return


def _held_behind(cue: ContactCue, parse: Parse, pack: LanguagePack) -> Iterator[int]:
    """The participle right behind a contact that says that it was held, whatever the tree hangs it on."""
    if cue.is_verb:
        return
    for index in range(cue.span.last, min(cue.span.last + _NEAR, len(parse.tokens))):
        token = parse.tokens[index]
        status = pack.contact_status(token.lemma.lower()) if token.pos == "VERB" else None
        if status is not None and status.status in ("held", "planned") and token.relation.startswith("acl"):
            yield index
        if token.pos in ("VERB", "AUX"):
            return


def _clause(cue: ContactCue, parse: Parse) -> Iterator[int]:
    verb = clause_of(parse, cue.head)
    if verb != cue.head:
        yield verb


def evidence_of(cue: ContactCue, tokens: Sequence[int], parse: Parse, cast: Cast) -> TokenSpan:
    """The shortest stretch of a sentence with the words of a contact and those who take part."""
    sentence = parse.sentences[parse.sentence_of[cue.head]]
    first, last = cue.span.first, cue.span.last
    for token in tokens:
        mention = cast.mention_at(token)
        span = mention.span if mention is not None else phrase(parse, token)
        if span.first in sentence and span.last <= sentence.last:
            first, last = min(first, span.first), max(last, span.last)
    return TokenSpan(first, last)
