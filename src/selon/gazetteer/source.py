"""From the data files to entries."""

import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from selon.gazetteer.entry import Entry, Held
from selon.gazetteer.names import folded, slug

_PARTICLES = frozenset({
    "al", "el", "as", "ash", "ben", "bin", "bint", "ibn", "ould", "abu", "abou", "von", "van", "der", "den", "de",
    "del", "della", "di", "da", "dos", "du", "des", "la", "le", "ter", "ten",
})  # fmt: skip
_FOLDER = files("selon.gazetteer") / "data"


def read_source(folder: Traversable = _FOLDER) -> tuple[Entry, ...]:
    """All entries of the TOML files in ``folder``: states first, people last."""
    names = sorted(path.name for path in folder.iterdir() if path.name.startswith("people-"))
    entries = [*_states(_table(folder / "states.toml"))]
    for kind in ("bodies", "governments", "outlets", "places"):
        entries += [_named(key, fields) for key, fields in _table(folder / f"{kind}.toml").items()]
    homes = {entry.id: entry.state for entry in entries}
    for name in names:
        entries += [_person(fields, homes) for fields in _table(folder / name).values()]
    return tuple(entries)


def leading_offices(folder: Traversable = _FOLDER) -> dict[str, str]:
    """The office that leads each state where it is not the head of state, by code of the state."""
    states = _table(folder / "states.toml")
    return {code: fields["leader"] for code, fields in states.items() if "leader" in fields}


def other_names(folder: Traversable = _FOLDER) -> frozenset[str]:
    """Surnames that are near to those of people here and belong to others, folded."""
    return frozenset(folded(name) for name in _table(folder / "others.toml")["names"])


def _table(path: Traversable) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _states(table: Mapping[str, Any]) -> Iterator[Entry]:
    """Every state, then every capital that goes by another name than its state."""
    for code, fields in table.items():
        yield Entry(
            f"state/{code}",
            fields["name"],
            "state",
            state=code,
            variants=tuple(fields["names"]),
            adjective=fields["adjective"],
        )
    for code, fields in table.items():
        if "capital" in fields:
            name, variants = fields["capital"], tuple(fields.get("capital_names", ()))
            yield Entry(f"place/{slug(name)}", name, "place", state=code, variants=variants, capital=True)


def _named(key: str, fields: Mapping[str, Any]) -> Entry:
    """A body, government, outlet or place; its key is its id."""
    return Entry(
        id=key,
        name=fields["name"],
        kind=key.partition("/")[0],  # type: ignore[arg-type]  # the ids of these files start with their kind
        state=fields.get("state"),
        variants=tuple(fields.get("names", ())),
        organ=fields.get("organ"),
    )


def _person(fields: Mapping[str, Any], homes: Mapping[str, str | None]) -> Entry:
    name, variants = fields["name"], tuple(fields.get("names", ()))
    known = fields.get("known", ())
    first = fields.get("family_first", False)
    # No word of "Charles III" is a family name, and "Young" alone is seldom the one here: those go by whole names.
    named = () if fields.get("whole_name") else (name, *variants)
    return Entry(
        id=f"person/{slug(name)}",
        name=name,
        kind="person",
        state=fields.get("state"),
        gender=fields["gender"],
        offices=tuple(held for office in fields.get("offices", ()) for held in _held(office, homes)),
        variants=variants,
        surnames=_surnames(named, known, family_first=first),
    )


def _held(office: Mapping[str, str], homes: Mapping[str, str | None]) -> Iterator[Held]:
    """The office as given; one of a government's is its state's too."""
    held = Held(office["office"], office["of"], office["since"], office.get("until"))
    yield held
    home = homes.get(held.of)
    if held.of.startswith("government/") and home is not None:
        yield Held(held.office, f"state/{home}", held.since, held.until)


def _surnames(names: tuple[str, ...], known: tuple[str, ...], *, family_first: bool) -> tuple[str, ...]:
    """What the person goes by without a given name, in lower case and without accents, each once."""
    found: dict[str, None] = dict.fromkeys(folded(each) for each in known)
    for name in names:
        words = name.split()
        if len(words) > 1:
            found |= dict.fromkeys(folded(each) for each in _family(words, family_first=family_first))
    return tuple(found)


def _family(words: list[str], *, family_first: bool) -> Iterator[str]:
    """The family name, then with the particles before it ("Leyen", "von der Leyen")."""
    if family_first:
        yield words[0]
        return
    last = words[-1]
    bare = last.lower().replace("’", "'")
    yield last
    head, dash, rest = last.partition("-")
    if dash and head.lower() in _PARTICLES:
        yield rest
    if bare.startswith(("d'", "l'")):
        yield last[2:]
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in _PARTICLES:
        start -= 1
    if start < len(words) - 1:
        yield " ".join(words[start:])
