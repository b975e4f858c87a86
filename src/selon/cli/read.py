"""``selon read``."""

import sys
from enum import StrEnum
from typing import Annotated

import typer

from selon.cli.options import (
    MAX_CHARS,
    File,
    Language,
    MaxChars,
    Outlet,
    Published,
    Reading,
    Title,
    Url,
)


class Format(StrEnum):
    """How a record is shown."""

    TABLE = "table"
    JSON = "json"
    HTML = "html"
    BRAT = "brat"


def read_command(  # noqa: PLR0913 - each option of a command is a parameter
    file: File,
    *,
    show: Annotated[Format, typer.Option("--as", help="How to show the record.")] = Format.TABLE,
    everything: Annotated[
        bool, typer.Option("--all", help="Show in the table what it hides: relays, and attitudes.")
    ] = False,
    lang: Language = None,
    published: Published = None,
    outlet: Outlet = None,
    title: Title = None,
    url: Url = None,
    max_chars: MaxChars = MAX_CHARS,
) -> None:
    """Show who spoke with whom, who said what and what was agreed.

    The table is for reading, json is the whole record, html is a page that shows the record beside its text,
    brat is what stands in brat's .ann file beside the text.
    In the table, a chain of "<" tells according to whom, and brackets a voice that carries on from before.
    """
    record = Reading(file, lang, published, outlet, title, url, max_chars).record()
    if show is Format.TABLE:
        from selon.cli.table import show_record

        show_record(record, sys.stdout, everything=everything)
    else:
        from selon.export import FORMATS

        FORMATS[show.value](record, sys.stdout)
