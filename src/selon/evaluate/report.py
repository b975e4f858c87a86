"""The figures of an evaluation as tables, the same for the terminal, the page and JSON."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from selon.evaluate.gold import GoldText
from selon.evaluate.pairs import Pairs
from selon.evaluate.scores import CONTACT_FIELDS, FIELDS, ROLES, Counts, Scores, count_statement, count_text

HARD_CASES = {
    "quoted-relay": "a relay's quotation marks around the speaker's act",
    "long-chain": "chain of three voices or more",
    "nested-speech": "speech inside speech",
    "silent-relay": "a relay silently carries on",
    "free-indirect": "free indirect speech",
    "shared-words": "two cues on the same words",
    "noun-cue": "the cue is a noun",
    "split-quotation": "split quotation",
    "dropped-subject": "the subject is not repeated",
    "no-speaker": "nobody is named",
    "distant-speaker": "the speaker stands sentences away",
    "wrong-name": "wrong name or role",
    "inverted": "inverted subject",
    "passive": "passive cue",
    "joint-speakers": "joint speakers",
    "question-answer": "question and answer",
    "denied-presupposition": "denial of a presupposition",
    "told-act": "act told without its words",
}
"""The phenomena that statements of ``gold/`` are tagged with, and what each means."""

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One table: a title, the heads of its columns, and rows of words; the first column names the row."""

    title: str
    head: Row
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Evaluated:
    """A text, and its record beside the one it should give."""

    text: GoldText
    pairs: Pairs


HEADLINES = {
    "statements": ("statements", "statements"),
    "with the right speaker": ("speaker", "statements"),
    "with the right chain of relays": ("relayed", "relayed"),
    "contacts": ("contacts", "contacts"),
    "agreements": ("agreements", "agreements"),
}
"""What is counted, by name: what is right, and what it is right of."""


def make_tables(texts: Sequence[Evaluated]) -> tuple[Table, ...]:
    """All tables of an evaluation; empty ones are left out."""
    counted = [(each, count_text(each.pairs)) for each in texts]
    whole = Scores(tuple(counts for _, counts in counted))
    tables = (
        _headline_table(whole),
        _share_table(whole),
        _group_table("By language", counted, lambda each: each.pairs.gold.document.language),
        _group_table("By genre", counted, lambda each: each.text.genre),
        _hard_table(texts),
    )
    return tuple(table for table in tables if table.rows)


def headline_figures(texts: Sequence[Evaluated]) -> dict[str, float]:
    """F1 in per cent of each headline, for floors and for JSON; what there is nothing of is left out."""
    scores = Scores(tuple(count_text(each.pairs) for each in texts))
    figures = {
        name: scores.figure(right, f"{of} gold", f"{of} found") for name, (right, of) in HEADLINES.items()
    }
    return {name: round(100 * figure[2], 1) for name, figure in figures.items() if figure}


def per_cent(share: float | None) -> str:
    """A share as it is printed: per cent with one decimal; "-" where there is none."""
    return "-" if share is None else f"{100 * share:.1f}"


def _headline_table(scores: Scores) -> Table:
    rows = [_figure_row(scores, name, right, of) for name, (right, of) in HEADLINES.items()]
    rows += [
        _figure_row(scores, f"letters of {role}s", f"{role} letters", f"{role} letters") for role in ROLES
    ]
    head = ("", "in gold", "found", "precision", "recall", "F1", "95 % interval")
    return Table("Found", head, tuple(row for row in rows if row))


def _figure_row(scores: Scores, name: str, right: str, of: str) -> Row:
    gold, found = f"{of} gold", f"{of} found"
    figure = scores.figure(right, gold, found)
    if figure is None:
        return ()
    low, high = scores.interval(right, gold, found) or (0.0, 0.0)
    counts = (f"{scores.total[gold]:,}", f"{scores.total[found]:,}")
    return (name, *counts, *map(per_cent, figure), f"{per_cent(low)} to {per_cent(high)}")


_SHARES = (
    *((f"statements: {field}", field, "statements") for field in FIELDS),
    ("statements: all of these", "whole", "statements"),
    *((f"contacts: {field}", f"contact {field}", "contacts") for field in CONTACT_FIELDS),
    ("agreements: status", "agreement status", "agreements"),
    ("agreements: parties", "agreement parties", "agreements"),
)


def _share_table(scores: Scores) -> Table:
    rows = (
        (name, f"{scores.total[whole]:,}", per_cent(scores.share(what, whole)))
        for name, what, whole in _SHARES
        if scores.total[whole]
    )
    return Table("Right, of those found", ("", "found in both", "right"), tuple(rows))


def _group_table(
    title: str, counted: Iterable[tuple[Evaluated, Counts]], group: Callable[[Evaluated], str]
) -> Table:
    groups: dict[str, list[Counts]] = {}
    for each, counts in counted:
        groups.setdefault(group(each), []).append(counts)
    rows = []
    for name, several in sorted(groups.items()):
        scores = Scores(tuple(several))
        figures = (scores.figure(right, f"{of} gold", f"{of} found") for right, of in HEADLINES.values())
        rows.append(
            (name, str(len(several)), *(per_cent(figure[2] if figure else None) for figure in figures))
        )
    head = ("F1", "texts", "statements", "speaker", "chain", "contacts", "agreements")
    return Table(title, head, tuple(rows) if len(rows) > 1 else ())


def _hard_table(texts: Sequence[Evaluated]) -> Table:
    counts: dict[str, Counts] = {case: Counter() for case in HARD_CASES}
    for each in texts:
        for gold, found in each.pairs.statements:
            for case in each.text.hard.get(gold.id, ()) if gold else ():
                counts[case] += count_statement(each.pairs, gold, found)
    rows = []
    for case, meaning in HARD_CASES.items():
        one = counts[case]
        if one["statements gold"]:
            shares = (
                one[what] / one["statements gold"] for what in ("statements", "speaker", "chain", "act")
            )
            rows.append((meaning, str(one["statements gold"]), *map(per_cent, shares)))
    head = ("of the statements in gold", "in gold", "found", "speaker", "chain", "act")
    return Table("By hard case", head, tuple(rows))
