"""Our marked texts as records, the format of everything that Selon reads: ``gold/<language>.jsonl``.

    python -m gold.tools.records [--check | --count]

Writes one record a line, in the order of the files' names; with ``--check`` it writes nothing and fails where
a file is not what the marks give, with ``--count`` it prints how much there is of each language. Every
offset comes from a mark. What the marks do not tell is left empty: mentions, roles, media, times and venues.
"""

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from gold.tools.marks import MarkedText, Span, read_part
from gold.tools.phenomena import hard_cases
from selon.extract.quotations import Quotations, find_quotations
from selon.extract.statements import find_kind
from selon.gazetteer.names import slug
from selon.record import (
    Actor,
    ActorId,
    Agreement,
    Contact,
    Document,
    Link,
    MadeBy,
    Participant,
    Record,
    Statement,
    StatementKind,
    Topic,
)

GOLD = Path(__file__).parent.parent
LANGUAGES = ("de", "en", "es", "fr", "ru", "uk")
INDEX = "texts.jsonl"
_DAY = len("2025-03-14")


def main() -> int:
    """Write the records, check them or count them; 1 where one is not what the marks give."""
    parser = argparse.ArgumentParser(description="Turn the marked texts of gold/ into records.")
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument(
        "--check", action="store_true", help="write nothing; fail where a file is out of date"
    )
    choice.add_argument("--count", action="store_true", help="write nothing; print how much there is")
    options = parser.parse_args()
    if options.count:
        print("\n".join(count_row(language) for language in LANGUAGES))
        return 0
    files = gold_files()
    return max(check(name, lines) if options.check else write(name, lines) for name, lines in files.items())


def write(name: str, lines: str) -> int:
    """Write one file; always 0."""
    (GOLD / name).write_text(lines, encoding="utf-8")
    return 0


def check(name: str, lines: str) -> int:
    """1, with a line on standard error, where a file is not what the marks give; else 0."""
    path = GOLD / name
    if path.exists() and path.read_text(encoding="utf-8") == lines:
        return 0
    print(f"{name} is not what the marks give; run python -m gold.tools.records", file=sys.stderr)
    return 1


def count_row(language: str) -> str:
    """Texts, words, statements, contacts and agreements of one language, as a row of a Markdown table."""
    records = [record for _, record in gold_records(language)]
    counts = (
        len(records),
        sum(len(record.document.text.split()) for record in records),
        sum(len(record.statements) for record in records),
        sum(len(record.contacts) for record in records),
        sum(len(record.agreements) for record in records),
    )
    return f"| `{language}` | " + " | ".join(f"{count:,}" for count in counts) + " |"


def gold_files() -> dict[str, str]:
    """The index and the records of each language, as JSON Lines by the file's name."""
    index: list[str] = []
    files: dict[str, str] = {}
    for language in LANGUAGES:
        texts = list(gold_records(language))
        files[f"{language}.jsonl"] = "".join(f"{record.model_dump_json()}\n" for _, record in texts)
        index += [json.dumps(index_row(*text), ensure_ascii=False) + "\n" for text in texts]
    return files | {INDEX: "".join(index)}


def index_row(marked: MarkedText, record: Record) -> dict[str, Any]:
    """What a head says of its text, with the hard cases of its statements."""
    return {
        "name": marked.id,
        "document": record.document.id,
        "language": marked.language,
        **{field: marked.head.get(field) for field in ("part", "genre", "subject", "set")},
        "hard": hard_by_id(marked),
    }


def hard_by_id(marked: MarkedText) -> dict[str, tuple[str, ...]]:
    """The hard cases of each statement that shows any, by the statement's id."""
    return {item_id("statements", key, marked): cases for key, cases in hard_cases(marked).items()}


def gold_records(language: str) -> Iterator[tuple[MarkedText, Record]]:
    """Each marked text of a language with its record, by file name."""
    for marked in read_part(GOLD, language):
        yield marked, read_record(marked)


def read_record(marked: MarkedText) -> Record:
    """The record that the marks of one text give; raises KeyError for an actor that the head lacks."""
    cast, sayings = _Cast(marked), _Sayings(marked)
    statements = tuple(_statement(key, sayings, cast) for key in sayings.head)
    contacts = tuple(_contact(key, marked, cast, statements) for key in marked.head.get("contacts", {}))
    agreements = tuple(_agreement(key, marked, cast, statements) for key in marked.head.get("agreements", {}))
    topics = (_topic(key, marked) for key in marked.head.get("topics", {}))
    return Record(
        made_by=MadeBy(selon="by hand", model="none", languages=marked.language),
        document=_document(marked),
        actors=cast.referred(statements, contacts, agreements),
        statements=tuple(sorted(statements, key=lambda each: (each.content, each.id))),
        contacts=tuple(sorted(contacts, key=lambda each: (each.evidence, each.id))),
        agreements=tuple(sorted(agreements, key=lambda each: (each.content, each.id))),
        topics=tuple(sorted(topics, key=lambda each: (each.spans, each.id))),
    )


def _document(marked: MarkedText) -> Document:
    text, published = marked.text, marked.head.get("published", "")
    return Document(
        id="d-" + _digest(f"\x1f\x1f{text}", 16),
        language=marked.language,
        title=text.split("\n", 1)[0].strip() if marked.head.get("headline") else None,
        text=text,
        published=published if len(published) == _DAY else None,
    )


# --- actors ----------------------------------------------------------------------------------------------


class _Cast:
    """The actors of one text by the key that its head gives them, and the places by their name."""

    def __init__(self, marked: MarkedText) -> None:
        self.head: dict[str, Any] = marked.head.get("actors", {})
        self.ids = {key: actor_id(actor) for key, actor in self.head.items()}
        self.places: dict[str, ActorId] = {}

    def members(self, key: str) -> tuple[ActorId, ...]:
        """An actor, or the members of a group that names them."""
        return tuple(self.ids[member] for member in self.head[key].get("members", (key,)))

    def place(self, name: str | None) -> ActorId | None:
        """The actor for a place; one of the head that has its name where there is one."""
        if name is None:
            return None
        self.places[name] = f"local/{slug(name)}"
        return self.places[name]

    def referred(
        self, statements: Sequence[Statement], contacts: Sequence[Contact], agreements: Sequence[Agreement]
    ) -> tuple[Actor, ...]:
        """Everybody whom an item names, with the members of groups, in the head's order; then the places."""
        named = {actor for statement in statements for actor in _actors_of(statement)}
        named |= {each.actor for contact in contacts for each in contact.participants}
        named |= {contact.place for contact in contacts if contact.place}
        named |= {party for agreement in agreements for party in agreement.parties}
        people = [self._actor(key) for key in self.head]
        named |= {member for actor in people if actor.id in named for member in actor.members}
        known = {actor.id for actor in people}
        places = [
            Actor(id=id_, name=name, kind="place") for name, id_ in self.places.items() if id_ not in known
        ]
        return tuple(actor for actor in [*people, *places] if actor.id in named)

    def _actor(self, key: str) -> Actor:
        actor = self.head[key]
        members = self.members(key) if "members" in actor else ()
        return Actor(id=self.ids[key], name=actor["name"], kind=actor["kind"], members=members)


def _actors_of(statement: Statement) -> Iterator[ActorId]:
    yield from (link.actor for link in statement.chain)
    yield from statement.addressees


# --- statements ------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Sayings:
    """The statements of one text: heads, spans, ids, and which relay holds which."""

    marked: MarkedText

    @cached_property
    def head(self) -> dict[str, Any]:
        """What the head says of each statement."""
        found: dict[str, Any] = self.marked.head.get("statements", {})
        return found

    @cached_property
    def quotations(self) -> Quotations:
        """Where the text quotes."""
        return find_quotations(self.marked.text)

    def spans(self, key: str, role: str) -> tuple[Span, ...]:
        """Where one role of a statement stands."""
        return tuple(self.marked.spans(f"{key}.{role}"))

    def source(self, key: str) -> Span | None:
        """The words that stand for the speaker; None where nothing does."""
        return next(iter(self.spans(key, "source")), None)

    def id(self, key: str) -> str:
        """Made from cue and content, as those of statements that are read."""
        return item_id("statements", key, self.marked)

    def chain(self, key: str) -> list[str]:
        """The keys of the voices, nearest first; empty for words that nobody is named for."""
        head = self.head[key]
        found: list[str] = head.get("chain") or [head["speaker"]] if "speaker" in head else []
        return found

    def enclosing(self, key: str) -> list[str]:
        """The statements that hold this one's words and whose voice its chain names, innermost first.

        Words that nobody is named for have no chain: all that hold them.
        """
        chain = self.chain(key)
        start, end = self.spans(key, "content")[0]
        found = []
        for other, head in self.head.items():
            if other != key and (head.get("speaker") in chain[1:] or not chain):
                found += [(e - s, other) for s, e in self.spans(other, "content") if s <= start and end <= e]
        return [other for _, other in sorted(found)]

    def within(self, key: str) -> str | None:
        """The relay that a statement is part of: the one the head names, or the innermost that holds it."""
        named: str | None = self.head[key].get("within")
        return named or next((each for each in self.enclosing(key) if self.head[each].get("relay")), None)


def _statement(key: str, sayings: _Sayings, cast: _Cast) -> Statement:
    head, within = sayings.head[key], sayings.within(key)
    quoted_relay = head.get("quoted_relay", False)
    return Statement(
        id=sayings.id(key),
        nature=head.get("nature", "speech"),
        kind=head.get("kind") or _kind(key, sayings, quoted_relay=quoted_relay),
        act=head["act"],
        polarity=head.get("polarity", "affirmed"),
        speaker=cast.ids[head["speaker"]] if "speaker" in head else None,
        source=sayings.source(key),
        cue=sayings.spans(key, "cue"),
        content=sayings.spans(key, "content"),
        addressees=tuple(cast.ids[actor] for actor in head.get("addressees", ())),
        chain=tuple(_links(key, sayings, cast)),
        within=sayings.id(within) if within else None,
        relay=head.get("relay", False),
        quoted_relay=quoted_relay,
        topics=tuple(_topic_id(sayings.marked.head["topics"][topic]) for topic in head.get("topics", ())),
        confidence=1.0,
    )


def _kind(key: str, sayings: _Sayings, *, quoted_relay: bool) -> StatementKind:
    return "indirect" if quoted_relay else find_kind(sayings.spans(key, "content"), sayings.quotations)


def _links(key: str, sayings: _Sayings, cast: _Cast) -> Iterator[Link]:
    """The speaker, then each relay where it is named: beside what it says, or by a mark of its own."""
    chain = sayings.chain(key)
    named = {sayings.head[other].get("speaker"): sayings.source(other) for other in sayings.enclosing(key)}
    marked = next(iter(sayings.spans(key, "relay")), None)
    for place, voice in enumerate(chain):
        span = sayings.source(key) if place == 0 else named.get(voice)
        if place and span is None:
            span, marked = marked, None
        yield Link(actor=cast.ids[voice], span=span, inferred=place > 0 and span is None)


# --- contacts, agreements, topics ------------------------------------------------------------------------


def _contact(key: str, marked: MarkedText, cast: _Cast, statements: Sequence[Statement]) -> Contact:
    head, evidence = marked.head["contacts"][key], tuple(marked.spans(key))
    return Contact(
        id=item_id("contacts", key, marked),
        kind=head["kind"],
        status=head["status"],
        level=head.get("level"),
        participants=tuple(_participants(head.get("participants", ()), cast)),
        date=head.get("date"),
        place=cast.place(head.get("place")),
        background=head.get("background", False),
        topics=tuple(_topic_id(marked.head["topics"][topic]) for topic in head.get("topics", ())),
        evidence=evidence,
        statements=tuple(each.id for each in _holding(evidence, statements)),
    )


def _participants(named: Sequence[str], cast: _Cast) -> Iterator[Participant]:
    """``key`` or ``key:role``; a group stands for its members."""
    for each in named:
        key, _, role = each.partition(":")
        yield from (
            Participant.model_validate({"actor": actor, "role": role or None}) for actor in cast.members(key)
        )


def _agreement(key: str, marked: MarkedText, cast: _Cast, statements: Sequence[Statement]) -> Agreement:
    head, content = marked.head["agreements"][key], tuple(marked.spans(key))
    reporting = _holding(content, statements)
    return Agreement(
        id=item_id("agreements", key, marked),
        parties=tuple(actor for party in head.get("parties", ()) for actor in cast.members(party)),
        status=head["status"],
        content=content,
        contact=item_id("contacts", head["contact"], marked) if "contact" in head else None,
        statement=reporting[0].id if reporting else None,
    )


def _topic(key: str, marked: MarkedText) -> Topic:
    label = marked.head["topics"][key]
    return Topic(id=_topic_id(label), label=label, spans=tuple(marked.spans(key)))


def _holding(spans: Sequence[Span], statements: Sequence[Statement]) -> list[Statement]:
    """The statements whose content holds one of some spans, shortest first."""
    found = [
        (end - start, each.content, each)
        for each in statements
        for start, end in each.content
        if any(start <= first and last <= end for first, last in spans)
    ]
    return [each for _, _, each in sorted(found, key=lambda row: row[:2])]


def item_id(table: str, key: str, marked: MarkedText) -> str:
    """The id of a statement, contact or agreement of the head, made from its spans."""
    roles = ("cue", "content") if table == "statements" else ()
    spans = [tuple(marked.spans(f"{key}.{role}")) for role in roles] or [tuple(marked.spans(key))]
    return _id(table[0], "".join(str(each) for each in spans))


def actor_id(actor: dict[str, Any]) -> ActorId:
    """The id of an actor of the head, made from the name."""
    return f"local/{slug(actor['name'])}"


def _topic_id(label: str) -> str:
    return f"topic/{slug(label)}"


def _id(letter: str, key: str) -> str:
    return f"{letter}-{_digest(key, 10)}"


def _digest(key: str, length: int) -> str:
    return hashlib.sha256(key.encode()).hexdigest()[:length]


if __name__ == "__main__":
    sys.exit(main())
