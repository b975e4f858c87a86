"""Words a second for the whole of ``read`` on one core, the share of the network, memory and cold start.

    python benchmarks/speed.py TEXTS [--language en] [--limit 40]

TEXTS is a folder of ``.txt`` files. The process is bound to one core. The network's share is what onnxruntime
takes; cold start is a new process that prints the table of a 400-word text.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import selon


def measure(paths: list[Path], language: str) -> dict[str, float]:
    """Figures of reading some texts one after another."""
    reader = selon.load(language)
    texts = [path.read_text(encoding="utf-8") for path in paths]
    reader.read(texts[0])
    inside = 0.0
    run = reader.network._session.run

    def timed(*arguments: object) -> object:
        nonlocal inside
        began = time.perf_counter()
        try:
            return run(*arguments)
        finally:
            inside += time.perf_counter() - began

    class Timed:
        get_outputs = reader.network._session.get_outputs
        run = staticmethod(timed)

    reader.network._session = Timed()
    began = time.perf_counter()
    for text in texts:
        reader.read(text)
    spent = time.perf_counter() - began
    return {
        "words": sum(len(text.split()) for text in texts),
        "words a second": sum(len(text.split()) for text in texts) / spent,
        "network, % of time": 100 * inside / spent,
        "peak memory, MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def cold_start(text: str) -> float:
    """Seconds from a new process to its printed table, the best of three."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as handle:
        handle.write(" ".join(text.split(" ")[:400]))
        handle.flush()
        times = []
        for _ in range(3):
            began = time.perf_counter()
            subprocess.run(
                [Path(sys.executable).parent / "selon", "read", handle.name], check=True, capture_output=True
            )
            times.append(time.perf_counter() - began)
    return min(times)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--language", default="en")
    parser.add_argument("--limit", type=int, default=40)
    arguments = parser.parse_args()
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    paths = sorted(arguments.texts.glob("*.txt"))[: arguments.limit]
    for name, value in measure(paths, arguments.language).items():
        print(f"{name:22}{value:10.0f}")
    print(f"{'cold start, seconds':22}{cold_start(paths[0].read_text(encoding='utf-8')):10.2f}")


if __name__ == "__main__":
    main()
