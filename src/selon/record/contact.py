"""Who spoke with whom, and what came of it."""

from typing import Literal

from pydantic import Field

from selon.record.base import ActorId, Part, Span

ContactKind = Literal["call", "meeting", "talks", "visit", "summit", "letter", "other"]
Medium = Literal["phone", "video", "in-person", "letter"]
ContactStatus = Literal[
    "held", "ongoing", "planned", "proposed", "denied", "disputed", "cancelled", "refused"
]
Level = Literal["leaders", "ministers", "officials", "delegations"]
ParticipantRole = Literal["host", "initiator", "mediator"]
AgreementStatus = Literal["agreed", "pending", "proposed", "refused"]


class Participant(Part):
    """One who takes part in a contact."""

    actor: ActorId
    """Who; never a group: its members instead."""

    role: ParticipantRole | None = None
    """What part they play; null where the text does not say."""


class Contact(Part):
    """Two or more actors dealing with each other."""

    id: str
    """Made from the evidence and its place."""

    kind: ContactKind
    """What sort of contact it is."""

    medium: Medium | None = None
    """By what means; null where the text does not say."""

    status: ContactStatus
    """Whether it took place."""

    level: Level | None = None
    """The rank of those who took part; null where it cannot be told."""

    participants: tuple[Participant, ...] = ()
    """Who took part, in text order."""

    requested_by: ActorId | None = None
    """Who asked for it; null where the text does not say."""

    date: str | None = None
    """Extended Date/Time Format (ISO 8601-2): ``2025-06-04``, ``2025-06``, ``2025``; null where unknown."""

    time: str | None = Field(default=None, pattern=r"^\d\d:\d\d$")
    """Time of day, ``HH:MM``, as the text gives it."""

    duration: str | None = None
    """ISO 8601 duration (``PT1H30M``); null where the text does not say."""

    ordinal: int | None = None
    """The number of a round or of a call in a row, from 1; null where the text does not say."""

    place: ActorId | None = None
    """The city or state it took place in."""

    venue: Span | None = None
    """The words that name the building or room."""

    background: bool = False
    """True for an earlier contact that only sets the scene."""

    topics: tuple[str, ...] = ()
    """Ids of the topics dealt with."""

    evidence: tuple[Span, ...] = Field(min_length=1)
    """The shortest stretches that state it, in text order."""

    statements: tuple[str, ...] = ()
    """Ids of the statements that report it or were made in it."""


class Agreement(Part):
    """Something that parties agreed, or have pending, proposed or refused."""

    id: str
    """Made from the content and its place."""

    parties: tuple[ActorId, ...] = ()
    """Between whom; never a group: its members instead."""

    status: AgreementStatus
    """How far it has come."""

    content: tuple[Span, ...] = Field(min_length=1)
    """What it is, without the verb of agreeing."""

    condition: Span | None = None
    """The words that make it depend on something."""

    deadline: str | None = None
    """By when, in Extended Date/Time Format; null where the text does not say."""

    contact: str | None = None
    """Id of the contact it was made in or around."""

    statement: str | None = None
    """Id of the statement that reports it."""


class Topic(Part):
    """What a contact, a statement or an agreement is about."""

    id: str
    """Made from the label."""

    label: str
    """English label from the thesaurus, or the words themselves where it has none."""

    spans: tuple[Span, ...] = ()
    """Where the text names it."""
