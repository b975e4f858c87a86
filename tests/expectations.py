"""Comparing a record with what a text should give: who is meant, and which words."""

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from selon.record import Actor, Agreement, Contact, Record, Span, Statement, Topic

Wanted = TypeVar("Wanted")
Found = TypeVar("Found")

ENOUGH = 0.7
"""Two stretches name the same words where they share this part of the letters of either."""

LONGEST_TOPIC = 90
"""In characters: what is longer is no topic but a sentence."""


def plain(words: str) -> str:
    """Words without accents, case or typographic apostrophes."""
    flat = unicodedata.normalize("NFD", words.replace("’", "'")).casefold()
    return "".join(letter for letter in flat if not unicodedata.combining(letter))


def letters(text: str, spans: Iterable[Span]) -> set[int]:
    """Where the letters and digits of some stretches stand."""
    return {at for start, end in spans for at in range(start, end) if text[at].isalnum()}


def overlap(text: str, one: Iterable[Span], other: Iterable[Span]) -> float:
    """How much two sets of stretches share, from 0 to 1: the smaller of the two parts."""
    first, second = letters(text, one), letters(text, other)
    return len(first & second) / max(len(first), len(second), 1)


def recall(text: str, found: Iterable[Span], wanted: Iterable[Span]) -> float:
    """How much of the wanted words was found, from 0 to 1."""
    first, second = letters(text, found), letters(text, wanted)
    return len(first & second) / max(len(second), 1)


def touch(text: str, one: Iterable[Span], other: Iterable[Span]) -> bool:
    """Whether two sets of stretches share a letter."""
    return bool(letters(text, one) & letters(text, other))


def pair(
    wanted: Sequence[Wanted], found: Sequence[Found], likeness: Callable[[Wanted, Found], float]
) -> dict[int, Found]:
    """What was found for each thing wanted, by its number: the most alike first, nothing twice."""
    likely = [
        (likeness(want, find), number, place)
        for number, want in enumerate(wanted)
        for place, find in enumerate(found)
    ]
    pairs: dict[int, Found] = {}
    taken: set[int] = set()
    for _, number, place in sorted((each for each in likely if each[0] > 0), key=lambda each: -each[0]):
        if number not in pairs and place not in taken:
            pairs[number] = found[place]
            taken.add(place)
    return pairs


@dataclass(frozen=True)
class Reading:
    """A record, asked by names and words instead of ids and offsets."""

    record: Record

    @property
    def text(self) -> str:
        """The text that was read."""
        return self.record.document.text

    @property
    def speech(self) -> list[Statement]:
        """What the table shows: the statements that somebody voices, without relays."""
        return [each for each in self.record.statements if each.nature == "speech" and not each.relay]

    def where(self, *words: str) -> list[Span]:
        """Where words of the text stand, each for the first time; raises ValueError where it lacks them."""
        starts = [self.text.index(each) for each in words]
        return [(start, start + len(each)) for start, each in zip(starts, words, strict=True)]

    def actor(self, actor_id: str) -> Actor:
        """The actor of an id; raises KeyError where the record has none."""
        return {each.id: each for each in self.record.actors}[actor_id]

    def name(self, actor_id: str | None) -> str | None:
        """An actor's name; None for nobody."""
        return None if actor_id is None else self.actor(actor_id).name

    def names(self, actor_ids: Iterable[str | None]) -> set[str]:
        """The names of some actors, plain; a group's are its members'."""
        actors = [self.actor(each) for each in actor_ids if each is not None]
        return {
            plain(self.actor(member).name) for actor in actors for member in (actor.members or (actor.id,))
        }

    def is_named(self, actor_id: str | None, name: str) -> bool:
        """Whether an actor's canonical name is this one; accents and case aside."""
        return plain(self.name(actor_id) or "") == plain(name)

    def stands_for(self, actor_id: str, name: str) -> bool:
        """Whether a name means an actor: the canonical one, or for a local one its words in the text."""
        actor = self.actor(actor_id)
        namings = [actor.name]
        if actor_id.startswith("local/"):
            namings += [self.text[slice(*mention.span)] for mention in actor.mentions]
        return plain(name) in {plain(each) for each in namings} or (
            actor_id.startswith("local/") and plain(name).endswith(" " + plain(actor.name))
        )

    def as_named(self, actor_ids: Iterable[str], names: Sequence[str]) -> list[str]:
        """Each actor by the one of these names that means it, else by its own; a group by its members'."""
        actors = [self.actor(each) for each in actor_ids]
        everybody = [member for actor in actors for member in (actor.members or (actor.id,))]
        return [
            next((name for name in names if self.stands_for(each, name)), self.actor(each).name)
            for each in everybody
        ]

    def is_called(self, actor_id: str, words: str) -> bool:
        """Whether the text calls an actor so somewhere."""
        mentions = self.actor(actor_id).mentions
        return any(plain(self.text[slice(*mention.span)]).endswith(plain(words)) for mention in mentions)

    def said(self, speaker: str, *words: str, act: str | None = None) -> list[Statement]:
        """The statements of a speaker, relays aside, whose content is these words."""
        return [
            each
            for each in self.record.statements
            if not each.relay
            and self.is_named(each.speaker, speaker)
            and act in (None, each.act)
            and overlap(self.text, each.content, self.where(*words)) >= ENOUGH
        ]

    def relays(self, statement: Statement) -> list[str]:
        """The names behind the speaker, nearest first."""
        return [self.actor(link.actor).name for link in statement.chain[1:]]

    def participants(self, contact: Contact) -> set[str]:
        """The plain names of those who took part."""
        return self.names(each.actor for each in contact.participants)

    def contacts(self, kind: str | None = None, *, between: Sequence[str] = ()) -> list[Contact]:
        """The contacts of a kind that all of these took part in."""
        wanted = {plain(name) for name in between}
        return [
            each
            for each in self.record.contacts
            if kind in (None, each.kind) and wanted <= self.participants(each)
        ]

    def agreements(self, status: str, *, between: Sequence[str] = ()) -> list[Agreement]:
        """The agreements of a status that all of these are parties to."""
        wanted = {plain(name) for name in between}
        return [
            each
            for each in self.record.agreements
            if each.status == status and wanted <= self.names(each.parties)
        ]

    def topics(self, part: Contact | Statement) -> list[Topic]:
        """What a contact or a statement is about."""
        return [each for each in self.record.topics if each.id in part.topics]

    def is_about(self, part: Contact | Statement, words: str) -> bool:
        """Whether a topic of a contact or statement stands on these words, without being a whole sentence."""
        spans = [span for topic in self.topics(part) for span in topic.spans]
        return touch(
            self.text, (span for span in spans if span[1] - span[0] <= LONGEST_TOPIC), self.where(words)
        )
