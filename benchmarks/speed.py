"""Words a second for the whole of ``read`` on one core, the share of each stage, memory, loading and cold start.

    python benchmarks/speed.py [TEXTS] [--language en] [--limit 40] [--json]

TEXTS is a folder of ``.txt`` files; our own texts in ``gold/`` where it is left out. The process, and those that
it starts, are bound to one core. Every text is read three times; the fastest pass counts. ``network`` is the time
inside onnxruntime, ``words and trees`` the rest of the parse, ``record`` all that is in no stage.
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import selon
from selon import pipeline
from texts import count_words, read_texts

PASSES = 3
PROCESSES = 5
COLD_WORDS = 400
LOADING = """
import time, numpy, onnxruntime
began = time.perf_counter()
from selon.encoder import load_network
load_network()
print(time.perf_counter() - began)
"""


class Stopwatch:
    """Seconds by name, those of a function within another counted under both."""

    def __init__(self) -> None:
        self.spent: Counter[str] = Counter()

    def around(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function, with its time counted under ``name``."""

        def timed(*arguments: Any, **options: Any) -> Any:
            began = time.perf_counter()
            try:
                return function(*arguments, **options)
            finally:
                self.spent[name] += time.perf_counter() - began

        return timed


def stages() -> list[str]:
    """The names of the stages that the pipeline calls."""
    return [
        name
        for name, value in vars(pipeline).items()
        if callable(value)
        and not isinstance(value, type)
        and getattr(value, "__module__", "").startswith("selon.extract.")
    ]


def watch(reader: pipeline.Reader, stopwatch: Stopwatch) -> None:
    """Have the stopwatch count every stage of a reader, the parse, and the network in it."""
    for name in stages():
        setattr(pipeline, name, stopwatch.around(name, getattr(pipeline, name)))
    reader.parse = stopwatch.around("parse", reader.parse)  # type: ignore[method-assign]
    session = reader.network._session

    class Timed:
        get_outputs = session.get_outputs
        run = staticmethod(stopwatch.around("network", session.run))

    reader.network._session = Timed()


def measure(texts: list[str], language: str) -> dict[str, Any]:
    """Words a second, and the share of each stage in per cent, of reading some texts one after another."""
    reader, stopwatch = selon.load(language), Stopwatch()
    watch(reader, stopwatch)
    reader.read(texts[0])
    passes = []
    for _ in range(PASSES):
        stopwatch.spent.clear()
        began = time.perf_counter()
        for text in texts:
            reader.read(text)
        passes.append((time.perf_counter() - began, dict(stopwatch.spent)))
    whole, spent = min(passes, key=lambda each: each[0])
    parse = spent.pop("parse")
    spent["words and trees"] = parse - spent["network"]
    spent["record"] = whole - sum(spent.values())
    return {
        "words": count_words(texts),
        "words a second": count_words(texts) / whole,
        "shares": {name: 100 * value / whole for name, value in sorted(spent.items(), key=lambda e: -e[1])},
        "peak memory, MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def loading() -> float:
    """Seconds to load the model, once Python has onnxruntime and NumPy: the median of some new processes."""
    command = [sys.executable, "-c", LOADING]
    return statistics.median(
        float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        for _ in range(PROCESSES)
    )


def cold_start(text: str, language: str) -> float:
    """Seconds from a new process to its printed table: the median of some."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as handle:
        handle.write(text)
        handle.flush()
        command = [Path(sys.executable).parent / "selon", "read", handle.name, "--lang", language]
        times = []
        for _ in range(PROCESSES):
            began = time.perf_counter()
            subprocess.run(command, check=True, capture_output=True)
            times.append(time.perf_counter() - began)
    return statistics.median(times)


def first_words(texts: list[str], wanted: int) -> str:
    """The paragraphs of some texts up to a number of words, which the last of them may pass."""
    kept: list[str] = []
    for line in (line for text in texts for line in text.split("\n")):
        if count_words(kept) >= wanted:
            break
        kept.append(line)
    return "\n".join(kept)


def figures(folder: Path | None, *, language: str, limit: int | None = None) -> dict[str, Any]:
    """All that this benchmark measures."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    texts = read_texts(folder, language=language, limit=limit)
    return {
        **measure(texts, language),
        "loading the model, seconds": loading(),
        "cold start, seconds": cold_start(first_words(texts, COLD_WORDS), language),
    }


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("texts", type=Path, nargs="?")
    parser.add_argument("--language", default="en")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    found = figures(arguments.texts, language=arguments.language, limit=arguments.limit)
    if arguments.json:
        print(json.dumps(found))
        return
    shares = found.pop("shares")
    for name, value in found.items():
        print(f"{name:28}{value:10,.2f}" if value < 10 else f"{name:28}{value:10,.0f}")
    for name, value in shares.items():
        print(f"{name:28}{value:9.1f}%")


if __name__ == "__main__":
    main()
