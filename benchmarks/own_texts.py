"""Statements and contacts on the held-out part of our own texts, against their marks.

    python benchmarks/own_texts.py [--language fr] [--errors]

A statement is found where its content shares at least half of its letters (Dice) with a marked one; source, speaker,
act, kind, polarity and chain are shares of the statements found. Contacts are found where kind and one
participant agree. Every fifth text of a writer is held out from training; the writers are those of the
training texts, so real pages are harder.
"""

import argparse
import re
import sys
import unicodedata
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "training"))

import selon
from gold_marks import MarkedText, is_held_out, read_marked
from selon.gazetteer import load_gazetteer
from selon.record import Record, Span, Statement

DAY = len("2025-01-31")
GOLD = Path(__file__).parent.parent / "gold"


def letters(text: str, spans: list[Span] | tuple[Span, ...]) -> set[int]:
    """The places of the letters and digits of some spans."""
    return {i for start, end in spans for i in range(start, end) if text[i].isalnum()}


def dice(left: set[int], right: set[int]) -> float:
    """Twice what two sets share over their sizes."""
    return 2 * len(left & right) / max(1, len(left) + len(right))


def plain(name: str) -> str:
    """A name for comparing."""
    folded = unicodedata.normalize("NFD", name.casefold())
    return "".join(c for c in folded if c.isalnum())


def same_actor(name: str, own: str) -> bool:
    """Are two names of the same actors? Known ones by any of their names, unnamed ones where both are."""
    if is_unnamed(name) or is_unnamed(own):
        return is_unnamed(name) and is_unnamed(own)
    return canonical(name) == canonical(own)


def is_unnamed(name: str) -> bool:
    """Is this the name of somebody whom the text leaves unnamed?"""
    return "unnamed" in name.split()


def canonical(name: str) -> frozenset[str]:
    """The ids of those whom a name, or several joined by "and", stands for; what is not known by its letters."""
    whole = load_gazetteer().exact(name)
    if whole:
        return frozenset({whole[0].id})
    found = set()
    for part in re.split(r", | and ", name):
        known = load_gazetteer().exact(part)
        found.add(known[0].id if known else plain(part))
    return frozenset(found)


def compare(marked: MarkedText, record: Record, counts: Counter[str], errors: bool) -> None:
    """Add the counts of one text."""
    text, actors = marked.text, {actor.id: actor.name for actor in record.actors}
    gold = {key: letters(text, marked.spans(f"{key}.content")) for key in marked.head.get("statements", {})}
    ours = {s.id: letters(text, s.content) for s in record.statements}
    by_id = {s.id: s for s in record.statements}
    pairs = sorted(((dice(g, o), k, i) for k, g in gold.items() for i, o in ours.items()), reverse=True)
    matched: dict[str, str] = {}
    for score, key, item in pairs:
        if score >= 0.5 and key not in matched and item not in matched.values():
            matched[key] = item
    counts["gold"] += len(gold)
    counts["found"] += len(ours)
    counts["matched"] += len(matched)
    for key in gold:
        if key in matched:
            _compare_statement(marked, key, by_id[matched[key]], actors, counts)
        elif errors:
            print("MISSED ", marked.id, key, [text[a:b][:80] for a, b in marked.spans(f"{key}.content")])
    if errors:
        for item in ours.keys() - set(matched.values()):
            print("EXTRA  ", marked.id, [text[a:b][:80] for a, b in by_id[item].content])
    _compare_contacts(marked, record, actors, counts)


def _compare_statement(
    marked: MarkedText, key: str, ours: Statement, actors: dict[str, str], counts: Counter[str]
) -> None:
    gold = marked.head["statements"][key]
    names = {k: actor["name"] for k, actor in marked.head["actors"].items()}
    source = letters(marked.text, marked.spans(f"{key}.source"))
    own_source = letters(marked.text, (ours.source,) if ours.source else ())
    counts["source"] += bool(source & own_source) or not (source or own_source)
    speaker, own_speaker = names.get(gold.get("speaker", ""), ""), actors.get(ours.speaker or "", "")
    counts["speaker"] += same_actor(speaker, own_speaker) and (
        bool(source & own_source) or not is_unnamed(speaker)
    )
    counts["act"] += ours.act == gold["act"]
    counts["polarity"] += ours.polarity == gold.get("polarity", "affirmed")
    counts["nature"] += ours.nature == gold.get("nature", "speech")
    chain = [names.get(k, k) for k in gold.get("chain", [gold["speaker"]] if gold.get("speaker") else [])]
    own_chain = [actors.get(link.actor, "") for link in ours.chain]
    if len(chain) > 1:
        counts["relayed"] += 1
        counts["chain"] += len(chain) == len(own_chain) and all(map(same_actor, chain, own_chain))
    elif len(own_chain) > 1:
        counts["chain too long"] += 1


def _compare_contacts(
    marked: MarkedText, record: Record, actors: dict[str, str], counts: Counter[str]
) -> None:
    names = {k: plain(actor["name"]) for k, actor in marked.head.get("actors", {}).items()}
    gold = [
        (c["kind"], {names[p.split(":")[0]] for p in c.get("participants", [])})
        for c in marked.head.get("contacts", {}).values()
    ]
    ours = [(c.kind, {plain(actors[p.actor]) for p in c.participants}) for c in record.contacts]
    counts["contacts gold"] += len(gold)
    counts["contacts found"] += len(ours)
    left = list(ours)
    for kind, people in gold:
        hit = next((o for o in left if o[0] == kind and (o[1] & people or not people)), None)
        if hit is not None:
            left.remove(hit)
            counts["contacts matched"] += 1


def report(language: str, *, errors: bool = False) -> dict[str, float]:
    """The figures of the held-out texts of one language, in per cent."""
    counts: Counter[str] = Counter()
    for path in sorted((GOLD / language).glob("*.marked")):
        if is_held_out(path):
            marked = read_marked(path)
            day = str(marked.head.get("published", ""))
            record = selon.read(marked.text, lang=language, published=day if len(day) == DAY else None)
            compare(marked, record, counts, errors)

    def share(right: float, whole: float) -> float:
        return round(100 * right / whole, 1) if whole else 0.0

    found = {
        "statements": counts["gold"],
        "F1": share(2 * counts["matched"], counts["gold"] + counts["found"]),
        "with the right speaker F1": share(2 * counts["speaker"], counts["gold"] + counts["found"]),
    }
    for name in ("source", "speaker", "act", "polarity", "nature"):
        found[name] = share(counts[name], counts["matched"])
    found["chain"] = share(counts["chain"], counts["relayed"])
    found["contacts F1"] = share(
        2 * counts["contacts matched"], counts["contacts gold"] + counts["contacts found"]
    )
    return found


def main() -> None:
    """Print the figures of each language."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--language", choices=("fr", "en"), action="append")
    parser.add_argument("--errors", action="store_true")
    arguments = parser.parse_args()
    for language in arguments.language or ("fr", "en"):
        figures = report(language, errors=arguments.errors)
        print(language, "  ".join(f"{name} {value}" for name, value in figures.items()))


if __name__ == "__main__":
    main()
