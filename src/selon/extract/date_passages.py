"""A text as a row of symbols: one for each word, number or mark, by what it can be in a date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from selon.languages.date_terms import PIECE, Meaning
from selon.languages.date_words import DateWords

_NOTHING = Meaning("x")
_MARKS = {mark: Meaning(mark) for mark in ",.()/"}
_DASHES = frozenset("-–—")
_TIGHT, _SPACED = Meaning("-"), Meaning("_")
_BLANK = Meaning("¶")


class Term(NamedTuple):
    """A word, a phrase, a number or a mark of the text."""

    meaning: Meaning
    start: int
    """First code point in the text."""
    end: int
    """One past the last code point."""
    form: str
    """Its pieces in lower case, joined by blanks."""


@dataclass(frozen=True, slots=True)
class Row:
    """The terms of a text, and their symbols as one string of the same length."""

    text: str
    symbols: str
    terms: tuple[Term, ...]

    def has_capital(self, term: Term) -> bool:
        """Does a term begin with a capital?"""
        return self.text[term.start].isupper()


def row_of(text: str, words: DateWords) -> Row:
    """The whole text as terms; symbols are those of ``DateWords.meanings``, ``x`` for what is in no date.

    Numbers are ``d`` up to 31, ``y`` as years of four digits, else ``D``; ``i`` is a numeric date, ``j`` a
    time on the clock, ``q`` a decimal, ``-`` a dash between two words without blanks and ``_`` one with.
    """
    matches = list(PIECE.finditer(text))
    pieces = [match[0].lower().replace("’", "'") for match in matches]
    terms: list[Term] = []
    at = 0
    while at < len(matches):
        match, form = matches[at], pieces[at]
        size, meaning = _phrase_at(pieces, at, words) if form in words.meanings else (1, None)
        if meaning is None:
            meaning = _NOTHING if match.lastgroup == "word" else _meaning(match, form, text)
        elif size > 1:
            form = " ".join(pieces[at : at + size])
        terms.append(Term(meaning, match.start(), matches[at + size - 1].end(), form))
        at += size
    return Row(text, "".join([term.meaning.symbol for term in terms]), tuple(terms))


def _phrase_at(pieces: list[str], at: int, words: DateWords) -> tuple[int, Meaning | None]:
    """The longest known phrase that starts here: its number of pieces and its meaning."""
    for rest, meaning in words.meanings[pieces[at]]:
        size = 1 + len(rest)
        if not rest or tuple(pieces[at + 1 : at + size]) == rest:
            return size, meaning
    return 1, None


def _meaning(match: re.Match[str], piece: str, text: str) -> Meaning:
    kind = match.lastgroup
    if kind == "large":
        return _NOTHING
    if kind == "mark":
        if piece in _DASHES:
            spaced = (
                text[match.start() - 1 : match.start()].isspace()
                or text[match.end() : match.end() + 1].isspace()
            )
            return _SPACED if spaced else _TIGHT
        return _MARKS.get(piece, _NOTHING)
    if kind == "number":
        return _number(piece)
    if kind == "blank":
        return _BLANK
    if kind == "decimal":
        return Meaning("q", float(piece.replace(",", ".")))
    if kind == "ordinal":
        return Meaning("o", int(re.sub(r"\D", "", piece)))
    return Meaning("j" if kind == "clock" else "i")


def _number(digits: str) -> Meaning:
    number = int(digits) if len(digits) <= 4 else 0
    if len(digits) == 4:
        return Meaning("y" if 1000 <= number < 3000 else "x", number)
    if len(digits) > 3:
        return _NOTHING
    return Meaning("d" if 1 <= number <= 31 and len(digits) <= 2 else "D", number)


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of terms that may be a date, a time of day or a duration."""

    row: Row
    first: int
    core: int
    """The first term after prepositions and articles."""
    last: int
    """One past the last term."""
    words: DateWords

    @property
    def before(self) -> str:
        """The symbols of the prepositions and articles."""
        return self.row.symbols[self.first : self.core]

    @property
    def previous(self) -> str:
        """The symbol before the passage; empty at the start of the text."""
        return self.row.symbols[self.first - 1 : self.first] if self.first else ""

    @property
    def after(self) -> str:
        """The symbol after the passage; empty at the end of the text."""
        return self.row.symbols[self.last : self.last + 1]

    @property
    def terms(self) -> tuple[Term, ...]:
        """The terms without the prepositions and articles before them."""
        return self.row.terms[self.core : self.last]

    def terms_of(self, symbols: str) -> list[Term]:
        """Its terms with any of these symbols, in text order."""
        return [term for term in self.terms if term.meaning.symbol in symbols]

    def one_of(self, symbols: str) -> Term | None:
        """Its first term with any of these symbols."""
        return next((term for term in self.terms if term.meaning.symbol in symbols), None)

    def number_of(self, symbols: str) -> int | None:
        """The number of its first term with any of these symbols."""
        term = self.one_of(symbols)
        return None if term is None else int(term.meaning.number)
