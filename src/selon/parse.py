"""What a text looks like to the stages: tokens, sentences, names and attributions, as plain frozen data."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from selon.errors import UnfitDoc

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token as SpacyToken

_SMALL_WORDS = ("DET", "ADP", "CCONJ", "SCONJ", "PART")

NameKind = Literal["person", "place", "organisation"]

UNIVERSAL_PARTS = frozenset({
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT",
    "SCONJ", "SYM", "VERB", "X",
})  # fmt: skip
"""The parts of speech of Universal Dependencies."""

UNIVERSAL_RELATIONS = frozenset({
    "acl", "advcl", "advmod", "amod", "appos", "aux", "case", "cc", "ccomp", "clf", "compound", "conj", "cop",
    "csubj", "dep", "det", "discourse", "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list",
    "mark", "nmod", "nsubj", "nummod", "obj", "obl", "orphan", "parataxis", "punct", "reparandum", "root",
    "vocative", "xcomp",
})  # fmt: skip
"""The relations of Universal Dependencies, without subtypes."""

KEPT_SUBTYPES = frozenset({
    "acl:relcl", "aux:caus", "aux:pass", "csubj:pass", "expl:subj", "nsubj:pass", "obl:agent",
})  # fmt: skip
"""The subtypes of relations that the stages read; of all others they read the relation alone."""

_NAME_KINDS: dict[str, NameKind] = {
    "PER": "person", "PERSON": "person", "LOC": "place", "GPE": "place", "FAC": "place", "ORG": "organisation",
}  # fmt: skip


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

    @classmethod
    def from_spacy(cls, doc: Doc, *, text: str | None = None) -> Parse:
        """The parse that a spaCy pipeline with the labels of Universal Dependencies made.

        Names are read from ``doc.ents``. Attributions are read from ``doc.spans["roles"]``, where it is there:
        spans labelled ``source``, ``cue`` and ``content``, those of one statement with the same ``span_id``.
        Tokens of white space are left out. Raises UnfitDoc for a Doc without parts of speech, lemmas or
        relations, or with labels of another scheme, and where ``text``, if given, is not the Doc's.
        """
        if text is not None and text != doc.text:
            raise UnfitDoc("it is not of the text given; make it from that very string")
        words = [token for token in doc if token.text.strip()]
        _check_labels(words)
        if not words:
            return cls(doc.text, (), ())
        if not doc.has_annotation("SENT_START"):
            raise UnfitDoc("it has no sentences; the pipeline needs a parser or a sentence recogniser")
        # Word numbers by token numbers: white space counts for spaCy, not here.
        before = [0]
        for token in doc:
            before.append(before[-1] + bool(token.text.strip()))
        sentences = _spans(doc.sents, before)
        return cls(
            text=doc.text,
            tokens=tuple(
                _token(words[index], index, sentence, before) for sentence in sentences for index in sentence
            ),
            sentences=sentences,
            names=tuple(
                Name(span, _NAME_KINDS[each.label_])
                for each in doc.ents
                if each.label_ in _NAME_KINDS
                for span in _spans([each], before)
            ),
            attributions=_attributions(doc, before),
        )

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
        """The token of a run that hangs outside it, or on nothing; of several, the first that is no small word."""
        outside = [
            index
            for index in span
            if self.tokens[index].pos != "PUNCT"
            and (self.tokens[index].head == index or self.tokens[index].head not in span)
        ]
        full = (index for index in outside if self.tokens[index].pos not in _SMALL_WORDS)
        return next(full, outside[0] if outside else span.first)

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


def _check_labels(words: Sequence[SpacyToken]) -> None:
    """Raise UnfitDoc where the stages could not read the words of a Doc."""
    for what, labels, known, maker in (
        ("part of speech", [word.pos_ for word in words], UNIVERSAL_PARTS, "tagger or morphologizer"),
        ("relation", [_universal(word.dep_) for word in words], UNIVERSAL_RELATIONS, "parser"),
        ("lemma", [word.lemma_ for word in words], None, "lemmatizer"),
    ):
        if "" in labels:
            word = words[labels.index("")].text
            raise UnfitDoc(f"{word!r} has no {what}; the pipeline needs a {maker}")
        strange = sorted(set(labels) - known) if known is not None else []
        if strange:
            raise UnfitDoc(
                f"{', '.join(strange[:5])}: no {what} of Universal Dependencies; load a pipeline that has its labels"
            )


def _universal(relation: str) -> str:
    return relation.split(":")[0].lower()


def _relation(label: str) -> str:
    return label if label in KEPT_SUBTYPES else _universal(label)


def _spans(spans: Iterable[SpacySpan], before: Sequence[int]) -> tuple[TokenSpan, ...]:
    """Spans of a Doc as runs of words; what holds white space alone is left out."""
    found = (TokenSpan(before[span.start], before[span.end]) for span in spans)
    return tuple(span for span in found if span.first < span.last)


def _token(word: SpacyToken, index: int, sentence: TokenSpan, before: Sequence[int]) -> Token:
    head = word.head
    while not head.text.strip() and head.head.i != head.i:
        head = head.head
    # What hangs on white space alone, or on another sentence, hangs on nothing.
    governor = before[head.i] if head.text.strip() and before[head.i] in sentence else index
    form = word.text.strip()
    start = word.idx + word.text.index(form)
    relation = "root" if governor == index else _relation(word.dep_)
    return Token(start, start + len(form), form, word.lemma_, word.pos_, governor, relation)


def _attributions(doc: Doc, before: Sequence[int]) -> tuple[Attribution, ...]:
    """The statements that the span group ``roles`` tells, in text order."""
    told: dict[str, dict[str, list[TokenSpan]]] = {}
    for each in doc.spans.get("roles", ()):
        roles = told.setdefault(each.id_, {"source": [], "cue": [], "content": []})
        if each.label_ not in roles:
            raise UnfitDoc(f"span group 'roles': {each.label_!r} is none of {', '.join(roles)}")
        roles[each.label_] += _spans([each], before)
    contents = {key: sorted(roles["content"], key=lambda span: span.first) for key, roles in told.items()}
    found = []
    for key, roles in told.items():
        if len(roles["source"]) > 1 or len(roles["cue"]) > 1:
            raise UnfitDoc(f"span group 'roles': statement {key!r} has more than one source or cue")
        if contents[key]:
            around = [span for other, spans in contents.items() if other != key for span in spans]
            found.append(
                Attribution(
                    cue=next(iter(roles["cue"]), None),
                    source=next(iter(roles["source"]), None),
                    contents=tuple(contents[key]),
                    speech=True,
                    nested=any(span.covers(inner) for span in around for inner in roles["cue"]),
                    confidence=1.0,
                )
            )
    return tuple(sorted(found, key=lambda each: each.contents[0].first))
