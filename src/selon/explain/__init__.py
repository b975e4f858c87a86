"""Why an item of a record is what it is, from the record, the language's lexicon and the gazetteer."""

from collections.abc import Iterator
from dataclasses import dataclass

from selon.errors import UnknownItem
from selon.explain.reasons import Reasons
from selon.gazetteer import Gazetteer
from selon.languages.pack import LanguagePack
from selon.parse import Parse
from selon.record import Actor, Agreement, Contact, Record, Statement, Topic
from selon.wording import printable

__all__ = ["Explanation", "Reason", "explain", "find_item"]

Item = Statement | Contact | Agreement | Actor | Topic


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that is so, and why."""

    about: str
    """What is explained: ``speaker``, ``cue``."""

    words: str
    """The reason, on one line, safe to print."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why one item is what it is."""

    title: str
    """What sort of item it is, its id, and its line in the text where it has one."""

    reasons: tuple[Reason, ...]


def explain(
    record: Record, item: str, *, parse: Parse, pack: LanguagePack, gazetteer: Gazetteer
) -> Explanation:
    """Why the item of an id, or of the beginning of one, is what it is.

    ``parse`` is that of the record's text. Says nothing that record, lexicon and gazetteer do not show.
    Raises UnknownItem where no id, or more than one, begins so.
    """
    found = find_item(record, item)
    reasons = Reasons(record, parse=parse, pack=pack, gazetteer=gazetteer)
    told = _reasons(reasons, found)
    offset = _offset(found)
    place = "" if offset is None else f", line {reasons.wording.line(offset)}"
    return Explanation(
        title=f"{type(found).__name__} {printable(found.id)}{place}",
        reasons=tuple(Reason(about, words) for about, words in told if words),
    )


def find_item(record: Record, item: str) -> Item:
    """The item of an id, or of the beginning of one; raises UnknownItem where that is not exactly one."""
    families = (record.contacts, record.statements, record.agreements, record.topics, record.actors)
    every: dict[str, Item] = {each.id: each for family in families for each in family}
    if item in every:
        return every[item]
    begun = [key for key in every if item and key.startswith(item)]
    if len(begun) != 1:
        raise UnknownItem(item, begun or list(every))
    return every[begun[0]]


def _reasons(reasons: Reasons, item: Item) -> Iterator[tuple[str, str]]:
    match item:
        case Statement():
            return reasons.of_statement(item)
        case Contact():
            return reasons.of_contact(item)
        case Agreement():
            return reasons.of_agreement(item)
        case Actor():
            return reasons.of_actor(item)
    return reasons.of_topic(item)


def _offset(item: Item) -> int | None:
    """Where the item begins in the text; None where the text does not name it."""
    match item:
        case Statement() | Agreement():
            return item.content[0][0]
        case Contact():
            return item.evidence[0][0]
        case Actor():
            return item.mentions[0].span[0] if item.mentions else None
    return item.spans[0][0] if item.spans else None
