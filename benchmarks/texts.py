"""The texts that speed is measured on: a folder, or our own texts."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from gold.tools.marks import read_part

GOLD = Path(__file__).parent.parent / "gold"


def read_texts(folder: Path | None, *, language: str, limit: int | None = None) -> list[str]:
    """The ``.txt`` files of a folder, at most ``limit``; our own texts in ``language`` where there is none."""
    if folder is None:
        return [marked.text for marked in read_part(GOLD, language)][:limit]
    return [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))][:limit]


def count_words(texts: list[str]) -> int:
    """How many words, as white space parts them."""
    return sum(len(text.split()) for text in texts)
