"""A record in brat's standoff format (Stenetorp et al. 2012), and back.

A statement is an event: its trigger is the content, typed ``Speech`` or ``Attitude``, its arguments are ``Source``,
``Cue`` and ``Within``; contacts and agreements are events of their own, topics text-bound annotations. What is one
of a list is an attribute, who stands behind an event is normalised to the actor's id and name. What brat has no
place for stands as JSON in the note of each annotation, so that reading back gives every item as it was; of
actors only kind, id and name come back. Spans that run over a line's end are cut there, as brat wants it.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any, TextIO

from selon.errors import UnreadableInput
from selon.record import Actor, Agreement, Contact, Record, Span, Statement, Topic

ATTRIBUTES: Mapping[str, Mapping[str, str]] = {
    "statement": {
        "act": "Act", "polarity": "Polarity", "kind": "Kind", "relay": "Relay", "quoted_relay": "QuotedRelay",
    },
    "contact": {"kind": "Contact", "status": "Status", "level": "Level", "background": "Background"},
    "agreement": {"status": "Reached"},
    "topic": {},
}  # fmt: skip
"""For each kind of item, the fields that are attributes in brat, and what they are called there."""

_SPANS = {"statement": "content", "contact": "evidence", "agreement": "content", "topic": "spans"}
_KINDS: dict[str, type[Statement] | type[Contact] | type[Agreement] | type[Topic]] = {
    "statement": Statement, "contact": Contact, "agreement": Agreement, "topic": Topic,
}  # fmt: skip
_EVENTS = {"Speech": "statement", "Attitude": "statement", "Contact": "contact", "Agreement": "agreement"}
_LINE = re.compile(r"[^\r\n]+")


def write_brat(record: Record, out: TextIO) -> None:
    """Write the annotations of a record: what stands in brat's ``.ann`` file beside the text in ``.txt``."""
    out.write("".join(f"{line}\n" for line in _Writer(record).lines()))


class _Writer:
    """One record on its way to brat, with the numbers given so far."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.text = record.document.text
        self.actors = {actor.id: actor for actor in record.actors}
        events = (
            each.id for items in (record.statements, record.contacts, record.agreements) for each in items
        )
        self.events = {id_: f"E{number}" for number, id_ in enumerate(events, 1)}
        self.numbers: defaultdict[str, Iterator[int]] = defaultdict(lambda: count(1))

    def lines(self) -> Iterator[str]:
        for statement in self.record.statements:
            yield from self._statement(statement)
        for contact in self.record.contacts:
            people = [each.actor for each in contact.participants]
            yield from self._event("Contact", "contact", contact, people, "")
        for agreement in self.record.agreements:
            yield from self._event("Agreement", "agreement", agreement, agreement.parties, "")
        for topic in self.record.topics:
            if topic.spans:
                name = self._number("T")
                yield self._bound(name, "Topic", topic.spans)
                yield self._note(name, "topic", topic)

    def _statement(self, statement: Statement) -> Iterator[str]:
        arguments = ""
        for role, spans in (
            ("Source", [statement.source] if statement.source else []),
            ("Cue", statement.cue),
        ):
            if spans:
                name = self._number("T")
                yield self._bound(name, role, spans)
                arguments += f" {role}:{name}"
        if statement.within:
            arguments += f" Within:{self.events[statement.within]}"
        voices = [link.actor for link in statement.chain]
        yield from self._event(statement.nature.capitalize(), "statement", statement, voices, arguments)

    def _event(
        self,
        type_: str,
        kind: str,
        item: Statement | Contact | Agreement,
        people: Sequence[str],
        arguments: str,
    ) -> Iterator[str]:
        trigger, event = self._number("T"), self.events[item.id]
        yield self._bound(trigger, type_, getattr(item, _SPANS[kind]))
        yield f"{event}\t{type_}:{trigger}{arguments}"
        for name, called in ATTRIBUTES[kind].items():
            value = getattr(item, name)
            if value is True:
                yield f"{self._number('A')}\t{called} {event}"
            elif value:
                yield f"{self._number('A')}\t{called} {event} {value}"
        for actor in people:
            known = self.actors[actor]
            yield f"{self._number('N')}\tReference {event} {known.kind}:{actor}\t{' '.join(known.name.split())}"
        yield self._note(event, kind, item)

    def _bound(self, name: str, type_: str, spans: Sequence[Span]) -> str:
        words = " ".join(match[0] for span in spans for match in _LINE.finditer(self.text, *span))
        return f"{name}\t{type_} {self._places(spans)}\t{words}"

    def _places(self, spans: Sequence[Span]) -> str:
        """Spans as brat writes them, one piece a line."""
        pieces = (match.span() for span in spans for match in _LINE.finditer(self.text, *span))
        return ";".join(f"{start} {end}" for start, end in pieces)

    def _note(self, name: str, kind: str, item: Statement | Contact | Agreement | Topic) -> str:
        held = {*ATTRIBUTES[kind], _SPANS[kind], "source", "cue", "within", "nature"}
        rest = {key: value for key, value in item.model_dump(mode="json").items() if key not in held}
        spans = getattr(item, _SPANS[kind])
        if tuple(_joined(self.text, self._places(spans))) != tuple(spans):
            rest[_SPANS[kind]] = spans  # two of them, with nothing but a line's end between
        return f"#{next(self.numbers['#'])}\tAnnotatorNotes {name}\t{json.dumps(rest, ensure_ascii=False)}"

    def _number(self, letter: str) -> str:
        return f"{letter}{next(self.numbers[letter])}"


# --- and back --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class BratItems:
    """What brat's annotations of one text hold: the items of a record."""

    actors: tuple[Actor, ...]
    """Kind, id and name of everybody whom an event is normalised to."""
    statements: tuple[Statement, ...]
    contacts: tuple[Contact, ...]
    agreements: tuple[Agreement, ...]
    topics: tuple[Topic, ...]


@dataclass(slots=True)
class _Lines:
    """The annotations of one file by what they are and what they belong to."""

    bound: dict[str, tuple[str, tuple[Span, ...]]] = field(default_factory=dict)
    events: dict[str, dict[str, str]] = field(default_factory=dict)
    attributes: dict[str, dict[str, str | bool]] = field(default_factory=lambda: defaultdict(dict))
    notes: dict[str, dict[str, Any]] = field(default_factory=dict)
    actors: dict[str, Actor] = field(default_factory=dict)


def read_brat(text: str, annotations: str) -> BratItems:
    """The items that ``write_brat`` wrote, from its lines and the text.

    Raises UnreadableInput, with the line's number, for a line that it could not have written.
    """
    lines = _Lines()
    for number, line in enumerate(annotations.split("\n"), 1):
        try:
            if line.strip():
                _take_up(line, text, lines)
        except (ValueError, KeyError, IndexError) as wrong:
            raise UnreadableInput(f"brat, line {number}", f"cannot be read ({wrong})") from None
    try:
        found = [_item(name, lines) for name in (*lines.events, *_topics(lines))]
    except (ValueError, KeyError) as wrong:
        raise UnreadableInput("brat", f"an annotation refers to what is not there ({wrong})") from None
    return BratItems(
        tuple(lines.actors.values()),
        tuple(item for item in found if isinstance(item, Statement)),
        tuple(item for item in found if isinstance(item, Contact)),
        tuple(item for item in found if isinstance(item, Agreement)),
        tuple(item for item in found if isinstance(item, Topic)),
    )


def _take_up(line: str, text: str, lines: _Lines) -> None:
    name, rest, *words = line.split("\t", 2)
    parts = rest.split()
    if name[0] == "T":
        type_, places = rest.split(" ", 1)
        lines.bound[name] = type_, tuple(_joined(text, places))
    elif name[0] == "E":
        lines.events[name] = dict(part.split(":") for part in reversed(parts))
    elif name[0] == "A":
        lines.attributes[parts[1]][parts[0]] = parts[2] if len(parts) > 2 else True
    elif name[0] == "N":
        kind, _, id_ = parts[2].partition(":")
        lines.actors[id_] = Actor.model_validate({"id": id_, "kind": kind, "name": words[0]})
    elif name[0] == "#":
        lines.notes[parts[1]] = json.loads(words[0])
    else:
        raise ValueError(f"{name} is no annotation of ours")


def _joined(text: str, places: str) -> Iterator[Span]:
    """The pieces of an annotation, with those joined again that only a line's end parts."""
    last: Span | None = None
    for piece in places.split(";"):
        start, end = map(int, piece.split())
        if last and "\n" in text[last[1] : start] and not text[last[1] : start].strip("\r\n"):
            last = (last[0], end)
            continue
        if last:
            yield last
        last = (start, end)
    if last:
        yield last


def _topics(lines: _Lines) -> list[str]:
    return [name for name, (type_, _) in lines.bound.items() if type_ == "Topic"]


def _item(name: str, lines: _Lines) -> Statement | Contact | Agreement | Topic:
    arguments = lines.events.get(name, {})
    type_ = next((each for each in _EVENTS if each in arguments), "Topic")
    kind = _EVENTS.get(type_, "topic")
    fields: dict[str, Any] = dict(lines.notes[name])
    fields.setdefault(_SPANS[kind], lines.bound[arguments.get(type_, name)][1])
    for each, called in ATTRIBUTES[kind].items():
        if called in lines.attributes[name]:
            fields[each] = lines.attributes[name][called]
    if kind == "statement":
        fields["nature"] = type_.lower()
        fields["source"] = lines.bound[arguments["Source"]][1][0] if "Source" in arguments else None
        fields["cue"] = lines.bound[arguments["Cue"]][1] if "Cue" in arguments else ()
        fields["within"] = lines.notes[arguments["Within"]]["id"] if "Within" in arguments else None
    return _KINDS[kind].model_validate(fields)
