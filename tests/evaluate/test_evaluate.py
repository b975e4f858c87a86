"""``selon evaluate``: figures, the page of right and wrong, floors, and what it says when it cannot."""

import json
import subprocess
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from selon.cli import app
from selon.record import Record
from tests.builders import a_record

ROOT = Path(__file__).parents[2]


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["evaluate", *map(str, arguments)])


def given(folder: Path, **fields: object) -> Path:
    """A file with the record of the text, some fields of it changed."""
    path = folder / "given.jsonl"
    path.write_text(a_record().model_copy(update=fields).model_dump_json() + "\n", encoding="utf-8")
    return path


def without_last_statement() -> dict[str, object]:
    return {"statements": a_record().statements[:2]}


def complaint(result: Result) -> str:
    """The one line on standard error of a command that could not do its work."""
    assert result.exit_code == 2, result.output
    [line] = result.stderr.splitlines()
    return line


def row(result: Result, name: str) -> list[str]:
    """The figures of one row of a table."""
    [line] = [line for line in result.stdout.splitlines() if line.startswith(f"{name}  ")]
    return line.removeprefix(name).split()


class TestFigures:
    def test_the_same_records_score_all(self, gold: Path) -> None:
        result = run(gold, "--records", given(gold))

        assert (result.exit_code, result.stderr) == (0, "")
        assert row(result, "statements")[:5] == ["3", "3", "100.0", "100.0", "100.0"]

    def test_what_is_missed_lowers_recall_but_not_precision(self, gold: Path) -> None:
        result = run(gold, "--records", given(gold, **without_last_statement()))

        assert row(result, "statements")[:5] == ["3", "2", "100.0", "66.7", "80.0"]

    def test_each_hard_case_has_its_row(self, gold: Path) -> None:
        result = run(gold, "--records", given(gold, **without_last_statement()))

        assert row(result, "a relay silently carries on")[:2] == ["1", "0.0"]
        assert "split quotation" not in result.stdout

    def test_json_has_the_headlines(self, gold: Path) -> None:
        figures = json.loads(run(gold, "--records", given(gold), "--as", "json").stdout)

        assert figures == dict.fromkeys(
            (
                "statements",
                "with the right speaker",
                "with the right chain of relays",
                "contacts",
                "agreements",
            ),
            100.0,
        )

    def test_without_records_selon_reads_the_texts(self, gold: Path) -> None:
        result = run(gold, "--part", "dev")

        assert result.exit_code == 0
        assert row(result, "statements")[0] == "3"

    def test_texts_in_a_language_that_is_not_installed_are_left_out_and_told(self, gold: Path) -> None:
        row_of = json.loads((gold / "texts.jsonl").read_text(encoding="utf-8"))
        document = a_record().document.model_copy(update={"language": "xx", "id": "d-other"})
        other = a_record().model_copy(update={"document": document})
        (gold / "xx.jsonl").write_text(other.model_dump_json() + "\n", encoding="utf-8")
        rows = (row_of, row_of | {"name": "xx/ours-02-oslo", "language": "xx", "document": "d-other"})
        (gold / "texts.jsonl").write_text("\n".join(json.dumps(each) for each in rows), encoding="utf-8")

        result = run(gold)

        assert (result.exit_code, result.stderr) == (0, "left out, not read yet: 1 texts in xx\n")
        assert row(result, "statements")[0] == "3"
        assert "no language pack for 'xx'" in complaint(run(gold, "--lang", "xx"))

    def test_the_same_run_prints_the_same(self, gold: Path) -> None:
        arguments = (gold, "--records", given(gold, **without_last_statement()))

        assert run(*arguments).stdout == run(*arguments).stdout


class TestPage:
    def page(self, gold: Path, **fields: object) -> str:
        result = run(gold, "--records", given(gold, **fields), "--html", gold / "page.html")
        assert (result.exit_code, result.stderr) == (0, "")
        return (gold / "page.html").read_text(encoding="utf-8")

    def test_what_is_right_and_what_is_missed_are_told_apart(self, gold: Path) -> None:
        page = self.page(gold, **without_last_statement())

        assert page.count('<tr class="matched">') == 3  # two statements, one contact
        assert page.count('<tr class="missed">') == 1
        assert "a relay silently carries on" in page

    def test_what_is_half_right_says_what_is_wrong(self, gold: Path) -> None:
        statements = a_record().statements
        changed = (*statements[:2], statements[2].model_copy(update={"act": "state", "addressees": ()}))
        page = self.page(gold, statements=changed)

        assert page.count('<tr class="half-right">') == 1
        assert "wrong: act, addressees" in page

    def test_what_nobody_said_is_spurious(self, gold: Path) -> None:
        spurious = a_record().statements[0].model_copy(update={"content": ((0, 10),), "id": "s-0"})
        page = self.page(gold, statements=(*a_record().statements, spurious))

        assert page.count('<tr class="spurious">') == 1

    @pytest.mark.browser
    def test_html_validate_finds_nothing(self, gold: Path) -> None:
        self.page(gold, **without_last_statement())
        found = subprocess.run(
            [ROOT / "node_modules/.bin/html-validate", gold / "page.html"],
            capture_output=True,
            text=True,
            check=False,
        )

        assert (found.returncode, found.stdout, found.stderr) == (0, "", "")

    def test_the_text_is_never_markup(self, gold: Path) -> None:
        assert "<b>relançons" not in self.page(gold)


class TestFloors:
    def held(self, gold: Path, floors: str, **fields: object) -> Result:
        (gold / "floors.toml").write_text(floors, encoding="utf-8")
        return run(gold, "--records", given(gold, **fields), "--floors", gold / "floors.toml")

    def test_figures_at_their_floor_hold(self, gold: Path) -> None:
        assert self.held(gold, "[fr]\nstatements = 100.0\n").exit_code == 0

    def test_a_figure_below_its_floor_fails_and_is_named(self, gold: Path) -> None:
        result = self.held(gold, "[fr]\nstatements = 90.0\n", **without_last_statement())

        assert result.exit_code == 1
        assert result.stderr == "below its floor: fr, statements: 80.0 (floor 90.0)\n"

    def test_a_language_that_is_not_evaluated_is_not_judged(self, gold: Path) -> None:
        assert self.held(gold, "[en]\nstatements = 90.0\n").exit_code == 0

    @pytest.mark.parametrize(
        ("floors", "reason"),
        [("[fr]\nwit = 1\n", "'wit'"), ("fr = 1\n", "a table"), ("[fr", "not TOML")],
    )
    def test_a_file_of_floors_that_sets_none_is_refused(self, gold: Path, floors: str, reason: str) -> None:
        assert reason in complaint(self.held(gold, floors))


class TestComplaints:
    def test_a_folder_without_an_index(self, tmp_path: Path) -> None:
        assert "texts.jsonl: no such file" in complaint(run(tmp_path))

    def test_a_part_without_texts(self, gold: Path) -> None:
        assert "no text of part test" in complaint(run(gold, "--part", "test"))

    def test_a_line_that_is_no_record_is_named(self, gold: Path) -> None:
        (gold / "given.jsonl").write_text('{"schema": 1}\n', encoding="utf-8")

        assert "given.jsonl, line 1: no record" in complaint(run(gold, "--records", gold / "given.jsonl"))

    def test_an_index_that_is_no_json(self, gold: Path) -> None:
        (gold / "texts.jsonl").write_text("one\n", encoding="utf-8")

        assert "texts.jsonl, line 1: not JSON" in complaint(run(gold))

    def test_an_index_that_lacks_a_field(self, gold: Path) -> None:
        (gold / "texts.jsonl").write_text("{}\n", encoding="utf-8")

        assert "texts.jsonl, line 1: lacks" in complaint(run(gold))

    def test_a_text_without_a_record(self, gold: Path) -> None:
        (gold / "given.jsonl").write_text("", encoding="utf-8")

        assert "no record of fr/ours-01-oslo" in complaint(run(gold, "--records", gold / "given.jsonl"))

    def test_a_record_of_another_text(self, gold: Path) -> None:
        document = a_record().document.model_copy(update={"text": a_record().document.text + "!"})

        assert "is of another text" in complaint(run(gold, "--records", given(gold, document=document)))

    def test_a_page_that_cannot_be_written(self, gold: Path) -> None:
        result = run(gold, "--records", given(gold), "--html", gold / "nowhere" / "page.html")

        assert "no such file" in complaint(result)


def test_every_record_of_ours_is_a_record(gold: Path) -> None:
    line = (gold / "fr.jsonl").read_text(encoding="utf-8")

    assert Record.model_validate_json(line) == a_record()
