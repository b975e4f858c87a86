"""Whether a contact took place, as the text has it."""

import pytest

import selon


@pytest.mark.parametrize(
    ("text", "language", "status"),
    [
        ("Ann Lee met Jo Diaz in Suva on Monday.", "en", "held"),
        ("Ann Lee has not agreed to meet Jo Diaz.", "en", "denied"),
        ("Rosa Vidal n'a pas rencontré Pablo Soto à Lima.", "fr", "denied"),
        ("Rosa Vidal n'a pas accepté de rencontrer Pablo Soto.", "fr", "denied"),
        ("Rosa Vidal rencontrera Pablo Soto à Lima jeudi.", "fr", "planned"),
        ("The minister denied reports that Ann Lee had met Jo Diaz in Suva.", "en", "denied"),
    ],
)
def test_a_contact_has_the_status_that_the_text_gives_it(text: str, language: str, status: str) -> None:
    record = selon.read(text, lang=language, published="2024-04-02")

    assert [contact.status for contact in record.contacts] == [status]


def test_reported_words_put_no_contact_into_the_past() -> None:
    text = (
        "Ann Lee telephoned Jo Diaz on Monday. "
        "Her aide said that Ann Lee and Jo Diaz had spoken by telephone on Monday."
    )
    [contact] = selon.read(text, lang="en", published="2024-04-03").contacts

    assert not contact.background
    assert contact.date == "2024-04-01"
