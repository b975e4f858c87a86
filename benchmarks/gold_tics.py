"""A language model's tics: runs of three words that gold uses far more often than treebanks of the language do.

    python benchmarks/gold_tics.py DATA [--language fr]

DATA is a folder with ``ud/fr`` and ``ud/en`` in CoNLL-U. Prints the fifty runs that are most over-represented by
the log-likelihood ratio (Dunning 1993): how often each stands in gold, in how many texts, and in the treebanks.
"""

import argparse
import math
import re
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from gold.tools.marks import read_part

GOLD = Path(__file__).parent.parent / "gold"
SHOWN = 50
Run = tuple[str, ...]


def runs(text: str) -> list[Run]:
    """Every three words in a row, without names' capitals and with figures alike."""
    words = [re.sub(r"\d+", "0", word.casefold()) for word in re.findall(r"\w+|[.!?]", text)]
    return [run for run in zip(words, words[1:], words[2:], strict=False) if not set(run) & {".", "!", "?"}]


def likelihood(ours: int, theirs: int, all_ours: int, all_theirs: int) -> float:
    """The log-likelihood ratio of a run being as common on both sides; 0 where it is not over-represented."""
    expected = (ours + theirs) * all_ours / (all_ours + all_theirs)
    if ours <= expected:
        return 0.0
    other = theirs * math.log(theirs / (ours + theirs - expected)) if theirs else 0.0
    return 2 * (ours * math.log(ours / expected) + other)


def treebank_text(folder: Path) -> str:
    """The sentences of all treebanks of a folder."""
    lines = (
        line
        for path in sorted(folder.glob("*.conllu"))
        for line in path.read_text(encoding="utf-8").splitlines()
    )
    return "\n".join(line.removeprefix("# text = ") for line in lines if line.startswith("# text = "))


def main() -> None:
    """Print the table of one language."""
    parser = argparse.ArgumentParser(description="Runs of three words that gold uses too often.")
    parser.add_argument("data", type=Path)
    parser.add_argument("--language", default="fr", choices=("fr", "en"))
    options = parser.parse_args()
    texts = [marked.text for marked in read_part(GOLD, options.language)]
    ours = Counter(run for text in texts for run in runs(text))
    in_texts = Counter(run for text in texts for run in set(runs(text)))
    theirs = Counter(runs(treebank_text(options.data / "ud" / options.language)))
    sizes = sum(ours.values()), sum(theirs.values())
    ranked = sorted(ours, key=lambda run: -likelihood(ours[run], theirs[run], *sizes))[:SHOWN]
    print(f"{sizes[0]:,} runs in {len(texts)} texts of gold, {sizes[1]:,} in the treebanks")
    for run in ranked:
        print(f"{ours[run]:5} {in_texts[run]:5} {theirs[run]:6}  {' '.join(run)}")


if __name__ == "__main__":
    main()
