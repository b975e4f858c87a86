"""A long text as overlapping windows that the encoder can take, and which window speaks for each word."""

from collections.abc import Sequence
from dataclasses import dataclass

LONGEST = 254
OVERLAP = 32


@dataclass(frozen=True, slots=True)
class Window:
    """Words ``first`` to ``last`` are read together; those from ``core_first`` to ``core_last`` are kept."""

    first: int
    last: int
    core_first: int
    core_last: int


def cut_windows(sizes: Sequence[int], layouts: Sequence[int]) -> list[Window]:
    """Windows over words that have ``sizes`` pieces each, at most ``LONGEST`` pieces a window.

    Neighbours share at least ``OVERLAP`` pieces where the words allow it; a window starts with a
    paragraph where one is near. The cores meet in the middle of what two windows share.
    """
    bounds: list[tuple[int, int]] = []
    first = 0
    while True:
        last, total = first, 0
        while last < len(sizes) and (last == first or total + sizes[last] <= LONGEST):
            total += sizes[last]
            last += 1
        bounds.append((first, last))
        if last >= len(sizes):
            break
        first = _next_start(sizes, layouts, first, last)
    return [_with_core(bounds, number, len(sizes)) for number in range(len(bounds))]


def _next_start(sizes: Sequence[int], layouts: Sequence[int], first: int, last: int) -> int:
    start, shared = last, 0
    while start > first + 1 and shared < OVERLAP:
        start -= 1
        shared += sizes[start]
    # A paragraph that starts a little earlier gives the next window its context for few pieces more.
    candidate = start
    while candidate > first + 1 and shared < 2 * OVERLAP:
        if layouts[candidate] == 3:
            return candidate
        candidate -= 1
        shared += sizes[candidate]
    return start


def _with_core(bounds: list[tuple[int, int]], number: int, words: int) -> Window:
    first, last = bounds[number]
    core_first = 0 if number == 0 else (first + bounds[number - 1][1]) // 2
    core_last = words if number == len(bounds) - 1 else (bounds[number + 1][0] + last) // 2
    return Window(first, last, core_first, core_last)
