"""The record as JSON."""

import io
import json

from selon.export import FORMATS
from selon.record import Record
from tests.builders import a_record


def written(record: Record) -> str:
    out = io.StringIO()
    FORMATS["json"](record, out)
    return out.getvalue()


def test_a_record_comes_back_as_it_was() -> None:
    assert Record.model_validate_json(written(a_record())) == a_record()


def test_the_same_record_gives_the_same_characters() -> None:
    assert written(a_record()) == written(a_record())


def test_every_field_is_there_also_where_it_is_empty() -> None:
    statement = json.loads(written(a_record()))["statements"][0]

    assert statement["within"] is None
    assert statement["addressees"] == []
    assert statement["quoted_relay"] is False


def test_the_version_of_the_format_is_called_schema() -> None:
    assert json.loads(written(a_record()))["schema"] == 1


def test_letters_are_written_as_they_are() -> None:
    assert "Norvège" in written(a_record())
    assert written(a_record()).endswith("}\n")
