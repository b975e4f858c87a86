"""What stands around every command: how it prints, and how it ends."""

import os
import sys
from types import TracebackType
from typing import Any

import typer
from typer.core import TyperGroup

from selon.errors import SelonError

_WRONG = 2
"""Exit code for whatever the user can put right."""

_UNHEARD = 1
"""Exit code where whoever was to read the output has left."""


class Front(TyperGroup):
    """A group of commands in which all that goes wrong is one line on standard error."""

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run a command and end the process."""
        speak_utf8()
        try:
            code = super().main(*args, **extra | {"standalone_mode": False})
            sys.stdout.flush()
        except SelonError as wrong:
            code = _complain(str(wrong))
        except typer.TyperException as wrong:
            code = _complain(wrong.format_message() if hasattr(wrong, "format_message") else str(wrong))
        except BrokenPipeError:
            _drop_output()
            code = _UNHEARD
        except OSError as wrong:
            if wrong.filename is not None:
                raise
            # What has no name is standard output: a full disk, say.
            _drop_output()
            code = _complain(f"standard output: {wrong.strerror or wrong}".lower())
        sys.exit(code if isinstance(code, int) else 0)


def speak_utf8() -> None:
    """Make standard output and error UTF-8, whatever the locale says; a closed one swallows all."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            # Kept open for the rest of the process.
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123
        else:
            stream.reconfigure(encoding="utf-8", errors="replace")


def tell_mistake(kind: type[BaseException], wrong: BaseException, trace: TracebackType | None) -> None:
    """Say in one line what nobody foresaw; the whole story where SELON_TRACEBACK is set."""
    if os.environ.get("SELON_TRACEBACK"):
        sys.__excepthook__(kind, wrong, trace)
    elif kind is not KeyboardInterrupt:
        told = " ".join(f"{kind.__name__}: {wrong}".split())
        sys.stderr.write(f"selon: a mistake of Selon's own ({told}); SELON_TRACEBACK=1 tells more\n")


def _complain(message: str) -> int:
    from selon.wording import printable

    # A file's name comes from a plain locale in bytes that were smuggled into it.
    whole = message.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    typer.echo(f"selon: {printable(whole)}", err=True)
    return _WRONG


def _drop_output() -> None:
    """Let nothing that is still to be written raise again when the process ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
