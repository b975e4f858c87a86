"""Where a text quotes: the stretches between quotation marks."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from selon.record import Span

_PAIRS = {"«": "»", "“": "”", "„": "“”", "‹": "›", "「": "」"}
_STRAIGHT = '"'
LABEL_WORDS = 2


@dataclass(frozen=True)
class Quotations:
    """The quoted stretches of a text, in order, with their marks; they do not overlap."""

    text: str
    spans: tuple[Span, ...]

    def holding(self, position: int) -> Span | None:
        """The quotation that holds a code point."""
        place = bisect_right(self.spans, (position, len(self.text) + 1)) - 1
        return self.spans[place] if place >= 0 and position < self.spans[place][1] else None

    def quoted_words(self, spans: Sequence[Span]) -> tuple[int, int]:
        """How many letters of some spans are quoted, and how many there are; short labels do not count."""
        letters = quoted = 0
        for start, end in spans:
            letters += sum(c.isalnum() for c in self.text[start:end])
            for left, right in self.spans:
                first, last = max(start, left), min(end, right)
                if first < last and (self._long((left, right)) or (left <= start and end <= right)):
                    quoted += sum(c.isalnum() for c in self.text[first:last])
        return quoted, letters

    def _long(self, span: Span) -> bool:
        return len(self.text[span[0] : span[1]].split()) > LABEL_WORDS


def find_quotations(text: str) -> Quotations:
    """Every stretch between paired marks; a mark that is opened again in each paragraph runs to its end.

    Marks that nothing closes in their paragraph count only where the next paragraph opens with one, as
    long quotations do. Single quotation marks are read only where they cannot be apostrophes.
    """
    found: list[Span] = []
    start = 0
    paragraphs = text.split("\n")
    for number, paragraph in enumerate(paragraphs):
        following = next((p.lstrip() for p in paragraphs[number + 1 :] if p.strip()), "")
        found += [(start + a, start + b) for a, b in _paragraph_quotations(paragraph, following)]
        start += len(paragraph) + 1
    return Quotations(text, tuple(found))


def _paragraph_quotations(paragraph: str, following: str) -> list[Span]:
    found: list[Span] = []
    position = 0
    while position < len(paragraph):
        opening = paragraph[position]
        closing = _closing(paragraph, position)
        if not closing:
            position += 1
            continue
        end = _find_close(paragraph, position, closing)
        if end is None and following.startswith(opening) and paragraph[position + 1 :].strip():
            end = len(paragraph.rstrip())
        if end is None:
            position += 1
            continue
        found.append((position, end))
        position = end
    return found


def _closing(paragraph: str, position: int) -> str:
    mark = paragraph[position]
    before = paragraph[position - 1] if position else " "
    if mark in _PAIRS:
        return _PAIRS[mark]
    if mark == _STRAIGHT:
        return _STRAIGHT
    if mark in "‘'" and not before.isalnum() and paragraph[position + 1 : position + 2].isalnum():
        return "’" if mark == "‘" else "'"
    return ""


def _find_close(paragraph: str, position: int, closing: str) -> int | None:
    """One past the mark that closes the quotation opened at ``position``."""
    depth, opening = 1, paragraph[position]
    for index in range(position + 1, len(paragraph)):
        character = paragraph[index]
        if character in closing:
            after = paragraph[index + 1 : index + 2]
            if character in "’'" and after.isalnum():
                continue
            depth -= 1
            if depth == 0:
                return index + 1
        elif character == opening and opening in "«“":
            depth += 1
    return None
