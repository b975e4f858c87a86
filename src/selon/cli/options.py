"""The options that all commands on one text share, declared once, and what they stand for."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from selon.record import Record

File = Annotated[
    str, typer.Argument(metavar="FILE", show_default=False, help="A text in UTF-8; - is standard input.")
]
Language = Annotated[
    str | None,
    typer.Option(
        "--lang",
        metavar="CODE",
        help="Language of the text, as 'selon languages' lists it; detected when left out.",
    ),
]
Published = Annotated[
    str | None,
    typer.Option(
        "--published", metavar="YYYY-MM-DD", help="Day of publication; relative dates count from it."
    ),
]
Outlet = Annotated[str | None, typer.Option("--outlet", metavar="NAME", help="Who published the text.")]
Title = Annotated[
    str | None,
    typer.Option("--title", metavar="WORDS", help="Headline; a first line that reads as one when left out."),
]
Url = Annotated[
    str | None,
    typer.Option(
        "--url", metavar="URL", help="Where the text was published; kept in the record, never fetched."
    ),
]
MaxChars = Annotated[
    int, typer.Option("--max-chars", metavar="NUMBER", min=1, help="Most characters that the text may have.")
]

MAX_CHARS = 1_000_000
"""As in ``ingest.text``, which is not loaded for the sake of ``--help``."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A file and how to read it."""

    file: str
    lang: str | None
    published: str | None
    outlet: str | None
    title: str | None
    url: str | None
    max_chars: int

    def record(self) -> "Record":
        """The record of the text; raises SelonError for whatever is wrong with it or with an option."""
        import selon
        from selon.ingest.text import read_text

        self._check_options()
        text = read_text(self.file, max_chars=self.max_chars)
        return selon.read(
            text,
            lang=self.lang.strip().lower() if self.lang else self._detected(text),
            published=self.published,
            outlet=self.outlet,
            title=self.title,
            url=self.url,
        )

    def _detected(self, text: str) -> str:
        from selon.errors import UnknownLanguage, UnreadableInput
        from selon.ingest.language import detect_language

        try:
            return detect_language(text)
        except UnknownLanguage as wrong:
            # With many files, which of them it was is half of the message.
            name = "standard input" if self.file == "-" else self.file
            raise UnreadableInput(name, str(wrong)) from None

    def _check_options(self) -> None:
        """Arguments that are not UTF-8 come as lone surrogates, which no record can hold."""
        from selon.errors import UnreadableInput

        for name in ("lang", "published", "outlet", "title", "url"):
            value = getattr(self, name)
            if value and any("\ud800" <= char <= "\udfff" for char in value):
                raise UnreadableInput(f"--{name}", "not UTF-8")
