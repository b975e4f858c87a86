"""Why an item is what it is: from the record, the lexicon and the gazetteer, and nothing else."""

import pytest

from selon.errors import UnknownItem
from selon.explain import explain, find_item
from selon.gazetteer import Entry, Gazetteer, Held
from selon.languages import load_pack
from selon.parse import Parse
from selon.record import (
    Actor,
    Agreement,
    Contact,
    Document,
    Link,
    MadeBy,
    Mention,
    Participant,
    Record,
    Span,
    Statement,
    Topic,
)
from tests.builders import a_record, a_statement, parsed, span_of

FR = load_pack("fr")
PARSE = parsed("""
    Selon      selon      ADP    case        3
    l'         le         DET    det         3
    agence     agence     NOUN   obl         10
    Boréale    Boréale    PROPN  nmod        3
    ,          ,          PUNCT  punct       10
    la         le         DET    det         7
    ministre   ministre   NOUN   nsubj       10
    Ida        Ida        PROPN  appos       7
    a          avoir      AUX    aux         10
    démenti    démentir   VERB   root        0
    mardi      mardi      NOUN   obl         10
    toute      tout       DET    det         13
    rencontre  rencontre  NOUN   obj         10
    avec       avec       ADP    case        16
    le         le         DET    det         16
    président  président  NOUN   nmod        13
    chilien    chilien    ADJ    amod        16
    .          .          PUNCT  punct       10

    Elle       lui        PRON   nsubj       3
    a          avoir      AUX    aux         3
    promis     promettre  VERB   root        0
    de         de         ADP    mark        7
    ne         ne         ADV    advmod      7
    pas        pas        ADV    advmod      7
    dénoncer   dénoncer   VERB   xcomp       3
    le         le         DET    det         9
    traité     traité     NOUN   obj         7
    Holme      Holme      PROPN  appos       9
    .          .          PUNCT  punct       3
""")
TEXT = PARSE.text
GAZETTEER = Gazetteer(
    [
        Entry(
            id="person/ida-holm",
            name="Ida Holm",
            kind="person",
            wikidata="Q1",
            gender="f",
            offices=(Held("foreign_minister", "state/dk", "2021"),),
            variants=("Ida",),
        ),
        Entry(
            id="person/pablo-rojas",
            name="Pablo Rojas",
            kind="person",
            offices=(
                Held("minister", "state/cl", "2010", "2014"),
                Held("head_of_state", "state/cl", "2022-03-11"),
            ),
        ),
        Entry(id="state/dk", name="Denmark", kind="state", state="dk"),
        Entry(id="state/cl", name="Chile", kind="state", state="cl"),
    ],
    leading={},
    others=(),
)
HOLM, ROJAS, AGENCY = "person/ida-holm", "person/pablo-rojas", "local/agence-boreale"


def at(words: str) -> Span:
    return span_of(words, TEXT)


RELAY = a_statement(
    TEXT,
    TEXT[at("la ministre")[0] : at("chilien")[1]],
    id="s-relay",
    speaker=AGENCY,
    source=at("l' agence Boréale"),
    cue=(at("Selon"),),
    chain=(Link(actor=AGENCY, span=at("l' agence Boréale")),),
    relay=True,
)
DENIAL = a_statement(
    TEXT,
    "toute rencontre avec le président chilien",
    id="s-denial",
    act="deny",
    speaker=HOLM,
    source=at("la ministre Ida"),
    cue=(at("a démenti"),),
    chain=(Link(actor=HOLM, span=at("la ministre Ida")), Link(actor=AGENCY, span=at("l' agence Boréale"))),
    within="s-relay",
)
PROMISE = a_statement(
    TEXT,
    "de ne pas dénoncer le traité Holme",
    id="s-promise",
    act="promise",
    polarity="negated",
    speaker=HOLM,
    source=at("Elle"),
    cue=(at("a promis"),),
    chain=(Link(actor=HOLM, span=at("Elle")), Link(actor=AGENCY, inferred=True)),
    addressees=(ROJAS,),
    topics=("topic/the-holme-treaty",),
    confidence=0.75,
)
RECORD = Record(
    made_by=MadeBy(selon="0.1.0", model="1.0", languages="fr 1.0"),
    document=Document(id="d-1", language="fr", text=TEXT, published="2024-05-16"),
    actors=(
        Actor(
            id=AGENCY,
            name="agence Boréale",
            kind="outlet",
            mentions=(Mention(span=at("l' agence Boréale"), form="name"),),
        ),
        Actor(
            id=HOLM,
            name="Ida Holm",
            kind="person",
            wikidata="Q1",
            roles=("ministre",),
            mentions=(
                Mention(span=at("la ministre Ida"), form="title"),
                Mention(span=at("Elle"), form="pronoun"),
            ),
        ),
        Actor(
            id=ROJAS,
            name="Pablo Rojas",
            kind="person",
            mentions=(Mention(span=at("le président chilien"), form="description"),),
        ),
    ),
    statements=(RELAY, DENIAL, PROMISE),
    contacts=(
        Contact(
            id="c-meeting",
            kind="meeting",
            status="denied",
            participants=(Participant(actor=HOLM), Participant(actor=ROJAS)),
            date="2024-05-14",
            evidence=(at("rencontre"),),
            statements=("s-denial",),
        ),
    ),
    agreements=(
        Agreement(
            id="a-treaty",
            parties=(ROJAS,),
            status="agreed",
            content=(at("traité Holme"),),
            contact="c-meeting",
        ),
    ),
    topics=(
        Topic(id="topic/the-holme-treaty", label="the Holme treaty", spans=(at("traité Holme"),)),
        Topic(id="topic/treaties", label="treaties", spans=(at("traité"),)),
    ),
)


def why(item: str, *, record: Record = RECORD, parse: Parse = PARSE) -> dict[str, str]:
    """The reasons by what they are about; the last of several on the same thing."""
    explanation = explain(record, item, parse=parse, pack=FR, gazetteer=GAZETTEER)
    return {reason.about: reason.words for reason in explanation.reasons}


class TestStatement:
    def test_the_title_tells_what_it_is_and_where(self) -> None:
        told = explain(RECORD, "s-denial", parse=PARSE, pack=FR, gazetteer=GAZETTEER)

        assert told.title == "Statement s-denial, line 1"

    def test_an_act_is_traced_to_the_lexicon_with_its_example(self) -> None:
        reasons = why("s-denial")

        assert reasons["cue"] == "“a démenti”, line 1"
        assert reasons["lexicon"].startswith("démentir (verb) in fr 1.0: act deny; as in “")
        assert reasons["act"] == "deny: as the lexicon has it"

    def test_an_act_that_the_words_made_more_exact_says_so(self) -> None:
        record = RECORD.model_copy(update={"statements": (RELAY.model_copy(update={"act": "demand"}),)})

        assert why("s-relay", record=record)["act"].startswith("demand: not the lexicon's state")

    def test_a_cue_that_the_lexicon_lacks_is_told_so(self) -> None:
        record = RECORD.model_copy(
            update={"statements": (DENIAL.model_copy(update={"cue": (at("mardi"),)}),)}
        )

        assert why("s-denial", record=record)["lexicon"] == "fr 1.0 has no entry for the cue"

    def test_a_statement_without_a_cue_has_no_entry(self) -> None:
        record = RECORD.model_copy(update={"statements": (DENIAL.model_copy(update={"cue": ()}),)})
        reasons = why("s-denial", record=record)

        assert reasons["cue"].startswith("none")
        assert "lexicon" not in reasons

    def test_a_negation_is_shown_by_its_words(self) -> None:
        assert why("s-promise")["polarity"].endswith("with “ne” and “pas”")
        assert why("s-denial")["polarity"].startswith("affirmed")

    def test_a_title_and_name_lead_to_the_gazetteer(self) -> None:
        assert why("s-denial")["speaker"] == (
            "Ida Holm (person/ida-holm): “la ministre Ida” is a title, “Ida” a spelling of the gazetteer; "
            "in the gazetteer: Q1, foreign minister of Denmark since 2021"
        )

    @pytest.mark.parametrize(
        ("naming", "how"),
        [
            ("M. Terzian", "“Terzian” a surname of the gazetteer"),
            ("M. Terzan", "“Terzan” like “Aram Terzian”"),
        ],
    )
    def test_a_surname_and_a_misprint_lead_to_the_gazetteer(self, naming: str, how: str) -> None:
        entry = Entry(id="person/aram-terzian", name="Aram Terzian", kind="person", surnames=("terzian",))
        text = f"{naming} a dit non."
        actor = Actor(
            id=entry.id,
            name=entry.name,
            kind="person",
            mentions=(Mention(span=(0, len(naming)), form="title"),),
        )
        record = RECORD.model_copy(
            update={"document": Document(id="d-1", language="fr", text=text), "actors": (actor,)}
        )

        told = explain(
            record,
            "person/aram",
            parse=Parse(text, (), ()),
            pack=FR,
            gazetteer=Gazetteer([entry], leading={}, others=()),
        )

        assert how in told.reasons[2].words

    def test_a_pronoun_leads_to_the_naming_before_it(self) -> None:
        assert "“Elle” is a pronoun, for “la ministre Ida” of line 1" in why("s-promise")["speaker"]

    def test_a_relay_that_is_named_is_told_apart_from_one_that_is_inferred(self) -> None:
        assert "“l' agence Boréale” is a name; not in the gazetteer" in why("s-denial")["relayed by"]
        assert why("s-promise")["relayed by"].endswith(
            "inferred, not named here; has been reporting since line 1"
        )

    def test_a_relay_says_that_it_is_one_and_what_lies_within_points_back(self) -> None:
        assert "relay" in why("s-relay")
        assert why("s-denial")["within"] == "s-relay (agence Boréale: state, line 1)"

    def test_contacts_that_rest_on_it_are_named(self) -> None:
        assert why("s-denial")["contacts"] == "c-meeting (meeting, denied)"

    def test_a_speaker_whom_the_text_does_not_name(self) -> None:
        unknown = DENIAL.model_copy(update={"speaker": None, "source": None, "chain": ()})
        record = RECORD.model_copy(update={"statements": (unknown,)})

        assert why("s-denial", record=record)["speaker"] == "the text does not say"


class TestContact:
    def test_the_word_that_announces_it_is_shown_with_its_entry(self) -> None:
        assert why("c-meeting")["lexicon"].startswith("“rencontre” is rencontre (noun), as in “")

    def test_somebody_described_by_their_office_held_it_on_the_day(self) -> None:
        assert why("c-meeting")["with"] == (
            "Pablo Rojas (person/pablo-rojas): “le président chilien” is a description, for the head of "
            "state of Chile since 2022-03-11; in the gazetteer: head of state of Chile since 2022-03-11"
        )

    def test_a_date_is_shown_with_its_words(self) -> None:
        assert why("c-meeting")["date"] == "2024-05-14: “mardi”, line 1"

    def test_what_the_text_does_not_tell_is_left_out(self) -> None:
        assert not {"time", "duration", "place", "venue", "level", "asked for by"} & set(why("c-meeting"))


class TestOthers:
    def test_an_agreement_names_its_parties_and_its_contact(self) -> None:
        reasons = why("a-treaty")

        assert reasons["content"] == "“traité Holme”, line 1"
        assert reasons["party"].startswith("Pablo Rojas")
        assert reasons["made in"] == "c-meeting (meeting, denied)"

    def test_an_actor_is_explained_naming_by_naming(self) -> None:
        reasons = why(HOLM)

        assert reasons["name"] == "Ida Holm, person"
        assert reasons["roles"] == "“ministre”"
        assert reasons["speaks in"].startswith(
            "s-denial (Ida Holm < agence Boréale: deny, line 1); s-promise"
        )
        assert reasons["takes part in"] == "c-meeting (meeting, denied)"

    def test_an_actor_that_only_the_text_knows_is_told_so(self) -> None:
        assert why(AGENCY)["known"] == "not in the gazetteer: known from this text alone"

    def test_a_topic_of_the_thesaurus_is_told_from_words_of_the_text(self) -> None:
        assert why("topic/the-holme-treaty")["lexicon"].startswith("no subject of the thesaurus")
        assert why("topic/the-holme-treaty")["statements"].startswith("s-promise")

    def test_a_parse_without_words_leaves_out_what_rests_on_it(self) -> None:
        for item in ("s-denial", "c-meeting", "a-treaty", "topic/treaties", HOLM):
            assert why(item, parse=Parse(TEXT, (), ()))


class TestFinding:
    def test_the_beginning_of_an_id_is_enough(self) -> None:
        assert find_item(RECORD, "s-d") == DENIAL
        assert find_item(RECORD, "person/p") == RECORD.actors[2]

    def test_an_id_that_another_one_begins_with_is_found(self) -> None:
        longer = DENIAL.model_copy(update={"id": "s-denial-2"})
        record = RECORD.model_copy(update={"statements": (DENIAL, longer)})

        assert find_item(record, "s-denial") == DENIAL

    @pytest.mark.parametrize("item", ["s-", ""])
    def test_a_beginning_of_several_ids_is_nobodys(self, item: str) -> None:
        with pytest.raises(UnknownItem):
            find_item(RECORD, item)

    def test_of_several_the_error_lists_which(self) -> None:
        with pytest.raises(UnknownItem) as told:
            find_item(RECORD, "s-")

        assert told.value.known == ("s-relay", "s-denial", "s-promise")

    def test_an_unknown_id_lists_some_that_there_are(self) -> None:
        with pytest.raises(UnknownItem, match="c-meeting, s-relay"):
            find_item(RECORD, "x")


def test_every_item_of_a_record_can_be_explained_on_one_line_each() -> None:
    record = a_record()
    families = (record.contacts, record.statements, record.agreements, record.topics, record.actors)
    ids = [item.id for family in families for item in family]
    empty = Parse(record.document.text, (), ())

    for item in ids:
        told = explain(record, item, parse=empty, pack=FR, gazetteer=GAZETTEER)
        assert told.reasons
        assert all(reason.words == " ".join(reason.words.split()) for reason in told.reasons)


def test_words_of_a_hostile_text_are_safe_to_print() -> None:
    text = "Lund \x1b[2J\u202e a dit « oui » ."
    statement: Statement = a_statement(text, "« oui »", cue=(span_of("a dit", text),))
    document = Document(id="d-1", language="fr", text=text)
    record = Record(
        made_by=MadeBy(selon="0.1.0", model="1.0", languages="fr 1.0"),
        document=document,
        actors=(
            Actor(
                id="local/lund",
                name="Lund \x1b[2J\u202e",
                kind="person",
                mentions=(Mention(span=span_of("Lund \x1b[2J\u202e", text), form="name"),),
            ),
        ),
        statements=(statement.model_copy(update={"speaker": "local/lund"}),),
    )

    for item in (statement.id, "local/lund"):
        told = explain(record, item, parse=Parse(text, (), ()), pack=FR, gazetteer=GAZETTEER)
        assert "\x1b" not in str(told.reasons)
        assert "\u202e" not in str(told.reasons)
