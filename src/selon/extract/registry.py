"""The actors of a text while they are being linked."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from selon.gazetteer import Entry, Gazetteer
from selon.record import Actor, ActorId, ActorKind


@dataclass
class Person:
    """Somebody in the text, as known so far."""

    id: ActorId
    name: str
    gender: str | None = None
    offices: set[tuple[str, ActorId | None]] = field(default_factory=set)


@dataclass
class Registry:
    """The actors of a text while they are being linked."""

    gazetteer: Gazetteer
    published: date | None
    people: dict[ActorId, Person] = field(default_factory=dict)
    actors: dict[ActorId, Actor] = field(default_factory=dict)

    def add_entry(self, entry: Entry) -> ActorId:
        """An actor of the gazetteer."""
        if entry.id not in self.actors:
            self.actors[entry.id] = Actor(
                id=entry.id, name=entry.name, kind=entry.kind, wikidata=entry.wikidata
            )
            if entry.kind == "person":
                self.people[entry.id] = Person(entry.id, entry.name, entry.gender)
                for held in entry.offices:
                    if self.published is None or held.held_on(self.published):
                        self.people[entry.id].offices.add((held.office, held.of))
        return entry.id

    def add_local(self, name: str, kind: ActorKind) -> ActorId:
        """An actor that the gazetteer does not know."""
        actor = f"local/{slug(name)}"
        if actor not in self.actors:
            self.actors[actor] = Actor(id=actor, name=" ".join(name.split()), kind=kind)
            if kind == "person":
                self.people[actor] = Person(actor, name)
        return actor

    def add_group(self, members: Sequence[ActorId], group: ActorId) -> ActorId:
        """Several actors as one."""
        if group not in self.actors:
            names = " and ".join(self.actors[member].name for member in members)
            self.actors[group] = Actor(id=group, name=names, kind="group", members=tuple(members))
        return group


def fold(name: str) -> str:
    """A name in lower case without accents, hyphens and apostrophes."""
    plain = unicodedata.normalize("NFD", name.lower())
    return " ".join(
        re.sub(r"[^\w\s]", " ", "".join(c for c in plain if not unicodedata.combining(c))).split()
    )


def slug(name: str) -> str:
    """A name as part of an id."""
    return re.sub(r"[\W_]+", "-", fold(name)).strip("-")[:60] or "unnamed"
