"""The smallest pieces of dates, and what words made of them can be in a date."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

PIECE = re.compile(
    r"(?P<word>[^\W\d_]+)"
    r"|(?P<mark>[^\w\s])"
    r"|(?P<iso>\d{4}-\d{2}-\d{2}(?!\d))"
    r"|(?P<numeric>\d{1,2}(?P<between>[/.-])\d{1,2}(?P=between)(?:\d{4}|\d{2})(?![/.-]?\d))"
    r"|(?P<clock>\d{1,2}:\d{2}(?::\d{2})?(?![:\d]))"
    # 10 000, 1,500, 37.5 and other numbers that are no part of a date.
    r"|(?P<large>\d{1,3}(?:[.,  \u202f]\d{3})+(?!\d))"
    r"|(?P<decimal>\d{1,3}[.,]\d{1,2}(?!\d))"
    r"|(?P<ordinal>\d{1,2}(?:er|re|ère|ème|e|nde?|st|rd|th)(?![^\W\d_]))"
    r"|(?P<number>\d+)"
    r"|(?P<blank>\n[ \t\r]*\n)"
)
"""Numbers, words and marks, smaller than tokens: "14h30" is three, "mid-June" too."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a word or phrase can be in a date."""

    symbol: str
    """One letter by which patterns know it."""

    number: float = 0
    """Its number, where it has one."""

    iso: str = ""
    """ISO 8601 time, duration or template; empty where it has none."""

    unit: str = "day"
    """What it counts in."""

    anchor: str = "published"
    """What it counts from."""


Meanings = dict[str, tuple[tuple[tuple[str, ...], Meaning], ...]]
"""For each first piece, the pieces that may follow it and what they mean together; the longest first."""


def pieces_of(words: str) -> tuple[str, ...]:
    """The pieces of some words, in lower case, with the apostrophe ``'``."""
    return tuple(match[0].lower().replace("’", "'") for match in PIECE.finditer(words))


def gather(entries: Iterable[tuple[str, Meaning]]) -> Meanings:
    """Phrases with their meanings by their first piece; of two equal phrases the later one holds."""
    by_pieces = {pieces: meaning for words, meaning in entries if (pieces := pieces_of(words))}
    found: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
    for pieces, meaning in by_pieces.items():
        found.setdefault(pieces[0], []).append((pieces[1:], meaning))
    return {first: tuple(sorted(rest, key=lambda each: -len(each[0]))) for first, rest in found.items()}
