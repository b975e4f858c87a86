"""``selon read``: what it shows, and what it says when it cannot."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from selon.cli import app
from selon.record import Record

FRENCH = (
    "Le Pérou maintient ses quotas\n\n"
    "Le ministre de la Pêche, Aurelio Quispe, a déclaré lundi que les quotas resteraient inchangés. « Nous "
    "ne céderons rien », a-t-il ajouté devant la presse à Lima.\n"
)
ENGLISH = (
    'Fisheries minister Aurelio Quispe said on Monday that the quotas would not change. "We will give up '
    'nothing," he told reporters in Lima.\n'
)


def run(*arguments: str, typed: bytes = b"") -> Result:
    return CliRunner().invoke(app, arguments, input=typed)


def written(folder: Path, text: str | bytes = FRENCH, name: str = "texte.txt") -> str:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return str(path)


def complaint(result: Result) -> str:
    """The one line on standard error of a command that could not do its work."""
    assert result.exit_code == 2, result.output
    assert result.stdout == ""
    [line] = result.stderr.splitlines()
    assert line.startswith("selon: ")
    return line.removeprefix("selon: ")


def record_of(result: Result) -> Record:
    assert (result.exit_code, result.stderr) == (0, "")
    return Record.model_validate_json(result.stdout)


class TestShowing:
    def test_a_table_is_what_one_gets(self, tmp_path: Path) -> None:
        result = run("read", written(tmp_path), "--published", "2024-03-06", "--outlet", "La Balise")

        assert (result.exit_code, result.stderr) == (0, "")
        assert result.stdout.startswith("Le Pérou maintient ses quotas\nLa Balise, 2024-03-06, fr\n")
        assert "Aurelio Quispe" in result.stdout

    def test_json_is_the_record(self, tmp_path: Path) -> None:
        record = record_of(run("read", written(tmp_path), "--as", "json"))

        assert record.document.text == FRENCH
        assert record.document.language == "fr"
        assert record.document.title == "Le Pérou maintient ses quotas"
        assert record.statements

    def test_html_is_a_page(self, tmp_path: Path) -> None:
        result = run("read", written(tmp_path), "--as", "html")

        assert (result.exit_code, result.stderr) == (0, "")
        assert result.stdout.startswith("<!DOCTYPE html>")
        assert result.stdout.endswith("</html>\n")

    def test_a_dash_reads_standard_input(self) -> None:
        record = record_of(run("read", "-", "--as", "json", typed=ENGLISH.encode()))

        assert record.document.text == ENGLISH
        assert record.document.language == "en"

    def test_what_one_tells_of_a_text_is_in_its_record(self, tmp_path: Path) -> None:
        told = {
            "outlet": "La Balise",
            "published": "2024-03-06",
            "title": "Quotas",
            "url": "https://balise.example/1",
        }
        options = [word for name, value in told.items() for word in (f"--{name}", value)]

        document = record_of(run("read", written(tmp_path), "--as", "json", *options)).document

        assert document.model_dump(include=set(told)) == told

    def test_a_language_that_is_given_is_not_detected(self, tmp_path: Path) -> None:
        path = written(
            tmp_path, "Die Ministerin sagte am Montag in Bern, dass sie die Gespräche nun fortsetze."
        )

        assert record_of(run("read", path, "--as", "json", "--lang", "EN")).document.language == "en"

    def test_a_text_without_a_statement_is_a_record_with_empty_lists(self, tmp_path: Path) -> None:
        record = record_of(
            run("read", written(tmp_path, "La gare est fermée depuis midi."), "--as", "json", "--lang", "fr")
        )

        assert (record.statements, record.contacts, record.agreements) == ((), (), ())

    def test_a_table_of_nothing_says_that_nothing_was_found(self, tmp_path: Path) -> None:
        result = run("read", written(tmp_path, "La gare est fermée depuis midi."), "--lang", "fr")

        assert result.exit_code == 0
        assert "No contact, statement or agreement was found in this text." in result.stdout

    @pytest.mark.parametrize("shown", ["table", "json", "html"])
    def test_the_same_text_gives_the_same_bytes(self, tmp_path: Path, shown: str) -> None:
        path = written(tmp_path)

        assert run("read", path, "--as", shown).stdout_bytes == run("read", path, "--as", shown).stdout_bytes

    @pytest.mark.parametrize("shown", ["table", "json", "html"])
    def test_odd_characters_do_no_harm(self, tmp_path: Path, shown: str) -> None:
        odd = FRENCH + "\x1b[2J « Oui \u202e\ufffe 🕊 », a dit M. Quispe\x07 à \u200bLima.\u2028Fin\x85\n"

        result = run("read", written(tmp_path, odd), "--as", shown, "--title", "\x1b[31mT")

        assert (result.exit_code, result.stderr) == (0, "")
        assert "\x1b" not in result.stdout


class TestRefusing:
    def test_a_missing_file(self) -> None:
        assert complaint(run("read", "nulle-part.txt")) == "nulle-part.txt: no such file"

    def test_a_folder(self, tmp_path: Path) -> None:
        assert complaint(run("read", str(tmp_path))) == f"{tmp_path}: a folder, not a file"

    @pytest.mark.parametrize("text", ["", " \n\t\n"])
    def test_an_empty_or_blank_text(self, tmp_path: Path, text: str) -> None:
        path = written(tmp_path, text)

        assert complaint(run("read", path)) == f"{path}: the text is empty or blank"

    def test_empty_standard_input(self) -> None:
        assert complaint(run("read", "-")) == "standard input: the text is empty or blank"

    def test_a_binary_file(self, tmp_path: Path) -> None:
        path = written(tmp_path, b"\x89PNG\r\n\x1a\n\x00\x00")

        assert complaint(run("read", path)) == f"{path}: a PNG image, not plain text"

    def test_another_encoding_with_its_byte(self, tmp_path: Path) -> None:
        path = written(tmp_path, "La pêche à Lima".encode("latin-1"))

        assert complaint(run("read", path)) == f"{path}: not UTF-8: byte 0xea at offset 4"

    def test_a_language_that_is_not_installed(self, tmp_path: Path) -> None:
        told = complaint(run("read", written(tmp_path), "--lang", "xx"))

        assert told == "no language pack for 'xx' (installed: en, fr)"

    def test_a_text_in_a_language_that_is_not_installed(self, tmp_path: Path) -> None:
        path = written(tmp_path, "Министр заявил в понедельник, что квоты на вылов рыбы останутся прежними.")

        assert complaint(run("read", path)) == f"{path}: no language pack for 'ru' (installed: en, fr)"

    def test_a_text_over_the_limit(self, tmp_path: Path) -> None:
        path = written(tmp_path)

        told = complaint(run("read", path, "--max-chars", "20"))
        assert told == f"{path}: more than 20 characters, the limit is 20 (see --max-chars)"

    def test_a_text_at_a_limit_of_one_s_own(self, tmp_path: Path) -> None:
        assert run("read", written(tmp_path), "--max-chars", str(len(FRENCH))).exit_code == 0

    @pytest.mark.parametrize("day", ["2024-02-30", "6 mars", "2024-3-6", "20240306", "", "0000-01-01"])
    def test_an_impossible_date(self, tmp_path: Path, day: str) -> None:
        assert complaint(run("read", written(tmp_path), "--published", day)) == (
            f"{day!r}: not a date; write YYYY-MM-DD"
        )

    @pytest.mark.parametrize(
        ("arguments", "told"),
        [
            (("read",), "Missing argument"),
            (("read", "a.txt", "--as", "xml"), "--as"),
            (("read", "a.txt", "--max-chars", "0"), "--max-chars"),
            (("read", "a.txt", "--max-chars", "many"), "--max-chars"),
            (("read", "a.txt", "--lang"), "--lang"),
            (("read", "a.txt", "b.txt"), "b.txt"),
            (("read", "a.txt", "--nope"), "--nope"),
            (("reed", "a.txt"), "reed"),
            (("--nope",), "--nope"),
        ],
    )
    def test_options_that_make_no_sense(self, arguments: tuple[str, ...], told: str) -> None:
        assert told in complaint(run(*arguments))

    @pytest.mark.parametrize("name", ["outlet", "title", "url", "published", "lang"])
    def test_an_option_that_is_not_utf8(self, tmp_path: Path, name: str) -> None:
        # What the system makes of a byte 0xE9 on the command line.
        assert complaint(run("read", written(tmp_path), f"--{name}", "caf\udce9")) == f"--{name}: not UTF-8"

    def test_a_name_that_would_steer_the_terminal(self) -> None:
        assert "\x1b" not in complaint(run("read", "\x1b[2J\nx.txt"))


def test_json_has_every_letter_as_it_is(tmp_path: Path) -> None:
    result = run("read", written(tmp_path), "--as", "json")

    assert "Pérou" in result.stdout
    assert json.loads(result.stdout)["schema"] == 1
