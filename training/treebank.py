"""CoNLL-U treebanks as texts with words, in the harmonised scheme that the model learns."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from selon.parse import KEPT_SUBTYPES


@dataclass
class Word:
    """One word of a treebank sentence; ``head`` is an index in the sentence, its own at the root."""

    start: int
    end: int
    form: str
    lemma: str
    pos: str
    head: int
    relation: str


@dataclass
class Sentence:
    """One sentence: its text and words, offsets in code points of that text."""

    text: str
    words: list[Word] = field(default_factory=list)
    new_document: bool = False


def harmonise(relation: str) -> str:
    """The relation without the subtypes that treebanks do not share."""
    return relation if relation in KEPT_SUBTYPES else relation.split(":")[0]


def read_conllu(path: str | Path) -> Iterator[Sentence]:
    """Every sentence of a file; contracted words (du = de + le) become one word."""
    rows: list[list[str]] = []
    new_document = False
    for line in [*Path(path).read_text(encoding="utf-8").split("\n"), ""]:
        if line.startswith("#"):
            new_document |= line.startswith("# newdoc")
        elif line:
            rows.append(line.split("\t"))
        elif rows:
            yield _sentence(rows, new_document=new_document)
            rows, new_document = [], False


def _sentence(rows: list[list[str]], *, new_document: bool) -> Sentence:
    groups = _surface_groups(rows)
    owner = {row[0]: number for number, (_, _, members) in enumerate(groups) for row in members}
    text, words = "", []
    for number, (form, glued, members) in enumerate(groups):
        outer = next((m for m in members if owner.get(m[6]) != number), members[0])
        head = owner.get(outer[6], number)
        words.append(
            Word(len(text), len(text) + len(form), form, _lemma(members, outer), outer[3], head,
                 "root" if outer[6] == "0" else harmonise(outer[7]))
        )  # fmt: skip
        text += form + ("" if glued else " ")
    return Sentence(text.rstrip(), words, new_document)


def _lemma(members: list[list[str]], outer: list[str]) -> str:
    return outer[2] if len(members) == 1 else members[0][2]


def _surface_groups(rows: list[list[str]]) -> list[tuple[str, bool, list[list[str]]]]:
    """Surface words: form, whether glued to the next, the syntactic words in it."""
    groups: list[tuple[str, bool, list[list[str]]]] = []
    skip = 0
    by_id = {row[0]: row for row in rows}
    for row in rows:
        if "." in row[0]:
            continue
        glued = "SpaceAfter=No" in row[9]
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            members = [by_id[str(i)] for i in range(first, last + 1)]
            skip = last
            forms = [m[1] for m in members]
            if "".join(forms) == row[1]:
                groups += [(m[1], m is not members[-1] or glued, [m]) for m in members]
            else:
                groups.append((row[1], glued, members))
        elif int(row[0]) > skip:
            groups.append((row[1], glued, [row]))
    return groups
