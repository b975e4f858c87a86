"""Which items of two records are the same, and which of their fields agree."""

from selon.evaluate import Pairs, count_scores, pair_records
from selon.evaluate.sameness import Sameness
from selon.record import Actor, ActorId, Contact, Link, Record, Statement
from tests.builders import TEXT, a_record, a_statement, span_of

TOLD = "il avait appelé son homologue chilienne, Rosa Vidal"


def with_statements(*statements: Statement) -> Record:
    return a_record().model_copy(update={"statements": statements})


def with_contact(**fields: object) -> Record:
    record = a_record()
    return record.model_copy(update={"contacts": (record.contacts[0].model_copy(update=fields),)})


def actor(name: str, kind: str = "person", **fields: object) -> Actor:
    slug = name.lower().replace(" ", "-")
    return Actor.model_validate({"id": f"local/{slug}", "name": name, "kind": kind} | fields)


def are_same(left: Actor, right: Actor, *, words: str | None = None) -> bool:
    """Are two actors the same? With ``words``, both are speakers whose source those words are."""

    def record_of(one: Actor) -> Record:
        record = a_record().model_copy(update={"actors": (one,), "contacts": (), "agreements": ()})
        said = a_statement(TEXT, TOLD)
        if words:
            source, link = span_of(words), Link(actor=one.id, span=span_of(words))
            said = a_statement(TEXT, TOLD, speaker=one.id, source=source, chain=(link,))
        return record.model_copy(update={"statements": (said,)})

    return Sameness(record_of(left), record_of(right)).same(left.id, right.id)


def test_a_record_agrees_with_itself_in_all() -> None:
    scores = count_scores([pair_records(a_record(), a_record())])

    assert scores.figure("whole", "statements gold", "statements found") == (1, 1, 1)
    assert scores.figure("contacts", "contacts gold", "contacts found") == (1, 1, 1)
    assert scores.figure("agreements", "agreements gold", "agreements found") == (1, 1, 1)


def test_what_only_one_record_has_stands_alone() -> None:
    gold = with_statements(a_statement(TEXT, TOLD))
    found = with_statements(a_statement(TEXT, "La Norvège et le Chili rouvrent leur canal"))

    [missed, spurious] = pair_records(gold, found).statements

    assert missed == (gold.statements[0], None)
    assert spurious == (None, found.statements[0])


def test_a_content_that_shares_half_of_its_letters_is_the_same_statement() -> None:
    gold = with_statements(a_statement(TEXT, TOLD))
    found = with_statements(a_statement(TEXT, "il avait appelé son homologue chilienne"))

    assert len(pair_records(gold, found).statements) == 1


def test_two_statements_on_the_same_words_are_told_apart_by_their_cues() -> None:
    claim = a_statement(TEXT, TOLD, id="s-claim", cue=(span_of("a déclaré"),))
    denial = a_statement(TEXT, TOLD, id="s-denial", cue=(span_of("Selon"),))

    pairs = pair_records(with_statements(claim, denial), with_statements(denial, claim)).statements

    assert all(gold == found for gold, found in pairs)


def contacts_match(pairs: Pairs) -> bool:
    return all(gold and found for gold, found in pairs.contacts)


def test_contacts_are_the_same_where_kind_and_half_of_the_participants_are() -> None:
    people = a_record().contacts[0].participants

    assert contacts_match(pair_records(a_record(), with_contact(participants=people[:1], date=None)))
    assert not contacts_match(pair_records(a_record(), with_contact(participants=())))
    assert not contacts_match(pair_records(a_record(), with_contact(kind="visit")))


def test_a_contact_with_another_status_is_found_but_not_right() -> None:
    scores = count_scores([pair_records(a_record(), with_contact(status="denied"))])

    assert scores.share("contact date", "contacts") == 1
    assert scores.share("contact status", "contacts") == 0


def test_nobody_is_only_nobody() -> None:
    same = Sameness(a_record(), a_record()).same

    assert same(None, None)
    assert not same(None, "local/arne-lund")


class TestSameActor:
    def test_known_ones_by_any_of_their_names(self) -> None:
        assert are_same(actor("Elysee", "government"), actor("Élysée", "organisation"))
        assert not are_same(actor("Elysee", "government"), actor("Kremlin", "government"))

    def test_unknown_people_by_a_name_that_holds_the_other(self) -> None:
        assert are_same(actor("Arne Lund"), actor("Lund"))
        assert not are_same(actor("Arne Lund"), actor("Arne Berg"))

    def test_people_are_not_the_same_for_the_words_that_stand_for_them(self) -> None:
        assert not are_same(actor("Arne Lund"), actor("Rosa Vidal"), words="le ministre Arne Lund")

    def test_bodies_also_by_the_words_that_stand_for_them(self) -> None:
        left, right = actor("Northern News Service", "outlet"), actor("agence Boréale", "outlet")

        assert not are_same(left, right)
        assert are_same(left, right, words="l'agence Boréale")

    def test_an_unnamed_one_is_not_somebody_with_a_name(self) -> None:
        left, right = actor("unnamed official"), actor("Arne Lund")

        assert not are_same(left, right, words="le ministre Arne Lund")

    def test_groups_by_their_members(self) -> None:
        def record_of(*members: ActorId) -> Record:
            group = actor("both", "group", members=members)
            return a_record().model_copy(update={"actors": (*a_record().actors, group)})

        gold, found = (
            record_of("local/arne-lund", "local/rosa-vidal"),
            record_of("local/rosa-vidal", "local/arne-lund"),
        )

        assert Sameness(gold, found).same("local/both", "local/both")
        assert not Sameness(gold, record_of("local/arne-lund", "state/no")).same("local/both", "local/both")


def test_contacts_of_nobody_are_the_same_where_they_share_words() -> None:
    nobody: dict[str, object] = {"participants": ()}

    assert contacts_match(pair_records(with_contact(**nobody), with_contact(**nobody)))
    elsewhere: tuple[Contact, ...] = (
        with_contact(**nobody).contacts[0].model_copy(update={"evidence": (span_of("La Norvège"),)}),
    )
    moved = a_record().model_copy(update={"contacts": elsewhere})
    assert not contacts_match(pair_records(with_contact(**nobody), moved))
