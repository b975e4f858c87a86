"""The texts of ``gold/``: their records, and what the index says of each."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from selon.errors import UnreadableInput
from selon.record import Record

INDEX = "texts.jsonl"
"""One line a text: its name, language, part, genre, subject, set, and the hard cases of its statements."""


@dataclass(frozen=True, slots=True)
class GoldText:
    """One text with the record that it should give."""

    name: str
    """Language and file name: ``fr/w1-08-prespa``."""
    part: str
    """``train``, ``dev`` or ``test``."""
    genre: str
    record: Record
    hard: dict[str, tuple[str, ...]]
    """The hard cases of each statement that shows any, by its id."""

    def reread(self) -> Record:
        """What Selon reads in it; raises UnknownLanguage for a language that is not installed."""
        # Not needed where records are given.
        from selon.pipeline import load

        document = self.record.document
        return load(document.language).read(document.text, published=document.published)


def read_gold(folder: Path, *, part: str | None = None, language: str | None = None) -> list[GoldText]:
    """The texts of a folder in the order of its index; those of one part or language where it is named.

    Raises UnreadableInput, with file and line, for what is missing or no record, and where nothing is left.
    """
    rows = [
        row
        for row in _rows(folder / INDEX)
        if part in (None, row["part"]) and language in (None, row["language"])
    ]
    records: dict[str, dict[str, Record]] = {}
    for code in dict.fromkeys(row["language"] for row in rows):
        records[code] = {each.document.id: each for each in read_records(folder / f"{code}.jsonl")}
    found = [_gold_text(row, records[row["language"]], folder) for row in rows]
    if not found:
        raise UnreadableInput(str(folder), f"no text of part {part or 'any'} in language {language or 'any'}")
    return found


def read_records(path: Path) -> Iterator[Record]:
    """The records of a file of JSON Lines; raises UnreadableInput for a line that is none."""
    for number, line in enumerate(_lines(path), 1):
        try:
            yield Record.model_validate_json(line)
        except ValidationError as wrong:
            first = wrong.errors()[0]
            where = ".".join(str(step) for step in first["loc"]) or "the line"
            raise UnreadableInput(f"{path}, line {number}", f"no record: {where}: {first['msg']}") from None


def _gold_text(row: dict[str, Any], records: dict[str, Record], folder: Path) -> GoldText:
    record = records.get(row["document"])
    if record is None:
        raise UnreadableInput(str(folder / f"{row['language']}.jsonl"), f"has no record of {row['name']}")
    hard = {statement: tuple(cases) for statement, cases in row["hard"].items()}
    return GoldText(row["name"], row["part"], row["genre"], record, hard)


_FIELDS = frozenset({"name", "document", "language", "part", "genre", "hard"})


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(_lines(path), 1):
        try:
            row = json.loads(line)
        except json.JSONDecodeError as wrong:
            raise UnreadableInput(f"{path}, line {number}", f"not JSON: {wrong.msg}") from None
        if not isinstance(row, dict) or not row.keys() >= _FIELDS:
            raise UnreadableInput(f"{path}, line {number}", f"lacks one of {', '.join(sorted(_FIELDS))}")
        yield row


def _lines(path: Path) -> list[str]:
    try:
        return [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    except OSError as wrong:
        raise UnreadableInput(str(path), (wrong.strerror or str(wrong)).lower()) from None
    except UnicodeDecodeError:
        raise UnreadableInput(str(path), "not UTF-8") from None
