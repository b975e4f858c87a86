"""``selon languages``."""

import json
import sys
from enum import StrEnum
from typing import Annotated

import typer


class Format(StrEnum):
    """How the list is shown."""

    TABLE = "table"
    JSON = "json"


def languages_command(
    *, show: Annotated[Format, typer.Option("--as", help="How to show the list.")] = Format.TABLE
) -> None:
    """List the languages that are installed.

    Cues are the words that announce what somebody says.
    """
    from selon.languages import installed_languages, load_pack

    packs = [load_pack(code) for code in installed_languages()]
    if show is Format.JSON:
        fields = ("code", "english_name", "own_name", "version")
        rows = [{name: getattr(pack, name) for name in fields} | {"cues": len(pack.cues)} for pack in packs]
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        from selon.cli.table import show_languages

        show_languages(packs, sys.stdout)
