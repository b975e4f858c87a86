"""``selon explain``."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from selon.cli import app

TEXT = (
    "Le ministre de la Pêche, Aurelio Quispe, a déclaré lundi que les quotas resteraient inchangés. « Nous "
    "ne céderons rien », a-t-il ajouté devant la presse à Lima.\n"
)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


@pytest.fixture
def path(tmp_path: Path) -> str:
    file = tmp_path / "quotas.txt"
    file.write_text(TEXT, encoding="utf-8")
    return str(file)


@pytest.fixture
def statement(path: str) -> str:
    """The id of the first statement of the text."""
    return str(json.loads(run("read", path, "--as", "json").stdout)["statements"][0]["id"])


def test_a_statement_is_explained_by_its_cue_and_lexicon(path: str, statement: str) -> None:
    result = run("explain", path, statement, "--published", "2024-03-06")

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith(f"Statement {statement}, line 1\n")
    assert "“a déclaré”" in result.stdout
    assert "déclarer (verb) in fr" in result.stdout


def test_the_id_that_the_table_shows_is_enough(path: str, statement: str) -> None:
    table = run("read", path).stdout
    [shown] = [word for word in table.split() if statement.startswith(word) and word.startswith("s-")]

    assert run("explain", path, shown).stdout.startswith(f"Statement {statement}")


def test_an_unknown_id_is_one_line_that_lists_some(path: str, statement: str) -> None:
    result = run("explain", path, "s-nothing")

    assert (result.exit_code, result.stdout) == (2, "")
    [line] = result.stderr.splitlines()
    assert line.startswith("selon: no one item of this record is 's-nothing' (there are: ")
    assert statement in line


def test_it_takes_the_options_of_read(path: str, statement: str) -> None:
    options = ("--lang", "fr", "--published", "2024-03-06", "--outlet", "B", "--title", "T", "--url", "u:x")

    assert run("explain", path, statement, *options, "--max-chars", "9999").exit_code == 0
    assert run("explain", path, statement, "--max-chars", "9").exit_code == 2


def test_a_missing_file_is_told_as_by_read() -> None:
    assert run("explain", "nulle-part.txt", "s-1").stderr == "selon: nulle-part.txt: no such file\n"
