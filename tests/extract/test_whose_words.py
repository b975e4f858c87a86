"""Whose words a statement is, and where they begin and end, in the sentences of agencies; the texts are ours."""

import pytest

import selon

TOLD = [
    ("en", "Axios reported on Monday, citing two aides, that Lavrov would hold talks with Rubio in Riga.",
     "Lavrov would hold talks with Rubio in Riga", ["unnamed advisers", "Axios"]),
    ("en", "Oman's foreign minister, Badr al-Busaidi, said he had found a willingness to continue.",
     "he had found a willingness to continue", ["Badr al-Busaidi"]),
    ("fr", "Le Hamas a démenti dans un communiqué avoir rejeté la proposition égyptienne.",
     "avoir rejeté la proposition égyptienne", ["Hamas"]),
    ("fr", "Sergueï Lavrov s'est rendu à Riga et y a vu le président, a indiqué le Kremlin.",
     "Sergueï Lavrov s'est rendu à Riga et y a vu le président", ["Kremlin"]),
    ("fr", "Marco Rubio a affirmé que les deux pays avaient repris langue, rapporte l'agence TASS.",
     "les deux pays avaient repris langue", ["Marco Rubio", "TASS"]),
    ("fr", "Marco Rubio a confirmé, lui, que Riga n'avait livré ni blé ni acier.",
     "Riga n'avait livré ni blé ni acier", ["Marco Rubio"]),
    ("fr", "Selon Marco Rubio, Moscou se conduit comme un maître-chanteur.",
     "Moscou se conduit comme un maître-chanteur", ["Marco Rubio"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "content", "chain"), TOLD)
def test_a_statement_is_whole_and_has_its_chain(
    language: str, text: str, content: str, chain: list[str]
) -> None:
    record = selon.read(text, lang=language, published="2025-03-17")
    called = {actor.id: actor.name for actor in record.actors}
    found = [
        ([text[start:end] for start, end in each.content], [called[link.actor] for link in each.chain])
        for each in record.statements
    ]

    assert ([content], chain) in found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Joint Statement by Ann Lee and Jo Diaz\n\nAnn Lee thanked Jo Diaz for the ferry."),
        ("fr", "Déclaration conjointe franco-kenyane\n\nRosa Vidal a remercié Pablo Soto de son accueil."),
    ],
)
def test_a_joint_statement_stands_behind_all_of_its_text(language: str, text: str) -> None:
    record = selon.read(text, lang=language)
    called = {actor.id: actor.name for actor in record.actors}
    [statement] = [each for each in record.statements if each.act == "thank"]

    assert [(called[link.actor], link.inferred) for link in statement.chain][1:] == [
        ("joint statement", True)
    ]


def test_a_joint_statement_that_news_reports_is_not_behind_all() -> None:
    text = "Lee and Diaz issued a joint statement on Monday.\n\nAnn Lee thanked Jo Diaz for the ferry."
    [statement] = [each for each in selon.read(text, lang="en").statements if each.act == "thank"]

    assert len(statement.chain) == 1
