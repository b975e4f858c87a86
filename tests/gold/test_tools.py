"""The tools of ``gold/``: marks to offsets and back, two readings and what is settled, sets, frames, hard cases."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gold.tools.frames import alike_skeletons, shared_runs
from gold.tools.marks import (
    Mark,
    MarkedText,
    Span,
    read_marked,
    read_part,
    strip_marks,
    write_marked,
    write_marks,
)
from gold.tools.phenomena import count_cases, hard_cases
from gold.tools.readings import Readings, describe, read_readings, settle
from gold.tools.sets import STATUSES, read_sets
from selon.evaluate import HARD_CASES

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "gold"
LANGUAGES = ("de", "en", "es", "fr", "ru", "uk")
SETS = list(read_sets())
TEXTS = [marked for language in LANGUAGES for marked in read_part(GOLD, language)]

FIRST = """+++
genre = "agency report"
part = "train"
published = "2024-02-06"
headline = false

[actors]
min = { name = "Aurelio Quispe", kind = "person" }
emb = { name = "Embassy of Norway", kind = "government" }

[statements]
s1 = { speaker = "min", act = "state" }
s2 = { speaker = "emb", act = "deny", hard = ["inverted"] }

[contacts]
c1 = { kind = "call", status = "held", participants = ["min", "emb"] }
+++
{s1.source|Le ministre Aurelio Quispe} {s1.cue|a dit que} {s1.content|{c1|l'ambassade l'avait appelé}}.
{s2.content|« Personne n'a appelé »}, {s2.cue|répond} {s2.source|l'ambassade de Norvège}.
"""
SECOND = FIRST.replace('"min"', '"quispe"').replace("min = {", "quispe = {").replace("s1", "x7")


@pytest.fixture
def first(tmp_path: Path) -> MarkedText:
    return written(tmp_path / "first", FIRST)


def written(folder: Path, text: str) -> MarkedText:
    path = folder / "fr" / "ours-01-lima.marked"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return read_marked(path)


def second(tmp_path: Path, *changes: tuple[str, str]) -> MarkedText:
    text = SECOND
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return written(tmp_path / "second", text)


def run_tool(name: str, option: str) -> tuple[int, str]:
    """How a tool of gold ends, and what it says on standard error."""
    command = [sys.executable, "-m", f"gold.tools.{name}", option]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, cwd=ROOT)
    return done.returncode, done.stderr


def abouts(readings: Readings) -> list[tuple[str, str]]:
    return [(each.table, each.about) for each in readings.differences()]


class TestMarks:
    def test_a_text_is_written_as_it_was_read(self, first: MarkedText, tmp_path: Path) -> None:
        again = written(tmp_path / "again", write_marked(first))

        assert (again.text, again.head) == (first.text, first.head)
        assert set(again.marks) == set(first.marks)

    @pytest.mark.parametrize("marked", [pytest.param(text, id=text.id) for text in TEXTS[::9]])
    def test_every_text_of_ours_is_written_as_it_was_read(self, marked: MarkedText) -> None:
        text, marks = strip_marks(
            write_marks(marked.text, [(m.label, (m.start, m.end)) for m in marked.marks])
        )

        assert text == marked.text
        again = MarkedText(marked.id, marked.language, text, marks, marked.head)
        assert all(again.spans(m.label) == marked.spans(m.label) for m in marked.marks)

    @given(
        st.text("abc ,.\n", min_size=1, max_size=30).flatmap(
            lambda text: st.tuples(
                st.just(text),
                st.lists(
                    st.tuples(st.integers(0, len(text) - 1), st.integers(1, 9)).map(
                        lambda pair: (pair[0], min(len(text), pair[0] + pair[1]))
                    ),
                    max_size=5,
                ),
            )
        )
    )
    def test_marks_on_any_spans_come_off_again(self, drawn: tuple[str, list[Span]]) -> None:
        text, spans = drawn
        labelled = [(f"s{number}.content", span) for number, span in enumerate(spans, 1)]

        plain, marks = strip_marks(write_marks(text, labelled))

        again = MarkedText("fr/x", "fr", plain, marks, {})
        assert plain == text
        assert all(again.spans(label) == [span] for label, span in labelled)

    @pytest.mark.parametrize("wrong", ["{s1.content|open", "closed}"])
    def test_a_mark_that_is_not_closed_or_opened_is_told(self, wrong: str) -> None:
        with pytest.raises(ValueError, match=r"mark"):
            strip_marks(wrong)


class TestReadings:
    def test_the_same_reading_under_other_keys_is_no_difference(
        self, first: MarkedText, tmp_path: Path
    ) -> None:
        assert abouts(Readings(first, second(tmp_path))) == []

    def test_an_act_that_differs_is_one_difference_and_can_be_settled_either_way(
        self, first: MarkedText, tmp_path: Path
    ) -> None:
        readings = Readings(first, second(tmp_path, ('act = "state"', 'act = "announce"')))

        assert abouts(readings) == [("statements", "act")]
        assert settle(readings, "1").head["statements"]["s1"]["act"] == "state"
        assert settle(readings, "2").head["statements"]["s1"]["act"] == "announce"

    def test_what_only_the_second_reading_has_can_be_taken_with_its_actor(
        self, first: MarkedText, tmp_path: Path
    ) -> None:
        readings = Readings(written(tmp_path / "less", _without_denial(FIRST)), second(tmp_path))

        assert ("statements", "there") in abouts(readings)
        settled = settle(readings, "2" * 9)
        assert [each["act"] for each in settled.head["statements"].values()] == ["state", "deny"]
        assert settled.spans("s20.content") == first.spans("s2.content")

    def test_what_only_the_first_reading_has_can_be_dropped(self, first: MarkedText, tmp_path: Path) -> None:
        readings = Readings(first, written(tmp_path / "less", _without_denial(SECOND)))
        settled = settle(readings, "2" * 9)

        assert list(settled.head["statements"]) == ["s1"]
        assert not [mark for mark in settled.marks if mark.label.startswith("s2")]

    def test_other_words_are_taken_whole(self, first: MarkedText, tmp_path: Path) -> None:
        readings = Readings(first, second(tmp_path, ("{x7.cue|a dit que}", "{x7.cue|a dit} que")))

        assert abouts(readings) == [("statements", "words")]
        assert settle(readings, "2").spans("s1.cue") == [(27, 32)]

    def test_hard_cases_of_either_reader_are_kept(self, first: MarkedText, tmp_path: Path) -> None:
        readings = Readings(first, second(tmp_path, ('["inverted"]', '["denied-presupposition"]')))

        assert settle(readings, "").head["statements"]["s2"]["hard"] == ["inverted", "denied-presupposition"]

    def test_a_reading_of_another_text_is_refused(self, first: MarkedText, tmp_path: Path) -> None:
        with pytest.raises(ValueError, match="another text"):
            Readings(first, second(tmp_path, ("répond", "répondait")))

    def test_the_third_reader_sees_both_readings(self, first: MarkedText, tmp_path: Path) -> None:
        told = "\n".join(
            describe(Readings(first, second(tmp_path, ('status = "held"', 'status = "denied"'))))
        )

        assert "1. contact status of “l'ambassade l'avait appelé”\n   1: held\n   2: denied" in told

    def test_settled_texts_are_what_readings_and_decisions_give(self) -> None:
        assert len(list(read_readings([]))) >= 15
        assert run_tool("readings", "check") == (0, "")


def _without_denial(text: str) -> str:
    lines = (line for line in text.splitlines() if not line.startswith("s2 ="))
    return (
        "\n".join(lines)
        .replace("{s2.content|", "")
        .replace(" »}", " »")
        .replace("{s2.cue|répond} {s2.source|l'ambassade de Norvège}", "répond l'ambassade de Norvège")
    )


class TestHardCases:
    def test_what_marks_tell_needs_no_tag(self, first: MarkedText) -> None:
        assert hard_cases(first) == {"s2": ("inverted",)}

    def test_tags_are_those_of_the_list(self) -> None:
        tags = {
            case
            for text in TEXTS
            for each in text.head["statements"].values()
            for case in each.get("hard", ())
        }

        assert tags <= HARD_CASES.keys()

    @pytest.mark.parametrize(("language", "least"), [("fr", 40), ("en", 20)])
    def test_each_is_there_often_enough_to_give_a_figure(self, language: str, least: int) -> None:
        number = count_cases(text for text in TEXTS if text.language == language)

        assert {case for case in HARD_CASES if number[case] < least} == set()


class TestSets:
    def test_there_are_fifteen_and_half_cross_languages(self) -> None:
        across = [each for each in SETS if len({name.split("/")[0] for name in each.texts}) > 1]

        assert len(SETS) >= 15
        assert 2 * len(across) >= len(SETS)

    def test_each_has_two_to_four_accounts_that_agree_differ_and_are_silent(self) -> None:
        for each in SETS:
            assert 2 <= len(each.texts) <= 4, each.name
            assert {point.status for point in each.points} == set(STATUSES), each.name
            for point in each.points:
                assert (len(point.accounts) == 1) == (point.status == "only in one"), (each.name, point.point)

    def test_all_accounts_of_a_set_are_in_one_part(self) -> None:
        part = {text.id: text.head["part"] for text in TEXTS}

        assert all(len({part[name] for name in each.texts}) == 1 for each in SETS)


class TestFrames:
    def test_no_two_texts_share_more_than_names_and_formulas(self) -> None:
        assert [(pair, number) for pair, number in shared_runs(TEXTS).most_common(1) if number > 6] == []

    def test_no_two_texts_have_the_same_skeleton(self) -> None:
        assert [row for row in alike_skeletons(TEXTS)[:1] if row[0] > 0.97] == []


def test_no_genre_is_rare_but_few_and_six_have_a_tenth() -> None:
    genres = [text.head["genre"] for text in TEXTS]
    shares = {genre: genres.count(genre) / len(genres) for genre in set(genres)}

    assert sum(share >= 0.08 for share in shares.values()) >= 7
    assert len(shares) >= 13


def test_the_copy_for_brat_is_what_the_records_give() -> None:
    assert run_tool("brat", "--check") == (0, "")


def test_a_mark_is_one_stretch_where_its_pieces_touch() -> None:
    marks = (Mark("s1.content", 0, 3), Mark("s1.content", 3, 5), Mark("s1.content", 6, 8))

    assert MarkedText("fr/x", "fr", "abcdefgh", marks, {}).spans("s1.content") == [(0, 5), (6, 8)]
