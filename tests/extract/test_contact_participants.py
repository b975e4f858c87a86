"""Who takes part in a contact, in the sentences of agencies; the texts are ours."""

import pytest

import selon

DAY = "2025-03-17"

TOLD = [
    ("fr", "Recep Tayyip Erdogan a appelé vendredi Isaac Herzog pour lui présenter ses condoléances.",
     "call", "held", {"Recep Tayyip Erdogan", "Isaac Herzog"}),
    ("fr", "Hier soir, M. Macron a reçu un appel de Vladimir Poutine.",
     "call", "held", {"Emmanuel Macron", "Vladimir Putin"}),
    ("fr", "Une lettre avait été adressée fin mars par Rafael Grossi à Celso Amorim.",
     "letter", "held", {"Rafael Grossi", "Celso Amorim"}),
    ("fr", "Une réunion entre la République démocratique du Congo, l'Angola et le Rwanda s'est tenue à Luanda.",
     "meeting", "held", {"Democratic Republic of the Congo", "Angola", "Rwanda"}),
    ("fr", "Un entretien téléphonique a eu lieu mardi entre Sergueï Lavrov et Marco Rubio.",
     "call", "held", {"Sergey Lavrov", "Marco Rubio"}),
    ("fr", "Emmanuel Macron se rendra à Berlin jeudi pour y rencontrer Olaf Scholz.",
     "meeting", "planned", {"Emmanuel Macron", "Olaf Scholz"}),
    ("fr", "Le chef du renseignement égyptien, Abbas Kamel, est attendu dimanche en Israël.",
     "visit", "planned", {"Abbas Kamel"}),
    ("en", "Biden spoke by phone with Netanyahu on Tuesday, the White House said.",
     "call", "held", {"Joe Biden", "Benjamin Netanyahu"}),
    ("en", "A meeting between Lavrov, Fidan and Araghchi was held in Doha on Friday.",
     "meeting", "held", {"Sergey Lavrov", "Hakan Fidan", "Abbas Araghchi"}),
    ("en", "King Abdullah called Egyptian President Abdel Fattah al-Sisi on Saturday.",
     "call", "held", {"Abdullah II", "Abdel Fattah el-Sisi"}),
    ("en", "The call, which Putin and Trump held on Tuesday, lasted two hours.",
     "call", "held", {"Vladimir Putin", "Donald Trump"}),
    ("en", "Antony Blinken is expected in Jerusalem on Monday to meet Benjamin Netanyahu.",
     "meeting", "planned", {"Antony Blinken", "Benjamin Netanyahu"}),
    ("en", "Rubio called Lavrov to discuss the ceasefire.",
     "call", "held", {"Marco Rubio", "Sergey Lavrov"}),
    ("en", "Erdogan will travel to Athens next week for talks with Kyriakos Mitsotakis.",
     "talks", "planned", {"Recep Tayyip Erdogan", "Kyriakos Mitsotakis"}),
    ("en", "Macron's trip to Beijing was cancelled.", "visit", "cancelled", {"Emmanuel Macron"}),
]  # fmt: skip

NOT_TOLD = [
    ("fr", "Les deux présidents, Lula et Petro, ont accueilli la trêve avec satisfaction."),
    ("fr", "Les ministres Lavrov et Fidan ont rappelé que la trêve tenait."),
    ("en", "President Biden called on Iran to release the hostages."),
    ("en", "Both ministers, Lavrov and Fidan, welcomed the deal."),
    ("en", "A prisoner exchange, offered by the rebels, was rejected by the army."),
]


@pytest.mark.parametrize(("language", "text", "kind", "status", "names"), TOLD)
def test_a_contact_has_those_who_took_part(
    language: str, text: str, kind: str, status: str, names: set[str]
) -> None:
    record = selon.read(text, lang=language, published=DAY)
    called = {actor.id: actor.name for actor in record.actors}
    found = [
        (each.status, {called[part.actor] for part in each.participants})
        for each in record.contacts
        if each.kind == kind
    ]

    assert (status, names) in found


@pytest.mark.parametrize(("language", "text"), NOT_TOLD)
def test_what_only_sounds_like_a_contact_is_none(language: str, text: str) -> None:
    assert selon.read(text, lang=language, published=DAY).contacts == ()


def test_what_was_first_since_a_day_was_not_on_that_day() -> None:
    text = "Scholz had a phone call with Putin on Friday, his first since December 2022."
    [call] = selon.read(text, lang="en", published=DAY).contacts

    assert call.date == "2025-03-14"
