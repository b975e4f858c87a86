"""Do two texts share a frame: the same runs of words, or the same order of sources, cues and contents?

    python -m gold.tools.frames

Prints the pairs of texts that are most alike by either measure.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import combinations

from rapidfuzz.distance import Indel

from gold.tools.marks import MarkedText, read_part
from gold.tools.records import GOLD, LANGUAGES

RUN = 6
"""Words in a run; names, offices and fixed phrases are as long as five."""

Pair = tuple[str, str]


def shared_runs(texts: Iterable[MarkedText]) -> Counter[Pair]:
    """How many runs of six words two texts share, for the pairs that share any."""
    seen: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for text in texts:
        words = re.findall(r"\w+", text.text.casefold())
        for place in range(len(words) - RUN + 1):
            seen[tuple(words[place : place + RUN])].add(text.id)
    return Counter(pair for ids in seen.values() for pair in combinations(sorted(ids), 2))


def skeleton(text: MarkedText) -> str:
    """The order of a text's parts: a letter for each source, cue, content, contact and line's end."""
    marks = [
        (mark.start, mark.label.rpartition(".")[2][:2])
        for mark in text.marks
        if not mark.label.startswith("t")
    ]
    lines = [(match.start(), "\n") for match in re.finditer(r"\n+", text.text)]
    letters = {"so": "s", "cu": "k", "co": "c", "re": "r", "\n": "/"}
    return "".join(letters.get(label, label[:1]) for _, label in sorted(marks + lines))


def alike_skeletons(texts: Iterable[MarkedText]) -> list[tuple[float, Pair]]:
    """How alike the skeletons of two texts are, 0 to 1 (normalised indel similarity), the most alike first."""
    skeletons = sorted((text.id, skeleton(text)) for text in texts)
    return sorted(
        (
            (Indel.normalized_similarity(one, other), (left, right))
            for (left, one), (right, other) in combinations(skeletons, 2)
        ),
        reverse=True,
    )


def main() -> None:
    """Print the ten pairs that are most alike by either measure."""
    texts = [text for language in LANGUAGES for text in read_part(GOLD, language)]
    for pair, number in shared_runs(texts).most_common(10):
        print(f"{number} runs of {RUN} words", *pair)
    for share, pair in alike_skeletons(texts)[:10]:
        print(f"skeletons alike to {100 * share:.0f} %", *pair)


if __name__ == "__main__":
    main()
