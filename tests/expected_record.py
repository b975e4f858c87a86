"""The record that a text should give, as a person writes it down: names and words, no ids and no offsets."""

import re
import tomllib
from pathlib import Path
from typing import Literal

from pydantic import Field

from selon.record import (
    Act,
    AgreementStatus,
    ContactKind,
    ContactStatus,
    Level,
    Nature,
    Polarity,
    Span,
    StatementKind,
)
from selon.record.base import Part


class Occurrence(Part):
    """Words that the text has more than once."""

    words: str
    """As written in the text."""

    nth: int = 1
    """Which of them, counted from 1."""


Words = str | Occurrence
"""A stretch of the text, by its words."""

Names = str | tuple[str, ...]
"""Somebody by name; a group by the names of its members."""


def spans_of(text: str, *stretches: Words) -> list[Span]:
    """Where some whole words stand; raises LookupError where the text lacks them."""
    return [_span_of(text, each) for each in stretches]


def _span_of(text: str, stretch: Words) -> Span:
    words, nth = (stretch, 1) if isinstance(stretch, str) else (stretch.words, stretch.nth)
    before = r"(?<!\w)" if words[0].isalnum() else ""
    after = r"(?!\w)" if words[-1].isalnum() else ""
    found = list(re.finditer(before + re.escape(words) + after, text))
    if len(found) < nth:
        raise LookupError(f"the text has {words!r} {len(found)} times, not {nth}")
    return found[nth - 1].span()


class Item(Part):
    """Anything that a record may hold."""

    optional: bool = False
    """True where a record may hold it or not."""

    gap: str | None = None
    """Why it is still read wrong; null where it is read right."""


class ExpectedStatement(Item):
    """Who said what; a speaker without a name goes by the words of the text."""

    speaker: Names | None = None
    act: Act
    content: tuple[Words, ...]
    source: Words | None = None
    cue: tuple[Words, ...] = ()
    kind: StatementKind = "indirect"
    polarity: Polarity = "affirmed"
    nature: Nature = "speech"
    behind: tuple[str, ...] = ()
    """Who relays it, nearest to the speaker first."""

    addressees: tuple[str, ...] = ()
    relay: bool = False


class ExpectedContact(Item):
    """Who dealt with whom; a participant is a name, with a part as in ``Name:host``."""

    kind: ContactKind
    status: ContactStatus
    participants: tuple[str, ...]
    evidence: Words
    """Words that state it; what is read must touch them."""

    date: str | None = None
    place: str | None = None
    level: Level | None = None
    """Null where it is not looked at."""

    ordinal: int | None = None
    background: bool = False


class ExpectedAgreement(Item):
    """What was agreed, is pending, proposed or refused."""

    parties: tuple[str, ...]
    status: AgreementStatus
    content: tuple[Words, ...]


class ExpectedTopic(Item):
    """A subject that the text deals with, by its words."""

    words: Words


class Extra(Part):
    """Something that is read though the text does not say it."""

    what: Literal["statement", "contact", "agreement"]
    words: Words
    """Its first words: the beginning of its content or evidence."""

    gap: str
    """Why it is read."""


class ExpectedRecord(Part):
    """All that a careful reader finds in one text."""

    statements: tuple[ExpectedStatement, ...] = ()
    contacts: tuple[ExpectedContact, ...] = ()
    agreements: tuple[ExpectedAgreement, ...] = ()
    topics: tuple[ExpectedTopic, ...] = ()
    extra: tuple[Extra, ...] = Field(default=())


def read_expected(path: Path) -> ExpectedRecord:
    """The expectations of one file."""
    return ExpectedRecord.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
