"""People by names that are nearly theirs: other transliterations and misprints."""

from collections.abc import Iterable, Sequence

from rapidfuzz.distance import OSA

from selon.gazetteer.entry import Entry
from selon.gazetteer.names import sounded

_SHORTEST = 6
"""Letters that a surname needs before another spelling of it is believed."""
_FIRM = 8
"""Letters that it needs before a misprint in its last letter or in a consonant is."""
_VOWELS = frozenset("aeiouy")


class Likeness:
    """The names of people as they sound, made ready for comparing."""

    def __init__(self, people: Iterable[Entry]) -> None:
        self._surnames: dict[str, list[Entry]] = {}
        self._names: list[tuple[str, str, Entry]] = []
        for entry in people:
            for surname in entry.surnames:
                _add(self._surnames, sounded(surname), entry)
            for name in (entry.name, *entry.variants):
                given, _, family = sounded(name).rpartition(" ")
                if given and family.isascii():
                    self._names.append((given, family, entry))

    def sounding(self, surname: str) -> Sequence[Entry]:
        """Those whose surname sounds like this one, which is folded."""
        return self._surnames.get(sounded(surname), ()) if len(surname) >= _SHORTEST else ()

    def surname(self, surname: str) -> list[tuple[Entry, float]]:
        """Those whose surname is nearly this one, likest first."""
        sound = sounded(surname)
        if len(surname) < _SHORTEST:
            return []
        found: dict[str, tuple[Entry, float]] = {}
        for other, entries in self._surnames.items():
            score = _likeness(sound, other)
            for entry in entries if score else ():
                _keep(found, entry, score)
        return _ranked(found)

    def full(self, name: str) -> list[tuple[Entry, float]]:
        """Those whose full name is nearly this one, likest first."""
        given, _, family = sounded(name).rpartition(" ")
        found: dict[str, tuple[Entry, float]] = {}
        for other_given, other_family, entry in self._names:
            if family[:1] != other_family[:1] or given[:1] != other_given[:1]:
                continue
            score = (2 * _likeness(family, other_family) + _given(given, other_given)) / 3
            if score > 0.8:
                _keep(found, entry, score)
        return _ranked(found)


def _likeness(sound: str, other: str) -> float:
    """How like two surnames are: 1 where they sound alike, 0 where they may well be two names."""
    if sound == other:
        return 1.0
    longest, shortest = max(len(sound), len(other)), min(len(sound), len(other))
    if shortest < 5 or longest - shortest > 1 or sound[0] != other[0] or " " in sound + other:
        return 0.0
    if OSA.distance(sound, other, score_cutoff=1) != 1:
        return 0.0
    return 1 - 1 / longest if longest >= _FIRM or _is_slip(sound, other) else 0.0


def _is_slip(sound: str, other: str) -> bool:
    """Is the one letter between two names a likely misprint: inside, and a vowel or two letters swapped?"""
    if sound[-1] != other[-1]:
        return False
    if sorted(sound) == sorted(other):
        return True
    return _differing(sound, other) <= _VOWELS


def _differing(sound: str, other: str) -> set[str]:
    start = 0
    while start < min(len(sound), len(other)) and sound[start] == other[start]:
        start += 1
    end = 0
    while end < min(len(sound), len(other)) - start and sound[-1 - end] == other[-1 - end]:
        end += 1
    return set(sound[start : len(sound) - end] + other[start : len(other) - end])


def _given(given: str, other: str) -> float:
    return OSA.normalized_similarity(given, other)


def _add(index: dict[str, list[Entry]], key: str, entry: Entry) -> None:
    entries = index.setdefault(key, [])
    if entry not in entries:
        entries.append(entry)


def _keep(found: dict[str, tuple[Entry, float]], entry: Entry, score: float) -> None:
    if entry.id not in found or found[entry.id][1] < score:
        found[entry.id] = (entry, score)


def _ranked(found: dict[str, tuple[Entry, float]]) -> list[tuple[Entry, float]]:
    return sorted(found.values(), key=lambda pair: (-pair[1], pair[0].id))
