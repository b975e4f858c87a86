"""Which item of one record is which item of another record of the same text."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from selon.evaluate.letters import dice, letters
from selon.evaluate.sameness import Sameness
from selon.record import ActorId, Agreement, Contact, Record, Statement

_LEAST = 0.5
"""Least share, in letters (Dice), of two contents that are the same."""

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Pairs:
    """The items of two records side by side; None stands where the other record has nothing like it."""

    gold: Record
    found: Record
    actors: Sameness
    statements: tuple[tuple[Statement | None, Statement | None], ...]
    contacts: tuple[tuple[Contact | None, Contact | None], ...]
    agreements: tuple[tuple[Agreement | None, Agreement | None], ...]


def pair_records(gold: Record, found: Record) -> Pairs:
    """Put two records of one text side by side, each item with at most one other, the most alike first.

    Statements and agreements are the same where their contents share at least half of their letters (Dice); of
    several that do, those with the same source and cue. Contacts are the same where their kind is and at least
    half of their participants; of several, those with the same date and the same words.
    """
    text = gold.document.text
    actors = Sameness(gold, found)

    def statements(one: Statement, other: Statement) -> tuple[float, ...] | None:
        shared = dice(letters(text, one.content), letters(text, other.content))
        sources = [letters(text, [each.source] if each.source else []) for each in (one, other)]
        cues = dice(letters(text, one.cue), letters(text, other.cue))
        return (shared + cues / 2, dice(*sources)) if shared >= _LEAST else None

    def contacts(one: Contact, other: Contact) -> tuple[float, ...] | None:
        people = actors.same_people(participants(one), participants(other))
        words = dice(letters(text, one.evidence), letters(text, other.evidence))
        nobody = not one.participants and not other.participants and words > 0
        if one.kind != other.kind or (people < _LEAST and not nobody):
            return None
        return people, float(one.date == other.date), words

    def agreements(one: Agreement, other: Agreement) -> tuple[float, ...] | None:
        shared = dice(letters(text, one.content), letters(text, other.content))
        return (shared,) if shared >= _LEAST else None

    # Each by itself, for the type checker's sake.
    same_statements = _pair(gold.statements, found.statements, statements)
    same_contacts = _pair(gold.contacts, found.contacts, contacts)
    same_agreements = _pair(gold.agreements, found.agreements, agreements)
    return Pairs(gold, found, actors, same_statements, same_contacts, same_agreements)


def participants(contact: Contact) -> frozenset[ActorId]:
    """Who takes part in a contact."""
    return frozenset(each.actor for each in contact.participants)


def _pair(
    gold: Sequence[Item],
    found: Sequence[Item],
    likeness: Callable[[Item, Item], tuple[float, ...] | None],
) -> tuple[tuple[Item | None, Item | None], ...]:
    """The most alike first; what is left of either side alone. In the order of gold, then of the rest."""
    ranked = sorted(
        (
            (score, -i, -j)
            for i, one in enumerate(gold)
            for j, other in enumerate(found)
            if (score := likeness(one, other)) is not None
        ),
        reverse=True,
    )
    partner: dict[int, int] = {}
    for _, i, j in ranked:
        if -i not in partner and -j not in partner.values():
            partner[-i] = -j
    both: list[tuple[Item | None, Item | None]] = [
        (one, found[partner[i]] if i in partner else None) for i, one in enumerate(gold)
    ]
    taken = set(partner.values())
    return (*both, *((None, other) for j, other in enumerate(found) if j not in taken))
