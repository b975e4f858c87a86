"""Our texts with inline marks: read them, and turn them into offsets.

A file is a TOML head between two lines of ``+++``, then the text with marks ``{labels|words}``; labels are
separated by blanks and marks nest. ``gold/README.md`` describes them.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Span = tuple[int, int]
"""A stretch of a text: code points, half-open."""

_OPEN = re.compile(r"\{([a-z0-9. ]+)\|")


@dataclass(frozen=True)
class Mark:
    """One labelled stretch: code points of the text, half-open."""

    label: str
    start: int
    end: int


@dataclass(frozen=True)
class MarkedText:
    """A text of ours, its marks in text order, and what its head says."""

    id: str
    language: str
    text: str
    marks: tuple[Mark, ...]
    head: dict[str, Any]

    def spans(self, label: str) -> list[Span]:
        """Where a label stands, in text order."""
        return [(mark.start, mark.end) for mark in self.marks if mark.label == label]


def strip_marks(marked: str) -> tuple[str, tuple[Mark, ...]]:
    """The plain text and its marks. Raises ValueError where a mark is not closed."""
    plain: list[str] = []
    marks: list[Mark] = []
    open_: list[tuple[list[str], int]] = []
    position = length = 0
    while position < len(marked):
        if match := _OPEN.match(marked, position):
            open_.append((match[1].split(), length))
            position = match.end()
        elif marked[position] == "}":
            if not open_:
                raise ValueError(f"a mark closes at {position} that was not opened")
            labels, start = open_.pop()
            marks += [Mark(label, start, length) for label in labels]
            position += 1
        else:
            plain.append(marked[position])
            length += 1
            position += 1
    if open_:
        raise ValueError(f"mark {open_[-1][0]} is not closed")
    return "".join(plain), tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end)))


def read_marked(path: Path) -> MarkedText:
    """One file of ``gold/``; the folder names the language."""
    head, body = path.read_text(encoding="utf-8").split("+++\n", 2)[1:]
    text, marks = strip_marks(body.strip("\n"))
    return MarkedText(f"{path.parent.name}/{path.stem}", path.parent.name, text, marks, tomllib.loads(head))


def read_part(folder: Path, language: str, part: str | None = None) -> Iterator[MarkedText]:
    """The texts of one language by file name; those of one part (train, dev, test) where it is named."""
    for path in sorted((folder / language).glob("*.marked")):
        marked = read_marked(path)
        if part is None or marked.head["part"] == part:
            yield marked
