"""Tables from the entries of a language pack to what they are looked up by."""

import unicodedata
from collections.abc import Iterable, Mapping
from typing import TypeVar

from selon.languages.entries import CuePart

_PART_ORDER: tuple[CuePart, ...] = ("verb", "phrase", "preposition", "noun", "adjective")

_Named = TypeVar("_Named")
_Part = TypeVar("_Part", bound=str)


def without_accents(key: str) -> str:
    """A key without its accents."""
    if key.isascii():
        return key
    return "".join(each for each in unicodedata.normalize("NFD", key) if not unicodedata.combining(each))


def first(pairs: Iterable[tuple[str, _Named]]) -> dict[str, _Named]:
    """A dictionary in which the first of several values of a key stays."""
    found: dict[str, _Named] = {}
    for key, value in pairs:
        found.setdefault(key, value)
    return found


def parted(entries: Iterable[tuple[str, _Part, _Named]]) -> dict[str, dict[_Part, _Named]]:
    """Entries by key, then by part of speech."""
    found: dict[str, dict[_Part, _Named]] = {}
    for key, part, entry in entries:
        found.setdefault(key, {}).setdefault(part, entry)
    return found


def by_part(found: Mapping[_Part, _Named]) -> _Named | None:
    """The entry of the part of speech that comes first."""
    return next((entry for part in _PART_ORDER for each, entry in found.items() if each == part), None)


def codes(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Each word with all its codes, in order."""
    found: dict[str, tuple[str, ...]] = {}
    for word, code in pairs:
        found[word] = (*found.get(word, ()), code)
    return found
