"""What the gazetteer knows of one actor."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from selon.record import ActorId, ActorKind


@dataclass(frozen=True, slots=True)
class Held:
    """An office that somebody held, and when."""

    office: str
    """Code of the office, as the language packs give it."""

    of: ActorId
    """The state or body whose office it is."""

    since: str
    """First day, month or year, in ISO 8601: ``2019``, ``2019-05``, ``2019-05-20``."""

    until: str | None = None
    """Last month or year, or the day of leaving; None while it is still held, as far as is known."""

    def held_on(self, day: date) -> bool:
        """Was it held on ``day``? A day of leaving is the successor's; a last month or year is held whole."""
        today = day.isoformat()
        if today[: len(self.since)] < self.since:
            return False
        if self.until is None:
            return True
        if len(self.until) == len(today):
            return today < self.until
        return today[: len(self.until)] <= self.until


@dataclass(frozen=True, slots=True)
class Entry:
    """An actor that can be named: a person, state, government, body, outlet or place."""

    id: ActorId
    """Stable slug, made from the kind and the English name, or the code of a state."""

    name: str
    """Canonical English name, without diacritics."""

    kind: ActorKind
    """What sort of actor it is."""

    wikidata: str | None = None
    """Wikidata identifier, only where a source gave it."""

    state: str | None = None
    """ISO 3166 alpha-2 code of its state, in lower case; None for what belongs to no one state."""

    gender: Literal["m", "f"] | None = None
    """Of a person; None where not told and for all others."""

    offices: tuple[Held, ...] = ()
    """Offices of a person, as the source lists them."""

    variants: tuple[str, ...] = ()
    """All other spellings, in any language and script."""

    surnames: tuple[str, ...] = ()
    """What a person goes by without a given name; empty for all others."""

    organ: str | None = None
    """Of a government's seat or ministry, which institution of its state it is (``foreign_ministry``)."""

    adjective: str | None = None
    """Of a state, the adjective in the English names of its institutions ("French")."""

    capital: bool = False
    """Is it a place that texts name for its state?"""
