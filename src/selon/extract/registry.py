"""The actors of a text while they are being linked."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from selon.gazetteer import Entry, Gazetteer, folded, romanised
from selon.record import Actor, ActorId, ActorKind

_MINISTRY = "ministry"
_ORDINALS = ("", "second ", "third ", "fourth ", "fifth ")
_SPOKEN_FOR = ("government", "side")


class HeldOffice(NamedTuple):
    """An office that somebody of the text holds."""

    office: str
    of: ActorId | None = None
    """The state or body; None where the text does not say."""
    organ: str | None = None
    """The institution of that state; None where the office is the state's own."""


_INITIALS = re.compile(r"(?:[^\W\d_]\.?\s?){2,3}")


@dataclass
class Person:
    """Somebody in the text, as known so far."""

    id: ActorId
    name: str
    gender: str | None = None
    state: str | None = None
    """Code of the state whose citizen or servant it is."""
    offices: set[HeldOffice] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)
    """Titles and other nouns that the text has for it, in lower case."""
    unnamed: bool = False


@dataclass
class Registry:
    """The actors of a text while they are being linked."""

    gazetteer: Gazetteer
    published: date | None
    people: dict[ActorId, Person] = field(default_factory=dict)
    actors: dict[ActorId, Actor] = field(default_factory=dict)
    institutions: dict[ActorId, tuple[str, ActorId]] = field(default_factory=dict)
    """Institutions named so far, with their organ and state."""

    def add_entry(self, entry: Entry) -> ActorId:
        """An actor of the gazetteer."""
        if entry.id not in self.actors:
            self.actors[entry.id] = Actor(
                id=entry.id, name=entry.name, kind=entry.kind, wikidata=entry.wikidata
            )
            if entry.kind == "person":
                held = set(_held(entry, self.gazetteer, self.published))
                self.people[entry.id] = Person(entry.id, entry.name, entry.gender, entry.state, held)
            if entry.organ is not None:
                self.institutions[entry.id] = (entry.organ, f"state/{entry.state}")
        return entry.id

    def add_known(self, actor: ActorId) -> ActorId | None:
        """The actor of the gazetteer with that id; None where there is none."""
        entry = self.gazetteer.by_id(actor)
        return None if entry is None else self.add_entry(entry)

    def add_holder(self, office: str, of: ActorId) -> ActorId | None:
        """Who held an office on the document's day; None where nobody is known, or several are."""
        entry = self.gazetteer.office_holder(office, of, on=self.published)
        return None if entry is None else self.add_entry(entry)

    def with_initials(self, words: str) -> ActorId | None:
        """The one person of the text with the initials that a label of an interview is ("A. L.")."""
        initials = re.findall(r"[^\W\d_]", words) if _INITIALS.fullmatch(words) else []
        if not initials or not words.isupper():
            return None
        own = [
            person.id
            for person in self.people.values()
            if [word[0] for word in re.split(r"[\s-]+", person.name)] == initials
        ]
        return own[0] if len(own) == 1 else None

    def add_local(self, name: str, kind: ActorKind) -> ActorId:
        """An actor that the gazetteer does not know, by its name without diacritics."""
        actor = f"local/{slug(name)}"
        if actor not in self.actors:
            self.actors[actor] = Actor(id=actor, name=romanised(" ".join(name.split())), kind=kind)
            if kind == "person":
                self.people[actor] = Person(actor, name)
        return actor

    def add_unnamed(self, name: str, kind: ActorKind) -> ActorId:
        """Somebody new who has no name: another of the same description is another actor."""
        for ordinal in _ORDINALS:
            actor = f"local/{slug(ordinal + name)}"
            if actor not in self.actors:
                break
        self.add_local(ordinal + name, kind)
        if kind == "person":
            self.people[actor].unnamed = True
        return actor

    def add_institution(self, organ: str, of: ActorId) -> ActorId | None:
        """An institution of a state: the state itself for its government, None where the state is not known."""
        state = self.gazetteer.by_id(of)
        if state is None:
            return None
        if state.kind != "state" or organ in _SPOKEN_FOR:
            return self.add_entry(state)
        entry = self.gazetteer.institution(organ, state.state or "")
        actor = (
            self.add_entry(entry)
            if entry is not None
            else self.add_local(self.gazetteer.institution_name(organ, state), "government")
        )
        self.institutions[actor] = (organ, of)
        return actor

    def named_institution(self, organ: str) -> ActorId | None:
        """The institution of that sort that the text has named last."""
        for actor, (each, _) in reversed(self.institutions.items()):
            if each == organ or (organ == _MINISTRY and each.endswith(_MINISTRY)):
                return actor
        return None

    def add_group(self, members: Sequence[ActorId], group: ActorId) -> ActorId:
        """Several actors as one."""
        if group not in self.actors:
            names = " and ".join(self.actors[member].name for member in members)
            self.actors[group] = Actor(id=group, name=names, kind="group", members=tuple(members))
        return group


def _held(entry: Entry, gazetteer: Gazetteer, day: date | None) -> Iterator[HeldOffice]:
    """The offices of a person on a day: those of a government's seat as offices of that institution."""
    seats: set[tuple[str, str | None]] = set()
    for held in entry.offices:
        if day is not None and not held.held_on(day):
            continue
        body = gazetteer.by_id(held.of)
        if body is not None and body.organ is not None:
            seats.add((held.office, body.state))
            yield HeldOffice(held.office, f"state/{body.state}", body.organ)
        elif body is None or (held.office, body.state) not in seats:
            yield HeldOffice(held.office, held.of)


def differ(gender: str | None, other: str | None) -> bool:
    """Do two genders differ, as far as both are told?"""
    return gender is not None and other is not None and gender != other


def fold(name: str) -> str:
    """A name in lower case without accents, hyphens and apostrophes."""
    return " ".join(re.sub(r"[^\w\s]", " ", folded(name)).split())


def slug(name: str) -> str:
    """A name as part of an id."""
    return re.sub(r"[\W_]+", "-", fold(name)).strip("-")[:60] or "unnamed"
