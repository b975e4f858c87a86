"""Sets of accounts of one contact, and the points that they agree on, tell alone or contradict each other on.

    python -m gold.tools.sets

Prints each set as a Markdown table: one row a point, one column an account, with the words of the text.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from gold.tools.marks import Span, read_marked
from gold.tools.records import GOLD
from gold.tools.tables import markdown

STATUSES = ("corroborated", "only in one", "contradicted")


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that the accounts of a contact can be compared on."""

    point: str
    status: str
    """One of ``STATUSES``; accounts that are not named are silent."""
    accounts: Mapping[str, Span]
    """For each text that speaks of it, by name, where."""


@dataclass(frozen=True, slots=True)
class AccountSet:
    """Two to four accounts of one contact."""

    name: str
    contact: str
    texts: Mapping[str, str]
    """Each text by its name."""
    points: tuple[Point, ...]


def read_sets(folder: Path = GOLD) -> Iterator[AccountSet]:
    """All sets by name; raises ValueError where words do not stand exactly once in their text."""
    members: dict[str, dict[str, str]] = {}
    for path in sorted(folder.glob("*/*.marked")):
        marked = read_marked(path)
        if "set" in marked.head:
            members.setdefault(marked.head["set"], {})[marked.id] = marked.text
    for path in sorted((folder / "sets").glob("*.toml")):
        head = tomllib.loads(path.read_text(encoding="utf-8"))
        texts = members.get(path.stem, {})
        points = tuple(
            Point(
                each["point"],
                each["status"],
                {name: _place(path, texts, name, words) for name, words in each["accounts"].items()},
            )
            for each in head["points"]
        )
        yield AccountSet(path.stem, head["contact"], texts, points)


def _place(path: Path, texts: Mapping[str, str], name: str, words: str) -> Span:
    if name not in texts:
        raise ValueError(f"{path.name}: {name} is no text of this set")
    if texts[name].count(words) != 1:
        raise ValueError(f"{path.name}: {words!r} stands {texts[name].count(words)} times in {name}")
    start = texts[name].index(words)
    return start, start + len(words)


def describe(accounts: AccountSet) -> str:
    """A set as a table under its contact: a row a point, a column an account."""
    rows = (
        (point.point, point.status, *(_words(point, name, text) for name, text in accounts.texts.items()))
        for point in accounts.points
    )
    return markdown(f"{accounts.name}: {accounts.contact}", ("point", "status", *accounts.texts), rows)


def _words(point: Point, name: str, text: str) -> str:
    return " ".join(text[slice(*point.accounts[name])].split()) if name in point.accounts else ""


if __name__ == "__main__":
    for each in read_sets():
        print(describe(each))
