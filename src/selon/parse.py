"""What a text looks like to the stages: tokens, sentences, names and attributions, as plain frozen data."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

NameKind = Literal["person", "place", "organisation"]


@dataclass(frozen=True, slots=True)
class Token:
    """One syntactic word, with what the model says of it."""

    start: int
    """First code point in the text."""

    end: int
    """One past the last code point."""

    form: str
    """The word as written: ``text[start:end]``."""

    lemma: str
    """Its dictionary form."""

    pos: str
    """Universal part of speech: NOUN, VERB, PROPN …"""

    head: int
    """Index of the token it hangs on; its own index at the root of a sentence."""

    relation: str
    """Universal Dependencies relation to ``head``, harmonised; ``root`` at the root."""


@dataclass(frozen=True, slots=True)
class TokenSpan:
    """A run of tokens, half-open: ``tokens[first:last]``."""

    first: int
    last: int

    def __iter__(self) -> Iterator[int]:
        return iter(range(self.first, self.last))

    def __contains__(self, index: int) -> bool:
        return self.first <= index < self.last

    def covers(self, other: TokenSpan) -> bool:
        """Does it hold all of ``other``?"""
        return self.first <= other.first and other.last <= self.last

    def overlaps(self, other: TokenSpan) -> bool:
        """Do the two share a token?"""
        return self.first < other.last and other.first < self.last


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name."""

    span: TokenSpan
    kind: NameKind


@dataclass(frozen=True, slots=True)
class Attribution:
    """A cue with its source and its contents, as the model links them."""

    cue: TokenSpan | None
    source: TokenSpan | None
    contents: tuple[TokenSpan, ...]
    speech: bool
    """True for speech, False for an attitude."""
    nested: bool
    """True where it lies within the content of another one."""
    confidence: float
    """Probability that the reading is right, from 0 to 1."""


@dataclass(frozen=True)
class Parse:
    """A text with its tokens, sentences, names and attributions, each in text order."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[TokenSpan, ...]
    names: tuple[Name, ...] = ()
    attributions: tuple[Attribution, ...] = ()

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each token, the indices of those that hang on it, in text order."""
        found: list[list[int]] = [[] for _ in self.tokens]
        for index, token in enumerate(self.tokens):
            if token.head != index:
                found[token.head].append(index)
        return tuple(tuple(each) for each in found)

    @cached_property
    def sentence_of(self) -> tuple[int, ...]:
        """For each token, the index of its sentence."""
        return tuple(number for number, sentence in enumerate(self.sentences) for _ in sentence)

    def characters(self, span: TokenSpan) -> tuple[int, int]:
        """The code points that a run of tokens covers, half-open."""
        return self.tokens[span.first].start, self.tokens[span.last - 1].end

    @cached_property
    def _ends(self) -> list[int]:
        return [token.end for token in self.tokens]

    def tokens_in(self, start: int, end: int) -> TokenSpan | None:
        """The tokens that share a code point with ``text[start:end]``; None where there is none."""
        first = bisect_right(self._ends, start)
        last = first
        while last < len(self.tokens) and self.tokens[last].start < end:
            last += 1
        return TokenSpan(first, last) if last > first else None

    def words(self, span: TokenSpan) -> str:
        """The words of a run of tokens, as written."""
        start, end = self.characters(span)
        return self.text[start:end]

    def head_of(self, span: TokenSpan) -> int:
        """The token of a run that hangs outside it (the first such), or on nothing."""
        for index in span:
            head = self.tokens[index].head
            if (head == index or head not in span) and self.tokens[index].pos != "PUNCT":
                return index
        return span.first

    def subtree(self, index: int) -> TokenSpan:
        """The run from the first to the last token that hangs, directly or not, on ``index``."""
        first, last, open_ = index, index, [index]
        seen = {index}
        while open_:
            for child in self.children[open_.pop()]:
                if child not in seen:
                    seen.add(child)
                    first, last = min(first, child), max(last, child)
                    open_.append(child)
        return TokenSpan(first, last + 1)
