"""One call, told in French and in English: what a record of such a report must hold, row by row."""

from dataclasses import dataclass
from pathlib import Path

import pytest

import selon
from selon.record import Agreement, Contact, Statement
from tests.expectations import ENOUGH, Reading, overlap, plain, recall

FOLDER = Path(__file__).parent / "mirror"


@dataclass(frozen=True)
class Told:
    """The people of one of the two texts, and the words that each row is looked for with."""

    language: str
    published: str
    leader: str
    other: str
    third: str
    aide: str
    misspelt: str
    agency: str
    state: str
    about: str
    talks: int
    city: str
    date: str
    they_spoke: str
    first_subjects: tuple[str, str]
    last_subjects: tuple[str, str]
    briefed: str
    hoped: str
    draft: str
    quotation: str
    accusation: tuple[str, str]
    not_told: str
    agreed: str
    joint_will: str
    grateful: str
    third_matter: str

    @property
    def both(self) -> tuple[str, str]:
        """The two who spoke."""
        return self.leader, self.other


FRENCH = Told(
    language="fr",
    published="2025-03-17",
    leader="Félix Tshisekedi",
    other="Cyril Ramaphosa",
    third="Paul Kagame",
    aide="Gervais Mutombala",
    misspelt="Mutombla",
    agency="Agence congolaise de presse",
    state="Democratic Republic of the Congo",
    about="La crise du Kivu",
    talks=3,
    city="Lusaka",
    date="2025-03-14",
    they_spoke="Félix Tshisekedi et Cyril Ramaphosa s'étaient parlé au téléphone le 14 mars",
    first_subjects=("sort des réfugiés", "retrait des troupes"),
    last_subjects=("dette extérieure", "barrage d'Inga"),
    briefed="le bilan humanitaire de la chute de Goma",
    hoped="revenir à la table avant Pâques",
    draft="une ébauche de cessez-le-feu",
    quotation=(
        "« Nos soldats ont tenu leurs positions pendant neuf jours, sous les drones et les obus venus de "
        "l'autre rive. La rébellion n'a rien gagné, et personne n'a quitté Lusaka avant la fin. »"
    ),
    accusation=(
        "Kigali se conduit désormais comme un parrain du terrorisme",
        "« Nos villages ont compté leurs morts, et chacun ici connaît le nom du commanditaire. Reste que la "
        "paix s'écrit avec un voisin, jamais sans lui. »",
    ),
    not_told="Pretoria n'avait livré ni radars ni hélicoptères",
    agreed="de maintenir une ligne directe entre leurs cabinets et d'y associer les chefs d'état-major",
    joint_will="leur désir de se consulter chaque mois",
    grateful="il saurait gré à Kinshasa d'aider l'Angola à conclure un contrat sur le gaz naturel",
    third_matter="gaz naturel",
)

ENGLISH = Told(
    language="en",
    published="2024-10-11",
    leader="Nikol Pashinyan",
    other="Emmanuel Macron",
    third="Ilham Aliyev",
    aide="Vahagn Terteryan",
    misspelt="Terteyan",
    agency="Armenpress",
    state="Armenia",
    about="South Caucasus",
    talks=5,
    city="Tbilisi",
    date="2024-10-09",
    they_spoke="the pair had spoken by telephone on 9 October",
    first_subjects=("Border maps", "fate of Armenian detainees"),
    last_subjects=("war in Sudan", "reform of the climate fund"),
    briefed="mine clearance along the Arpa river",
    hoped="to sign before the winter",
    draft="a draft treaty on customs",
    quotation=(
        "“Our border guards came under fire at dawn as they drew water, and not one of them shot back. We "
        "did not leave the table, and the delegations met on the appointed day.”"
    ),
    accusation=(
        "Baku has become a trader in hostages",
        "“Each of these men carries a price tag, and the price goes up every winter. We negotiate all the "
        "same, since silence would cost them more.”",
    ),
    not_told="Paris had never been shown the maps",
    agreed="to set up a standing channel between their defence staffs and to review it every quarter",
    joint_will="their desire to consult each other every spring",
    grateful="he would be thankful if Armenia helped Georgia to reach a settlement on electricity exports",
    third_matter="electricity exports",
)


@pytest.fixture(scope="module", params=[FRENCH, ENGLISH], ids=lambda told: told.language)
def told(request: pytest.FixtureRequest) -> Told:
    words = request.param
    assert isinstance(words, Told)
    return words


@pytest.fixture(scope="module")
def reading(told: Told) -> Reading:
    text = (FOLDER / f"call.{told.language}.txt").read_text(encoding="utf-8")
    return Reading(selon.read(text, lang=told.language, published=told.published))


def the_call(reading: Reading, told: Told) -> Contact:
    """The one call of the two leaders."""
    [call] = reading.contacts("call", between=told.both)
    return call


def behind(reading: Reading, statement: Statement, words: str) -> list[bool]:
    """For each voice behind the speaker that the text calls so: is it only inferred here?"""
    return [link.inferred for link in statement.chain[1:] if reading.is_called(link.actor, words)]


def test_the_title_tells_of_a_call_that_leaders_held(reading: Reading, told: Told) -> None:
    call = the_call(reading, told)

    assert call.status == "held"
    assert call.level in ("leaders", None)


def test_the_call_is_one_contact_and_the_round_of_talks_another(reading: Reading, told: Told) -> None:
    call = the_call(reading, told)
    [talks] = [each for each in reading.contacts("talks") if each.ordinal == told.talks]

    assert reading.is_about(call, told.about)
    assert talks.status == "held"
    assert reading.name(talks.place) == told.city


def test_the_aide_says_by_the_agency_that_they_spoke_on_a_day(reading: Reading, told: Told) -> None:
    [statement] = reading.said(told.aide, told.they_spoke)

    assert behind(reading, statement, told.agency) == [False]
    assert the_call(reading, told).date == told.date


def test_the_two_subjects_they_discussed_are_topics_of_the_call(reading: Reading, told: Told) -> None:
    call = the_call(reading, told)

    assert [reading.is_about(call, words) for words in told.first_subjects] == [True, True]


def test_the_leader_tells_the_other_of_a_matter_without_words(reading: Reading, told: Told) -> None:
    [statement] = reading.said(told.leader, told.briefed)

    assert [reading.name(each) for each in statement.addressees] == [told.other]


def test_the_state_hopes_and_the_draft_is_pending(reading: Reading, told: Told) -> None:
    hopes = [each for each in reading.record.statements if hoped(reading, each, told)]
    drafts = [each for each in reading.agreements("pending") if holds(reading, each, told.draft)]

    assert [reading.name(each.speaker) for each in hopes] == [told.state]
    assert len(drafts) == 1


def hoped(reading: Reading, statement: Statement, told: Told) -> bool:
    """Whether a statement is the hope; it may run on to what happens meanwhile."""
    found = recall(reading.text, statement.content, reading.where(told.hoped))
    return statement.act == "hope" and found >= ENOUGH


def holds(reading: Reading, agreement: Agreement, words: str) -> bool:
    """Whether an agreement holds these words, and more if it likes."""
    return recall(reading.text, agreement.content, reading.where(words)) >= ENOUGH


def test_the_meeting_that_was_never_planned_was_never_held(reading: Reading, told: Told) -> None:
    [meeting] = reading.contacts(between=(told.leader, told.third))

    assert meeting.kind == "meeting"
    assert meeting.status == "denied"


def test_the_long_quotation_is_the_leaders_and_the_aide_relays_it(reading: Reading, told: Told) -> None:
    [statement] = reading.said(told.leader, told.quotation)

    assert reading.relays(statement)[:1] == [told.aide]
    assert all(behind(reading, statement, told.agency))
    assert not reading.said(told.aide, told.quotation)


def test_the_misspelt_name_is_the_aides(reading: Reading, told: Told) -> None:
    called = [each for each in reading.record.actors if reading.is_called(each.id, told.misspelt)]

    assert [each.name for each in called] == [told.aide]


def test_the_aide_accuses_in_words_and_quotation_marks(reading: Reading, told: Told) -> None:
    [statement] = reading.said(told.aide, *told.accusation)

    assert (statement.kind, statement.act) == ("mixed", "accuse")
    for span, words in zip(statement.content, told.accusation, strict=True):
        assert overlap(reading.text, [span], reading.where(words)) >= ENOUGH


def test_the_other_confirms_that_something_did_not_happen(reading: Reading, told: Told) -> None:
    [statement] = reading.said(told.other, told.not_told)

    assert (statement.act, statement.polarity) == ("confirm", "negated")


def test_both_agree_to_keep_in_touch(reading: Reading, told: Told) -> None:
    agreements = reading.agreements("agreed", between=told.both)
    wanted = reading.where(told.agreed)

    assert any(overlap(reading.text, each.content, wanted) >= ENOUGH for each in agreements)


def test_the_will_of_both_is_a_statement_or_an_agreement(reading: Reading, told: Told) -> None:
    both = {plain(name) for name in told.both}
    statements = [each.content for each in reading.speech if reading.names([each.speaker]) == both]
    agreements = [each.content for each in reading.agreements("agreed", between=told.both)]
    will = reading.where(told.joint_will)

    assert any(recall(reading.text, content, will) >= ENOUGH for content in statements + agreements)


def test_what_both_raised_are_topics_of_the_call(reading: Reading, told: Told) -> None:
    call = the_call(reading, told)

    assert [reading.is_about(call, words) for words in told.last_subjects] == [True, True]


def test_the_other_would_be_grateful_in_a_third_matter(reading: Reading, told: Told) -> None:
    [statement] = reading.said(told.other, told.grateful)

    assert reading.is_about(statement, told.third_matter)


def test_no_more_is_said_than_the_text_holds(reading: Reading) -> None:
    assert len(reading.speech) <= 14
