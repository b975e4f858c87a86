"""Promises that the house makes about itself."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel
from typer.main import get_command

import selon
from selon import record
from selon.cli import app
from selon.cli.read import Format
from selon.errors import SelonError
from selon.export import FORMATS
from selon.languages.pack import FILES, installed_languages

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "selon"
MODULES = sorted(SOURCE.rglob("*.py"))
LONGEST_FILE = 400
LONGEST_FUNCTION = 50
PAGES = [
    *(
        ROOT / name
        for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "gold/README.md", "training/README.md")
    ),
    *sorted((ROOT / "docs").rglob("*.md")),
]
# Guides tell of files that are yet to be written.
TELLING = [page for page in PAGES if not page.name.startswith("adding-")]
each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
COMMANDS = {name: command for name, command in vars(get_command(app))["commands"].items()}


def parts() -> list[type[BaseModel]]:
    """Every kind of part that a record is made of."""
    kinds = [getattr(record, name) for name in record.__all__]
    return [kind for kind in kinds if isinstance(kind, type) and issubclass(kind, BaseModel)]


def tracked() -> list[Path]:
    """The files that a fresh clone has and a user may read; all there are where there is no git."""
    found = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    names = [name for name in found.stdout.split("\0") if name] or [
        str(path.relative_to(ROOT)) for path in SOURCE.rglob("*") if path.is_file()
    ]
    return [ROOT / name for name in names if (ROOT / name).is_file()]


def is_text(path: Path) -> bool:
    return path.suffix in {".py", ".md", ".toml", ".txt", ".jinja", ".css", ".json", ".marked", ".cff", ""}


def test_the_public_names_are_sorted_and_all_there() -> None:
    assert selon.__all__ == sorted(selon.__all__)
    for name in selon.__all__:
        assert getattr(selon, name) is not None


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nothing_of_the_kind"):
        selon.nothing_of_the_kind  # noqa: B018


@pytest.mark.parametrize("part", parts(), ids=lambda part: part.__name__)
def test_every_field_of_a_record_is_described(part: type[BaseModel]) -> None:
    assert part.__doc__
    for name, field in part.model_fields.items():
        assert field.description, name


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_every_option_has_help(name: str) -> None:
    command = COMMANDS[name]

    assert command.help
    for each in command.params:
        assert each.help, each.name


@pytest.mark.parametrize("name", COMMANDS)
def test_the_first_line_of_a_command_s_help_is_shown_whole_in_the_list(name: str) -> None:
    assert len(COMMANDS[name].help.splitlines()[0]) <= 65


def test_every_format_of_a_record_can_be_asked_for() -> None:
    assert {each.value for each in Format} == {"table", *FORMATS}


def test_every_language_has_the_same_files() -> None:
    folders = [path for path in (SOURCE / "languages").iterdir() if (path / "language.toml").is_file()]

    assert {folder.name for folder in folders} >= {"en", "fr"}
    for folder in folders:
        assert {path.name for path in folder.iterdir()} == {f"{name}.toml" for name in FILES}, folder.name


def test_every_module_says_what_it_is_for() -> None:
    for path in MODULES:
        assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), path


def test_no_file_is_too_long() -> None:
    for path in MODULES:
        assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE, path


def test_no_function_is_too_long() -> None:
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                assert lines <= LONGEST_FUNCTION, f"{path}: {node.name}"


def test_nothing_is_asserted_or_caught_unseen() -> None:
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            assert not isinstance(node, ast.Assert), f"{path}:{node.lineno}"
            if isinstance(node, ast.ExceptHandler):
                caught = ast.unparse(node.type) if node.type else "everything"
                assert caught not in ("everything", "Exception", "BaseException"), f"{path}:{node.lineno}"


def test_errors_are_caught_at_the_front_door_alone() -> None:
    caught = re.compile(rf"except \(?.*\b{SelonError.__name__}\b")
    found = {path.parent.name for path in MODULES if caught.search(path.read_text(encoding="utf-8"))}

    assert found <= {"cli"}


def test_no_file_speaks_of_a_place_outside_the_project() -> None:
    # Put together here, so that this file is not found itself.
    places = tuple(
        "".join(parts) for parts in (("..", "/shared"), ("/wo", "rk/"), ("/home", "/"), ("/ro", "ot/"))
    )
    for path in tracked():
        if is_text(path) and path != Path(__file__):
            text = path.read_text(encoding="utf-8")
            for place in places:
                assert place not in text, f"{path.relative_to(ROOT)}: {place}"


def test_the_lock_names_no_index() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")

    assert "--hash=sha256:" in lock
    assert not re.search(r"^(?:-i|--(?:extra-)?index-url|--find-links)|https?://", lock, flags=re.MULTILINE)


def test_messages_name_files_that_exist() -> None:
    for path in MODULES:
        for name in re.findall(r"\b((?:docs|training)/[\w/.-]+\.md)", path.read_text(encoding="utf-8")):
            assert (ROOT / name).is_file(), f"{path}: {name}"


def test_the_pages_that_are_made_from_the_code_are_up_to_date() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "docs" / "build.py", "--check"], capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_a_heading_in_the_docs(name: str) -> None:
    assert f"\n## selon {name}\n" in (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")


def test_every_field_of_a_record_has_a_row_in_the_docs() -> None:
    page = (ROOT / "docs" / "record.md").read_text(encoding="utf-8")
    for part in parts():
        section = page.partition(f"\n## {part.__name__}\n")[2].partition("\n## ")[0]
        assert section, part.__name__
        for name, field in part.model_fields.items():
            assert f"| `{field.serialization_alias or field.alias or name}` |" in section, name


@each_page
def test_links_lead_to_files_that_are_there(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text(encoding="utf-8")):
        if not target.startswith("https://"):
            assert (page.parent / target).exists(), target


@pytest.mark.parametrize("page", TELLING, ids=lambda page: str(page.relative_to(ROOT)))
def test_paths_that_a_page_names_are_there(page: Path) -> None:
    named = re.findall(
        r"\b((?:src|tests|docs|gold|benchmarks|training|examples)/[\w./-]*\w/?)(?![\w<*…])",
        page.read_text(encoding="utf-8"),
    )
    for name in named:
        assert (ROOT / name).exists() or "weights" in name, name


@each_page
def test_pages_name_no_machine_and_no_host(page: Path) -> None:
    # Links to the licence and the like are all that leads outside.
    text = re.sub(r"\]\(https://creativecommons\.org/[^)]*\)", "", page.read_text(encoding="utf-8"))

    assert not re.search(r"https?://|file://|localhost|/tmp\b|/var/|/opt/|\d+\.\d+\.\d+\.\d+:", text)


def test_every_make_target_that_a_page_names_is_there() -> None:
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE)
    for page in PAGES:
        told = re.findall(r"(?:^ {4}|`)make ([a-z]+)", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
        assert set(told) <= set(targets), page


def test_the_python_of_the_readme_runs() -> None:
    code = re.findall(
        r"```python\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), flags=re.DOTALL
    )
    done = subprocess.run(
        [sys.executable, "-c", "".join(code)], capture_output=True, encoding="utf-8", check=True
    )

    assert done.stdout == "direct state\n« Nous sommes prêts »\n"


def test_every_training_script_has_a_row() -> None:
    page = (ROOT / "training" / "README.md").read_text(encoding="utf-8")
    for path in (ROOT / "training").glob("*.py"):
        assert f"| `{path.name}` |" in page


def test_every_decision_is_in_the_list() -> None:
    folder = ROOT / "docs" / "decisions"
    listed = re.findall(r"\]\(([\w-]+\.md)\)", (folder / "README.md").read_text(encoding="utf-8"))

    assert sorted(listed) == sorted(path.name for path in folder.glob("*.md") if path.name != "README.md")


def test_the_citation_has_what_the_format_wants_and_the_version_at_hand() -> None:
    lines = (ROOT / "CITATION.cff").read_text(encoding="utf-8").splitlines()
    told = dict(line.split(": ", 1) for line in lines if re.match(r"[a-z-]+: ", line))

    assert {"cff-version", "message", "title", "version", "license"} <= set(told)
    assert "authors:" in lines
    assert told["version"] == selon.__version__


@pytest.mark.parametrize("language", installed_languages())
@pytest.mark.parametrize("name", ["cues", "contacts", "agreements", "offices", "topics"])
def test_every_entry_of_a_lexicon_has_an_example(name: str, language: str) -> None:
    path = SOURCE / "languages" / language / f"{name}.toml"
    tables: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))

    assert tables
    for entries in tables.values():
        for entry in entries:
            assert str(entry["example"]).strip(), entry
