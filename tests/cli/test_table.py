"""The record as a person reads it in a terminal."""

import io
import re

import pytest
from rich.cells import cell_len

from selon.cli.table import (
    RecordTables,
    open_console,
    short_ids,
    show_explanation,
    show_languages,
    show_record,
)
from selon.explain import Explanation, Reason
from selon.languages import load_pack
from selon.record import Record
from tests.builders import a_document, a_record


class Terminal(io.StringIO):
    """A terminal, as far as a program can see."""

    def isatty(self) -> bool:
        return True


def shown(record: Record, *, everything: bool = False) -> str:
    out = io.StringIO()
    show_record(record, out, everything=everything)
    return out.getvalue()


def drawn(record: Record, *, width: int, everything: bool = False) -> str:
    """What the tables look like so many columns wide."""
    console = open_console(io.StringIO())
    console.width = width
    with console.capture() as captured:
        for part in RecordTables(record, width=width, everything=everything).parts():
            console.print(part)
    return captured.get()


def emptied() -> Record:
    nothing: dict[str, object] = {"contacts": (), "statements": (), "agreements": (), "topics": ()}
    return a_record().model_copy(update=nothing)


def with_attitude() -> Record:
    record = a_record()
    hope = record.statements[1].model_copy(
        update={"id": "s-00000000ff", "nature": "attitude", "within": None}
    )
    return record.model_copy(update={"statements": (*record.statements, hope)})


def test_title_outlet_and_date_come_first() -> None:
    first, second, *_ = shown(a_record()).splitlines()

    assert first == "La Norvège et le Chili rouvrent leur canal de pêche"
    assert second == "Le Phare, 2024-05-16, fr"


def test_a_text_without_a_title_says_so() -> None:
    record = a_record().model_copy(update={"document": a_document(title=None)})

    assert shown(record).splitlines()[0] == "Untitled text"


def test_contacts_come_before_statements_and_statements_before_agreements() -> None:
    heads = re.findall(r"^(\w+): (\d+)$", shown(a_record()), flags=re.MULTILINE)

    assert heads == [("Contacts", "1"), ("Statements", "2"), ("Agreements", "1")]


@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    for line in drawn(with_attitude(), width=width, everything=True).splitlines():
        assert cell_len(line) <= width


@pytest.mark.parametrize("width", [80, 120])
def test_every_word_of_what_was_said_is_there(width: int) -> None:
    words = set(drawn(a_record(), width=width).split())

    for told in ("il avait appelé son homologue chilienne, Rosa Vidal", "<b>relançons</b> le dialogue"):
        assert set(told.split()) <= words


def test_in_a_wide_terminal_what_can_stands_side_by_side() -> None:
    wide, narrow = (drawn(a_record(), width=width).splitlines() for width in (160, 80))

    assert any("phone call, no. 2" in line and "held" in line and "Oslo" in line for line in wide)
    assert not any("phone call, no. 2" in line and "held" in line for line in narrow)


def test_a_contact_tells_who_when_where_about_what_and_on_which_line() -> None:
    table = drawn(a_record(), width=160)

    [row] = [line for line in table.splitlines() if line.startswith("c-0")]
    for words in ("Arne Lund (initiator)", "2024-05-14, 1 h", "Oslo, canal de pêche", "fisheries"):
        assert words in row
    assert row.rstrip().endswith("3")
    assert "asked for by Arne Lund" in table


def test_a_statement_tells_chain_act_words_and_line() -> None:
    table = drawn(a_record(), width=160)

    [row] = [line for line in table.splitlines() if "relançons" in line]
    assert "Arne Lund < [agence Boréale]" in row
    assert "promise" in row
    assert row.rstrip().endswith("5")
    assert "to Rosa Vidal" in table
    assert "negated" in table


def test_relays_are_hidden_and_counted() -> None:
    table = shown(a_record())

    assert "Statements: 2" in table
    assert table.endswith("\n1 relay not shown; --all shows them.\n")


def test_attitudes_are_hidden_and_counted() -> None:
    assert shown(with_attitude()).endswith("\n1 relay and 1 attitude not shown; --all shows them.\n")


def test_all_shows_relays_and_attitudes_marked_as_such() -> None:
    table = shown(with_attitude(), everything=True)

    assert "Statements: 4" in table
    assert re.search(r"^\S*\s+agence Boréale\s+state", table, flags=re.MULTILINE)
    assert " relay " in table
    assert " attitude " in table
    assert "not shown" not in table


def test_a_text_in_which_nothing_was_found_says_so() -> None:
    assert shown(emptied()).endswith("\nNo contact, statement or agreement was found in this text.\n")


def test_a_kind_of_item_of_which_there_is_none_says_so() -> None:
    record = a_record().model_copy(update={"agreements": (), "contacts": ()})

    assert "Contacts: none\n" in shown(record)
    assert "Agreements: none\n" in shown(record)


def test_columns_that_would_be_empty_are_left_out() -> None:
    contact = (
        a_record()
        .contacts[0]
        .model_copy(update={"place": None, "venue": None, "date": None, "duration": None, "topics": ()})
    )
    table = shown(a_record().model_copy(update={"contacts": (contact,)}))

    assert "When" not in table
    assert "About" not in table


def test_piped_output_has_no_colours_and_one_width(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = shown(a_record())
    monkeypatch.setenv("COLUMNS", "300")

    assert shown(a_record()) == plain
    assert "\x1b" not in plain
    assert max(map(len, plain.splitlines())) == 100
    assert not any(line.endswith(" ") for line in plain.splitlines())


def test_a_terminal_has_colours_unless_it_is_told_not_to(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "90")
    monkeypatch.delenv("NO_COLOR", raising=False)
    green = "\x1b[32m"
    coloured, plain = Terminal(), Terminal()
    show_record(a_record(), coloured, everything=False)
    monkeypatch.setenv("NO_COLOR", "1")
    show_record(a_record(), plain, everything=False)

    assert green in coloured.getvalue()
    assert green not in plain.getvalue()


def test_a_hostile_text_does_not_steer_the_terminal() -> None:
    record = a_record()
    hostile = "\x1b[2J\x07\u202e[bold]rouge[/bold]"
    document = record.document.model_copy(update={"title": hostile, "outlet": hostile})
    actor = record.actors[2].model_copy(update={"name": hostile})

    table = shown(record.model_copy(update={"document": document, "actors": (actor,)}))

    assert not {"\x1b", "\x07", "\u202e"} & set(table)
    assert "[bold]rouge[/bold]" in table


class TestShortIds:
    def test_all_are_as_long_as_it_takes_to_tell_them_apart(self) -> None:
        ids = ("s-aaaaaaaa", "s-aaaabbbb", "c-cccccccc")

        assert short_ids(ids) == {"s-aaaaaaaa": "s-aaaaa", "s-aaaabbbb": "s-aaaab", "c-cccccccc": "c-ccccc"}

    def test_they_are_never_shorter_than_six(self) -> None:
        assert short_ids(["s-0123456789"]) == {"s-0123456789": "s-0123"}

    def test_none_is_none(self) -> None:
        assert short_ids([]) == {}


def test_an_explanation_has_a_title_and_a_row_for_each_reason() -> None:
    out = io.StringIO()
    reasons = (Reason("cue", "“a dit”, line 1"), Reason("act", "state: as the lexicon has it " * 6))

    show_explanation(Explanation("Statement s-1, line 1", reasons), out)

    title, cue, act, *rest = out.getvalue().splitlines()
    assert title == "Statement s-1, line 1"
    assert cue == "  cue  “a dit”, line 1"
    assert act.startswith("  act  state")
    assert all(line.startswith("       ") for line in rest)


def test_languages_are_listed_with_their_cues() -> None:
    out = io.StringIO()
    pack = load_pack("fr")

    show_languages([pack], out)

    assert re.search(
        rf"^fr +French \(français\) +{pack.version} +{len(pack.cues)}$", out.getvalue(), re.MULTILINE
    )
