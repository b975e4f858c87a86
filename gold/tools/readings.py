"""Two readings of one text, made without sight of each other: where they differ, and the reading that is settled.

    python -m gold.tools.readings list NAME…      the text and its numbered differences, for a third reader
    python -m gold.tools.readings settle          write gold/<language>/ from both readings and what was decided
    python -m gold.tools.readings check           fail where a text is not what they give

``gold/readings/first`` and ``second`` hold the readings; ``third.tsv`` has one line a text: its name, and for each
difference in order the number of the reading that is followed, ``1`` or ``2``. What nobody decided follows the first.
"""

import argparse
import sys
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from gold.tools.marks import Mark, MarkedText, read_marked, write_marked
from gold.tools.records import GOLD, actor_id, item_id, read_record
from selon.evaluate import pair_records
from selon.evaluate.letters import letters
from selon.evaluate.scores import right_contact_fields, right_fields
from selon.record import Agreement, Contact, Statement

READINGS = GOLD / "readings"
DECISIONS = READINGS / "third.tsv"
ROLES = ("source", "cue", "content", "relay")
VOICES = ("speaker", "chain", "relay", "within")

Head = dict[str, Any]
Item = Statement | Contact | Agreement


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that two readings of a text have differently."""

    table: str
    """``statements``, ``contacts`` or ``agreements``."""
    first: str | None
    """The item's key in the first reading; None where it has none."""
    second: str | None
    about: str
    """What is different: ``there`` for the whole item, ``words`` for its spans, ``voices``, or a field."""


class Readings:
    """Both readings of one text, item beside item; raises ValueError where they are of two texts."""

    def __init__(self, first: MarkedText, second: MarkedText) -> None:
        if first.text != second.text:
            raise ValueError(f"{first.id}: the second reading is of another text")
        self.first, self.second = first, second
        self.pairs = pair_records(read_record(first), read_record(second))
        self.actors = self._same_actors()

    def _same_actors(self) -> dict[str, str]:
        """For each actor of the second reading, the key of the same actor in the first, or a new one."""
        known: Head = self.first.head.get("actors", {})
        found = {}
        for key, actor in self.second.head.get("actors", {}).items():
            same = self.pairs.actors.same
            hit = next((k for k, a in known.items() if same(actor_id(a), actor_id(actor))), None)
            found[key] = hit or (key if key not in known else f"{key}2")
        return found

    def items(self) -> Iterator[tuple[str, str | None, str | None, Item | None, Item | None]]:
        """Table, keys and items of each pair, in the order of the text."""
        for table in ("statements", "contacts", "agreements"):
            names = [
                {item_id(table, key, reading): key for key in reading.head.get(table, {})}
                for reading in (self.first, self.second)
            ]
            for one, other in getattr(self.pairs, table):
                yield table, one and names[0][one.id], other and names[1][other.id], one, other

    def differences(self) -> Iterator[Difference]:
        """All of them, in the order of statements, contacts and agreements."""
        for table, key, also, one, other in self.items():
            fields = ["there"] if one is None or other is None else self._differing(one, other)
            yield from (Difference(table, key, also, about) for about in fields)

    def _differing(self, one: Item, other: Item) -> list[str]:
        if isinstance(one, Statement) and isinstance(other, Statement):
            return self._of_statement(one, other)
        if isinstance(one, Contact) and isinstance(other, Contact):
            fields = right_contact_fields(self.pairs, one, other)
            return [name for name, alike in fields.items() if not alike]
        if isinstance(one, Agreement) and isinstance(other, Agreement):
            parties = frozenset(one.parties), frozenset(other.parties)
            alike = self.pairs.actors.same_people(*parties) == 1 or not any(parties)
            return ["status"] * (one.status != other.status) + ["parties"] * (not alike)
        raise TypeError("two items of different kinds")

    def _of_statement(self, one: Statement, other: Statement) -> list[str]:
        text, right = self.first.text, right_fields(self.pairs, one, other)
        spans = [[each.cue, each.content, (each.source,) if each.source else ()] for each in (one, other)]
        words = all(letters(text, a) == letters(text, b) for a, b in zip(*spans, strict=True))
        voices = right["speaker"] and right["chain"] and one.relay == other.relay
        voices = voices and (one.within is None) == (other.within is None)
        fields = {"words": words, "voices": voices, "quoted_relay": one.quoted_relay == other.quoted_relay}
        fields |= {name: right[name] for name in ("act", "polarity", "nature", "addressees")}
        return [name for name, alike in fields.items() if not alike]


# --- settling --------------------------------------------------------------------------------------------


class Settled:
    """The first reading, on its way to the one that is settled."""

    def __init__(self, readings: Readings) -> None:
        self.readings = readings
        self.head: Head = deepcopy(readings.first.head)
        self.marks = list(readings.first.marks)
        # Statements keep their keys; what only the second reading has gets one that is free.
        self.keys = {
            (table, also): key or f"{also}0" for table, key, also, *_ in readings.items() if also is not None
        }

    def follow_second(self, difference: Difference) -> None:
        """Have one thing as the second reading has it."""
        table, key, also, about = difference.table, difference.first, difference.second, difference.about
        if about == "there" and key is not None:
            del self.head[table][key]
            self.marks = [mark for mark in self.marks if mark.label.split(".")[0] != key]
            return
        assert also is not None
        new = self.keys[table, also]
        item = self._translated(table, also)
        if about == "there":
            self.head.setdefault(table, {})[new] = item
            self._take_marks(new, also)
        elif about == "words":
            self._take_marks(new, also)
        else:
            for field in VOICES if about == "voices" else (about,):
                self.head[table][new].pop(field, None)
                if field in item:
                    self.head[table][new][field] = item[field]

    def _take_marks(self, key: str, also: str) -> None:
        names = {also: key} | {f"{also}.{role}": f"{key}.{role}" for role in ROLES}
        self.marks = [mark for mark in self.marks if mark.label not in names.values()]
        self.marks += [
            Mark(names[mark.label], mark.start, mark.end)
            for mark in self.readings.second.marks
            if mark.label in names
        ]

    def _translated(self, table: str, key: str) -> Head:
        """An item of the second reading in the keys of the first; its topics stay behind."""
        item: Head = deepcopy(self.readings.second.head[table][key])
        item.pop("topics", None)
        for field in ("chain", "addressees", "parties"):
            if field in item:
                item[field] = [self._actor(actor) for actor in item[field]]
        if "speaker" in item:
            item["speaker"] = self._actor(item["speaker"])
        if "participants" in item:
            people = (each.partition(":") for each in item["participants"])
            item["participants"] = [self._actor(actor) + colon + role for actor, colon, role in people]
        if "within" in item:
            item["within"] = self.keys.get(("statements", item["within"]), "")
        if "contact" in item:
            item["contact"] = self.keys.get(("contacts", item["contact"]), "")
        return item

    def _actor(self, key: str) -> str:
        """The key of an actor of the second reading among the actors of the first, which learn who is new."""
        new = self.readings.actors[key]
        actors = self.head.setdefault("actors", {})
        if new not in actors:
            actors[new] = deepcopy(self.readings.second.head["actors"][key])
            if "members" in actors[new]:
                actors[new]["members"] = [self._actor(member) for member in actors[new]["members"]]
        return new

    def finished(self) -> MarkedText:
        """The text with its marks; links to what was dropped are cut."""
        statements, contacts = self.head.get("statements", {}), self.head.get("contacts", {})
        for statement in statements.values():
            if statement.get("within") not in (None, *(k for k, s in statements.items() if s.get("relay"))):
                del statement["within"]
        for agreement in self.head.get("agreements", {}).values():
            if agreement.get("contact") not in (None, *contacts):
                del agreement["contact"]
        self._join_hard_cases()
        first = self.readings.first
        marks = tuple(sorted(self.marks, key=lambda mark: (mark.start, -mark.end)))
        return MarkedText(first.id, first.language, first.text, marks, self.head)

    def _join_hard_cases(self) -> None:
        """A statement shows the hard cases that either reader tagged."""
        for (table, also), key in self.keys.items():
            tagged = self.readings.second.head[table][also].get("hard", [])
            if table == "statements" and key in self.head[table] and tagged:
                own = self.head[table][key].setdefault("hard", [])
                own += [case for case in tagged if case not in own]


def settle(readings: Readings, decisions: str) -> MarkedText:
    """The first reading with the differences that were decided for the second."""
    settled = Settled(readings)
    for difference, choice in zip(readings.differences(), decisions, strict=False):
        if choice == "2":
            settled.follow_second(difference)
    return settled.finished()


# --- for the third reader --------------------------------------------------------------------------------


def describe(readings: Readings) -> Iterator[str]:
    """The text and its numbered differences, each with what both readings have."""
    yield f"=== {readings.first.id}\n{readings.first.text}\n---"
    for number, each in enumerate(readings.differences(), 1):
        words = (
            _told(readings.first, each.table, each.first, each.about),
            _told(readings.second, each.table, each.second, each.about),
        )
        about = (
            each.about if each.about in ("there", "words") else f"{each.about} of {_place(readings, each)}"
        )
        yield f"{number}. {each.table[:-1]} {about}\n   1: {words[0]}\n   2: {words[1]}"


def _place(readings: Readings, difference: Difference) -> str:
    marked, key = readings.first, difference.first
    label = f"{key}.content" if difference.table == "statements" else f"{key}"
    return f"“{_words(marked, label)[:70]}”"


def _told(marked: MarkedText, table: str, key: str | None, about: str) -> str:
    if key is None:
        return "not there"
    head = marked.head[table][key]
    names = {k: actor["name"] for k, actor in marked.head.get("actors", {}).items()}
    if about == "voices":
        chain = [names[k] for k in head.get("chain") or [head["speaker"]]] if "speaker" in head else []
        notes = ["relay"] * head.get("relay", False) + ["carried"] * ("within" in head)
        return " < ".join(chain or ["nobody"]) + "".join(f" ({note})" for note in notes)
    if about in ("there", "words") and table == "statements":
        shown = [f"{role}[{_words(marked, f'{key}.{role}')}]" for role in ("source", "cue", "content")]
        return f"{' '.join(shown)} {names.get(head.get('speaker'), 'nobody')}: {head['act']}"
    if about == "there":
        people = [names[p.partition(":")[0]] for p in head.get("participants", head.get("parties", ()))]
        told = (head.get("kind"), head["status"], ", ".join(people), head.get("date"))
        return f"[{_words(marked, key)}] {' '.join(each for each in told if each)}"
    value = head.get(about, "default")
    listed = value if isinstance(value, list) else [value]
    return ", ".join(names.get(str(each).partition(":")[0], str(each)) for each in listed) or "none"


def _words(marked: MarkedText, label: str) -> str:
    return " … ".join(" ".join(marked.text[start:end].split()) for start, end in marked.spans(label))


# --- the command -----------------------------------------------------------------------------------------


def read_readings(names: list[str]) -> Iterator[Readings]:
    """The readings of some texts, or of all that were read twice, by name."""
    for path in sorted((READINGS / "second").glob("*/*.marked")):
        name = f"{path.parent.name}/{path.stem}"
        if not names or name in names:
            yield Readings(read_marked(READINGS / "first" / f"{name}.marked"), read_marked(path))


def read_decisions() -> dict[str, str]:
    """What the third reading decided, by text."""
    lines = DECISIONS.read_text(encoding="utf-8").splitlines() if DECISIONS.exists() else []
    return {name: choices for name, _, choices in (line.partition("\t") for line in lines)}


def settle_file(readings: Readings, decisions: Mapping[str, str], *, check: bool) -> int:
    """Write a settled text, or only check it; 1, with a line on standard error, where it is not what it should be."""
    settled = settle(readings, decisions.get(readings.first.id, ""))
    path, text = GOLD / f"{settled.id}.marked", write_marked(settled)
    if not check:
        path.write_text(text, encoding="utf-8")
    elif path.read_text(encoding="utf-8") != text:
        print(f"{settled.id} is not settled; run python -m gold.tools.readings settle", file=sys.stderr)
        return 1
    return 0


def main() -> int:
    """List the differences of some texts, or settle all."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else None)
    parser.add_argument("what", choices=("list", "settle", "check"))
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    decisions, wrong = read_decisions(), 0
    for readings in read_readings(options.names):
        if options.what == "list":
            print("\n".join(describe(readings)), end="\n\n")
        else:
            wrong |= settle_file(readings, decisions, check=options.what == "check")
    return wrong


if __name__ == "__main__":
    sys.exit(main())
