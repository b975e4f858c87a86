"""Write the pages that are made from the code, or with ``--check`` say which are out of date."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from selon.languages import LanguagePack, installed_languages, load_pack
from selon.record import Record

ROOT = Path(__file__).parents[1]
SELON = Path(sys.executable).with_name("selon")
HELP_WIDTH, TABLE_WIDTH = 80, 100
NOTE = "<!-- Made by docs/build.py from {}: run 'make docs' instead of editing. -->"
COMMANDS = ("read", "explain", "evaluate", "languages")


def pages() -> dict[str, str]:
    """What each page that is made, in whole or in part, should hold, by its path."""
    schema = Record.model_json_schema(mode="serialization")
    return {
        "docs/record.schema.json": json.dumps(schema, indent=2, ensure_ascii=False) + "\n",
        "docs/record.md": record_page(schema),
        "docs/cli.md": cli_page(),
        "docs/languages.md": languages_page(),
        "README.md": readme(),
    }


# --- the record ------------------------------------------------------------------------------------------


def record_page(schema: Mapping[str, Any]) -> str:
    """Every part of a record, with every field's sentence."""
    parts = {"Record": schema, **schema["$defs"]}
    lines = [
        NOTE.format("the types of selon.record"), "", "# The record", "",
        "What `selon read FILE --as json` writes, `selon.read` returns and `Record.model_validate_json` reads back;",
        "[record.schema.json](record.schema.json) is the same for programs. Every field is there, null or empty",
        "where the text does not say. Spans are pairs of offsets in `document.text`: Unicode code points, half-open,",
        "as Python slices count. No span is empty, or starts or ends on white space or inside a word.",
    ]  # fmt: skip
    for name, part in parts.items():
        if "properties" in part:
            lines += ["", f"## {name}", "", one_paragraph(part["description"]), "", *field_table(part)]
    return "\n".join(lines) + "\n"


def field_table(part: Mapping[str, Any]) -> Iterator[str]:
    """The fields of one part."""
    yield "| field | type | meaning |"
    yield "| --- | --- | --- |"
    for name, field in part["properties"].items():
        yield f"| `{name}` | {kind(field)} | {one_paragraph(field['description']).replace('|', chr(92) + '|')} |"


def kind(field: Mapping[str, Any]) -> str:
    """The type of a field in words."""
    if "$ref" in field:
        name = field["$ref"].rsplit("/", 1)[1]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in field:
        return " or ".join(kind(each) for each in field["anyOf"])
    if "const" in field:
        return f"`{json.dumps(field['const'])}`"
    if "enum" in field:
        return ", ".join(f"`{value}`" for value in field["enum"])
    if "prefixItems" in field:
        return "span" if field["maxItems"] == 2 else "list"
    if field["type"] == "array":
        return f"list of {kind(field['items'])}"
    return str(field["type"])


def one_paragraph(description: str) -> str:
    """A description on one line, as a table wants it; a blank line in it becomes one blank."""
    return " ".join(description.replace("``", "`").split())


# --- the command -----------------------------------------------------------------------------------------


def cli_page() -> str:
    """Every ``--help``."""
    lines = [NOTE.format("the command's own help"), "", "# The command", "", *console()]
    for command in COMMANDS:
        lines += ["", f"## selon {command}", "", *console(command)]
    return "\n".join(lines) + "\n"


def console(*command: str) -> list[str]:
    """What the help of a command prints."""
    return ["```", f"$ selon {' '.join((*command, '--help'))}", run([*command, "--help"], HELP_WIDTH), "```"]


def run(arguments: list[str], width: int) -> str:
    """What the command prints on a terminal of some width, without colours."""
    done = subprocess.run(
        [SELON, *arguments],
        env={**os.environ, "COLUMNS": str(width), "NO_COLOR": "1"},
        cwd=ROOT,
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return "\n".join(line.rstrip() for line in done.stdout.strip("\n").splitlines())


# --- the languages ---------------------------------------------------------------------------------------


def languages_page() -> str:
    """What every language knows, with an example of each kind."""
    lines = [
        NOTE.format("the language packs"), "", "# Languages", "",
        "A language is a folder of data in `src/selon/languages/`; each entry has an example sentence, which the",
        "tests read. [Adding a language](adding-a-language.md) says how to write one.",
    ]  # fmt: skip
    for code in installed_languages():
        pack = load_pack(code)
        lines += ["", f"## {pack.english_name}", ""]
        lines += [f"`{pack.code}`, {pack.own_name}, version {pack.version}.", "", *pack_table(pack)]
    return "\n".join(lines) + "\n"


def pack_table(pack: LanguagePack) -> Iterator[str]:
    """How many entries of each kind a language has, and the example of the first."""
    yield "| what | entries | for example |"
    yield "| --- | --- | --- |"
    for name, field in LanguagePack.model_fields.items():
        entries = getattr(pack, name)
        if isinstance(entries, tuple) and entries and hasattr(entries[0], "example"):
            meaning = one_paragraph(field.description or "").rstrip(".")
            yield f"| {meaning} | {len(entries)} | {entries[0].example} |"
    yield f"| States, with their adjectives and inhabitants | {len(pack.states)} | |"


# --- the README ------------------------------------------------------------------------------------------


def readme() -> str:
    """The README with the example's text, and the table that ``make demo`` prints, between their marks."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    variables = dict(re.findall(r"^([A-Z]+) := (\S+)$", makefile, flags=re.MULTILINE))
    example, published = variables["EXAMPLE"], variables["PUBLISHED"]
    text = (ROOT / example).read_text(encoding="utf-8")
    quoted = "\n".join(f"> {line}".rstrip() for line in text.strip().splitlines())
    command = ["read", example, "--published", published]
    table = "\n".join(["```", f"$ selon {' '.join(command)}", run(command, TABLE_WIDTH), "```"])
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    return put(put(page, "text", quoted), "table", table)


def put(page: str, name: str, words: str) -> str:
    """A page with words between the marks of that name; raises ValueError where it has none."""
    before, start, rest = page.partition(f"<!-- {name} -->\n")
    _, end, after = rest.partition(f"<!-- end of {name} -->")
    if not start or not end:
        raise ValueError(f"no marks for {name!r}")
    return f"{before}{start}\n{words}\n\n{end}{after}"


def main() -> int:
    """Write the pages; with ``--check`` only compare them, and give 1 where one is out of date."""
    wanted = pages()
    stale = [
        name
        for name, page in wanted.items()
        if not (ROOT / name).is_file() or (ROOT / name).read_text(encoding="utf-8") != page
    ]
    if "--check" in sys.argv[1:]:
        for name in stale:
            print(f"{name} is out of date: run 'make docs'", file=sys.stderr)
        return int(bool(stale))
    for name in stale:
        (ROOT / name).write_text(wanted[name], encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
