"""From pairs of items to figures: how much was found, and how much of what was found is right."""

import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from selon.evaluate.letters import letters
from selon.evaluate.pairs import Pairs, participants
from selon.record import Contact, Record, Span, Statement

Counts = Counter[str]

FIELDS = ("source", "speaker", "chain", "act", "polarity", "nature", "kind", "addressees")
"""What is compared of two statements that are the same, besides their contents."""

ROLES = ("source", "cue", "content")
_DRAWS = 1000
_SEED = 1


@dataclass(frozen=True, slots=True)
class Scores:
    """The counts of some texts, and the figures that they make."""

    texts: tuple[Counts, ...]
    """One count a text, so that an interval can be drawn."""

    @property
    def total(self) -> Counts:
        """The counts of all texts together."""
        return sum(self.texts, Counter())

    def figure(self, what: str, gold: str, found: str) -> tuple[float, float, float] | None:
        """Precision, recall and F1 of what is right in both, 0 to 1; None where there is nothing to find."""
        return _figure(self.total, what, gold, found)

    def share(self, what: str, whole: str) -> float | None:
        """What is right of a whole, 0 to 1; None where there is none."""
        total = self.total
        return total[what] / total[whole] if total[whole] else None

    def interval(self, what: str, gold: str, found: str) -> tuple[float, float] | None:
        """The middle 95 % of F1 over texts drawn with replacement a thousand times (Efron 1979)."""
        draw = random.Random(_SEED)
        drawn = sorted(
            figure[2]
            for _ in range(_DRAWS)
            if (
                figure := _figure(
                    sum(draw.choices(self.texts, k=len(self.texts)), Counter()), what, gold, found
                )
            )
        )
        return (drawn[len(drawn) // 40], drawn[-1 - len(drawn) // 40]) if drawn else None


def _figure(total: Counts, what: str, gold: str, found: str) -> tuple[float, float, float] | None:
    if not total[gold] and not total[found]:
        return None
    precision = total[what] / total[found] if total[found] else 0.0
    recall = total[what] / total[gold] if total[gold] else 0.0
    return precision, recall, 2 * total[what] / (total[gold] + total[found])


def count_scores(pairs: Iterable[Pairs]) -> Scores:
    """The counts of several texts."""
    return Scores(tuple(count_text(each) for each in pairs))


def count_text(pairs: Pairs) -> Counts:
    """The counts of one text."""
    counts: Counts = Counter()
    for gold, found in pairs.statements:
        counts += count_statement(pairs, gold, found)
    for one, other in pairs.contacts:
        counts += _count_contact(pairs, one, other)
    for agreement, also in pairs.agreements:
        counts["agreements gold"] += agreement is not None
        counts["agreements found"] += also is not None
        if agreement and also:
            counts["agreements"] += 1
            counts["agreement status"] += agreement.status == also.status
            people = frozenset(agreement.parties), frozenset(also.parties)
            counts["agreement parties"] += _same_people(pairs, *people)
    counts += _count_letters(pairs)
    return counts


def count_statement(pairs: Pairs, gold: Statement | None, found: Statement | None) -> Counts:
    """The counts of one statement, or of two that are the same."""
    counts: Counts = Counter()
    counts["statements gold"] = int(gold is not None)
    counts["statements found"] = int(found is not None)
    counts["relayed gold"] = int(gold is not None and len(gold.chain) > 1)
    counts["relayed found"] = int(found is not None and len(found.chain) > 1)
    if gold is None or found is None:
        return counts
    counts["statements"] = 1
    right = right_fields(pairs, gold, found)
    for field in FIELDS:
        counts[field] = int(right[field])
    counts["whole"] = int(all(right.values()))
    counts["relayed"] = int(right["chain"] and len(gold.chain) > 1)
    return counts


def right_fields(pairs: Pairs, gold: Statement, found: Statement) -> Mapping[str, bool]:
    """Which fields of two statements that are the same agree.

    A source is right where it shares a letter with the other; a chain where it has as many voices and each is the
    same.
    """
    text, same = pairs.gold.document.text, pairs.actors.same
    sources = [letters(text, [each.source] if each.source else []) for each in (gold, found)]
    voices = zip(gold.chain, found.chain, strict=False)
    to = frozenset(gold.addressees), frozenset(found.addressees)
    return {
        "source": bool(sources[0] & sources[1]) or not (sources[0] or sources[1]),
        "speaker": same(gold.speaker, found.speaker),
        "chain": len(gold.chain) == len(found.chain) and all(same(a.actor, b.actor) for a, b in voices),
        "act": gold.act == found.act,
        "polarity": gold.polarity == found.polarity,
        "nature": gold.nature == found.nature,
        "kind": gold.kind == found.kind or gold.quoted_relay,
        "addressees": _same_people(pairs, *to),
    }


def _same_people(pairs: Pairs, gold: frozenset[str], found: frozenset[str]) -> bool:
    return pairs.actors.same_people(gold, found) == 1 or not (gold or found)


CONTACT_FIELDS = ("participants", "status", "date", "place", "level", "background")
"""What is compared of two contacts that are the same, besides their kind."""


def right_contact_fields(pairs: Pairs, gold: Contact, found: Contact) -> Mapping[str, bool]:
    """Which fields of two contacts that are the same agree."""
    return {
        "participants": _same_people(pairs, participants(gold), participants(found)),
        "status": gold.status == found.status,
        "date": gold.date == found.date,
        "place": pairs.actors.same(gold.place, found.place),
        "level": gold.level == found.level,
        "background": gold.background == found.background,
    }


def _count_contact(pairs: Pairs, gold: Contact | None, found: Contact | None) -> Counts:
    counts: Counts = Counter()
    counts["contacts gold"] = int(gold is not None)
    counts["contacts found"] = int(found is not None)
    if gold is not None and found is not None:
        counts["contacts"] = 1
        for field, right in right_contact_fields(pairs, gold, found).items():
            counts[f"contact {field}"] = int(right)
    return counts


def _count_letters(pairs: Pairs) -> Counts:
    """Letters that are in some source, cue or content, in one record and in the other."""
    text, counts = pairs.gold.document.text, Counter[str]()
    for role in ROLES:
        gold, found = (letters(text, _spans(record, role)) for record in (pairs.gold, pairs.found))
        counts[f"{role} letters gold"] = len(gold)
        counts[f"{role} letters found"] = len(found)
        counts[f"{role} letters"] = len(gold & found)
    return counts


def _spans(record: Record, role: str) -> Sequence[Span]:
    if role == "source":
        return [statement.source for statement in record.statements if statement.source]
    return [
        span
        for statement in record.statements
        for span in (statement.cue if role == "cue" else statement.content)
    ]
