"""Our own texts with their records: what whoever trains on them or measures with them relies on."""

import re
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from selon.encoder.words import find_words
from selon.record import ActorId, Record, Span, Statement
from tests.builders import spans_of

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "gold").glob("*/*.marked"))
LANGUAGES = ("de", "en", "es", "fr", "ru", "uk")


def read_records(language: str) -> list[Record]:
    lines = (ROOT / "gold" / f"{language}.jsonl").read_text(encoding="utf-8").splitlines()
    return [Record.model_validate_json(line) for line in lines]


RECORDS = [record for language in LANGUAGES for record in read_records(language)]
NAMED = [pytest.param(record, id=path.stem) for path, record in zip(FILES, RECORDS, strict=True)]
each_record = pytest.mark.parametrize("record", NAMED)
each_file = pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in FILES])


def read_head(path: Path) -> tuple[dict[str, Any], str]:
    head, body = path.read_text(encoding="utf-8").split("+++\n", 2)[1:]
    return tomllib.loads(head), body


def actors_named(record: Record) -> Iterator[ActorId]:
    for statement in record.statements:
        yield from statement.addressees
        yield from [link.actor for link in statement.chain]
    for contact in record.contacts:
        yield from [each.actor for each in contact.participants]
        yield from [contact.place] if contact.place else []
    for agreement in record.agreements:
        yield from agreement.parties


def overlapping(left: Span, right: Span) -> bool:
    return left[0] < right[1] and right[0] < left[1]


def is_inverted_pronoun(text: str, span: Span) -> bool:
    """« a-t-il ajouté »: "il" is the source inside the cue, glued to the verb by a hyphen."""
    return span[0] > 0 and text[span[0] - 1] == "-"


def gold_records(option: str) -> tuple[int, str]:
    command = [sys.executable, "-m", "gold.tools.records", option]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, cwd=ROOT)
    return done.returncode, done.stdout + done.stderr


def test_the_records_are_what_the_marks_give() -> None:
    assert gold_records("--check") == (0, "")


def test_there_are_as_many_texts_as_the_data_card_promises_at_least() -> None:
    number = Counter(record.document.language for record in RECORDS)
    assert number["fr"] >= 290
    assert number["en"] >= 120
    assert all(number[language] >= 20 for language in ("de", "es", "ru", "uk"))


def test_the_data_card_counts_what_is_there() -> None:
    card = (ROOT / "gold" / "README.md").read_text(encoding="utf-8")
    assert gold_records("--count")[1] in card


def test_no_two_texts_share_a_sentence() -> None:
    seen: dict[str, str] = {}
    for path, record in zip(FILES, RECORDS, strict=True):
        for sentence in set(re.split(r"(?<=[.!?…»”\"])\s+|\n+", record.document.text)):
            key = " ".join(re.findall(r"\w+", sentence.lower()))
            if key.count(" ") >= 6:
                assert seen.setdefault(key, path.stem) == path.stem, sentence


@each_record
def test_every_span_starts_and_ends_at_whole_words(record: Record) -> None:
    text = record.document.text
    words = find_words(text, language=record.document.language)
    starts, ends = {start for start, _ in words}, {end for _, end in words}
    for span in spans_of(record):
        assert text[slice(*span)] == text[slice(*span)].strip() != ""
        assert span[1] in ends, text[slice(*span)]
        assert span[0] in starts or is_inverted_pronoun(text, span), text[slice(*span)]


@each_record
def test_source_cue_and_content_of_a_statement_do_not_overlap(record: Record) -> None:
    for statement in record.statements:
        source = [statement.source] if statement.source else []
        if source and is_inverted_pronoun(record.document.text, source[0]):
            source = []
        for left, right in combinations([*source, *statement.cue, *statement.content], 2):
            assert not overlapping(left, right), record.document.text[slice(*left)]


@each_record
def test_everybody_whom_an_item_names_is_among_the_actors(record: Record) -> None:
    actors = {actor.id: actor for actor in record.actors}
    assert len(actors) == len(record.actors)
    assert set(actors_named(record)) <= actors.keys()
    assert {member for actor in record.actors for member in actor.members} <= actors.keys()


@each_record
def test_groups_do_not_meet_or_agree_but_their_members_do(record: Record) -> None:
    groups = {actor.id for actor in record.actors if actor.members}
    assert not groups & {each.actor for contact in record.contacts for each in contact.participants}
    assert not groups & {party for agreement in record.agreements for party in agreement.parties}


@each_record
def test_ids_are_unique_and_every_reference_finds_its_item(record: Record) -> None:
    ids = [
        item.id
        for items in (record.statements, record.contacts, record.agreements, record.topics)
        for item in items
    ]
    assert len(set(ids)) == len(ids)
    for statement in record.statements:
        assert {statement.within, *statement.topics} - {None} <= set(ids)
    for contact in record.contacts:
        assert {*contact.topics, *contact.statements} <= set(ids)
    for agreement in record.agreements:
        assert {agreement.contact, agreement.statement} - {None} <= set(ids)


@each_record
def test_a_chain_begins_with_the_speaker_and_goes_on_with_whoever_relays(record: Record) -> None:
    by_id = {statement.id: statement for statement in record.statements}
    for statement in record.statements:
        voices = [link.actor for link in statement.chain]
        assert voices[:1] == ([statement.speaker] if statement.speaker else [])
        assert len(set(voices)) == len(voices)
        relay = by_id.get(statement.within or "")
        if relay is not None:
            assert relay.relay
            assert relay.speaker in voices or not voices


@each_record
def test_a_relay_has_something_to_relay(record: Record) -> None:
    pointed_at = {statement.within for statement in record.statements}
    assert {statement.id for statement in record.statements if statement.relay} <= pointed_at


@each_record
def test_a_speaker_is_named_by_words_of_the_text(record: Record) -> None:
    assert all((statement.speaker is None) == (statement.source is None) for statement in record.statements)


@each_record
def test_every_topic_stands_somewhere(record: Record) -> None:
    assert all(topic.spans for topic in record.topics)


@each_file
def test_every_mark_is_told_of_in_the_head(path: Path) -> None:
    head, body = read_head(path)
    labels = {label for marks in re.findall(r"\{([a-z0-9. ]+)\|", body) for label in marks.split()}
    known = {key for part in ("contacts", "agreements", "topics") for key in head.get(part, {})}
    roles = {f"{key}.{role}" for key in head["statements"] for role in ("source", "cue", "content", "relay")}
    assert labels <= known | roles


@each_file
def test_every_name_in_the_head_stands_in_the_text(path: Path) -> None:
    head, body = read_head(path)
    text = re.sub(r"\{[a-z0-9. ]+\||\}", "", body)
    names = [form for forms in head["names"].values() for form in forms]
    assert not [form for form in names if not re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text)]
    assert len(set(names)) == len(names)


def test_the_texts_hold_every_kind_of_item() -> None:
    statements: list[Statement] = [statement for record in RECORDS for statement in record.statements]
    contacts = [contact for record in RECORDS for contact in record.contacts]
    agreements = [agreement for record in RECORDS for agreement in record.agreements]
    assert len({statement.act for statement in statements}) == 20
    assert {statement.kind for statement in statements} == {"direct", "mixed", "indirect"}
    assert {statement.nature for statement in statements} == {"speech", "attitude"}
    assert max(len(statement.chain) for statement in statements) >= 3
    assert len({contact.status for contact in contacts}) == 8
    assert len({agreement.status for agreement in agreements}) == 4
