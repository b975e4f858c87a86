"""What a person reads in a terminal: records, explanations and languages."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO

from rich.box import Box
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from selon.wording import Wording, printable, shorten

if TYPE_CHECKING:
    from selon.evaluate import Table as Figures
    from selon.explain import Explanation
    from selon.languages import LanguagePack
    from selon.record import Agreement, Contact, Record, Statement

_PIPED = 100
"""Columns where the output is no terminal: the same whoever reads it."""

_WIDE = 110
"""Columns from which what can stand side by side does so."""

_LONGEST_TITLE = 200
_SHORTEST_ID = 6
_LINES = Box("    \n    \n ── \n    \n    \n    \n    \n    \n")
_COLOURS = {
    "held": "green", "ongoing": "green", "agreed": "green",
    "planned": "yellow", "proposed": "yellow", "pending": "yellow",
    "denied": "red", "disputed": "red", "cancelled": "red", "refused": "red",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table."""

    head: str
    cells: tuple[Text, ...]
    widest: int | None = None
    """Most columns of the terminal that it takes; None for no limit."""
    takes_rest: bool = False
    """True for the one that takes all the room that the others leave."""
    right: bool = False
    whole: bool = False
    """True where a cell is never broken over lines."""


def open_console(out: TextIO) -> Console:
    """Where tables are printed: as wide as the terminal, and plain where there is none."""
    return Console(
        file=out, width=None if out.isatty() else _PIPED, highlight=False, markup=False, emoji=False
    )


def show_record(record: "Record", out: TextIO, *, everything: bool) -> None:
    """Print a record: contacts, statements, agreements; relays and attitudes only where ``everything`` is."""
    console = open_console(out)
    _print(console, RecordTables(record, width=console.width, everything=everything).parts())


def show_explanation(explanation: "Explanation", out: TextIO) -> None:
    """Print why an item is what it is."""
    grid = Table.grid(padding=(0, 2), pad_edge=False)
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    for reason in explanation.reasons:
        grid.add_row(Text(reason.about), Text(reason.words))
    _print(open_console(out), (Text(explanation.title, style="bold"), Padding(grid, (0, 0, 0, 2))))


def show_languages(packs: Sequence["LanguagePack"], out: TextIO) -> None:
    """Print what is known of each language."""
    columns = (
        Column("Code", _texts(pack.code for pack in packs), whole=True),
        Column("Language", _texts(f"{pack.english_name} ({pack.own_name})" for pack in packs)),
        Column("Version", _texts(pack.version for pack in packs)),
        Column("Cues", _texts(str(len(pack.cues)) for pack in packs), right=True),
    )
    _print(open_console(out), (_table(columns),))


def show_tables(tables: Iterable["Figures"], out: TextIO) -> None:
    """Print tables of figures, each under its title."""
    parts: list[RenderableType] = []
    for table in tables:
        heads = enumerate(zip(table.head, zip(*table.rows, strict=True), strict=True))
        columns = (Column(head, _texts(cells), right=place > 0) for place, (head, cells) in heads)
        parts += [Text(f"\n{table.title}", style="bold"), _table(columns)]
    _print(open_console(out), parts)


class RecordTables:
    """One record, laid out for so many columns of a terminal."""

    def __init__(self, record: "Record", *, width: int, everything: bool) -> None:
        self.record = record
        self.wording = Wording(record)
        self.width = width
        self.everything = everything
        self.ids = short_ids(
            item.id for items in (record.contacts, record.statements, record.agreements) for item in items
        )
        self.shown = tuple(each for each in record.statements if everything or not _is_hidden(each))

    def parts(self) -> Iterator[RenderableType]:
        """What to print, from top to bottom."""
        yield from self._heading()
        if not (self.record.contacts or self.record.statements or self.record.agreements):
            yield Text("\nNo contact, statement or agreement was found in this text.")
            return
        yield from self._section("Contacts", self._contacts(self.record.contacts))
        yield from self._section("Statements", self._statements(self.shown))
        yield from self._section("Agreements", self._agreements(self.record.agreements))
        if hidden := self._hidden():
            yield Text(f"\n{hidden}", style="dim")

    def _heading(self) -> Iterator[Text]:
        document = self.record.document
        title = printable(document.title) if document.title else "Untitled text"
        yield Text(shorten(title, _LONGEST_TITLE), style="bold")
        known = (document.outlet, document.published, document.language, document.url)
        yield Text(", ".join(printable(each) for each in known if each), style="dim")

    def _section(self, name: str, columns: Sequence[Column]) -> Iterator[RenderableType]:
        count = len(columns[0].cells) if columns else 0
        yield Text(f"\n{name}: {count}" if count else f"\n{name}: none", style="bold")
        if count:
            yield _table(columns)

    def _contacts(self, contacts: Sequence["Contact"]) -> list[Column]:
        words = self.wording
        cells: dict[str, tuple[Text, ...]] = {
            "Id": self._ids(each.id for each in contacts),
            "Contact": _texts(
                f"{words.what(each)}{' (earlier)' if each.background else ''}" for each in contacts
            ),
            "Status": tuple(Text(each.status, style=_COLOURS[each.status]) for each in contacts),
            "Who": tuple(self._who(each) for each in contacts),
            "When": _texts(words.when(each) for each in contacts),
            "Where": _texts(words.where(each) for each in contacts),
            "About": _texts(words.topics(each.topics) for each in contacts),
            "Line": _texts(str(words.line(each.evidence[0][0])) for each in contacts),
        }
        if self.width < _WIDE:
            cells["Contact"] = _stacked(cells["Contact"], cells.pop("Status"))
            cells["When"] = _stacked(cells["When"], cells.pop("Where"))
        kept = {head: column for head, column in cells.items() if any(column)}
        return [self._column(head, column) for head, column in kept.items()]

    def _who(self, contact: "Contact") -> Text:
        who = Text(self.wording.participants(contact)) or Text("nobody named", style="dim")
        if contact.requested_by:
            who.append(f"\nasked for by {self.wording.name(contact.requested_by)}", style="dim")
        return who

    def _statements(self, statements: Sequence["Statement"]) -> list[Column]:
        words = self.wording
        cells = {
            "Id": self._ids(each.id for each in statements),
            "Who": tuple(self._chain(each) for each in statements),
            "Act": tuple(self._act(each) for each in statements),
            "Words": _texts(words.words(each.content) for each in statements),
            "Line": _texts(str(words.line(each.content[0][0])) for each in statements),
        }
        return [self._column(head, column) for head, column in cells.items()]

    def _chain(self, statement: "Statement") -> Text:
        chain = Text(self.wording.chain(statement)) or Text("nobody named", style="dim")
        if statement.addressees:
            chain.append(f"\nto {self.wording.names(statement.addressees)}", style="dim")
        return chain

    def _act(self, statement: "Statement") -> Text:
        act = Text(statement.act)
        for note, holds in (
            ("negated", statement.polarity == "negated"),
            ("relay", statement.relay),
            ("attitude", statement.nature == "attitude"),
        ):
            if holds:
                act.append(f"\n{note}", style="dim")
        return act

    def _agreements(self, agreements: Sequence["Agreement"]) -> list[Column]:
        words = self.wording
        cells = {
            "Id": self._ids(each.id for each in agreements),
            "Status": tuple(Text(each.status, style=_COLOURS[each.status]) for each in agreements),
            "Who": _texts(words.names(each.parties) for each in agreements),
            "What": tuple(self._what(each) for each in agreements),
            "Line": _texts(str(words.line(each.content[0][0])) for each in agreements),
        }
        return [self._column(head, column) for head, column in cells.items()]

    def _what(self, agreement: "Agreement") -> Text:
        what = Text(self.wording.words(agreement.content))
        if agreement.condition:
            what.append(f"\nif: {self.wording.words(agreement.condition)}", style="dim")
        if agreement.deadline:
            what.append(f"\nby {agreement.deadline}", style="dim")
        return what

    def _ids(self, ids: Iterable[str]) -> tuple[Text, ...]:
        return tuple(Text(self.ids[each], style="dim") for each in ids)

    def _column(self, head: str, cells: tuple[Text, ...]) -> Column:
        return Column(
            head,
            cells,
            widest=max(self.width // 4, 14) if head in ("Who", "Contact", "When", "Where") else None,
            takes_rest=head in ("Words", "What"),
            right=head == "Line",
            whole=head in ("Id", "Line", "Status", "Act"),
        )

    def _hidden(self) -> str:
        """What the table leaves out, in words; empty where that is nothing."""
        left_out = [each for each in self.record.statements if each not in self.shown]
        relays = sum(each.relay for each in left_out)
        counts = ((relays, "relay"), (len(left_out) - relays, "attitude"))
        told = " and ".join(f"{count} {name}{'s' * (count > 1)}" for count, name in counts if count)
        return f"{told} not shown; --all shows them." if told else ""


def short_ids(ids: Iterable[str]) -> dict[str, str]:
    """The shortest beginnings, all equally long, that tell some ids apart."""
    every = tuple(dict.fromkeys(ids))
    longest = max(map(len, every), default=0)
    length = next(
        (size for size in range(_SHORTEST_ID, longest) if len({each[:size] for each in every}) == len(every)),
        longest,
    )
    return {each: each[:length] for each in every}


def _print(console: Console, parts: Iterable[RenderableType]) -> None:
    """Print without the blanks that fill up the cells at the ends of lines: output is pasted and compared."""
    with console.capture() as captured:
        for part in parts:
            console.print(part)
    console.file.write("\n".join(line.rstrip() for line in captured.get().split("\n")))


def _is_hidden(statement: "Statement") -> bool:
    return statement.relay or statement.nature == "attitude"


def _texts(words: Iterable[str]) -> tuple[Text, ...]:
    return tuple(Text(each) for each in words)


def _stacked(above: Iterable[Text], below: Iterable[Text]) -> tuple[Text, ...]:
    """Two columns as one, with the second one's words under the first one's."""
    pairs = zip(above, below, strict=True)
    return tuple(Text("\n").join(each for each in pair if each) for pair in pairs)


def _table(columns: Iterable[Column]) -> Table:
    columns = tuple(columns)
    table = Table(
        box=_LINES, padding=(0, 2, 0, 0), pad_edge=False, show_edge=False, header_style="dim",
        expand=any(column.takes_rest for column in columns),
    )  # fmt: skip
    for column in columns:
        table.add_column(
            column.head,
            justify="right" if column.right else "left",
            overflow="fold",
            no_wrap=column.whole,
            max_width=column.widest,
            ratio=1 if column.takes_rest else None,
        )
    for row in zip(*(column.cells for column in columns), strict=True):
        table.add_row(*row)
    return table
