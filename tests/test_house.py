"""Promises that the house makes about itself."""

import ast
import re
import subprocess
from pathlib import Path

import pytest
from pydantic import BaseModel
from typer.main import get_command

import selon
from selon import record
from selon.cli import app
from selon.cli.read import Format
from selon.errors import SelonError
from selon.export import FORMATS
from selon.languages.pack import FILES

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "selon"
MODULES = sorted(SOURCE.rglob("*.py"))
LONGEST_FILE = 400
LONGEST_FUNCTION = 50
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
