"""``selon languages``."""

import json

from typer.testing import CliRunner

from selon.cli import app
from selon.languages import installed_languages, load_pack


def test_the_installed_languages_are_listed() -> None:
    result = CliRunner().invoke(app, ["languages"])

    assert (result.exit_code, result.stderr) == (0, "")
    assert "French (français)" in result.stdout
    assert [line.split()[0] for line in result.stdout.splitlines()[2:]] == list(installed_languages())


def test_as_json_each_has_its_code_names_version_and_number_of_cues() -> None:
    rows = json.loads(CliRunner().invoke(app, ["languages", "--as", "json"]).stdout)

    assert [row["code"] for row in rows] == list(installed_languages())
    french = load_pack("fr")
    assert rows[-1] == {
        "code": "fr",
        "english_name": "French",
        "own_name": "français",
        "version": french.version,
        "cues": len(french.cues),
    }
