"""Lemmas by edit scripts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.encoder.lemma import apply_script, edit_script


@pytest.mark.parametrize(
    ("form", "lemma"),
    [("promettent", "promettre"), ("Les", "le"), ("was", "be"), ("Paris", "Paris"), ("eut", "avoir")],
)
def test_a_script_gives_the_lemma_back(form: str, lemma: str) -> None:
    assert apply_script(form, edit_script(form, lemma)) == lemma


@given(st.text("abcéE", min_size=1), st.text("abcéE", min_size=1))
def test_every_pair_round_trips(form: str, lemma: str) -> None:
    assert apply_script(form, edit_script(form, lemma)) == lemma


def test_a_script_that_cuts_more_than_the_word_leaves_it() -> None:
    assert apply_script("a", "k3re") == "a"
