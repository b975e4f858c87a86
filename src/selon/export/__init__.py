"""Records out: one module for each format, one function in each, with the same two arguments."""

from collections.abc import Callable
from typing import TextIO

from selon.export.brat import write_brat
from selon.export.html import write_html
from selon.export.json import write_json
from selon.record import Record

FORMATS: dict[str, Callable[[Record, TextIO], None]] = {
    "brat": write_brat,
    "html": write_html,
    "json": write_json,
}
"""What writes a record in each format, by the format's name."""

__all__ = ["FORMATS"]
