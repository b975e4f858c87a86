"""The command ``selon``: one file for each of its commands."""

import sys
from typing import Annotated

import typer
from typer.main import get_command

from selon import __version__
from selon.cli.evaluate import evaluate_command
from selon.cli.explain import explain_command
from selon.cli.front import Front, tell_mistake
from selon.cli.languages import languages_command
from selon.cli.read import read_command

__all__ = ["app", "main"]

app = typer.Typer(
    name="selon",
    cls=Front,
    add_completion=False,
    pretty_exceptions_enable=False,
    # Plain help takes a fifth of the time, and pastes well.
    rich_markup_mode=None,
    context_settings={"help_option_names": ["--help", "-h"]},
)
app.command("read")(read_command)
app.command("explain")(explain_command)
app.command("evaluate")(evaluate_command)
app.command("languages")(languages_command)


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    *,
    version: Annotated[bool, typer.Option("--version", help="Show the version and leave.")] = False,
) -> None:
    """Who spoke with whom, who said what according to whom, and what was agreed, from one text.

    Results go to standard output, everything else to standard error. Exit code 2 and one line say what was
    wrong.
    """
    if version:
        typer.echo(f"selon {__version__}")
    elif context.invoked_subcommand is None:
        typer.echo(context.get_help())


def main() -> None:
    """Run the command with the arguments of the process."""
    sys.excepthook = tell_mistake
    # Calling the app itself would put Typer's own hook in place.
    get_command(app)(prog_name="selon")
