"""Words as pieces of a vocabulary."""

from hypothesis import given
from hypothesis import strategies as st

from selon.encoder.pieces import CASES, MOST_PIECES, PieceVocabulary, case_of

VOCABULARY = PieceVocabulary(
    ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "eleve", "##s", "a", "ou", "min", "##istre", "'"]
)


def test_the_longest_piece_comes_first() -> None:
    assert [piece.vocabulary for piece in VOCABULARY.split("ministres")] == [8, 9, 5]


def test_an_accent_folded_away_is_kept_beside_the_piece() -> None:
    plain, accented = VOCABULARY.split("ou"), VOCABULARY.split("où")
    assert plain[0].vocabulary == accented[0].vocabulary
    assert plain[0].accent != accented[0].accent


def test_an_accent_on_the_last_letter_is_told_from_one_before() -> None:
    assert VOCABULARY.split("élevé")[0].accent != VOCABULARY.split("éleve")[0].accent


def test_a_word_of_no_piece_is_unknown() -> None:
    assert [piece.vocabulary for piece in VOCABULARY.split("Жук")] == [1]


def test_cases_are_told_apart() -> None:
    assert [CASES[case_of(word)] for word in ("42", "paix", "Paix", "ONU", "McCain")] == [
        "none", "lower", "title", "upper", "mixed",
    ]  # fmt: skip


@given(st.text(min_size=1))
def test_every_word_has_some_pieces(word: str) -> None:
    assert 1 <= len(VOCABULARY.split(word)) <= MOST_PIECES
