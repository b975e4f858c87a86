"""A record in brat's standoff format, and back."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.errors import UnreadableInput
from selon.export.brat import BratItems, read_brat, write_brat
from selon.record import MadeBy, Record, Statement
from tests.builders import TEXT, a_document, a_record, a_statement, span_of


def written(record: Record) -> str:
    out = io.StringIO()
    write_brat(record, out)
    return out.getvalue()


def read_back(record: Record) -> BratItems:
    return read_brat(record.document.text, written(record))


def a_record_of(text: str, *statements: Statement) -> Record:
    made_by = MadeBy(selon="0.1.0", model="1.0", languages="fr 1.0")
    return Record(made_by=made_by, document=a_document(text), statements=statements)


def test_every_item_comes_back_as_it_was() -> None:
    record, found = a_record(), read_back(a_record())

    assert found.statements == record.statements
    assert found.contacts == record.contacts
    assert found.agreements == record.agreements
    assert found.topics == record.topics


def test_everybody_behind_an_item_comes_back_by_name() -> None:
    names = {actor.name for actor in read_back(a_record()).actors}

    assert names == {"agence Boréale", "Arne Lund", "Rosa Vidal"}


def test_words_stand_beside_their_places() -> None:
    lines = written(a_record()).splitlines()
    start, end = span_of("l'agence Boréale")

    assert f"T1\tSource {start} {end}\tl'agence Boréale" in lines
    assert any(line.startswith("E2\tSpeech:") and line.endswith("Within:E1") for line in lines)


def test_a_content_over_several_lines_is_cut_at_their_ends_and_joined_again() -> None:
    text = "Le ministre :\n« Nous partons.\n\nNous reviendrons. »"
    statement = a_statement(text, "« Nous partons.\n\nNous reviendrons. »")
    record = a_record_of(text, statement)

    assert "14 29;31 50\t« Nous partons. Nous reviendrons. »" in written(record)
    assert read_back(record).statements == (statement,)


def test_two_contents_that_only_a_line_parts_stay_two() -> None:
    text = "« Nous partons. »\n« Nous reviendrons. »"
    spans = (span_of("« Nous partons. »", text), span_of("« Nous reviendrons. »", text))
    statement = a_statement(text, "« Nous partons. »").model_copy(update={"content": spans})

    assert read_back(a_record_of(text, statement)).statements[0].content == spans


@given(st.data())
def test_any_spans_come_back(data: st.DataObject) -> None:
    words = [word.split()[0] for word in TEXT.splitlines() if word.strip()]
    spans = [span_of(word) for word in words]
    content = tuple(sorted(data.draw(st.sets(st.sampled_from(spans), min_size=1))))
    statement = a_statement(TEXT, words[0]).model_copy(update={"content": content})

    assert read_back(a_record_of(TEXT, statement)).statements == (statement,)


@pytest.mark.parametrize(
    ("line", "place"),
    [("T1\tSource here\twords", "line 1"), ("Z1\tSource 0 2\tLa", "line 1"), ("E1", "line 1")],
)
def test_a_line_that_is_no_annotation_is_named(line: str, place: str) -> None:
    with pytest.raises(UnreadableInput, match=place):
        read_brat(TEXT, line)


def test_an_event_without_its_words_is_said_to_lack_them() -> None:
    with pytest.raises(UnreadableInput, match="not there"):
        read_brat(TEXT, "E1\tSpeech:T9")
