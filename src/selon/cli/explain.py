"""``selon explain``."""

import sys
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


def explain_command(  # noqa: PLR0913 - each option of a command is a parameter
    file: File,
    item: Annotated[
        str,
        typer.Argument(
            metavar="ID", show_default=False, help="Id of an item as 'selon read' shows it, or how it begins."
        ),
    ],
    *,
    lang: Language = None,
    published: Published = None,
    outlet: Outlet = None,
    title: Title = None,
    url: Url = None,
    max_chars: MaxChars = MAX_CHARS,
) -> None:
    """Say why an item of a record is what it is.

    An item is a statement, contact, agreement, actor or topic. Give the same options as to 'selon read': they
    may change what is read.
    """
    import selon
    from selon.cli.table import show_explanation
    from selon.explain import explain

    record = Reading(file, lang, published, outlet, title, url, max_chars).record()
    reader = selon.load(record.document.language)
    parse = reader.parse(record.document.text)
    told = explain(record, item, parse=parse, pack=reader.pack, gazetteer=reader.gazetteer)
    show_explanation(told, sys.stdout)
