"""Scores to sentences and their trees."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from selon.encoder.scores import Scores
from selon.parse import TokenSpan

_LOW = -1e9
_GLUED, _BLANK = 1, 2
_CLOSING = "»”’)"
_STRAIGHT = "\"'"


def find_sentences(
    starts: NDArray[np.float32], layouts: Sequence[int], forms: Sequence[str]
) -> tuple[TokenSpan, ...]:
    """Sentences as runs of words: ``starts`` is [words, 2], the scores of going on and of starting one.

    A new line starts one, and so does a capital after a full stop, inside quotation marks and after them.
    """
    begins = (starts[:, 1] > starts[:, 0]) | (np.array(layouts) == 3)
    begins[0] = True
    for index in range(len(forms) - 2):
        if forms[index] == "." and (after := _after_stop(index, layouts, forms)) is not None:
            begins[index + 1 : after] = False
            begins[after] = True
    edges = [*np.flatnonzero(begins).tolist(), len(begins)]
    return tuple(TokenSpan(a, b) for a, b in pairwise(edges))


def _after_stop(stop: int, layouts: Sequence[int], forms: Sequence[str]) -> int | None:
    """The word with a capital that starts a sentence after a full stop and closing marks; None where none does."""
    word = stop + 1
    while word < len(forms) - 1 and (
        forms[word] in _CLOSING or (forms[word] in _STRAIGHT and layouts[word] == _GLUED)
    ):
        word += 1
    return word if forms[word][0].isupper() and layouts[word] == _BLANK else None


def find_heads(scores: Scores, sentence: TokenSpan) -> list[int]:
    """The head of each word of a sentence, its own index at the root: one root, no cycle."""
    size = sentence.last - sentence.first
    table = np.full((size, size + 1), _LOW, dtype=np.float32)
    for number in {int(scores.window[word]) for word in sentence}:
        window = scores.windows[number]
        inside = slice(max(window.first, sentence.first), min(window.last, sentence.last))
        words = [w for w in range(inside.start, inside.stop) if scores.window[w] == number]
        rows = np.array(words)
        source = scores.pairs["arc"][number][rows - window.first + 1]
        table[rows - sentence.first, inside.start - sentence.first + 1 : inside.stop - sentence.first + 1] = (
            source[:, inside.start - window.first + 1 : inside.stop - window.first + 1]
        )
        table[rows - sentence.first, 0] = source[:, 0]
    return [sentence.first + head for head in _tree(table)]


def _tree(table: NDArray[np.float32]) -> list[int]:
    size = len(table)
    own = np.arange(size)
    table[own, own + 1] = _LOW
    best = table[:, 1:].max(axis=1) if size > 1 else np.zeros(1, np.float32)
    root = int(np.argmax(table[:, 0] - best))
    heads = table[:, 1:].argmax(axis=1)
    heads[root] = root
    while (cycle := _find_cycle(heads, root)) is not None:
        _break_cycle(table, heads, cycle)
    return [int(head) for head in heads]


def _find_cycle(heads: NDArray[np.int64], root: int) -> list[int] | None:
    state = [0] * len(heads)
    state[root] = 2
    for start in range(len(heads)):
        path, node = [], start
        while state[node] == 0:
            state[node] = 1
            path.append(node)
            node = int(heads[node])
        if state[node] == 1:
            return path[path.index(node) :]
        for each in path:
            state[each] = 2
    return None


def _break_cycle(table: NDArray[np.float32], heads: NDArray[np.int64], cycle: list[int]) -> None:
    """Hang the word of the cycle that loses least on the best head that does not hang on the cycle."""
    below = set(cycle)
    grown = True
    while grown:
        more = {
            i for i in range(len(heads)) if i not in below and int(heads[i]) in below and i != int(heads[i])
        }
        grown = bool(more)
        below |= more
    outside = np.array([i for i in range(len(heads)) if i not in below])
    losses = []
    for word in cycle:
        options = table[word, outside + 1]
        choice = int(np.argmax(options))
        losses.append((float(table[word, heads[word] + 1] - options[choice]), word, int(outside[choice])))
    _, word, head = min(losses)
    heads[word] = head
