"""Looking up actors by name, by likeness and by office."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property

from selon.gazetteer.entry import Entry
from selon.gazetteer.likeness import Likeness
from selon.gazetteer.names import folded, plain
from selon.record import ActorId

_SHOUTED = 4
"""Shortest name in capitals that may stand for one in small letters: "US" is no "us", "OMAN" is Oman."""


SOVEREIGNS = ("monarch", "pope")
"""Offices whose holders go by their first name."""


class Gazetteer:
    """The actors that are known, by name and by office; changes nothing once made."""

    def __init__(
        self, entries: Iterable[Entry], *, leading: Mapping[str, str], others: Iterable[str]
    ) -> None:
        self.entries = tuple(entries)
        self._leading = leading
        self._others = frozenset(others)
        self._by_id = {entry.id: entry for entry in self.entries}
        self._by_name = _index_names(self.entries)
        self._by_surname: dict[str, list[Entry]] = {}
        self._holders: dict[ActorId, list[Entry]] = {}
        for entry in self.entries:
            for surname in entry.surnames:
                self._by_surname.setdefault(surname, []).append(entry)
            for of in {held.of for held in entry.offices}:
                self._holders.setdefault(of, []).append(entry)
        # Of two seats of one institution, the first is the one that texts name most.
        organs = [(entry.organ, entry.state, entry) for entry in self.entries if entry.organ]
        self._organs = {(organ, state): entry for organ, state, entry in reversed(organs)}

    def by_id(self, actor: ActorId) -> Entry | None:
        """The entry of an id; None where there is none."""
        return self._by_id.get(actor)

    def exact(self, name: str) -> tuple[Entry, ...]:
        """Everybody of exactly that name, in any spelling that is listed; accents and apostrophes aside.

        Capitals count in a single word ("US", not "us"), but a name may be all in capitals ("LONDON").
        """
        key = plain(name)
        found = self._by_name.get(key)
        if found is None and _may_be_shouted(key):
            found = self._by_shout.get(key.lower())
        return found or ()

    def surname(self, name: str) -> tuple[Entry, ...]:
        """Everybody who goes by that surname or short name, in any transliteration."""
        key = folded(name)
        if key in self._by_surname:
            return tuple(self._by_surname[key])
        return () if key in self._others else tuple(self._likeness.sounding(key))

    def listed_surname(self, name: str) -> tuple[Entry, ...]:
        """Whoever texts mean by a surname alone, in a spelling that is listed.

        The only one, or the only one who led a state or government, or held any office, else all who have it.
        """
        entries = self._by_surname.get(folded(name), [])
        for sort in (entries, [e for e in entries if _led(e)], [e for e in entries if e.offices]):
            if len(sort) == 1:
                return tuple(sort)
        return tuple(entries)

    def reigning(self, name: str, office: str, on: date | None) -> Entry | None:
        """The monarch or pope whom a title and the first name mean ("King Abdullah"); None where several are."""
        words = set(folded(name).split())
        found = [
            entry
            for entry in self._sovereigns
            if any(held.office == office and (on is None or held.held_on(on)) for held in entry.offices)
            and any(words <= set(folded(each).split()) for each in (entry.name, *entry.variants))
        ]
        return found[0] if len(found) == 1 else None

    def similar(self, name: str, *, titled: bool) -> list[tuple[Entry, float]]:
        """People with nearly that name, likest first, each with its likeness from 0 to 1.

        A single word is read as a surname, and only if it is ``titled``: without a title it gives nobody.
        """
        key = folded(name)
        if " " in key:
            return self._likeness.full(key)
        if not titled or key in self._others or key in self._by_surname:
            return []
        return self._likeness.surname(key)

    def institution(self, organ: str, state: str) -> Entry | None:
        """The institution of a state, by the code of the state; None where it is not known by a name of its own."""
        return self._organs.get((organ, state))

    def institution_name(self, organ: str, state: Entry) -> str:
        """The English name of an institution of a state that has no name of its own here."""
        if organ in _OFFICES_OF:
            return f"Office of the {_OFFICES_OF[organ]} of {state.name}"
        return f"{state.adjective or state.name} {_INSTITUTIONS.get(organ, organ)}"

    def office_holder(self, office: str, of: ActorId, on: date | None) -> Entry | None:
        """Who held an office on a day; None where nobody is known, or several are.

        "leader" is whoever leads the state, be it the president or the prime minister. Without a day, the
        one person who is known ever to have held the office.
        """
        wanted = self._meant(office, of)
        found = [
            entry
            for entry in self._holders.get(of, ())
            if any(
                held.of == of and held.office in wanted and (on is None or held.held_on(on))
                for held in entry.offices
            )
        ]
        return found[0] if len(found) == 1 else None

    def _meant(self, office: str, of: ActorId) -> Sequence[str]:
        kind, _, code = of.partition("/")
        if kind != "state":
            # President, secretary general, chief: for whoever leads a body, texts take one for the other.
            return _HEADS_OF_BODIES if office in _HEADS_OF_BODIES else (office,)
        if office == "leader":
            return ("leader", self._leading.get(code, "head_of_state"))
        return (office,)

    @cached_property
    def _sovereigns(self) -> tuple[Entry, ...]:
        return tuple(e for e in self.entries if any(held.office in SOVEREIGNS for held in e.offices))

    @cached_property
    def _by_shout(self) -> dict[str, tuple[Entry, ...]]:
        return _index_shouts(self._by_name)

    @cached_property
    def _likeness(self) -> Likeness:
        return Likeness(entry for entry in self.entries if entry.kind == "person")


_OFFICES_OF = {"presidency": "President", "prime_ministers_office": "Prime Minister"}
_INSTITUTIONS = {
    "foreign_ministry": "Foreign Ministry", "defence_ministry": "Defence Ministry",
    "interior_ministry": "Interior Ministry", "economy_ministry": "Economy Ministry",
    "finance_ministry": "Finance Ministry", "ministry": "ministry", "royal_court": "Royal Court",
    "embassy": "Embassy", "parliament": "Parliament", "army": "Army",
}  # fmt: skip
_HEADS_OF_BODIES = ("leader", "head_of_state", "secretary_general")


def _led(entry: Entry) -> bool:
    return any(held.office in ("head_of_state", "head_of_government", "leader") for held in entry.offices)


def _may_be_shouted(key: str) -> bool:
    """May a name be read without regard to capitals? A long one all in them, or several words."""
    if " " in key:
        return key[0].isupper()
    return key.isupper() and len(key) >= _SHOUTED


def _index_names(entries: Sequence[Entry]) -> dict[str, tuple[Entry, ...]]:
    """Entries by name as written."""
    by_name: dict[str, tuple[Entry, ...]] = {}
    for entry in entries:
        for key in {plain(name): None for name in (entry.name, *entry.variants)}:
            by_name[key] = (*by_name[key], entry) if key in by_name else (entry,)
    return by_name


def _index_shouts(by_name: Mapping[str, tuple[Entry, ...]]) -> dict[str, tuple[Entry, ...]]:
    """Entries by name in small letters, for names that are more than an acronym."""
    by_shout: dict[str, tuple[Entry, ...]] = {}
    for key, entries in by_name.items():
        if " " in key or not key.isupper():
            small = key.lower()
            by_shout[small] = tuple(dict.fromkeys((*by_shout.get(small, ()), *entries)))
    return by_shout
