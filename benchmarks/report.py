"""Every benchmark, and the tables of ``docs/benchmarks.md`` that they fill.

    python benchmarks/report.py [--data DATA --scorer SCORER --predict PREDICT] [--texts FOLDER] [--only NAME ...]

DATA is a folder with ``ud`` (treebanks) and ``polnear/dev``; SCORER and PREDICT are PolNeAR's scorer and the adapter
to it (see ``polnear.py``). A table whose data or library is not there is named, with the reason, and left as it is.
Between its marks the page says of each table when, on what and by which command it was measured.
"""

import argparse
import importlib.util
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import peers
import polnear
import selon
import treebanks
from selon.evaluate import Evaluated, make_tables, pair_records, read_gold
from selon.languages import installed_languages
from texts import GOLD, read_texts

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "benchmarks.md"
Rows = Sequence[Sequence[object]]


class LeftOut(Exception):
    """A table that cannot be measured here, and why."""


def markdown(head: Sequence[str], rows: Rows) -> str:
    """A table as the page holds it."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(shown(cell) for cell in line) + " |" for line in lines)


def shown(cell: object) -> str:
    """A cell as the page shows it: one digit after the point below a thousand; None is a dash."""
    if cell is None:
        return "–"
    if isinstance(cell, float):
        return f"{cell:,.1f}" if cell < 1000 else f"{cell:,.0f}"
    return f"{cell:,}" if isinstance(cell, int) else str(cell)


def percent(value: float | None) -> float | None:
    """A share of one in per cent."""
    return None if value is None else 100 * value


# --- the tables ------------------------------------------------------------------------------------------


def speed(arguments: argparse.Namespace) -> str:
    """Speed, memory and start; each language in a process of its own."""
    found: dict[str, dict[str, Any]] = {}
    for language in ("fr", "en"):
        # TEXTS are English; French is measured on our own texts.
        folder = [str(arguments.texts)] if arguments.texts and language == "en" else []
        command = [
            sys.executable,
            ROOT / "benchmarks" / "speed.py",
            *folder,
            "--language",
            language,
            "--json",
        ]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        found[language] = {name: in_seconds(name, value) for name, value in json.loads(done.stdout).items()}
    shares = {language: each.pop("shares") for language, each in found.items()}
    names = list(shares["en"])
    return (
        markdown(
            ["", "French", "English"], [[name, *(f[name] for f in found.values())] for name in found["en"]]
        )
        + "\n\nShare of the time of `read`, in per cent:\n\n"
        + markdown(["", "French", "English"], [[n, *(s.get(n, 0.0) for s in shares.values())] for n in names])
    )


def in_seconds(name: str, value: Any) -> Any:
    """Short times want two digits."""
    return f"{value:.2f}" if name.endswith("seconds") else value


def own(_arguments: argparse.Namespace) -> str:
    """What ``selon evaluate`` prints of the part of our own texts that rules are measured on."""
    read = installed_languages()
    gold = [text for text in read_gold(GOLD, part="dev") if text.record.document.language in read]
    texts = [Evaluated(text, pair_records(text.record, text.reread())) for text in gold]
    return "\n\n".join(
        f"{table.title}:\n\n{markdown(table.head, table.rows)}" for table in make_tables(texts)
    )


def trees(arguments: argparse.Namespace) -> str:
    """Words, sentences, tags, lemmas and trees of the treebanks."""
    data = needed(arguments.data, "--data", "ud")
    rows = [
        [name, counts.f1(counts.words), counts.sentence_f1(), counts.f1(counts.pos), counts.f1(counts.lemma),
         counts.f1(counts.attached), counts.f1(counts.labelled)]
        for name, counts in treebanks.table(data)
    ]  # fmt: skip
    return markdown(["", "words", "sentences", "UPOS", "lemma", "UAS", "LAS"], rows)


def attribution(arguments: argparse.Namespace) -> str:
    """Attributions of PolNeAR dev; textacy's beside them where it is installed."""
    part = needed(arguments.data, "--data", "polnear/dev") / "polnear" / "dev"
    scorer, adapter = needed(arguments.scorer, "--scorer"), needed(arguments.predict, "--predict")
    scores = {}
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "predictions.jsonl"
        polnear.predict(part, adapter, out)
        scores["Selon"] = polnear.score(part, scorer, out)
        if has_textacy():
            peers.write_predictions(part / "text", out)
            scores["textacy, on Selon's trees"] = polnear.score(part, scorer, out)
    rows = [[name, *attribution_row(found["metrics"])] for name, found in scores.items()]
    return markdown(["", "P", "R", "F1", "95 %", "direct F1", "mixed F1", "indirect F1", "speech F1"], rows)


def attribution_row(metrics: dict[str, Any]) -> list[object]:
    """The scorer's figures in the order of the table."""
    whole = metrics["ATTRIBUTION/all"]
    kinds = [
        percent(metrics[f"ATTRIBUTION/{kind}"]["f1"]) for kind in ("direct", "mixed", "indirect", "speech")
    ]
    interval = f"{percent(whole['lo']):.1f}–{percent(whole['hi']):.1f}"
    return [*(percent(whole[name]) for name in ("p", "r", "f1")), interval, *kinds]


def rivals(arguments: argparse.Namespace) -> str:
    """Words a second of Selon and textacy on the same English texts."""
    if not has_textacy():
        raise LeftOut("textacy is not installed: make peers")
    texts = read_texts(arguments.texts, language="en")
    return markdown(["", "words a second"], [list(row) for row in peers.speeds(texts).items()])


TABLES: dict[str, Callable[[argparse.Namespace], str]] = {
    "speed": speed,
    "own-texts": own,
    "treebanks": trees,
    "polnear": attribution,
    "peers": rivals,
}

COMMANDS = {
    "speed": "python benchmarks/speed.py [TEXTS]",
    "own-texts": "selon evaluate gold --part dev",
    "treebanks": "python benchmarks/treebanks.py DATA",
    "polnear": "python benchmarks/polnear.py DATA/polnear/dev SCORER PREDICT",
    "peers": "python benchmarks/peers.py [TEXTS]",
}


# --- what stands around them -----------------------------------------------------------------------------


def needed(path: Path | None, option: str, inside: str = "") -> Path:
    """A path that was given and is there; raises LeftOut."""
    if path is None:
        raise LeftOut(f"{option} is not given")
    if not (path / inside).exists():
        raise LeftOut(f"there is no {path / inside}")
    return path


def has_textacy() -> bool:
    """Is the peer installed?"""
    return importlib.util.find_spec("textacy") is not None


def circumstances(name: str, arguments: argparse.Namespace) -> str:
    """When, on what and by which command a table was measured."""
    machine = f"{os.cpu_count()} cores, {platform.machine()}, {platform.system()}, Python {platform.python_version()}"
    versions = f"Selon {selon.__version__}, model {selon.load('en').made_by.model}"
    sample = (
        f" Texts: {arguments.texts_name if arguments.texts else 'ours'}."
        if name in ("speed", "peers")
        else ""
    )
    return f"{datetime.now(UTC):%d %B %Y}; {machine}; {versions}. `{COMMANDS[name]}`.{sample}"


def put(page: str, name: str, table: str) -> str:
    """The page with a table between its marks; raises ValueError where it has none of that name."""
    before, start, rest = page.partition(f"<!-- measured: {name} -->\n")
    _, end, after = rest.partition("<!-- end -->")
    if not start or not end:
        raise ValueError(f"no marks for {name!r}")
    return f"{before}{start}{table}\n{end}{after}"


def main() -> None:
    """Measure, print, and write the page."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for option in ("--data", "--scorer", "--predict", "--texts"):
        parser.add_argument(option, type=lambda value: Path(value) if value else None)
    parser.add_argument("--texts-name", default="a folder of one's own", help="what the page calls TEXTS")
    parser.add_argument("--only", nargs="+", choices=list(TABLES), default=list(TABLES))
    arguments = parser.parse_args()
    for name in arguments.only:
        try:
            table = TABLES[name](arguments)
        except LeftOut as why:
            print(f"{name}: left out, {why}\n", flush=True)
            continue
        shown_table = f"{circumstances(name, arguments)}\n\n{table}"
        print(f"{name}: {shown_table}\n", flush=True)
        PAGE.write_text(put(PAGE.read_text(encoding="utf-8"), name, shown_table), encoding="utf-8")


if __name__ == "__main__":
    main()
