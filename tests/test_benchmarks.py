"""The page of the benchmarks has a place for every table, and a table goes where it belongs."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def report() -> ModuleType:
    """The program that writes the page; it finds its neighbours beside it, as when it is run."""
    sys.path.insert(0, str(ROOT / "benchmarks"))
    spec = importlib.util.spec_from_file_location("report", ROOT / "benchmarks" / "report.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_has_marks_for_every_table_in_order(report: ModuleType) -> None:
    page = report.PAGE.read_text(encoding="utf-8")
    marks = [line for line in page.splitlines() if line.startswith("<!--")]

    assert marks == [
        mark for name in report.TABLES for mark in (f"<!-- measured: {name} -->", "<!-- end -->")
    ]
    assert set(report.COMMANDS) == set(report.TABLES)


def test_every_command_of_the_page_runs_a_file_that_is_there(report: ModuleType) -> None:
    for command in report.COMMANDS.values():
        program, argument = command.split()[:2]
        assert program == "selon" or (ROOT / argument).is_file()


def test_a_table_replaces_what_stood_between_its_marks(report: ModuleType) -> None:
    page = "a\n<!-- measured: one -->\nold\n<!-- end -->\nb\n<!-- measured: two -->\n<!-- end -->\n"

    assert report.put(page, "one", "new") == page.replace("old", "new")
    assert report.put(page, "two", "new").endswith("<!-- measured: two -->\nnew\n<!-- end -->\n")
    with pytest.raises(ValueError, match="no marks for 'three'"):
        report.put(page, "three", "new")


def test_what_cannot_be_measured_says_why(report: ModuleType, tmp_path: Path) -> None:
    with pytest.raises(report.LeftOut, match="--data is not given"):
        report.needed(None, "--data", "ud")
    with pytest.raises(report.LeftOut, match="there is no"):
        report.needed(tmp_path, "--data", "ud")


def test_numbers_are_shown_with_the_digits_that_tell(report: ModuleType) -> None:
    assert report.markdown(["", "words"], [["one", 1234567], ["two", 3.14159], ["none", None]]) == (
        "|  | words |\n| --- | --- |\n| one | 1,234,567 |\n| two | 3.1 |\n| none | – |"
    )
