"""The files of a language pack, and what is wrong in them, and where."""

import tomllib
from collections.abc import Mapping
from importlib.resources.abc import Traversable
from typing import Any

from pydantic import ValidationError

from selon.errors import BrokenPack

_NAMING_KEYS = ("lemma", "phrase", "word", "label", "form", "forms", "open")


def read_file(folder: Traversable, name: str) -> dict[str, Any]:
    """What a file of a pack holds; raises BrokenPack where it is missing or no UTF-8 or TOML."""
    path = f"languages/{folder.name}/{name}.toml"
    try:
        return tomllib.loads(folder.joinpath(f"{name}.toml").read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise BrokenPack(path, name, "the file is missing") from None
    except UnicodeDecodeError as wrong:
        raise BrokenPack(path, name, f"not UTF-8 at byte {wrong.start}") from None
    except tomllib.TOMLDecodeError as wrong:
        raise BrokenPack(path, name, str(wrong)) from None


def broken_pack(wrong: ValidationError, raw: Any, origin: Mapping[str, str], code: str) -> BrokenPack:
    """The first thing wrong with a pack, with the file and the entry it is in."""
    first = wrong.errors()[0]
    field, *rest = first["loc"]
    path = origin.get(str(field), f"languages/{code}")
    entry, value = str(field), raw.get(field)
    while rest and _holds(value, rest[0]):
        value = value[rest.pop(0)]
        entry = _name_of(value) or entry
    missing = ".".join(str(each) for each in rest) or str(first["loc"][-1])
    return BrokenPack(path, entry, f"{missing}: {first['msg'][0].lower()}{first['msg'][1:]}")


def _holds(value: Any, step: int | str) -> bool:
    """Is there anything to be found one step further down?"""
    return step in value if isinstance(value, dict) else isinstance(value, list)


def _name_of(value: Any) -> str | None:
    """What an entry calls itself."""
    if not isinstance(value, dict):
        return None
    named = next((value[key] for key in _NAMING_KEYS if key in value), None)
    return None if named is None else str(named)
