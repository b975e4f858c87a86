"""Who speaks: names, offices, institutions, nationalities, groups and those who stay unnamed."""

import pytest

import selon
from selon.record import Record


def speakers(text: str, language: str, *, published: str | None = None) -> list[str | None]:
    """The names of the speakers of the statements that are no relays, in text order."""
    record = selon.read(text, lang=language, published=published)
    return [name_of(statement.speaker, record) for statement in record.statements if not statement.relay]


def name_of(actor: str | None, record: Record) -> str | None:
    return next((each.name for each in record.actors if each.id == actor), None)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Le ministère russe des Affaires étrangères a démenti toute rencontre.", "Russian Foreign Ministry"),
        ("Le porte-parole du Kremlin a déclaré que la date n'était pas fixée.", "Dmitry Peskov"),
        (
            "La présidence gabonaise a annoncé que le sommet se tiendrait en mai.",
            "Office of the President of Gabon",
        ),
        ("Le gouvernement slovène a annoncé que la frontière rouvrirait lundi.", "Slovenia"),
        ("L'ambassade du Chili a indiqué que le consul était rentré.", "Chilean Embassy"),
        ("La partie mongole a affirmé que le tracé lui convenait.", "Mongolia"),
    ],
)
def test_an_institution_speaks_in_its_own_name(text: str, name: str) -> None:
    assert speakers(text, "fr", published="2024-04-02") == [name]


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Lisbonne a annoncé que le traité serait signé en juin.", "fr", "Portugal"),
        ("Oslo said that the cable would be repaired by spring.", "en", "Norway"),
    ],
)
def test_a_capital_that_speaks_is_its_state(text: str, language: str, name: str) -> None:
    assert speakers(text, language) == [name]


def test_a_capital_where_something_happens_stays_a_place() -> None:
    record = selon.read("Les ministres se sont vus à Lisbonne, a dit le consul.", lang="fr")

    assert "place/lisbon" in {actor.id for actor in record.actors}
    assert "state/pt" not in {actor.id for actor in record.actors}


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        (
            "Un haut responsable américain a déclaré que rien n'était signé.",
            "fr",
            "unnamed senior US official",
        ),
        (
            "Un diplomate finlandais a expliqué que la neige retardait le convoi.",
            "fr",
            "unnamed Finnish diplomat",
        ),
        (
            "A senior Israeli official said that the crossing would stay shut.",
            "en",
            "unnamed senior Israeli official",
        ),
        ("Several Peruvian diplomats said that the text was ready.", "en", "unnamed Peruvian diplomats"),
        ("Deux témoins ont raconté que le pont avait cédé.", "fr", "unnamed witnesses"),
    ],
)
def test_somebody_without_a_name_is_called_unnamed(text: str, language: str, name: str) -> None:
    assert speakers(text, language, published="2024-04-02") == [name]


def test_two_unnamed_of_one_description_are_two() -> None:
    text = "Un diplomate estonien a dit que c'était fini. Un diplomate estonien a dit que rien n'était fini."

    assert speakers(text, "fr") == ["unnamed Estonian diplomat", "second unnamed Estonian diplomat"]


def test_the_official_is_the_one_told_of_before() -> None:
    text = "A senior Maltese official said that the ferry was late. The official added that nobody was hurt."

    assert speakers(text, "en") == ["unnamed senior Maltese official"] * 2


def test_the_aide_of_a_president_speaks_for_the_presidency() -> None:
    text = "Un conseiller d'Emmanuel Macron a assuré que le rendez-vous tiendrait."

    assert speakers(text, "fr", published="2024-04-02") == ["Elysee"]


def test_a_nationality_is_whoever_of_that_state_the_text_names() -> None:
    text = (
        "Mark Rutte et Viktor Orban se sont parlé mardi. Le Néerlandais a souligné que le délai courait. "
        "Le Hongrois a répondu que rien ne pressait."
    )

    assert speakers(text, "fr", published="2022-04-05") == ["Mark Rutte", "Viktor Orban"]


def test_a_nationality_before_a_name_is_no_part_of_it() -> None:
    text = "Le Norvégien Arne Lund a déclaré que la pêche reprendrait."

    assert speakers(text, "fr") == ["Arne Lund"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("L'avocate Rosa Vidal a affirmé que le dossier était vide.", "fr"),
        ("Le ministre chilien des Pêches, Pablo Soto, a affirmé que le dossier était vide.", "fr"),
        ("The lawyer Rosa Vidal said that the file was empty.", "en"),
        ("Chile's fisheries minister, Pablo Soto, said that the file was empty.", "en"),
    ],
)
def test_a_description_with_a_name_is_the_person(text: str, language: str) -> None:
    assert speakers(text, language)[0] in ("Rosa Vidal", "Pablo Soto")


def test_names_are_written_without_diacritics() -> None:
    text = "Søren Đukić a déclaré que le phare serait rallumé."

    assert speakers(text, "fr") == ["Soren Dukic"]


def test_two_presidents_of_two_states_are_both() -> None:
    record = selon.read(
        "Les présidents polonais et tchèque ont déclaré que le corridor rouvrirait.",
        lang="fr",
        published="2024-04-02",
    )
    [statement] = record.statements
    group = next(actor for actor in record.actors if actor.id == statement.speaker)

    assert [name_of(member, record) for member in group.members] == ["Andrzej Duda", "Petr Pavel"]


def test_the_woman_minister_is_not_the_man() -> None:
    text = (
        "Mme Rosa Vidal, ministre de la Défense, et M. Pablo Soto, ministre de l'Intérieur, sont arrivés. "
        "La ministre a déclaré que la route était sûre."
    )

    assert speakers(text, "fr") == ["Rosa Vidal"]


def test_a_surname_is_nobody_of_another_time() -> None:
    record = selon.read("M. Macron a déclaré que le port gèlerait.", lang="fr", published="1974-02-01")

    assert record.statements[0].speaker != "person/emmanuel-macron"


def test_the_paper_speaks_for_whoever_issued_it() -> None:
    text = "Un communiqué du Quai d'Orsay a précisé que la visite durerait deux jours."

    assert speakers(text, "fr") == ["French Foreign Ministry"]


def test_the_name_of_an_outlet_is_the_name_alone() -> None:
    record = selon.read("Le quotidien Horizonte a écrit que le phare était éteint.", lang="fr")

    assert name_of(record.statements[0].speaker, record) == "Horizonte"


def test_offices_share_their_title() -> None:
    record = selon.read("Presidents Ann Lee and Jo Diaz spoke by telephone on Monday.", lang="en")

    assert {actor.name for actor in record.actors if actor.kind == "person"} == {"Ann Lee", "Jo Diaz"}


@pytest.mark.parametrize(
    ("text", "language", "outlet"),
    [
        ("La ministre Rosa Vidal a confié à l'AFP que la digue tiendrait.", "fr", "AFP"),
        ("Rosa Vidal told Reuters that the dyke would hold.", "en", "Reuters"),
    ],
)
def test_the_outlet_that_somebody_spoke_to_is_in_the_chain(text: str, language: str, outlet: str) -> None:
    record = selon.read(text, lang=language)
    [statement] = record.statements

    assert [name_of(link.actor, record) for link in statement.chain] == ["Rosa Vidal", outlet]
