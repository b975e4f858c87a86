"""``selon evaluate``."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from selon.evaluate import Evaluated, GoldText
    from selon.record import Record


class Figures(StrEnum):
    """How figures are shown."""

    TABLE = "table"
    JSON = "json"


Gold = Annotated[
    Path,
    typer.Argument(metavar="FOLDER", show_default=False, help="Texts with the records they should give."),
]
Part = Annotated[
    str | None, typer.Option("--part", metavar="PART", help="Only the texts of one part: train, dev, test.")
]
OneLanguage = Annotated[
    str | None, typer.Option("--lang", metavar="CODE", help="Only the texts of one language.")
]
Given = Annotated[
    Path | None,
    typer.Option(
        "--records",
        metavar="FILE",
        help="Score these records, one a line, found by their document's id; Selon reads the texts when left out.",
    ),
]
Page = Annotated[
    Path | None,
    typer.Option(
        "--html", metavar="FILE", help="Write a page of matched, missed, spurious and half-right items."
    ),
]
Floors = Annotated[
    Path | None,
    typer.Option("--floors", metavar="FILE", help="Fail where a figure is below the floor that a file sets."),
]


def evaluate_command(
    gold: Gold,
    *,
    part: Part = None,
    lang: OneLanguage = None,
    records: Given = None,
    show: Annotated[Figures, typer.Option("--as", help="How to show the figures.")] = Figures.TABLE,
    page: Page = None,
    floors: Floors = None,
) -> None:
    """Score records against those that texts should give.

    The figures, in per cent, say how much is found, and how much of it is right. Statements and agreements are
    found where contents share half of their letters, contacts where the kind and half of the participants agree.
    Exit code 1 where a figure is below its floor.
    """
    import json

    from selon.evaluate import headline_figures, make_tables, read_gold

    texts = read_gold(gold, part=part, language=lang)
    if records is None and lang is None:
        texts = _readable(texts)
    evaluated = _evaluate(texts, records)
    if page is not None:
        _write_page(
            evaluated, page, f"{gold.name or 'gold'}, {part or 'all parts'}, {lang or 'all languages'}"
        )
    if show is Figures.JSON:
        typer.echo(json.dumps(headline_figures(evaluated), indent=2))
    else:
        from selon.cli.table import show_tables

        show_tables(make_tables(evaluated), sys.stdout)
    if floors is not None:
        _hold_floors(evaluated, floors)


def _readable(texts: "list[GoldText]") -> "list[GoldText]":
    """The texts in languages that are installed; tells on standard error which others are left out."""
    from selon.languages import installed_languages

    installed = installed_languages()
    others = sorted({text.record.document.language for text in texts} - set(installed))
    kept = [text for text in texts if text.record.document.language not in others]
    if others and kept:
        typer.echo(f"left out, not read yet: {len(texts) - len(kept)} texts in {', '.join(others)}", err=True)
    return kept or texts


def _evaluate(texts: "list[GoldText]", records: Path | None) -> "list[Evaluated]":
    from selon.evaluate import Evaluated, pair_records, read_records

    if records is None:
        return [Evaluated(text, pair_records(text.record, text.reread())) for text in texts]
    given = {each.document.id: each for each in read_records(records)}
    return [Evaluated(text, pair_records(text.record, _given(text, given, records))) for text in texts]


def _given(text: "GoldText", given: "dict[str, Record]", path: Path) -> "Record":
    from selon.errors import UnreadableInput

    document = text.record.document
    record = given.get(document.id)
    if record is None:
        raise UnreadableInput(str(path), f"no record of {text.name}, document {document.id}")
    if record.document.text != document.text:
        raise UnreadableInput(str(path), f"the record of {text.name} is of another text")
    return record


def _write_page(evaluated: "list[Evaluated]", path: Path, title: str) -> None:
    from selon.errors import UnreadableInput
    from selon.evaluate import write_page

    try:
        with path.open("w", encoding="utf-8") as out:
            write_page(evaluated, out, title=title)
    except OSError as wrong:
        raise UnreadableInput(str(path), (wrong.strerror or str(wrong)).lower()) from None


def _hold_floors(evaluated: "list[Evaluated]", path: Path) -> None:
    from selon.evaluate import below_floors

    below = below_floors(evaluated, path)
    for line in below:
        typer.echo(f"below its floor: {line}", err=True)
    if below:
        raise typer.Exit(1)
