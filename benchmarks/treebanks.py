"""Parsing quality from raw text on Universal Dependencies test sets.

    python benchmarks/treebanks.py DATA [--weights FOLDER]

DATA is the folder with ``ud``. Sentences are joined with blanks, twenty to a text (or a document where the
treebank marks them), and read again from the raw text. A word counts where its offsets are right; LAS needs
head and relation (without subtypes) too. Punctuation is left out; contracted words (du) are one word.
"""

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "training"))

from selon.encoder import WEIGHTS, Network, parse_text
from treebank import Sentence, read_conllu

PARTS = {
    "fr GSD test": ("fr", "ud/fr/gsd-test.conllu"),
    "fr Sequoia test": ("fr", "ud/fr/sequoia-test.conllu"),
    "fr PUD": ("fr", "ud/fr/pud-test.conllu"),
    "en EWT test": ("en", "ud/en/ewt-test.conllu"),
    "en GUM news": ("en", "ud/en/gum-news.conllu"),
}
SENTENCES = 20


@dataclass
class Counts:
    """Right, found and gold words, by measure."""

    gold: int = 0
    found: int = 0
    words: int = 0
    pos: int = 0
    lemma: int = 0
    attached: int = 0
    labelled: int = 0
    sentences: tuple[int, int, int] = (0, 0, 0)

    def f1(self, right: int) -> float:
        """F1 in per cent."""
        return 200 * right / max(1, self.gold + self.found)

    def sentence_f1(self) -> float:
        """F1 of sentence starts in per cent."""
        right, found, gold = self.sentences
        return 200 * right / max(1, found + gold)


def texts(path: Path) -> Iterator[list[Sentence]]:
    """Runs of sentences that are read as one text."""
    run: list[Sentence] = []
    for sentence in read_conllu(path):
        if run and (sentence.new_document or len(run) >= SENTENCES):
            yield run
            run = []
        run.append(sentence)
    if run:
        yield run


def measure(path: Path, language: str, network: Network) -> Counts:
    """The counts of one treebank."""
    counts = Counts()
    for run in texts(path):
        _measure_text(run, language, network, counts)
    return counts


def _measure_text(run: list[Sentence], language: str, network: Network, counts: Counts) -> None:
    text, gold, starts = "", {}, set()
    for sentence in run:
        shift = len(text)
        starts.add(shift)
        for word in sentence.words:
            head = sentence.words[word.head]
            gold[shift + word.start, shift + word.end] = (
                word.pos, word.lemma, (shift + head.start, shift + head.end), word.relation.split(":")[0]
            )  # fmt: skip
        text += sentence.text + " "
    parse = parse_text(text.rstrip(), language=language, network=network)
    found = {}
    for token in parse.tokens:
        head = parse.tokens[token.head]
        found[token.start, token.end] = (
            token.pos, token.lemma, (head.start, head.end), token.relation.split(":")[0]
        )  # fmt: skip
    begun = {parse.tokens[span.first].start for span in parse.sentences}
    right, all_found, all_gold = counts.sentences
    counts.sentences = (right + len(starts & begun), all_found + len(begun), all_gold + len(starts))
    gold = {span: word for span, word in gold.items() if word[0] != "PUNCT"}
    found = {
        span: word
        for span, word in found.items()
        if any(c.isalnum() for c in text[slice(*span)]) or span in gold
    }
    counts.gold += len(gold)
    counts.found += len(found)
    for span, (pos, lemma, head, relation) in gold.items():
        if span in found:
            ours = found[span]
            counts.words += 1
            counts.pos += ours[0] == pos
            counts.lemma += ours[1] == lemma
            counts.attached += ours[2] == head
            counts.labelled += ours[2] == head and ours[3] == relation


def table(data: Path, weights: Path = WEIGHTS) -> list[tuple[str, Counts]]:
    """The counts of every test set."""
    network = Network(weights)
    return [(name, measure(data / path, language, network)) for name, (language, path) in PARTS.items()]


def main() -> None:
    """Print one line a treebank."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    arguments = parser.parse_args()
    print(f"{'':18}{'words':>7}{'sent.':>7}{'UPOS':>7}{'lemma':>7}{'UAS':>7}{'LAS':>7}")
    for name, counts in table(arguments.data, arguments.weights):
        values = [counts.f1(counts.words), counts.sentence_f1(), counts.f1(counts.pos), counts.f1(counts.lemma),
                  counts.f1(counts.attached), counts.f1(counts.labelled)]  # fmt: skip
        print(f"{name:18}" + "".join(f"{value:7.1f}" for value in values))


if __name__ == "__main__":
    main()
