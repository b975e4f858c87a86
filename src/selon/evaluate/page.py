"""One page of matched, missed, spurious and half-right statements and contacts, text by text."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, TextIO

from selon.evaluate.pairs import Pairs
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
    out.write(_template().render(title=title, tables=tables, texts=cases, verdicts=VERDICTS, hard=HARD_CASES))
    out.write("\n")


def _text_cases(each: Evaluated) -> TextCases:
    return TextCases(
        each.text.name,
        each.text.genre,
        tuple(sorted(_statement_cases(each), key=lambda case: case.line)),
        tuple(sorted(_contact_cases(each.pairs), key=lambda case: case.line)),
    )


def _statement_cases(each: Evaluated) -> Iterator[Case]:
    words = Wording(each.pairs.gold), Wording(each.pairs.found)
    for gold, found in each.pairs.statements:
        wrong = _wrong(right_fields(each.pairs, gold, found).items()) if gold and found else ()
        either = gold or found
        if either is None:
            continue
        yield Case(
            verdict=_verdict(gold, found, wrong),
            line=words[0].line(either.content[0][0]),
            hard=tuple(HARD_CASES.get(case, case) for case in each.text.hard.get(either.id, ()) if gold),
            wrong=wrong,
            gold=_statement_side(gold, words[0]) if gold else None,
            found=_statement_side(found, words[1]) if found else None,
        )


def _statement_side(statement: Statement, words: Wording) -> Side:
    marks: list[str] = [statement.act, statement.kind]
    marks += ["negated"] * (statement.polarity == "negated")
    marks += ["attitude"] * (statement.nature == "attitude") + ["relay"] * statement.relay
    to = f" to {words.names(statement.addressees)}" if statement.addressees else ""
    who = words.chain(statement) or "nobody named"
    return Side(f"{who}{to}", ", ".join(marks), words.words(statement.content))


def _contact_cases(pairs: Pairs) -> Iterator[Case]:
    words = Wording(pairs.gold), Wording(pairs.found)
    for gold, found in pairs.contacts:
        wrong = _wrong(right_contact_fields(pairs, gold, found).items()) if gold and found else ()
        either = gold or found
        if either is None:
            continue
        yield Case(
            verdict=_verdict(gold, found, wrong),
            line=words[0].line(either.evidence[0][0]),
            hard=(),
            wrong=wrong,
            gold=_contact_side(gold, words[0]) if gold else None,
            found=_contact_side(found, words[1]) if found else None,
        )


def _contact_side(contact: Contact, words: Wording) -> Side:
    what = (words.what(contact), contact.status, words.when(contact), words.where(contact))
    who = words.participants(contact) or "nobody named"
    return Side(who, ", ".join(each for each in what if each), words.words(contact.evidence))


def _wrong(fields: Iterable[tuple[str, bool]]) -> tuple[str, ...]:
    return tuple(name for name, right in fields if not right)


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
