"""Where words begin and end."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.encoder.words import find_layouts, find_words


def words(text: str, language: str) -> list[str]:
    return [text[start:end] for start, end in find_words(text, language=language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L'ambassadeur n’a rien dit.", "L' ambassadeur n’ a rien dit ."),
        ("« Jamais », a-t-il répondu", "« Jamais » , a -t-il répondu"),
        ("Les Pays-Bas, dit-on, hésitent", "Les Pays-Bas , dit -on , hésitent"),
        ("M. Sall a reçu 10 000 lettres", "M. Sall a reçu 10 000 lettres"),
        ("le 1er mai à 14h30", "le 1er mai à 14h 30"),
        ("jusqu'aujourd'hui", "jusqu' aujourd'hui"),
    ],
)
def test_french_elisions_and_inverted_pronouns_are_words(text: str, expected: str) -> None:
    assert " ".join(words(text, "fr")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister's aide didn't reply.", "The minister 's aide did n't reply ."),
        ("She can’t say: it’s well-known", "She ca n’t say : it ’s well - known"),
        ("Mr. Diaz met U.S. envoys", "Mr. Diaz met U.S. envoys"),
    ],
)
def test_english_clitics_are_words(text: str, expected: str) -> None:
    assert " ".join(words(text, "en")) == expected


@given(st.text(), st.sampled_from(["fr", "en", "xx"]))
def test_words_are_in_order_and_hold_all_but_blanks_and_controls(text: str, language: str) -> None:
    spans = find_words(text, language=language)
    assert all(a < b for a, b in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    covered = {i for start, end in spans for i in range(start, end)}
    assert all(not text[i].isalnum() for i in range(len(text)) if i not in covered)


def test_a_line_broken_inside_a_sentence_is_no_paragraph() -> None:
    text = "The two sides agreed\nto meet again.\nThey will talk in May."
    layouts = find_layouts(text, find_words(text, language="en"))
    newline = [form for form, layout in zip(words(text, "en"), layouts, strict=True) if layout == 3]
    assert newline == ["The", "They"]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("LE CAIRE – Le ministre a parlé.", "Le"),
        ("OSLO (Boréale) — Elle est partie.", "Elle"),
        ("Berne, 3 mai (Boréale) - Deux heures ont suffi.", "Deux"),
        ("SUVA, Fiji -- The pact holds.", "The"),
    ],
)
def test_what_follows_a_dateline_is_a_sentence_of_its_own(text: str, first: str) -> None:
    spans = find_words(text, language="fr")
    layouts = find_layouts(text, spans)
    after = [text[start:end] for (start, end), layout in zip(spans, layouts, strict=True) if layout == 3]

    assert after[1:] == [first]


@pytest.mark.parametrize(
    "text", ["L'ONU – dont le siège est à New York – se tait.", "Le TRAITÉ – enfin – est signé."]
)
def test_a_dash_alone_makes_no_dateline(text: str) -> None:
    layouts = find_layouts(text, find_words(text, language="fr"))

    assert layouts.count(3) == 1
