"""Attribution quality on PolNeAR through the public API, with the corpus's own scorer.

    python benchmarks/polnear.py PART SCORER PREDICT

PART is a part of PolNeAR (``text`` and ``attributions``); SCORER is ``polnear_score.py``, PREDICT the adapter
``predict_polnear.py`` that turns records into what it reads. Prints the scorer's figures.
"""

import subprocess
import sys
import tempfile
from pathlib import Path


def score(part: Path, scorer: Path, predict: Path) -> str:
    """What the scorer prints for the records of every article of ``part``."""
    with tempfile.TemporaryDirectory() as folder:
        predictions = Path(folder) / "predictions.jsonl"
        subprocess.run([sys.executable, predict, part / "text", predictions], check=True)
        done = subprocess.run(
            [sys.executable, scorer, part, predictions, "--merge"], check=True, capture_output=True, text=True
        )
    return done.stdout


if __name__ == "__main__":
    print(score(*map(Path, sys.argv[1:4])))
