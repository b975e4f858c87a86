"""One page that holds a record and its text: no script, nothing loaded from elsewhere."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, TextIO

from selon.export.marks import Mark, Segment, cut_segments, first_places
from selon.record import Actor, Agreement, Contact, Record, Span, Statement, Topic
from selon.wording import Wording, is_unprintable, printable, shorten

if TYPE_CHECKING:
    from jinja2 import Template

_LONGEST_TITLE = 60
_LINE = re.compile(r"[^\r\n]+")
_LINE_END = re.compile(r"\r\n|\r|\n")
_LAST_C0 = 0x1F
_DELETE = 0x7F
_PICTURES = 0x2400
_PICTURE_OF_DELETE = 0x2421


def write_html(record: Record, out: TextIO) -> None:
    """Write one page to ``out``: the text with sources, cues and contents marked, the record beside it.

    It works without JavaScript, from 360 pixels on, in light and dark and on paper. The text is never
    markup; characters that HTML does not allow show as their pictures.
    """
    out.write(_template().render(page=make_page(record), css=_read("record.css")))
    out.write("\n")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of the text as the page shows them."""

    words: str
    classes: str
    """What the words are (``source``, ``cue`` …), and of which items; empty where no item rests on them."""
    target: str | None
    """Anchor of the item that they are the closest part of; None where they are no link."""
    anchors: tuple[str, ...]
    """Anchors of the items that begin here."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the text that is not blank."""

    number: int
    pieces: tuple[Piece, ...]
    headline: bool


@dataclass(frozen=True, slots=True)
class Page:
    """All that the template may use."""

    title: str
    """For the browser's tab; never too long for it."""
    heading: str | None
    """The document's title where the text does not begin with it."""
    record: Record
    wording: Wording
    anchors: dict[str, str]
    """For each id of the record, its anchor on the page."""
    lines: tuple[Line, ...]
    in_text: dict[str, str]
    """For each anchor of an item that rests on the text, the anchor of its first words."""


def make_page(record: Record) -> Page:
    """What the page of a record shows."""
    anchors = find_anchors(record)
    marks = tuple(find_marks(record, anchors))
    starts = first_places(marks)
    title = record.document.title
    headline = _headline(record.document.text, title)
    wording = Wording(record)
    return Page(
        title=shorten(printable(title or ""), _LONGEST_TITLE) or "Untitled text",
        heading=None if headline else showable(title or "Untitled text"),
        record=record,
        wording=wording,
        anchors=anchors,
        lines=tuple(_lines(record.document.text, marks, starts, headline)),
        in_text={item: f"{item}-text" for item in starts},
    )


def find_anchors(record: Record) -> dict[str, str]:
    """For each id of the record, an anchor that is the same whenever the record is."""
    families: dict[str, Sequence[Actor | Agreement | Contact | Statement | Topic]] = {
        "contact": record.contacts,
        "statement": record.statements,
        "agreement": record.agreements,
        "actor": record.actors,
        "topic": record.topics,
    }
    return {
        item.id: f"{family}-{number}"
        for family, items in families.items()
        for number, item in enumerate(items, start=1)
    }


def find_marks(record: Record, anchors: dict[str, str]) -> Iterator[Mark]:
    """Every stretch of the text that an item rests on."""
    for contact in record.contacts:
        yield from (Mark(span, "contact", anchors[contact.id]) for span in contact.evidence)
    for agreement in record.agreements:
        yield from (Mark(span, "agreement", anchors[agreement.id]) for span in agreement.content)
    for statement in record.statements:
        yield from (Mark(span, "content", anchors[statement.id]) for span in statement.content)
        yield from (Mark(span, "cue", anchors[statement.id]) for span in statement.cue)
        if statement.source is not None:
            yield Mark(statement.source, "source", anchors[statement.id])


def showable(words: str) -> str:
    """The words, with pictures in place of characters that a page may not hold."""
    if words.isascii() and words.isprintable():
        return words
    return "".join(_picture(char) for char in words)


def _picture(char: str) -> str:
    code = ord(char)
    if code <= _LAST_C0:
        return char if char == "\t" else chr(_PICTURES + code)
    if code == _DELETE:
        return chr(_PICTURE_OF_DELETE)
    return "\N{REPLACEMENT CHARACTER}" if is_unprintable(char) else char


def _headline(text: str, title: str | None) -> Span | None:
    """Where the text begins with its title."""
    start = len(text) - len(text.lstrip())
    return (start, start + len(title)) if title and text.startswith(title, start) else None


def _lines(
    text: str, marks: tuple[Mark, ...], starts: dict[str, int], headline: Span | None
) -> Iterator[Line]:
    spans = [line.span() for line in _LINE.finditer(text)]
    stops = [edge for span in spans for edge in span]
    segments = iter(cut_segments((0, len(text)), marks, stops=stops))
    places: dict[int, list[str]] = {}
    for item, place in starts.items():
        places.setdefault(place, []).append(item)
    number, told = 1, 0
    segment = next(segments, None)
    for start, end in spans:
        number += len(_LINE_END.findall(text[told:start]))
        told = start
        pieces = []
        while segment is not None and segment.end <= end:
            if segment.start >= start:
                pieces.append(_piece(text, segment, places.get(segment.start, [])))
            segment = next(segments, None)
        if text[start:end].strip():
            is_headline = headline is not None and start <= headline[0] and headline[1] <= end
            yield Line(number, tuple(pieces), is_headline)


def _piece(text: str, segment: Segment, beginning: list[str]) -> Piece:
    words = text[segment.start : segment.end]
    closest = segment.marks[-1] if segment.marks else None
    roles: list[str] = [] if closest is None else [closest.role]
    # What the words are besides, in a wider item: drawn as an underline only.
    roles += [f"in-{mark.role}" for mark in segment.marks[:-1]]
    items = [f"of-{mark.item}" for mark in segment.marks]
    return Piece(
        words=showable(words),
        classes=" ".join(dict.fromkeys(roles + items)),
        # A link has to say something: blanks and commas between two marks are none.
        target=closest.item if closest and any(char.isalnum() for char in words) else None,
        anchors=tuple(beginning),
    )


@cache
def _template() -> "Template":
    # Imported here, since `selon read` prints tables far more often than pages.
    from jinja2 import Environment, StrictUndefined

    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["printable"] = printable
    return environment.from_string(_read("record.html.jinja"))


def _read(name: str) -> str:
    return files("selon.export").joinpath(name).read_text(encoding="utf-8")
