"""One page of matched, missed, spurious and half-right statements and contacts, text by text."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, TextIO

from selon.evaluate.report import HARD_CASES, Evaluated, Table, make_tables
from selon.evaluate.scores import right_contact_fields, right_fields
from selon.record import Contact, Statement
from selon.wording import Wording

if TYPE_CHECKING:
    from jinja2 import Template

VERDICTS = ("matched", "half right", "missed", "spurious")
"""Found and right; found with something wrong; only in gold; only in the other record."""


@dataclass(frozen=True, slots=True)
class Side:
    """One item as one record has it."""

    who: str
    what: str
    words: str
    line: int
    """The line that its words begin on."""


@dataclass(frozen=True, slots=True)
class Case:
    """One item of a text, as gold has it and as it was found."""

    verdict: str
    line: int
    hard: tuple[str, ...]
    """What the phenomena that it shows mean."""
    wrong: tuple[str, ...]
    """The fields that do not agree; empty unless it is half right."""
    gold: Side | None
    found: Side | None


@dataclass(frozen=True, slots=True)
class TextCases:
    """All items of one text."""

    name: str
    genre: str
    statements: tuple[Case, ...]
    contacts: tuple[Case, ...]


def write_page(texts: Sequence[Evaluated], out: TextIO, *, title: str) -> None:
    """Write one self-contained page: the tables, then each text with its items and what became of them."""
    tables: tuple[Table, ...] = make_tables(texts)
    cases = [_text_cases(each) for each in texts]
    out.write(_template().render(title=title, tables=tables, texts=cases, verdicts=VERDICTS))
    out.write("\n")


def _text_cases(each: Evaluated) -> TextCases:
    pairs, words = each.pairs, (Wording(each.pairs.gold), Wording(each.pairs.found))

    def statement_case(gold: Statement | None, found: Statement | None) -> Case:
        right = right_fields(pairs, gold, found) if gold and found else {}
        sides = [
            _statement_side(one, told) if one else None
            for one, told in zip((gold, found), words, strict=True)
        ]
        return _case(sides, right, each.text.hard.get(gold.id, ()) if gold else ())

    def contact_case(gold: Contact | None, found: Contact | None) -> Case:
        right = right_contact_fields(pairs, gold, found) if gold and found else {}
        sides = [
            _contact_side(one, told) if one else None for one, told in zip((gold, found), words, strict=True)
        ]
        return _case(sides, right, ())

    statements = [statement_case(*pair) for pair in pairs.statements]
    contacts = [contact_case(*pair) for pair in pairs.contacts]
    return TextCases(each.text.name, each.text.genre, _in_order(statements), _in_order(contacts))


def _case(sides: Sequence[Side | None], right: Mapping[str, bool], hard: Sequence[str]) -> Case:
    gold, found = sides
    wrong = tuple(name for name, alike in right.items() if not alike)
    return Case(
        verdict=_verdict(gold, found, wrong),
        line=next(side.line for side in sides if side),
        hard=tuple(HARD_CASES.get(case, case) for case in hard),
        wrong=wrong,
        gold=gold,
        found=found,
    )


def _in_order(cases: Iterable[Case]) -> tuple[Case, ...]:
    return tuple(sorted(cases, key=lambda case: case.line))


def _statement_side(statement: Statement, words: Wording) -> Side:
    marks: list[str] = [statement.act, statement.kind]
    marks += ["negated"] * (statement.polarity == "negated")
    marks += ["attitude"] * (statement.nature == "attitude") + ["relay"] * statement.relay
    to = f" to {words.names(statement.addressees)}" if statement.addressees else ""
    who = words.chain(statement) or "nobody named"
    line = words.line(statement.content[0][0])
    return Side(f"{who}{to}", ", ".join(marks), words.words(statement.content), line)


def _contact_side(contact: Contact, words: Wording) -> Side:
    what = (words.what(contact), contact.status, words.when(contact), words.where(contact))
    who = words.participants(contact) or "nobody named"
    line = words.line(contact.evidence[0][0])
    return Side(who, ", ".join(each for each in what if each), words.words(contact.evidence), line)


def _verdict(gold: object, found: object, wrong: tuple[str, ...]) -> str:
    if gold is None:
        return "spurious"
    if found is None:
        return "missed"
    return "half right" if wrong else "matched"


def _template() -> "Template":
    from jinja2 import Environment

    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(
        files("selon.evaluate").joinpath("page.html.jinja").read_text(encoding="utf-8")
    )
