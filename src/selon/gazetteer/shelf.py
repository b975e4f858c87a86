"""The compiled gazetteer: what the data files hold, in the form that loads fastest."""

import json
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from selon.gazetteer.entry import Entry, Held
from selon.gazetteer.gazetteer import Gazetteer
from selon.gazetteer.source import leading_offices, other_names, read_source

COMPILED = "compiled.json"


@cache
def load_gazetteer() -> Gazetteer:
    """The gazetteer that comes with Selon; loaded once."""
    text = (files("selon.gazetteer") / COMPILED).read_text(encoding="utf-8")
    data = json.loads(text)
    return Gazetteer(map(_entry, data["entries"]), leading=data["leading"], others=data["others"])


def compile_source() -> str:
    """The compiled form of the data files, as written to disk: one entry a line."""
    lines = ",\n".join(_compact(_row(entry)) for entry in read_source())
    leading, others = _compact(leading_offices()), _compact(sorted(other_names()))
    return f'{{"leading":{leading},\n"others":{others},\n"entries":[\n{lines}\n]}}\n'


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _row(entry: Entry) -> Sequence[Any]:
    offices = [[held.office, held.of, held.since, held.until] for held in entry.offices]
    return (
        entry.id, entry.name, entry.kind, entry.wikidata, entry.state, entry.gender, offices,
        entry.variants, entry.surnames, entry.organ, entry.adjective, entry.capital,
    )  # fmt: skip


def _entry(row: Iterable[Any]) -> Entry:
    actor, name, kind, wikidata, state, gender, offices, variants, surnames, *rest = row
    held = tuple(Held(*office) for office in offices)
    return Entry(actor, name, kind, wikidata, state, gender, held, tuple(variants), tuple(surnames), *rest)
