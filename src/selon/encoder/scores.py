"""The network itself: words in, scores out, a window at a time."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from selon.encoder.labels import NAME_TAGS, NATURES, PARTS_OF_SPEECH, ROLE_TAGS
from selon.encoder.pieces import PieceVocabulary, case_of
from selon.encoder.windows import Window, cut_windows
from selon.errors import MissingModel

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]

_TAG_SIZES = {
    "pos": len(PARTS_OF_SPEECH), "start": 2, "name": len(NAME_TAGS), "outer": len(ROLE_TAGS),
    "nested": len(ROLE_TAGS), "nature": len(NATURES),
}  # fmt: skip
_PAIRS = ("arc", "link_source", "link_cue")


@dataclass(frozen=True)
class Scores:
    """What the network says of a text of n words.

    ``tags[name]`` is [n, labels]; ``lemma`` [n] rows of the script table; ``window[i]`` says which window
    speaks for word i; ``pairs[name][w]`` is [words + 1, words + 1] for window w, index 0 standing for root or none.
    """

    tags: dict[str, Floats]
    lemma: Integers
    relation_dependent: Floats
    relation_head: Floats
    windows: tuple[Window, ...]
    window: Integers
    pairs: dict[str, tuple[Floats, ...]]

    def pair(self, name: str, word: int) -> tuple[Floats, int]:
        """Scores of ``word`` against "none" and each word of its window, and the window's first word."""
        number = int(self.window[word])
        first = self.windows[number].first
        row: Floats = self.pairs[name][number][word - first + 1]
        return row, first


class Network:
    """The trained model, loaded from a folder."""

    def __init__(self, folder: Path) -> None:
        for name in ("encoder.onnx", "relation.npz", "vocabulary.txt", "model.json"):
            if not (folder / name).is_file():
                raise MissingModel(str(folder / name))
        card = json.loads((folder / "model.json").read_text(encoding="utf-8"))
        self.version: str = card["version"]
        self.lemma_scripts: list[str] = card["lemma_scripts"]
        self._vocabulary = PieceVocabulary(
            (folder / "vocabulary.txt").read_text(encoding="utf-8").split("\n")
        )
        options = onnxruntime.SessionOptions()
        # One thread: the same additions in the same order, so the same bytes; `batch` uses the other cores.
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        # The extended level would join additions and normalisations into a slower operation.
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
        self._session = onnxruntime.InferenceSession(
            str(folder / "encoder.onnx"), options, providers=["CPUExecutionProvider"]
        )
        with np.load(folder / "relation.npz") as relation:
            self._relation: tuple[Floats, Floats] = relation["weight"], relation["bias"]

    def score(self, forms: Sequence[str], layouts: Sequence[int]) -> Scores:
        """Scores for the words ``forms``, with the row of ``LAYOUTS`` that each stands in."""
        split = [self._vocabulary.split(form) for form in forms]
        windows = cut_windows([len(pieces) for pieces in split], layouts)
        results = [self._run(window, forms, layouts) for window in windows]
        return _join(windows, results)

    def relation_scores(self, scores: Scores, heads: Integers) -> Floats:
        """Scores of each relation of each word to the head given for it (its own index at a root)."""
        at_root = heads == np.arange(len(heads))
        head_rows = scores.relation_head[heads + 1]
        head_rows[at_root] = scores.relation_head[0]
        dependent_rows = scores.relation_dependent[1:]
        weight, bias = self._relation
        # In slices too small for the linear algebra library to start threads, and for a long text to fill memory.
        parts = [slice(start, start + 40) for start in range(0, len(head_rows), 40)]
        slices = [_gelu(dependent_rows[part] + head_rows[part]) @ weight for part in parts]
        found: Floats = np.concatenate(slices) + bias
        return found

    def _run(
        self, window: Window, forms: Sequence[str], layouts: Sequence[int]
    ) -> dict[str, NDArray[np.float32]]:
        vocabulary = self._vocabulary
        pieces, accents, cases, rows = [vocabulary.cls], [0], [0], [0]
        first, last = [0], [0]
        for word in range(window.first, window.last):
            split = vocabulary.split(forms[word])
            first.append(len(pieces))
            pieces += [piece.vocabulary for piece in split]
            accents += [piece.accent for piece in split]
            cases += [case_of(forms[word])] * len(split)
            rows += [layouts[word]] + [0] * (len(split) - 1)
            last.append(len(pieces) - 1)
        feed = {
            "piece": [*pieces, vocabulary.sep], "position": list(range(len(pieces) + 1)),
            "accent": [*accents, 0], "case": [*cases, 0], "layout": [*rows, 0],
        }  # fmt: skip
        inputs = {name: np.array([values], dtype=np.int64) for name, values in feed.items()}
        inputs["first"], inputs["last"] = np.array(first, np.int64), np.array(last, np.int64)
        names = [output.name for output in self._session.get_outputs()]
        values = self._session.run(names, inputs)
        return {name: value[0] for name, value in zip(names, values, strict=True)}


def _gelu(values: Floats) -> Floats:
    # The error function by Abramowitz and Stegun 7.1.26 (error under 1.5e-7): NumPy has none.
    x = np.abs(values) * np.float32(0.5**0.5)
    t = 1 / (1 + 0.3275911 * x)
    series = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
    erf = np.sign(values) * (1 - series * np.exp(-x * x))
    found: Floats = (0.5 * values * (1 + erf)).astype(np.float32)
    return found


def _join(windows: list[Window], results: list[dict[str, NDArray[np.float32]]]) -> Scores:
    """The results of the windows, each word's from the window that holds it in its core."""
    cores = [slice(w.core_first - w.first + 1, w.core_last - w.first + 1) for w in windows]

    def joined(name: str) -> NDArray[np.float32]:
        return np.concatenate([result[name][core] for result, core in zip(results, cores, strict=True)])

    tags, start = {}, 0
    all_tags = joined("tags")
    for name, size in _TAG_SIZES.items():
        tags[name] = all_tags[:, start : start + size]
        start += size
    root = results[0]["relation_head"][:1]
    return Scores(
        tags=tags,
        lemma=joined("lemma").astype(np.int64),
        relation_dependent=np.concatenate([root, joined("relation_dependent")]),
        relation_head=np.concatenate([root, joined("relation_head")]),
        windows=tuple(windows),
        window=np.repeat(np.arange(len(windows)), [w.core_last - w.core_first for w in windows]),
        pairs={name: tuple(result[name] for result in results) for name in _PAIRS},
    )
