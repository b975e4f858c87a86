"""Speed, and predictions on PolNeAR, of the peer that can be installed: textacy's direct quotations.

    python benchmarks/peers.py [TEXTS]
    python benchmarks/peers.py TEXTS --predictions OUT.jsonl

Needs ``pip install 'textacy>=0.13'``. textacy extracts from a spaCy Doc and has no parser of its own, so it gets
the parse that Selon makes: its quality is that of its rules on our trees, and its speed is told with and without
the parse. It reads paragraph by paragraph, since one odd quotation mark makes it refuse the whole of what it is given.
"""

import argparse
import json
import os
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import selon
from selon.parse import Parse
from texts import count_words, read_texts

# spaCy's names of the relations that textacy asks for.
CLEAR = {
    "nsubj:pass": "nsubjpass",
    "csubj:pass": "csubjpass",
    "aux:pass": "auxpass",
    "root": "ROOT",
    "obj": "dobj",
}


def as_doc(parse: Parse, vocabulary: Any) -> Any:
    """A parse as a spaCy Doc; white space other than one blank becomes tokens that hang on the word before."""
    from spacy.tokens import Doc

    columns: dict[str, list[Any]] = {
        name: [] for name in ("words", "spaces", "pos", "lemmas", "heads", "deps")
    }
    place: dict[int, int] = {}

    def add(word: str, pos: str, lemma: str, dep: str) -> None:
        for name, value in zip(
            columns, (word, False, pos, lemma, len(columns["words"]) - 1, dep), strict=True
        ):
            columns[name].append(value)

    end = 0
    for index, token in enumerate(parse.tokens):
        gap = parse.text[end : token.start]
        if gap == " " and columns["words"]:
            columns["spaces"][-1] = True
        elif gap:
            add(gap, "SPACE", gap, "dep")
        place[index] = len(columns["words"])
        add(token.form, token.pos, token.lemma, CLEAR.get(token.relation, token.relation))
        end = token.end
    for index, token in enumerate(parse.tokens):
        columns["heads"][place[index]] = place[token.head]
    columns["heads"][0] = max(0, columns["heads"][0])
    return Doc(vocabulary, **columns)


def quotations(doc: Any) -> Iterator[Any]:
    """What textacy finds in each paragraph; nothing where it refuses one."""
    from textacy.extract.triples import direct_quotations

    for paragraph in re.finditer(r"[^\n]+", doc.text):
        span = doc.char_span(*paragraph.span(), alignment_mode="contract")
        if span is None or not len(span):
            continue
        try:
            found = list(direct_quotations(span.as_doc()))
        except ValueError:
            continue
        for each in found:
            yield paragraph.start() + (span.start_char - paragraph.start()), each


def attribution(shift: int, found: Any) -> dict[str, list[list[int]]]:
    """One quotation as the scorer of PolNeAR reads it."""

    def places(tokens: Any) -> list[list[int]]:
        return [[shift + token.idx, shift + token.idx + len(token)] for token in tokens]

    content = [[shift + found.content.start_char, shift + found.content.end_char]]
    return {"source": places(found.speaker), "cue": places(found.cue), "content": content}


def vocabulary() -> Any:
    """The words of spaCy's English."""
    import spacy

    return spacy.blank("en").vocab


def write_predictions(folder: Path, out: Path) -> None:
    """What textacy finds in every text of a folder, a line each."""
    reader, words = selon.load("en"), vocabulary()
    with out.open("w", encoding="utf-8") as sink:
        for path in sorted(folder.glob("*.txt")):
            doc = as_doc(reader.parse(path.read_bytes().decode("utf-8")), words)
            rows = [attribution(shift, found) for shift, found in quotations(doc)]
            sink.write(json.dumps({"id": path.stem, "attributions": rows}) + "\n")


def speeds(texts: list[str]) -> dict[str, float]:
    """Words a second of Selon and of textacy, on one core, in one run."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    reader, words = selon.load("en"), vocabulary()
    spent = dict.fromkeys(("selon", "parse", "textacy"), 0.0)
    list(quotations(as_doc(reader.parse(texts[0]), words)))
    for text in texts:
        marks = [time.perf_counter()]
        reader.read(text)
        marks.append(time.perf_counter())
        parse = reader.parse(text)
        marks.append(time.perf_counter())
        # Making the Doc is our own detour, and not counted.
        doc = as_doc(parse, words)
        resumed = time.perf_counter()
        list(quotations(doc))
        spent["textacy"] += time.perf_counter() - resumed
        spent["selon"] += marks[1] - marks[0]
        spent["parse"] += marks[2] - marks[1]
    whole = count_words(texts)
    return {
        "Selon, everything": whole / spent["selon"],
        "textacy, with the parse": whole / (spent["parse"] + spent["textacy"]),
        "textacy, after the parse": whole / spent["textacy"],
    }


def main() -> None:
    """Print the speeds, or write the predictions."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("texts", type=Path, nargs="?")
    parser.add_argument("--predictions", type=Path)
    arguments = parser.parse_args()
    if arguments.predictions and arguments.texts:
        write_predictions(arguments.texts, arguments.predictions)
        return
    for name, value in speeds(read_texts(arguments.texts, language="en")).items():
        print(f"{name:28}{value:10,.0f} words a second")


if __name__ == "__main__":
    main()
