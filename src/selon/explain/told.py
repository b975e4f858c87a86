"""The items of a record as an explanation names them: short, with their place in the text."""

from collections.abc import Iterable, Sequence

from selon.record import ActorId, Contact, Record, Span, Statement
from selon.wording import Wording, enumerate_words, printable


class Told:
    """What the items of one record are called."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.wording = Wording(record)
        self._statements = {each.id: each for each in record.statements}

    def line(self, span: Span) -> int:
        """The number of the line that some words begin on."""
        return self.wording.line(span[0])

    def quoted(self, spans: Sequence[Span | None]) -> str:
        """Some words of the text in quotation marks, with their line; empty for none."""
        known = [span for span in spans if span is not None]
        return f"{quote(self.wording.words(known))}, line {self.line(known[0])}" if known else ""

    def actors(self, actors: Iterable[ActorId | None]) -> str:
        """Some actors with their ids; empty for none."""
        return enumerate_words(
            [f"{self.wording.name(each)} ({printable(each)})" for each in actors if each is not None]
        )

    def statements(self, ids: Iterable[str | None]) -> str:
        """Some statements, each by its id, speaker, act and line; empty for none."""
        found = [self._statements[each] for each in ids if each in self._statements]
        return "; ".join(
            f"{each.id} ({self._voice(each)}, line {self.line(each.content[0])})" for each in found
        )

    def contacts(self, contacts: Iterable[Contact]) -> str:
        """Some contacts, each by its id, sort and status; empty for none."""
        return "; ".join(f"{each.id} ({self.wording.what(each)}, {each.status})" for each in contacts)

    def _voice(self, statement: Statement) -> str:
        return f"{self.wording.chain(statement) or 'nobody named'}: {statement.act}"


def quote(words: str) -> str:
    """Words in quotation marks."""
    return f"“{words}”"
