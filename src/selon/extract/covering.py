"""Which of many spans hold a place, without looking at all of them."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

from selon.record import Span


class Covering:
    """Spans with the numbers of what they belong to; a number may have several."""

    def __init__(self, spans: Iterable[tuple[int, Span]]) -> None:
        self._spans = sorted((start, end, number) for number, (start, end) in spans)
        self._starts = [start for start, _, _ in self._spans]
        self._farthest = list(accumulate((end for _, end, _ in self._spans), max))

    def holding(self, span: Span) -> list[int]:
        """The numbers of those that hold all of a span, in order, each once."""
        start, end = span
        found: set[int] = set()
        place = bisect_right(self._starts, start) - 1
        # Before a place up to which nothing reaches the end, nothing else does.
        while place >= 0 and self._farthest[place] >= end:
            if self._spans[place][1] >= end:
                found.add(self._spans[place][2])
            place -= 1
        return sorted(found)
