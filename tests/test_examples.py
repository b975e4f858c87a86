"""The eight texts of ``examples/`` give the records that a careful reader would write down."""

import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest

import selon
from selon.record import Agreement, Contact, Span, Statement
from tests.expectations import ENOUGH, Reading, overlap, pair, touch
from tests.expected_record import (
    ExpectedAgreement,
    ExpectedContact,
    ExpectedStatement,
    Item,
    Words,
    read_expected,
    spans_of,
)

HALF = 0.5
"""A source or a cue may be longer or shorter than a person would mark it, but not by more than this."""

TEXTS = Path(__file__).parents[1] / "examples"
EXPECTED = Path(__file__).parent / "examples"
ABOUT = tomllib.loads((TEXTS / "examples.toml").read_text(encoding="utf-8"))
RECORDS = {name: read_expected(EXPECTED / name.replace(".txt", ".toml")) for name in ABOUT}


@cache
def read(name: str) -> Reading:
    """The record of one of the texts."""
    text = (TEXTS / name).read_text(encoding="utf-8")
    about = ABOUT[name]
    return Reading(selon.read(text, lang=about["lang"], published=about["published"], outlet=about["outlet"]))


def case(name: str, number: int, item: Item, words: Words) -> object:
    """One thing expected of one text; a gap is a strict expected failure."""
    marks = [pytest.mark.xfail(raises=AssertionError, reason=item.gap)] if item.gap else []
    label = words if isinstance(words, str) else words.words
    return pytest.param(name, number, marks=marks, id=f"{name.removesuffix('.txt')}: {label[:60]}")


STATEMENTS = [
    case(name, number, each, each.content[0])
    for name, record in RECORDS.items()
    for number, each in enumerate(record.statements)
    if not each.optional
]
CONTACTS = [
    case(name, number, each, each.evidence)
    for name, record in RECORDS.items()
    for number, each in enumerate(record.contacts)
    if not each.optional
]
AGREEMENTS = [
    case(name, number, each, each.content[0])
    for name, record in RECORDS.items()
    for number, each in enumerate(record.agreements)
    if not each.optional
]
TOPICS = [
    case(name, number, each, each.words)
    for name, record in RECORDS.items()
    for number, each in enumerate(record.topics)
]


@pytest.mark.parametrize(("name", "number"), STATEMENTS)
def test_the_record_holds_this_statement(name: str, number: int) -> None:
    wanted = RECORDS[name].statements[number]
    found = statements_of(name).get(number)

    assert found is not None, "no statement has this content"
    assert seen_of_statement(read(name), found, wanted) == told_of_statement(wanted)


@pytest.mark.parametrize(("name", "number"), CONTACTS)
def test_the_record_holds_this_contact(name: str, number: int) -> None:
    wanted = RECORDS[name].contacts[number]
    found = contacts_of(name).get(number)

    assert found is not None, "no contact rests on this evidence"
    assert seen_of_contact(read(name), found, wanted) == told_of_contact(wanted)


@pytest.mark.parametrize(("name", "number"), AGREEMENTS)
def test_the_record_holds_this_agreement(name: str, number: int) -> None:
    wanted = RECORDS[name].agreements[number]
    found = agreements_of(name).get(number)

    assert found is not None, "no agreement has this content"
    assert found.status == wanted.status
    assert sorted(read(name).as_named(found.parties, wanted.parties)) == sorted(wanted.parties)


@pytest.mark.parametrize(("name", "number"), TOPICS)
def test_the_record_holds_this_topic(name: str, number: int) -> None:
    reading, wanted = read(name), RECORDS[name].topics[number]
    spans = spans_of(reading.text, wanted.words)

    assert any(touch(reading.text, topic.spans, spans) for topic in reading.record.topics)


@pytest.mark.parametrize("name", RECORDS)
def test_the_record_holds_nothing_else(name: str) -> None:
    reading, record = read(name), RECORDS[name]
    listed = [(extra.what, spans_of(reading.text, extra.words)[0][0]) for extra in record.extra]

    assert shown(reading, extras_of(name)) == shown(reading, listed)


@pytest.mark.parametrize("name", RECORDS)
def test_what_is_expected_stands_in_the_text(name: str) -> None:
    text, record = (TEXTS / name).read_text(encoding="utf-8"), RECORDS[name]
    words = [word for each in record.statements for word in (*each.content, *each.cue, each.source) if word]
    words += [each.evidence for each in record.contacts]
    words += [word for agreement in record.agreements for word in agreement.content]
    words += [each.words for each in record.topics] + [each.words for each in record.extra]

    assert len(spans_of(text, *words)) == len(words)


@pytest.mark.parametrize("name", RECORDS)
def test_an_example_has_a_headline_and_two_to_five_hundred_words(name: str) -> None:
    text = (TEXTS / name).read_text(encoding="utf-8")

    assert not text.split("\n")[0].endswith(".")
    assert 200 <= len(text.split()) <= 500


def statements_of(name: str) -> dict[int, Statement]:
    """The statement found for each one expected, by number; relays and attitudes count."""
    reading = read(name)

    def likeness(wanted: ExpectedStatement, found: Statement) -> float:
        shared = overlap(reading.text, found.content, spans_of(reading.text, *wanted.content))
        alike = (found.relay == wanted.relay) + (speakers(reading, found, wanted) == names(wanted.speaker))
        return 0 if shared < ENOUGH else shared + alike

    return pair(RECORDS[name].statements, reading.record.statements, likeness)


def contacts_of(name: str) -> dict[int, Contact]:
    """The contact found for each one expected, by number."""
    reading = read(name)

    def likeness(wanted: ExpectedContact, found: Contact) -> float:
        rests = touch(reading.text, found.evidence, spans_of(reading.text, wanted.evidence))
        people = set(participants(reading, found, wanted)) & set(people_of(wanted))
        return rests + (found.kind == wanted.kind) / 2 + len(people) / 8 if rests else 0

    return pair(RECORDS[name].contacts, reading.record.contacts, likeness)


def agreements_of(name: str) -> dict[int, Agreement]:
    """The agreement found for each one expected, by number."""
    reading = read(name)

    def likeness(wanted: ExpectedAgreement, found: Agreement) -> float:
        shared = overlap(reading.text, found.content, spans_of(reading.text, *wanted.content))
        return 0 if shared < ENOUGH else shared + (found.status == wanted.status)

    return pair(RECORDS[name].agreements, reading.record.agreements, likeness)


def extras_of(name: str) -> list[tuple[str, int]]:
    """What was found though nobody expects it: of what sort, and where it starts."""
    record = read(name).record
    paired = (statements_of(name), contacts_of(name), agreements_of(name))
    expected = {each.id for found in paired for each in found.values()}
    voiced = [each for each in record.statements if each.nature == "speech"]
    found = [("statement", each.id, each.content) for each in voiced]
    found += [("contact", each.id, each.evidence) for each in record.contacts]
    found += [("agreement", each.id, each.content) for each in record.agreements]
    return [(what, spans[0][0]) for what, item, spans in found if item not in expected]


def shown(reading: Reading, found: Iterable[tuple[str, int]]) -> list[str]:
    """Extras as a person can look them up: of what sort, where, and the words from there on."""
    return [f"{what} at {start}: {reading.text[start : start + 60]!r}" for what, start in sorted(found)]


def told_of_statement(wanted: ExpectedStatement) -> dict[str, object]:
    """What a statement must be like."""
    return {
        "speaker": names(wanted.speaker),
        "behind": list(wanted.behind),
        "addressees": sorted(wanted.addressees),
        "act": wanted.act,
        "kind": wanted.kind,
        "polarity": wanted.polarity,
        "nature": wanted.nature,
        "relay": wanted.relay,
        "source": True,
        "cue": True,
    }


def seen_of_statement(reading: Reading, found: Statement, wanted: ExpectedStatement) -> dict[str, object]:
    """The same of a statement that was read."""
    behind = [reading.as_named([link.actor], wanted.behind) for link in found.chain[1:]]
    source = [found.source] if found.source else []
    return {
        "speaker": speakers(reading, found, wanted),
        "behind": [" and ".join(each) for each in behind],
        "addressees": sorted(reading.as_named(found.addressees, wanted.addressees)),
        "act": found.act,
        "kind": found.kind,
        "polarity": found.polarity,
        "nature": found.nature,
        "relay": found.relay,
        "source": are_about(reading, source, [wanted.source] if wanted.source else []),
        "cue": are_about(reading, found.cue, wanted.cue),
    }


def are_about(reading: Reading, found: Iterable[Span], wanted: Iterable[Words]) -> bool | list[str]:
    """True where the words found are nearly those wanted, else the words found."""
    spans, words = list(found), spans_of(reading.text, *wanted)
    if spans == words or overlap(reading.text, spans, words) >= HALF:
        return True
    return [reading.text[slice(*each)] for each in spans]


def told_of_contact(wanted: ExpectedContact) -> dict[str, object]:
    """What a contact must be like."""
    return {
        "kind": wanted.kind,
        "status": wanted.status,
        "participants": people_of(wanted),
        "parts": sorted(each for each in wanted.participants if ":" in each),
        "date": wanted.date,
        "place": wanted.place,
        "level": wanted.level,
        "ordinal": wanted.ordinal,
        "background": wanted.background,
    }


def seen_of_contact(reading: Reading, found: Contact, wanted: ExpectedContact) -> dict[str, object]:
    """The same of a contact that was read; its level only where one is wanted."""
    parts = [
        f"{reading.as_named([each.actor], people_of(wanted))[0]}:{each.role}" for each in found.participants
    ]
    place = reading.as_named([found.place], [wanted.place or ""])[0] if found.place else None
    return {
        "kind": found.kind,
        "status": found.status,
        "participants": participants(reading, found, wanted),
        "parts": sorted(each for each in parts if each in wanted.participants),
        "date": found.date,
        "place": place,
        "level": found.level if wanted.level else None,
        "ordinal": found.ordinal,
        "background": found.background,
    }


def names(speaker: str | tuple[str, ...] | None) -> list[str]:
    """A speaker's name, or those of a group's members."""
    if speaker is None:
        return []
    return [speaker] if isinstance(speaker, str) else sorted(speaker)


def speakers(reading: Reading, found: Statement, wanted: ExpectedStatement) -> list[str]:
    """The speaker's name, or the members' names, in the words wanted where they fit."""
    return sorted(reading.as_named([found.speaker] if found.speaker else [], names(wanted.speaker)))


def people_of(wanted: ExpectedContact) -> list[str]:
    """The names of those expected to take part, without their parts."""
    return sorted(each.partition(":")[0] for each in wanted.participants)


def participants(reading: Reading, found: Contact, wanted: ExpectedContact) -> list[str]:
    """The names of those who took part, in the words wanted where they fit."""
    return sorted(reading.as_named([each.actor for each in found.participants], people_of(wanted)))
