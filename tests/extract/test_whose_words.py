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
