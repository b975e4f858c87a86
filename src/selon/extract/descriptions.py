"""Descriptions without a name: offices, institutions, nationalities and nouns, and whom they stand for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from selon.extract.findings import FoundMention
from selon.extract.registry import HeldOffice, Person, Registry, differ
from selon.extract.syntax import children
from selon.extract.unnamed import SOLE, name_unnamed
from selon.languages.pack import LanguagePack
from selon.parse import Parse
from selon.record import ActorId, ActorKind

HEADS = ("head_of_state", "head_of_government", "monarch")
_MORE_EXACT = {
    "minister": (
        "foreign_minister",
        "defence_minister",
        "interior_minister",
        "finance_minister",
        "vice_minister",
    ),
    "leader": (*HEADS, "secretary_general"),
    "diplomat": ("ambassador", "envoy", "foreign_minister", "chief_diplomat", "vice_minister"),
    "official": ("adviser", "spokesperson", "vice_minister", "diplomat", "minister"),
    "monarch": ("head_of_state",),
}
"""What a wide word for an office may stand for."""
_VOICES = ("spokesperson", "adviser")
"""Those who, unnamed, speak for whoever they serve."""
_SERVANTS = (*_VOICES, "official")
_ARGUMENTS = ("nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "obl:arg")
_MOST_FITTING = 3
_FAR = 200
"""Mentions back that a description is looked for among those who acted."""
_HOLY_SEE = "state/va"
_BODIES = ("government", "organisation", "state")
_SENTENCES_BACK = 3
_JOINT = "joint statement"
_SEATS = ("presidency", "prime_ministers_office", "royal_court")


@dataclass(frozen=True)
class Linking:
    """What is known while the mentions of a text are linked; ``links`` fills up."""

    parse: Parse
    mentions: Sequence[FoundMention]
    links: list[ActorId | None]
    registry: Registry
    pack: LanguagePack

    @cached_property
    def source_heads(self) -> frozenset[int]:
        """The heads of the sources of all statements."""
        parse = self.parse
        return frozenset(parse.head_of(each.source) for each in parse.attributions if each.source is not None)

    @cached_property
    def _by_head(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for place, mention in enumerate(self.mentions):
            found.setdefault(mention.head, []).append(place)
        return found

    def places_of(self, head: int) -> Sequence[int]:
        """The numbers of the mentions with a token for their head."""
        return self._by_head.get(head, ())

    def people_around(self, number: int) -> Iterator[Person]:
        """The people linked so far, nearest before a mention first, then those after it."""
        before, after = reversed(self.links[:number]), self.links[number + 1 :]
        seen: set[ActorId] = set()
        for actor in (*before, *after):
            if actor is not None and actor in self.registry.people and actor not in seen:
                seen.add(actor)
                yield self.registry.people[actor]


def is_answer(words: str, linking: Linking) -> bool:
    """Are these the label before the answers of an interview?"""
    return words.strip(" .:").lower() in linking.pack.references.answer_labels


def answerer(number: int, linking: Linking) -> ActorId | None:
    """Whose answers an interview gives: whoever is named first, by a full name, before a label of answers."""
    people = linking.registry.people
    named = (actor for actor in linking.links[:number] if actor in people and " " in people[actor].name)
    return next(named, None)


def describe(number: int, linking: Linking) -> ActorId | None:
    """Whom a description stands for; None where that stays open."""
    mention, registry = linking.mentions[number], linking.registry
    if mention.paper is not None:
        return _author(number, linking)
    if mention.office is None and mention.organ is not None:
        return _institution(mention, registry)
    if mention.unknown:
        return _unknown(number, linking)
    if mention.kind == "state" and mention.of is not None:
        return registry.add_known(mention.of)
    return (
        _in_same_words(number, linking)
        or _of_the_text(number, linking)
        or _by_office(mention, registry)
        or _whom_they_serve(number, linking)
        or _lone_compatriot(number, linking)
    )


def _institution(mention: FoundMention, registry: Registry) -> ActorId | None:
    """The institution named; without its state, the one of that sort named before."""
    if mention.plural or mention.organ is None:
        return None
    if mention.organ == "side" and (person := _sole_of_state(mention.of, registry)) is not None:
        return person
    if mention.of is not None:
        return registry.add_institution(mention.organ, mention.of)
    return registry.named_institution(mention.organ)


def _sole_of_state(state: ActorId | None, registry: Registry) -> ActorId | None:
    """The one person of a state in the text: who "the Swedish side" is where the Swedish minister talks."""
    own = [person.id for person in registry.people.values() if f"state/{person.state}" == state]
    return own[0] if len(own) == 1 else None


def _author(number: int, linking: Linking) -> ActorId | None:
    """Who issued a document: the first actor named in its phrase, else the body that spoke last.

    Several parties together issue a joint one.
    """
    mention = linking.mentions[number]
    if mention.paper == "joint":
        return linking.registry.add_local(_JOINT, "group")
    reach = linking.parse.subtree(mention.head)
    for other, actor in zip(linking.mentions, linking.links, strict=True):
        if actor is not None and other.head in reach and other.head > mention.head:
            return actor
    return _last_institution(number, linking)


def _last_institution(number: int, linking: Linking) -> ActorId | None:
    """The body that spoke last in the sentences right before: "the statement said" is the ministry's."""
    parse, registry = linking.parse, linking.registry
    own = parse.sentence_of[linking.mentions[number].head]
    for place in range(number - 1, -1, -1):
        other, actor = linking.mentions[place], linking.links[place]
        if own - parse.sentence_of[other.head] > _SENTENCES_BACK:
            return None
        if (
            actor is not None
            and other.head in linking.source_heads
            and registry.actors[actor].kind in _BODIES
        ):
            return actor
    return None


def _unknown(number: int, linking: Linking) -> ActorId | None:
    """Somebody new without a name; whoever speaks for a leader's seat is the seat."""
    mention, registry = linking.mentions[number], linking.registry
    served = _whom_they_serve(number, linking)
    if served is not None:
        return served
    name = name_unnamed(mention, linking.parse, registry.gazetteer, linking.pack)
    kind: ActorKind = "group" if mention.plural else "person"
    actor = registry.add_unnamed(name, kind)
    note(mention, actor, registry)
    return actor


def note(mention: FoundMention, actor: ActorId | None, registry: Registry) -> None:
    """Keep what a mention tells of a person: office, state, gender and nouns."""
    person = registry.people.get(actor or "")
    if person is None:
        return
    if mention.office is not None:
        person.offices.add(HeldOffice(mention.office, mention.of, mention.organ))
    if person.state is None and mention.of is not None and mention.of.startswith("state/"):
        person.state = mention.of.partition("/")[2]
    person.gender = person.gender or mention.gender
    person.nouns |= set(mention.nouns)


def _in_same_words(number: int, linking: Linking) -> ActorId | None:
    """Whom the same words stood for before, where that was an actor of this text alone."""
    mention, parse = linking.mentions[number], linking.parse
    if mention.office is None or mention.of is not None:
        return None
    words = parse.words(mention.span).lower()
    for place in range(number - 1, -1, -1):
        other, actor = linking.mentions[place], linking.links[place]
        if other.office == mention.office and not other.name and parse.words(other.span).lower() == words:
            return actor if actor is not None and actor.startswith("local/") else None
    return None


def linked_beside(number: int, linking: Linking, *relations: str) -> Iterator[ActorId]:
    """The actors of the mentions that hang, by certain relations, on what a mention hangs on; in text order."""
    parse, head = linking.parse, linking.mentions[number].head
    for sibling in children(parse, parse.tokens[head].head, *relations):
        for place in linking.places_of(sibling) if sibling != head else ():
            actor = linking.links[place]
            if actor is not None:
                yield actor


def beside_in_clause(number: int, linking: Linking) -> frozenset[ActorId]:
    """Those who stand beside a mention with one verb or noun: whoever calls somebody is not who is called."""
    parse, head = linking.parse, linking.mentions[number].head
    if parse.tokens[head].relation not in _ARGUMENTS:
        return frozenset()
    return frozenset(linked_beside(number, linking, *_ARGUMENTS))


def _of_the_text(number: int, linking: Linking) -> ActorId | None:
    """The nearest person of the text whom office, state, gender and nouns fit."""
    mention = linking.mentions[number]
    beside = beside_in_clause(number, linking)
    fitting: list[ActorId] = []
    for person in linking.people_around(number):
        if differ(mention.gender, person.gender) or person.id in beside:
            continue
        if mention.office is not None:
            fits = holds(person, mention)
        elif mention.of is not None:
            fits = person.state is not None and mention.of == f"state/{person.state}"
        else:
            fits = bool(person.nouns & set(mention.nouns))
        if fits:
            fitting.append(person.id)
        if len(fitting) == _MOST_FITTING or (fitting and mention.of is not None):
            break
    if len(fitting) < 2 or mention.of is not None:
        return fitting[0] if fitting else None
    return next((each for each in fitting if _was_subject(each, number, linking)), fitting[0])


def _was_subject(actor: ActorId, number: int, linking: Linking) -> bool:
    """Was somebody named before as the subject of a verb, or as who speaks?"""
    near = range(max(0, number - _FAR), number)
    return any(linking.links[place] == actor and acts_at(place, linking) for place in near)


def acts_at(place: int, linking: Linking) -> bool:
    """Is a mention the subject of a verb, or who speaks?"""
    head = linking.mentions[place].head
    return linking.parse.tokens[head].relation.startswith("nsubj") or head in linking.source_heads


def states_told(mention: FoundMention, linking: Linking) -> tuple[ActorId, ...]:
    """The states that the adjectives and names of a phrase tell, in text order."""
    parse, pack, registry = linking.parse, linking.pack, linking.registry
    found: dict[ActorId, None] = {}
    for index in parse.subtree(mention.head):
        token = parse.tokens[index]
        code = pack.state_of_adjective(token.form) if token.pos in ("ADJ", "PROPN", "NOUN") else None
        entries = registry.gazetteer.exact(token.form) if token.form[:1].isupper() else ()
        code = code or next((e.state for e in entries if e.kind == "state" or e.capital), None)
        if code is not None:
            found[f"state/{code}"] = None
    return tuple(found)


def holds(person: Person, mention: FoundMention) -> bool:
    """Does a person hold the office that a mention names?"""
    wanted = (mention.office or "", *_MORE_EXACT.get(mention.office or "", ()))
    return any(
        held.office in wanted
        and (mention.of is None or held.of is None or held.of == mention.of)
        and (mention.organ is None or held.organ is None or held.organ == mention.organ)
        for held in person.offices
    )


def _by_office(mention: FoundMention, registry: Registry) -> ActorId | None:
    """Who held the office on the document's day."""
    if mention.office == "pope" and not mention.plural:
        return registry.add_holder("pope", _HOLY_SEE)
    if mention.of is None or mention.office not in (*SOLE, "spokesperson") or mention.plural:
        return None
    of = mention.of
    if mention.organ is not None and mention.of.startswith("state/"):
        seat = registry.gazetteer.institution(mention.organ, mention.of.partition("/")[2])
        if seat is None and mention.office in _VOICES:
            return None
        of = seat.id if seat is not None and mention.office in _VOICES else of
    return registry.add_holder(mention.office, of)


def _whom_they_serve(number: int, linking: Linking) -> ActorId | None:
    """The institution that an unnamed spokesman, adviser or aide speaks for; a leader's seat for the leader's."""
    mention, registry = linking.mentions[number], linking.registry
    if mention.office not in _SERVANTS:
        return None
    if mention.organ is not None and mention.of is not None:
        speaks = mention.office == "spokesperson" or mention.organ in _SEATS
        return registry.add_institution(mention.organ, mention.of) if speaks else None
    if mention.office == "spokesperson" and mention.of is not None and not mention.of.startswith("state/"):
        return registry.add_known(mention.of)
    leader = _leader_in(mention, linking)
    if leader is None or mention.office not in _VOICES:
        return None
    for held in leader.offices:
        if held.office in ("head_of_state", "head_of_government") and held.of is not None:
            organ = "presidency" if held.office == "head_of_state" else "prime_ministers_office"
            return registry.add_institution(organ, held.of)
    return None


def _leader_in(mention: FoundMention, linking: Linking) -> Person | None:
    """The person told inside the phrase of an adviser: "aides to the king", "Macron's advisers"."""
    reach = linking.parse.subtree(mention.head)
    for number, other in enumerate(linking.mentions):
        if other.head not in reach or other.head == mention.head:
            continue
        if linking.links[number] is None and other.office in HEADS:
            linking.links[number] = describe(number, linking)
        person = linking.registry.people.get(linking.links[number] or "")
        if person is not None:
            return person
    return None


def _lone_compatriot(number: int, linking: Linking) -> ActorId | None:
    """The one person of the text, without a known office, of the state whose officer is meant."""
    mention = linking.mentions[number]
    if mention.office is None or mention.of is None or mention.office in _VOICES:
        return None
    own = [
        person
        for person in linking.people_around(number)
        if person.state is not None
        and mention.of == f"state/{person.state}"
        and not person.offices
        and not differ(mention.gender, person.gender)
    ]
    return own[0].id if len(own) == 1 else None
