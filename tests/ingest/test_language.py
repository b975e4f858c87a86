"""Telling the language of a text, and that a text is in none that is installed."""

from pathlib import Path

import pytest

from selon.errors import UnknownLanguage
from selon.ingest.language import detect_language

EXAMPLES = Path(__file__).parents[2] / "examples"

FRENCH_FRAGMENTS = [
    "Le Chili rappelle son ambassadeur",
    "Moscou dément toute rencontre avec Kiev",
    "Sommet de Bakou : accord trouvé",
    "Macron reçoit Sissi",
    "« Nous irons à Oslo », promet Lund",
    "Ouganda : Museveni nomme Kainerugaba ministre",
    "Lavrov à Ankara, Fidan à Moscou, Mirzoïan à Tbilissi, Araghtchi à Bakou : une semaine bien chargée",
    "Aucune rencontre n'est prévue, a-t-elle dit.",
]
ENGLISH_FRAGMENTS = [
    "Chile recalls ambassador",
    "Moscow denies any meeting with Kyiv",
    "Baku summit: deal reached",
    "'We will go to Oslo', Lund promises",
    "Uganda: Museveni names Kainerugaba minister",
    "Lavrov in Ankara, Fidan in Moscow, Araghchi in Baku, Mirzoyan in Tbilisi: a busy week for envoys",
    "No meeting is planned, she said.",
]
FOREIGN = {
    "de": "Die Außenministerin hat am Dienstag in Bern erklärt, dass die Gespräche über das Abkommen im "
    "Herbst fortgesetzt werden. Ihr Amtskollege aus Ghana zeigte sich zuversichtlich und lud sie nach"
    " Accra ein.",
    "es": "La canciller chilena declaró el martes que las conversaciones sobre el acuerdo de pesca "
    "continuarán en otoño. Su homólogo noruego, según la agencia, se mostró confiado y la invitó a "
    "Bergen.",
    "it": "La ministra degli Esteri ha dichiarato martedì che i colloqui sull'accordo proseguiranno in "
    "autunno. Il suo omologo ghanese si è detto fiducioso e l'ha invitata ad Accra.",
    "pt": "A ministra das Relações Exteriores declarou na terça-feira que as conversas sobre o acordo vão "
    "continuar no outono. O seu homólogo disse estar confiante e convidou-a a visitar a capital.",
    "ro": "Ministra de externe a declarat marți că discuțiile despre acord vor continua la toamnă. Omologul"
    " ei s-a arătat încrezător și a invitat-o la o vizită în capitală.",
    "nl": "De minister van Buitenlandse Zaken heeft dinsdag in Den Haag verklaard dat de gesprekken over "
    "het akkoord in het najaar worden voortgezet. Haar ambtgenoot nodigde haar uit voor een bezoek.",
    "ru": "Министр иностранных дел заявила во вторник, что переговоры о соглашении продолжатся осенью.",
    "uk": "Міністерка закордонних справ заявила у вівторок, що переговори щодо угоди триватимуть восени.",
    "ar": "قالت وزيرة الخارجية يوم الثلاثاء إن المحادثات بشأن الاتفاق ستتواصل في الخريف.",
    "zh": "外交部长周二表示，关于该协议的谈判将在秋季继续进行。",
}


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.txt")), ids=lambda path: path.name)
def test_a_report_is_read_in_its_language(path: Path) -> None:
    _, code, _ = path.name.split(".")

    assert detect_language(path.read_text(encoding="utf-8")) == code


@pytest.mark.parametrize("text", FRENCH_FRAGMENTS)
def test_a_french_headline_is_french(text: str) -> None:
    assert detect_language(text) == "fr"


@pytest.mark.parametrize("text", ENGLISH_FRAGMENTS)
def test_an_english_headline_is_english(text: str) -> None:
    assert detect_language(text) == "en"


@pytest.mark.parametrize("code", FOREIGN)
@pytest.mark.parametrize("times", [1, 15], ids=["a paragraph", "a page"])
def test_a_text_in_a_language_that_is_not_installed_is_told_so(code: str, times: int) -> None:
    with pytest.raises(UnknownLanguage) as told:
        detect_language(" ".join([FOREIGN[code]] * times))

    assert told.value.code == code
    assert told.value.installed == ("en", "fr")


def test_a_word_in_a_script_that_no_installed_language_has_is_told_so() -> None:
    with pytest.raises(UnknownLanguage):
        detect_language("Переговоры")


def test_foreign_names_and_words_in_a_report_do_not_change_its_language() -> None:
    text = (
        "Selon le Kölner Anzeiger, la ministre Małgorzata Wiśniewska a dit « Das kommt nicht in "
        "Frage » à Владимир Мединский, qui lui avait écrit la veille."
    )

    assert detect_language(text) == "fr"


@pytest.mark.parametrize("text", ["2024", "?!", "😀", "—"])
def test_a_text_without_words_has_some_language(text: str) -> None:
    assert detect_language(text) in ("en", "fr")
