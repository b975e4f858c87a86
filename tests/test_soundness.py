"""Whatever is read, every span stands on whole words of the text, and the same text gives the same record."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import selon
from selon.record import Span
from tests.builders import spans_of

TEXTS = [
    path.read_text(encoding="utf-8")
    for path in sorted((Path(__file__).parents[1] / "examples").glob("*.txt"))
]
JOINS = ["", "\n", "\u200b", "\u0301", " — ", "«", '"', "\U0001f1eb\U0001f1f7", "\r\n", "’"]


def is_sound(text: str, span: Span) -> bool:
    start, end = span
    inside_word = (start and text[start - 1].isalnum() and text[start].isalnum()) or (
        end < len(text) and text[end - 1].isalnum() and text[end].isalnum()
    )
    return 0 <= start < end <= len(text) and not (
        text[start].isspace() or text[end - 1].isspace() or inside_word
    )


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(TEXTS), st.sampled_from(TEXTS), st.integers(0, 1500), st.integers(0, 1500),
    st.sampled_from(JOINS), st.sampled_from(["fr", "en"]),
)  # fmt: skip
def test_any_cut_and_join_of_texts_gives_sound_spans(
    one: str, other: str, first: int, second: int, join: str, lang: str
) -> None:
    text = one[first : first + 400] + join + other[second : second + 300] + "."

    record = selon.read(text, lang=lang, published="2024-05-05")

    assert record.document.text == text
    assert [text[slice(*span)] for span in spans_of(record) if not is_sound(text, span)] == []


@settings(max_examples=40, deadline=None)
@given(st.text(min_size=1, max_size=80).filter(str.strip))
def test_any_characters_give_a_record(text: str) -> None:
    assert selon.read(text, lang="en").document.text == text


@pytest.mark.parametrize("number", range(len(TEXTS)))
def test_one_text_alone_and_after_others_gives_the_same_record(number: int) -> None:
    reader = selon.load("fr")
    alone = reader.read(TEXTS[number]).model_dump_json()
    for each in TEXTS:
        reader.read(each)

    assert reader.read(TEXTS[number]).model_dump_json() == alone


def test_two_processes_give_the_same_bytes() -> None:
    path = str(Path(__file__).parents[1] / "examples" / "agency-call.fr.txt")
    command = [str(Path(sys.executable).parent / "selon"), "read", path, "--as", "json"]

    first, second = (subprocess.run(command, check=True, capture_output=True).stdout for _ in range(2))

    assert first == second
