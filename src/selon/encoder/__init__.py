"""A text to its parse: words, the network, trees and spans."""

from functools import cache
from pathlib import Path

import numpy as np

from selon.encoder.labels import PARTS_OF_SPEECH, RELATIONS
from selon.encoder.lemma import apply_script
from selon.encoder.scores import Network, Scores
from selon.encoder.spans import find_attributions, find_names
from selon.encoder.trees import find_heads, find_sentences
from selon.encoder.words import find_layouts, find_words
from selon.parse import Parse, Token

__all__ = ["Network", "load_network", "parse_text"]

WEIGHTS = Path(__file__).parent / "weights"


@cache
def load_network() -> Network:
    """The network that comes with the package; raises MissingModel where it is not there."""
    return Network(WEIGHTS)


def parse_text(text: str, *, language: str, network: Network) -> Parse:
    """The tokens, sentences, names and attributions of ``text``.

    A text without a word gives an empty parse.
    """
    spans = find_words(text, language=language)
    if not spans:
        return Parse(text, (), ())
    forms = [text[start:end] for start, end in spans]
    layouts = find_layouts(text, spans)
    scores = network.score(forms, layouts)
    sentences = find_sentences(scores.tags["start"], layouts, forms)
    heads = np.array([head for sentence in sentences for head in find_heads(scores, sentence)])
    return Parse(
        text=text,
        tokens=_tokens(spans, forms, heads, scores, network),
        sentences=sentences,
        names=find_names(scores, sentences),
        attributions=find_attributions(scores, sentences, forms),
    )


def _tokens(
    spans: list[tuple[int, int]], forms: list[str], heads: np.ndarray, scores: Scores, network: Network
) -> tuple[Token, ...]:
    positions = scores.tags["pos"].argmax(axis=1).tolist()
    relations = network.relation_scores(scores, heads)
    relations[:, 0] = -np.inf
    labels = relations.argmax(axis=1).tolist()
    return tuple(
        Token(
            start=start,
            end=end,
            form=form,
            lemma=apply_script(form, network.lemma_scripts[script]),
            pos=PARTS_OF_SPEECH[position],
            head=head,
            relation="root" if head == index else RELATIONS[label],
        )
        for index, ((start, end), form, script, position, head, label) in enumerate(
            zip(spans, forms, scores.lemma.tolist(), positions, heads.tolist(), labels, strict=True)
        )
    )
