"""A word to its pieces: WordPiece over folded text (Wu et al. 2016), with what the folding loses kept beside it."""

import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

PAD, UNKNOWN, CLS, SEP = "[PAD]", "[UNK]", "[CLS]", "[SEP]"
LONGEST_WORD = 60
MOST_PIECES = 10
CACHED_WORDS = 200_000

# Cases and layouts: the rows of two small embedding tables, in this order.
CASES = ("none", "lower", "title", "upper", "mixed")
LAYOUTS = ("continued", "glued", "after blank", "after newline")
_ACCENTS = {
    "\u0300": 1, "\u0301": 2, "\u0302": 3, "\u0308": 4, "\u0327": 5, "\u0303": 6,
}  # fmt: skip
ACCENT_KINDS = 15


class Piece(NamedTuple):
    """One piece of a word: rows of the vocabulary and of the accent table."""

    vocabulary: int
    accent: int


def case_of(word: str) -> int:
    """Which of ``CASES`` a word is written in."""
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return 0
    if all(not c.isupper() for c in letters):
        return 1
    if letters[0].isupper() and all(not c.isupper() for c in letters[1:]):
        return 2
    return 3 if all(not c.islower() for c in letters) else 4


class PieceVocabulary:
    """Splits words into the pieces of a fixed vocabulary, longest first."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._index = {piece: number for number, piece in enumerate(vocabulary)}
        self._cache: dict[str, tuple[Piece, ...]] = {}
        self.pad = self._index[PAD]
        self.cls = self._index[CLS]
        self.sep = self._index[SEP]
        self.unknown = self._index[UNKNOWN]

    def split(self, word: str) -> tuple[Piece, ...]:
        """The pieces of one word, at least one and at most ``MOST_PIECES``."""
        known = self._cache.get(word)
        if known is None:
            if len(self._cache) >= CACHED_WORDS:
                self._cache.clear()
            known = self._cache[word] = self._split(word)
        return known

    def _split(self, word: str) -> tuple[Piece, ...]:
        folded, accents = _fold(word[:LONGEST_WORD])
        pieces: list[Piece] = []
        start = 0
        while start < len(folded) and len(pieces) < MOST_PIECES:
            end = self._longest(folded, start)
            if end == start:
                return (Piece(self.unknown, 0),)
            form = folded[start:end] if start == 0 else "##" + folded[start:end]
            pieces.append(Piece(self._index[form], _accent(accents[start:end])))
            start = end
        return tuple(pieces) or (Piece(self.unknown, 0),)

    def _longest(self, folded: str, start: int) -> int:
        prefix = "" if start == 0 else "##"
        for end in range(len(folded), start, -1):
            if prefix + folded[start:end] in self._index:
                return end
        return start


_PLAIN = str.maketrans(
    {"’": "'", "ʼ": "'", "‘": "'", "«": '"', "»": '"', "„": '"', "œ": "oe", "Œ": "oe", "æ": "ae"}
)


def _fold(word: str) -> tuple[str, list[int]]:
    """The word in lower case without accents, and the accent that each character had."""
    folded: list[str] = []
    accents: list[int] = []
    for character in unicodedata.normalize("NFD", word.translate(_PLAIN)):
        if unicodedata.category(character) == "Mn":
            if accents:
                accents[-1] = _ACCENTS.get(character, 7)
            continue
        for lower in character.lower():
            folded.append(lower)
            accents.append(0)
    return "".join(folded), accents


def _accent(accents: Sequence[int]) -> int:
    """A row of the accent table: the last accent of a piece, and whether it is on its last letter."""
    if accents[-1]:
        return 7 + accents[-1]
    return next((accent for accent in reversed(accents) if accent), 0)
