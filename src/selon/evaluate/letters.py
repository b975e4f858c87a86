"""How much two sets of spans share, counted in letters: quotation marks, stops and blanks never decide."""

from collections.abc import Iterable

from selon.record import Span


def letters(text: str, spans: Iterable[Span]) -> frozenset[int]:
    """The places of the letters and digits that some spans hold."""
    return frozenset(i for start, end in spans for i in range(start, end) if text[i].isalnum())


def dice(left: frozenset[int] | frozenset[str], right: frozenset[int] | frozenset[str]) -> float:
    """Twice what two sets share over their sizes, 0 to 1 (Dice 1945); 0 where both are empty."""
    return 2 * len(left & right) / max(1, len(left) + len(right))
