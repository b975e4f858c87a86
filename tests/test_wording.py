"""The parts of a record in words."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.record import Contact, Link, Participant
from selon.wording import Wording, enumerate_words, is_unprintable, printable, shorten, tell_duration
from tests.builders import TEXT, a_record, span_of

WORDING = Wording(a_record())


def a_contact(**fields: object) -> Contact:
    plain = {"id": "c-1", "kind": "call", "status": "held", "evidence": [span_of("il avait appelé")]}
    return Contact.model_validate(plain | fields)


class TestChain:
    def test_it_runs_from_the_speaker_to_the_outermost_relay(self) -> None:
        assert WORDING.chain(a_record().statements[1]) == "Arne Lund < agence Boréale"

    def test_a_relay_that_only_carries_on_is_in_brackets(self) -> None:
        assert WORDING.chain(a_record().statements[2]) == "Arne Lund < [agence Boréale]"

    def test_a_speaker_without_a_chain_is_named_alone(self) -> None:
        statement = a_record().statements[1].model_copy(update={"chain": ()})

        assert WORDING.chain(statement) == "Arne Lund"

    def test_nobody_is_empty(self) -> None:
        statement = a_record().statements[1].model_copy(update={"chain": (), "speaker": None})

        assert WORDING.chain(statement) == ""

    def test_an_actor_that_the_record_lacks_goes_by_its_id(self) -> None:
        assert WORDING.voice(Link(actor="local/nobody")) == "local/nobody"


class TestContact:
    @pytest.mark.parametrize(
        ("fields", "told"),
        [
            ({"kind": "call", "medium": "phone"}, "phone call"),
            ({"kind": "call", "medium": "video", "ordinal": 2}, "video call, no. 2"),
            ({"kind": "letter", "medium": "letter"}, "letter"),
            ({"kind": "talks"}, "talks"),
        ],
    )
    def test_what_it_is(self, fields: dict[str, object], told: str) -> None:
        assert WORDING.what(a_contact(**fields)) == told

    @pytest.mark.parametrize(
        ("fields", "told"),
        [
            ({}, ""),
            ({"date": "2024-05-14"}, "2024-05-14"),
            ({"date": "2024-05", "time": "14:30", "duration": "PT50M"}, "2024-05 14:30, 50 min"),
            ({"duration": "P3D"}, "3 d"),
        ],
    )
    def test_when_it_was(self, fields: dict[str, object], told: str) -> None:
        assert WORDING.when(a_contact(**fields)) == told

    def test_where_it_was(self) -> None:
        contact = a_contact(place="place/oslo", venue=span_of("canal de pêche"))

        assert WORDING.where(contact) == "Oslo, canal de pêche"

    def test_who_takes_part_in_which_role(self) -> None:
        host = Participant(actor="local/arne-lund", role="host")

        told = WORDING.participants(a_contact(participants=[host, Participant(actor="local/rosa-vidal")]))

        assert told == "Arne Lund (host) and Rosa Vidal"


class TestPlaces:
    @pytest.mark.parametrize(("words", "line"), [("La Norvège", 1), ("Selon", 3), ("« Nous", 5)])
    def test_lines_count_from_one(self, words: str, line: int) -> None:
        assert WORDING.line(span_of(words)[0]) == line

    @pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
    def test_every_line_end_counts_once(self, line_end: str) -> None:
        text = line_end.join(["Un", "", "Trois"])
        document = a_record().document.model_copy(update={"text": text})
        wording = Wording(a_record().model_copy(update={"document": document}))

        assert wording.line(text.index("Trois")) == 3

    def test_words_of_several_places_are_joined_by_dots(self) -> None:
        spans = [span_of("canal de pêche"), span_of("a déclaré")]

        assert WORDING.words(spans) == "canal de pêche … a déclaré"
        assert WORDING.words(spans[0]) == "canal de pêche"
        assert WORDING.words(None) == WORDING.words([]) == ""

    def test_words_over_several_lines_are_on_one(self) -> None:
        assert WORDING.words((0, len(TEXT))) == " ".join(TEXT.split())


class TestPrintable:
    def test_an_escape_sequence_does_not_steer_the_terminal(self) -> None:
        assert printable("rouge \x1b[31m!") == "rouge \N{REPLACEMENT CHARACTER}[31m!"

    def test_marks_that_turn_the_direction_of_writing_are_left_out(self) -> None:
        assert printable("a\u202eb\u2066c") == "abc"

    def test_words_of_other_scripts_and_emoji_stay(self) -> None:
        assert printable("Ушаков قال 外交 🕊\ufe0f Å") == "Ушаков قال 外交 🕊\ufe0f Å"

    @given(st.text())
    def test_nothing_is_left_that_steers_a_terminal(self, words: str) -> None:
        shown = printable(words)

        assert shown == " ".join(shown.split())
        assert not any(is_unprintable(char) for char in shown)
        assert not any(unicodedata.bidirectional(char) in ("RLO", "LRO", "RLI", "LRI") for char in shown)

    @given(st.text())
    def test_printed_words_are_utf8_and_printed_as_they_are(self, words: str) -> None:
        shown = printable(words)

        assert printable(shown) == shown
        assert shown.encode("utf-8").decode("utf-8") == shown


@pytest.mark.parametrize(
    ("words", "told"),
    [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C"), (["", "B"], "B")],
)
def test_several_words_in_a_row(words: list[str], told: str) -> None:
    assert enumerate_words(words) == told


@pytest.mark.parametrize(
    ("duration", "told"),
    [
        ("PT1H30M", "1 h 30 min"),
        ("PT45M", "45 min"),
        ("P1W", "1 wk"),
        ("P2DT3H", "2 d 3 h"),
        ("longtemps", "longtemps"),
    ],
)
def test_a_duration_as_it_is_said(duration: str, told: str) -> None:
    assert tell_duration(duration) == told


class TestShorten:
    def test_short_words_stay(self) -> None:
        assert shorten("Rosa Vidal", 10) == "Rosa Vidal"

    def test_long_words_are_cut_after_a_word(self) -> None:
        assert shorten("le ministre norvégien de la pêche", 20) == "le ministre…"

    def test_one_very_long_word_is_cut_inside(self) -> None:
        assert shorten("anticonstitutionnellement", 10) == "anticonst…"

    @given(st.text(), st.integers(1, 40))
    def test_the_width_is_never_passed(self, words: str, width: int) -> None:
        assert len(shorten(words, width)) <= width
