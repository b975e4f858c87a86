"""From spans that nest and overlap to a row of segments, each with all that it is part of."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from selon.record import Span

Role = Literal["source", "cue", "content", "contact", "agreement"]


@dataclass(frozen=True, slots=True)
class Mark:
    """One stretch of the text that plays a part in one item of the record."""

    span: Span
    role: Role
    item: str
    """The item's anchor on the page."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the text in which nothing begins or ends."""

    start: int
    """First code point in the text."""

    end: int
    """One past the last code point."""

    marks: tuple[Mark, ...]
    """All that it is part of, the widest first, the closest last."""


def cut_segments(span: Span, marks: Iterable[Mark], *, stops: Iterable[int] = ()) -> list[Segment]:
    """The segments of ``span``, which together hold all its text, cut at marks and at ``stops``.

    Of two marks that are equally wide the later one given is the closer.
    """
    inside = [mark for mark in marks if mark.span[0] < span[1] and mark.span[1] > span[0]]
    edges = {edge for mark in inside for edge in mark.span} | set(stops) | set(span)
    places = sorted(edge for edge in edges if span[0] <= edge <= span[1])
    starting: dict[int, list[Mark]] = {}
    for mark in sorted(inside, key=lambda mark: mark.span[0] - mark.span[1]):
        starting.setdefault(max(mark.span[0], span[0]), []).append(mark)
    found: list[Segment] = []
    open_: list[Mark] = []
    for start, end in pairwise(places):
        open_ = [mark for mark in open_ if mark.span[1] > start] + starting.get(start, [])
        open_.sort(key=lambda mark: mark.span[0] - mark.span[1])
        found.append(Segment(start, end, tuple(open_)))
    return found


def first_places(marks: Iterable[Mark]) -> dict[str, int]:
    """For each item, the code point at which its first mark starts."""
    found: dict[str, int] = {}
    for mark in marks:
        found[mark.item] = min(mark.span[0], found.get(mark.item, mark.span[0]))
    return found
