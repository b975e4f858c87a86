"""Attribution quality on PolNeAR through the public API, with the corpus's own scorer.

    python benchmarks/polnear.py PART SCORER PREDICT

PART is a part of PolNeAR (``text`` and ``attributions``); SCORER is ``polnear_score.py``, PREDICT the adapter
``predict_polnear.py`` that turns records into what it reads. Prints the scorer's figures.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any


def predict(part: Path, adapter: Path, predictions: Path) -> None:
    """Write the predictions of Selon for every article of ``part``."""
    subprocess.run([sys.executable, adapter, part / "text", predictions], check=True, capture_output=True)


def score(part: Path, scorer: Path, predictions: Path) -> dict[str, Any]:
    """What the scorer says of some predictions: ``text`` for reading, and its figures."""
    with tempfile.TemporaryDirectory() as folder:
        found = Path(folder) / "score.json"
        command = [sys.executable, scorer, part, predictions, "--merge", "--json", found]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        return {**json.loads(found.read_text(encoding="utf-8")), "text": done.stdout}


def main() -> None:
    """Print what the scorer says of Selon."""
    part, scorer, adapter = map(Path, sys.argv[1:4])
    with tempfile.TemporaryDirectory() as folder:
        predictions = Path(folder) / "predictions.jsonl"
        predict(part, adapter, predictions)
        print(score(part, scorer, predictions)["text"])


if __name__ == "__main__":
    main()
