"""What stands around every command, in a process of its own: encodings, closed pipes, and what is loaded."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

import selon
from selon.cli import app

COMMAND = Path(sys.executable).with_name("selon")
EXAMPLE = Path(__file__).parents[2] / "examples" / "agency-call.fr.txt"
PLAIN_C = {
    "LANG": "C",
    "LC_ALL": "C",
    "PYTHONIOENCODING": "ascii",
    "PYTHONUTF8": "0",
    "PYTHONCOERCECLOCALE": "0",
}


def run(*arguments: str | Path, **settings: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [COMMAND, *arguments], capture_output=True, check=False, env=os.environ | settings, timeout=60
    )


def shell(line: str) -> subprocess.CompletedProcess[bytes]:
    """A line of shell in which $SELON is the command and $FILE an example."""
    settings = {"SELON": str(COMMAND), "FILE": str(EXAMPLE)}
    return subprocess.run(
        ["bash", "-c", line], capture_output=True, check=False, env=os.environ | settings, timeout=60
    )


@pytest.mark.parametrize("shown", ["table", "json", "html"])
def test_output_is_utf8_whatever_the_locale_says(shown: str) -> None:
    result = run("read", EXAMPLE, "--as", shown, **PLAIN_C)

    assert (result.returncode, result.stderr) == (0, b"")
    assert "Forêts" in result.stdout.decode("utf-8")


def test_two_processes_give_the_same_bytes() -> None:
    one, other = (run("read", EXAMPLE, "--as", "json", PYTHONHASHSEED=seed) for seed in ("1", "2"))

    assert one.stdout == other.stdout
    assert one.stdout


def test_a_complaint_is_one_line_in_any_locale() -> None:
    result = run("read", "forêt.txt", **PLAIN_C)

    assert (result.returncode, result.stdout) == (2, b"")
    assert result.stderr.decode("utf-8") == "selon: forêt.txt: no such file\n"


def test_a_reader_that_leaves_early_is_no_mistake() -> None:
    assert shell('"$SELON" read "$FILE" --as json | head -c 1').stderr == b""
    assert shell('"$SELON" --help | true').stderr == b""


def test_closed_streams_do_no_harm() -> None:
    assert shell('"$SELON" read "$FILE" >&-').stderr == b""
    assert shell('"$SELON" read - <&-').stderr == b"selon: standard input: it is closed\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no disk that is always full")
def test_a_full_disk_is_one_line() -> None:
    result = shell('"$SELON" read "$FILE" >/dev/full')

    assert result.returncode == 2
    assert result.stderr == b"selon: standard output: no space left on device\n"


def test_help_loads_neither_the_model_nor_the_packs() -> None:
    program = (
        "import sys; from selon.cli import app\n"
        "try: app(['--help'], prog_name='selon')\n"
        "except SystemExit: pass\n"
        "heavy = {'onnxruntime', 'numpy', 'pydantic', 'rich', 'jinja2', 'selon.languages.pack'}\n"
        "sys.stderr.write(' '.join(sorted(heavy & set(sys.modules))))"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)

    assert result.stderr == ""


def test_a_report_is_read_without_the_general_identifier_and_without_templates() -> None:
    program = (
        "import sys; from selon.cli import app\n"
        f"try: app(['read', {str(EXAMPLE)!r}], prog_name='selon')\n"
        "except SystemExit: pass\n"
        "sys.stderr.write(' '.join(sorted({'py3langid', 'jinja2'} & set(sys.modules))))"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)

    assert result.stderr == ""


@pytest.mark.parametrize("arguments", [[], ["--help"], ["-h"]])
def test_without_arguments_or_when_asked_there_is_help(arguments: list[str]) -> None:
    result = CliRunner().invoke(app, arguments)

    assert (result.exit_code, result.stderr) == (0, "")
    for name in ("read", "explain", "languages", "--version"):
        assert name in result.stdout


def test_the_version_is_that_of_the_package() -> None:
    assert CliRunner().invoke(app, ["--version"]).stdout == f"selon {selon.__version__}\n"
