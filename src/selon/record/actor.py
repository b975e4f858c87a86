"""Who a record is about."""

from typing import Literal

from selon.record.base import ActorId, Part, Span

ActorKind = Literal["person", "state", "government", "organisation", "outlet", "group", "place"]
MentionForm = Literal["name", "title", "pronoun", "metonym", "description"]


class Mention(Part):
    """One naming of an actor in the text."""

    span: Span
    """Where it stands."""

    form: MentionForm
    """How the actor is named there."""


class Actor(Part):
    """A person, state, body or group that speaks, is spoken to, meets or agrees, or a place."""

    id: ActorId
    """Stable slug; ``local/…`` where the gazetteer does not know the actor."""

    name: str
    """Canonical English name, or the longest naming in the text for a local actor."""

    kind: ActorKind
    """What sort of actor it is."""

    wikidata: str | None = None
    """Wikidata identifier, only where a source gave it."""

    members: tuple[ActorId, ...] = ()
    """The actors that make up a group, in text order; empty for all others."""

    roles: tuple[str, ...] = ()
    """Offices and titles that the text gives the actor, as written there."""

    mentions: tuple[Mention, ...] = ()
    """Every naming found, in text order."""
