"""Our texts with inline marks: read them, and turn them into offsets.

A file is a TOML head between two lines of ``+++``, then the text with marks ``{labels|words}``; labels are
separated by blanks and marks nest. ``gold/README.md`` describes them.
"""

import json
import re
import tomllib
from collections.abc import Iterable, Iterator
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
        """Where a label stands, in text order; pieces that touch are one, since marks that cross are cut."""
        found: list[Span] = []
        for mark in self.marks:
            if mark.label == label and found and found[-1][1] == mark.start:
                found[-1] = (found[-1][0], mark.end)
            elif mark.label == label:
                found.append((mark.start, mark.end))
        return found


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


def write_marks(text: str, spans: Iterable[tuple[str, Span]]) -> str:
    """The text with labels put on spans, as ``strip_marks`` takes them off; where spans cross, one is cut."""
    labels: dict[Span, set[str]] = {}
    for label, span in spans:
        labels.setdefault(span, set()).add(label)
    opening: dict[int, list[str]] = {}
    closing: dict[int, int] = {}
    for (start, end), names in sorted(_nested(labels).items(), key=lambda row: (row[0][0], -row[0][1])):
        opening.setdefault(start, []).append(f"{{{' '.join(sorted(names, key=_by_number))}|")
        closing[end] = closing.get(end, 0) + 1
    pieces = []
    for place in range(len(text) + 1):
        pieces += ["}" * closing.get(place, 0), *opening.get(place, []), text[place : place + 1]]
    return "".join(pieces)


def _nested(labels: dict[Span, set[str]]) -> dict[Span, set[str]]:
    """The same labels on spans of which none crosses another."""
    while crossing := _first_crossing(list(labels)):
        (start, end), cut = crossing
        names = labels.pop((start, end))
        for piece in ((start, cut), (cut, end)):
            labels.setdefault(piece, set()).update(names)
    return labels


def _first_crossing(spans: list[Span]) -> tuple[Span, int] | None:
    """A span that starts before another and ends inside it, and where to cut it."""
    ordered = sorted(spans, key=lambda span: (span[0], -span[1]))
    for place, (start, end) in enumerate(ordered):
        for other, last in ordered[place + 1 :]:
            if other >= end:
                break
            if start < other and last > end:
                return (start, end), other
    return None


def _by_number(label: str) -> tuple[str, int, str]:
    name, _, role = label.partition(".")
    return name[0], int(name[1:]), role


def write_head(head: dict[str, Any]) -> str:
    """A head as TOML: plain values first, then each table with one line an entry."""
    plain = [f"{key} = {_toml(value)}" for key, value in head.items() if not isinstance(value, dict)]
    tables = [
        "\n".join([f"\n[{name}]", *(f"{key} = {_toml(value)}" for key, value in table.items())])
        for name, table in head.items()
        if isinstance(table, dict) and table
    ]
    return "\n".join([*plain, *tables]) + "\n"


def _toml(value: Any) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {_toml(each)}" for key, each in value.items()) + " }"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_toml(each) for each in value) + "]"
    # What JSON makes of texts, numbers and truth values is TOML as well.
    return json.dumps(value, ensure_ascii=False)


def write_marked(marked: MarkedText) -> str:
    """A marked text as the file that ``read_marked`` reads."""
    spans = [
        (label, span)
        for label in dict.fromkeys(m.label for m in marked.marks)
        for span in marked.spans(label)
    ]
    return f"+++\n{write_head(marked.head)}+++\n{write_marks(marked.text, spans)}\n"


def read_part(folder: Path, language: str, part: str | None = None) -> Iterator[MarkedText]:
    """The texts of one language by file name; those of one part (train, dev, test) where it is named."""
    for path in sorted((folder / language).glob("*.marked")):
        marked = read_marked(path)
        if part is None or marked.head["part"] == part:
            yield marked
