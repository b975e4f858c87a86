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


def phrase_key(phrase: str, *, small_words: Mapping[str, str]) -> str:
    """A phrase in lower case with its function words in one spelling; those inside it that map to "" are left out."""
    words = phrase.lower().replace("’", "'").replace("'", "' ").split()
    if len(words) < 2:
        return phrase.lower().replace("’", "'")
    inner = [small_words.get(word, word) for word in words[1:-1]]
    outer = [small_words.get(word) or word for word in (words[0], words[-1])]
    return " ".join(word for word in (outer[0], *inner, outer[1]) if word)


def longest_first(
    phrases: Iterable[tuple[tuple[str, ...], _Named]],
) -> dict[str, tuple[tuple[tuple[str, ...], _Named], ...]]:
    """Phrases, token by token, by their first token; the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], _Named]]] = {}
    for words, value in phrases:
        found.setdefault(words[0], []).append((words, value))
    return {start: tuple(sorted(each, key=lambda pair: -len(pair[0]))) for start, each in found.items()}


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
