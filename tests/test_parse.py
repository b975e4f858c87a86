"""A parse from a spaCy Doc; every Doc here is built by hand, without a spaCy model."""

import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

import selon
from selon.errors import UnfitDoc
from selon.parse import Parse, TokenSpan

VOCAB = Vocab()
# Words, a blank after each or not, part of speech, lemma, head, relation, name.
TABLE = """
    Selon      _  ADP    selon      2   case       O
    l'         -  DET    le         2   det        O
    agence     _  NOUN   agence     9   obl:mod    O
    Boréale    -  PROPN  Boréale    2   appos      B-ORG
    ,          _  PUNCT  ,          2   punct      O
    le         _  DET    le         6   det        O
    ministre   _  NOUN   ministre   9   nsubj      O
    Arne       _  PROPN  Arne       6   appos      B-PER
    Lund       _  PROPN  Lund       7   flat:name  I-PER
    promet     _  VERB   promettre  9   ROOT       O
    une        _  DET    un         11  det        O
    réponse    -  NOUN   réponse    9   obj        O
    .          _  PUNCT  .          9   punct      O
    Oslo       _  PROPN  Oslo       14  nsubj      B-LOC
    attend     -  VERB   attendre   14  ROOT       O
    .          -  PUNCT  .          14  punct      O
"""


def a_doc(table: str = TABLE, **changes: Any) -> Doc:
    rows = [line.split() for line in table.strip().splitlines()]
    words, blanks, parts, lemmas, heads, relations, names = (
        list(column) for column in zip(*rows, strict=True)
    )
    told: dict[str, Any] = {
        "words": words,
        "spaces": [blank == "_" for blank in blanks],
        "pos": parts,
        "lemmas": lemmas,
        "heads": [int(head) for head in heads],
        "deps": relations,
        "ents": names,
    }
    return Doc(VOCAB, **(told | changes))


def test_words_keep_place_lemma_part_of_speech_head_and_relation() -> None:
    parse = Parse.from_spacy(a_doc())

    assert parse.text.startswith("Selon l'agence Boréale, le ministre Arne Lund promet")
    word = parse.tokens[11]
    assert (word.form, word.lemma, word.pos, word.head, word.relation) == (
        "réponse",
        "réponse",
        "NOUN",
        9,
        "obj",
    )
    assert parse.text[word.start : word.end] == "réponse"
    assert [parse.tokens[root].relation for root in (9, 14)] == ["root", "root"]
    assert [parse.tokens[root].head for root in (9, 14)] == [9, 14]


def test_subtypes_that_the_stages_do_not_read_are_left_out() -> None:
    parse = Parse.from_spacy(a_doc(TABLE.replace("nsubj ", "nsubj:pass ")))

    assert parse.tokens[2].relation == "obl"
    assert parse.tokens[6].relation == "nsubj:pass"


def test_sentences_and_names_are_runs_of_words() -> None:
    parse = Parse.from_spacy(a_doc())

    assert parse.sentences == (TokenSpan(0, 13), TokenSpan(13, 16))
    assert [(parse.words(name.span), name.kind) for name in parse.names] == [
        ("Boréale", "organisation"),
        ("Arne Lund", "person"),
        ("Oslo", "place"),
    ]


def test_without_role_spans_there_is_no_attribution() -> None:
    assert Parse.from_spacy(a_doc()).attributions == ()


def test_role_spans_of_one_id_are_one_attribution() -> None:
    doc = a_doc()
    doc.spans["roles"] = [
        Span(doc, 9, 10, label="cue", span_id="lund"),
        Span(doc, 5, 9, label="source", span_id="lund"),
        Span(doc, 10, 12, label="content", span_id="lund"),
        Span(doc, 0, 1, label="cue", span_id="agency"),
        Span(doc, 1, 4, label="source", span_id="agency"),
        Span(doc, 5, 12, label="content", span_id="agency"),
    ]

    outer, inner = Parse.from_spacy(doc).attributions

    assert (outer.cue, outer.source, outer.contents) == (
        TokenSpan(0, 1),
        TokenSpan(1, 4),
        (TokenSpan(5, 12),),
    )
    assert (inner.cue, inner.source, inner.contents) == (
        TokenSpan(9, 10),
        TokenSpan(5, 9),
        (TokenSpan(10, 12),),
    )
    assert [each.nested for each in (outer, inner)] == [False, True]


def test_a_content_without_cue_or_source_is_an_attribution_without_them() -> None:
    doc = a_doc()
    doc.spans["roles"] = [Span(doc, 10, 12, label="content", span_id="1")]

    [attribution] = Parse.from_spacy(doc).attributions

    assert attribution.cue is None
    assert attribution.source is None


def test_white_space_is_no_word_and_what_hangs_on_it_hangs_higher() -> None:
    doc = a_doc(
        """
        Oslo    -  PROPN  Oslo      1  nsubj  B-LOC
        @       -  SPACE  @         2  dep    O
        attend  -  VERB   attendre  2  ROOT   O
        @       -  SPACE  @         2  dep    O
        """,
        words=["Oslo", "\n\n", "attend", " "],
    )

    parse = Parse.from_spacy(doc)

    assert [(word.form, word.start, word.head) for word in parse.tokens] == [("Oslo", 0, 1), ("attend", 6, 1)]
    assert parse.sentences == (TokenSpan(0, 2),)


def test_a_doc_without_words_is_an_empty_parse() -> None:
    assert Parse.from_spacy(Doc(VOCAB, words=[])) == Parse("", (), ())
    assert Parse.from_spacy(Doc(VOCAB, words=["\n"], spaces=[False])) == Parse("\n", (), ())


@pytest.mark.parametrize(
    ("doc", "complaint"),
    [
        (a_doc(pos=None), "'Selon' has no part of speech; the pipeline needs a tagger or morphologizer"),
        (a_doc(deps=None, heads=None), "'Selon' has no relation; the pipeline needs a parser"),
        (a_doc(lemmas=None), "'Selon' has no lemma; the pipeline needs a lemmatizer"),
        (
            a_doc(TABLE.replace("obj ", "dobj ").replace("case", "prep")),
            "dobj, prep: no relation of Universal Dependencies; load a pipeline that has its labels",
        ),
    ],
)
def test_a_doc_that_the_stages_cannot_read_says_what_it_lacks(doc: Doc, complaint: str) -> None:
    with pytest.raises(UnfitDoc) as told:
        Parse.from_spacy(doc)

    assert str(told.value) == f"spaCy Doc: {complaint}"


def test_a_doc_of_another_text_is_refused() -> None:
    assert Parse.from_spacy(a_doc(), text=a_doc().text).text == a_doc().text
    with pytest.raises(UnfitDoc, match="not of the text given"):
        Parse.from_spacy(a_doc(), text="Selon  l'agence")


@pytest.mark.parametrize(
    ("label", "key", "complaint"),
    [
        ("speaker", "1", "'speaker' is none of source, cue, content"),
        ("cue", "2", "more than one source or cue"),
    ],
)
def test_role_spans_that_make_no_statement_are_refused(label: str, key: str, complaint: str) -> None:
    doc = a_doc()
    doc.spans["roles"] = [
        Span(doc, 9, 10, label="cue", span_id="2"),
        Span(doc, 10, 12, label="content", span_id="2"),
        Span(doc, 0, 1, label=label, span_id=key),
    ]

    with pytest.raises(UnfitDoc, match=complaint):
        Parse.from_spacy(doc)


def test_the_stages_read_a_parse_that_was_made_elsewhere() -> None:
    doc = a_doc()
    doc.spans["roles"] = [
        Span(doc, 9, 10, label="cue", span_id="1"),
        Span(doc, 5, 9, label="source", span_id="1"),
        Span(doc, 10, 12, label="content", span_id="1"),
    ]

    record = selon.load("fr").read_parse(Parse.from_spacy(doc), model="by hand")

    statement = next(each for each in record.statements if each.act == "promise")
    assert [record.document.text[start:end] for start, end in statement.content] == ["une réponse"]
    assert record.made_by.model == "by hand"


@given(
    st.lists(
        st.tuples(st.text(min_size=1, max_size=6), st.booleans(), st.integers(min_value=-3, max_value=3)),
        max_size=12,
    )
)
def test_every_word_and_sentence_slices_back(told: list[tuple[str, bool, int]]) -> None:
    size = len(told)
    heads = [min(max(0, index + step), size - 1) for index, (_, _, step) in enumerate(told)]
    doc = Doc(
        VOCAB,
        words=[word for word, _, _ in told],
        spaces=[blank for _, blank, _ in told],
        pos=["X"] * size,
        lemmas=["x"] * size,
        heads=[index if _in_cycle(heads, index) else head for index, head in enumerate(heads)],
        deps=["ROOT" if _in_cycle(heads, index) else "dep" for index in range(size)],
    )

    parse = Parse.from_spacy(doc)

    assert parse.text == doc.text
    for token in parse.tokens:
        assert token.form == parse.text[token.start : token.end] == token.form.strip() != ""
    assert [index for sentence in parse.sentences for index in sentence] == list(range(len(parse.tokens)))
    for sentence in parse.sentences:
        assert all(parse.tokens[index].head in sentence for index in sentence)
        assert parse.words(sentence) == parse.text[slice(*parse.characters(sentence))]


def _in_cycle(heads: list[int], index: int) -> bool:
    """Does a word hang on itself in the end? Such a word is made a root, as a tree has no cycle."""
    seen, at = set(), heads[index]
    while at not in seen and at != index:
        seen.add(at)
        at = heads[at]
    return at == index


def test_spacy_is_not_loaded_before_it_is_needed() -> None:
    code = "import sys, selon; selon.read('Oslo waits.', lang='en'); sys.exit('spacy' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
