"""Figures that may not fall."""

import tomllib
from collections.abc import Sequence
from pathlib import Path

from selon.errors import UnreadableInput
from selon.evaluate.report import HEADLINES, Evaluated, headline_figures


def below_floors(texts: Sequence[Evaluated], path: Path) -> list[str]:
    """What is below the floor that a TOML file sets for it, as lines to print; empty where all holds.

    The file has a table for each language with F1 in per cent by the names of the headlines:
    ``[fr]``, ``statements = 70.0``. A language without texts here, or a figure without a floor, is not judged.
    Raises UnreadableInput for a file that is missing, no TOML or sets a floor for what is no headline.
    """
    found = []
    for language, floors in _read_floors(path).items():
        own = [each for each in texts if each.text.record.document.language == language]
        figures = headline_figures(own) if own else {}
        for name, floor in floors.items():
            if name not in HEADLINES:
                known = ", ".join(HEADLINES)
                raise UnreadableInput(str(path), f"no figure is called {name!r} (there are: {known})")
            if name in figures and figures[name] < floor:
                found.append(f"{language}, {name}: {figures[name]} (floor {floor})")
    return found


def _read_floors(path: Path) -> dict[str, dict[str, float]]:
    try:
        floors = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as wrong:
        raise UnreadableInput(str(path), (wrong.strerror or str(wrong)).lower()) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as wrong:
        raise UnreadableInput(str(path), f"not TOML: {wrong}") from None
    for language, table in floors.items():
        if not isinstance(table, dict) or not all(isinstance(each, int | float) for each in table.values()):
            raise UnreadableInput(str(path), f"{language}: a table of figures is wanted")
    return floors
