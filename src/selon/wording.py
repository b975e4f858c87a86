"""The parts of a record in words that a person reads: names, chains, places in the text."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import cast

from selon.record import ActorId, Contact, Link, Record, Span, Statement

_LINE_END = re.compile(r"\r\n|\r|\n")
_DURATION = re.compile(
    r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?"
)
_UNITS = ("y", "mo", "wk", "d", "h", "min", "s")
# They turn the direction of whatever is printed after them.
_DIRECTION_MARKS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_NOT_SHOWN = ("Cc", "Cs", "Zl", "Zp")


class Wording:
    """One record, ready to be told in words; all words are safe to print on a terminal."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self._names = {actor.id: printable(actor.name) for actor in record.actors}
        self._topics = {topic.id: printable(topic.label) for topic in record.topics}
        self._line_starts = [0, *(match.end() for match in _LINE_END.finditer(record.document.text))]

    def name(self, actor: ActorId) -> str:
        """What an actor is called; its id where the record does not say."""
        return self._names.get(actor) or printable(actor)

    def names(self, actors: Iterable[ActorId]) -> str:
        """What several actors are called: "A, B and C"; empty for none."""
        return enumerate_words([self.name(actor) for actor in actors])

    def topics(self, topics: Iterable[str]) -> str:
        """The labels of some topics, joined by commas; empty for none."""
        return ", ".join(self._topics.get(topic) or printable(topic) for topic in topics)

    def words(self, spans: Span | Sequence[Span] | None) -> str:
        """What stands at one or several places of the text, on one line; empty for none."""
        if not spans:
            return ""
        several = cast("Sequence[Span]", [spans] if isinstance(spans[0], int) else spans)
        return " … ".join(printable(self.record.document.text[start:end]) for start, end in several)

    def line(self, offset: int) -> int:
        """The number, from 1, of the line that a code point of the text is on."""
        return bisect_right(self._line_starts, offset)

    def voice(self, link: Link) -> str:
        """One link of a chain, in brackets where it is inferred."""
        return f"[{self.name(link.actor)}]" if link.inferred else self.name(link.actor)

    def chain(self, statement: Statement) -> str:
        """Who stands behind a statement: "speaker < relay < [inferred relay]"; empty where nobody is."""
        return " < ".join(self.voice(link) for link in statement.chain) or self.names(
            [statement.speaker] if statement.speaker else []
        )

    def participants(self, contact: Contact) -> str:
        """Who takes part in a contact, with the part they play; empty where nobody is named."""
        return enumerate_words(
            [
                f"{self.name(each.actor)} ({each.role})" if each.role else self.name(each.actor)
                for each in contact.participants
            ]
        )

    def when(self, contact: Contact) -> str:
        """Date, time and duration of a contact: "2025-06-04 14:30, 1 h"; empty where the text tells none."""
        moment = " ".join(part for part in (contact.date, contact.time) if part)
        lasting = tell_duration(contact.duration) if contact.duration else ""
        return ", ".join(part for part in (moment, lasting) if part)

    def where(self, contact: Contact) -> str:
        """Place and venue of a contact; empty where the text tells none."""
        place = self.name(contact.place) if contact.place else ""
        return ", ".join(part for part in (place, self.words(contact.venue)) if part)

    def what(self, contact: Contact) -> str:
        """What sort of contact it is, by what means, and its number: "video call, no. 2"."""
        medium = contact.medium if contact.medium not in (None, contact.kind) else None
        kind = " ".join(part for part in (medium, contact.kind) if part)
        return f"{kind}, no. {contact.ordinal}" if contact.ordinal else kind


def printable(words: str) -> str:
    """Words on one line, without anything that steers a terminal or turns the direction of writing."""
    plain = " ".join(words.split())
    if plain.isascii() and plain.isprintable():
        return plain
    return "".join(_shown(char) for char in plain)


def enumerate_words(words: Sequence[str]) -> str:
    """Several words in a row: "A, B and C"; empty for none."""
    return " and ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


def tell_duration(duration: str) -> str:
    """An ISO 8601 duration as it is said: "1 h 30 min" for ``PT1H30M``; as it is where it is none."""
    found = _DURATION.fullmatch(duration)
    parts = found.groups() if found else ()
    told = " ".join(f"{part} {unit}" for part, unit in zip(parts, _UNITS, strict=False) if part)
    return told or printable(duration)


def shorten(words: str, width: int) -> str:
    """The words, cut after a word and marked with "…" where they are longer than ``width`` code points."""
    if len(words) <= width:
        return words
    cut = words[: max(width - 1, 0)]
    kept, blank, _ = cut.rpartition(" ")
    return (kept if blank and len(kept) > width // 2 else cut).rstrip() + "…"


def is_unprintable(char: str) -> bool:
    """Does a character steer a terminal, or may it not stand in a page at all?"""
    code = ord(char)
    is_no_character = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
    return is_no_character or unicodedata.category(char) in _NOT_SHOWN


def _shown(char: str) -> str:
    if char in _DIRECTION_MARKS:
        return ""
    return "\N{REPLACEMENT CHARACTER}" if is_unprintable(char) else char
