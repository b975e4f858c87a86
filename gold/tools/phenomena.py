"""Which hard cases a statement shows: those that its marks tell, and those that its annotator tagged."""

from collections import Counter
from collections.abc import Iterator

from gold.tools.marks import MarkedText, Span
from selon.evaluate.report import HARD_CASES

_PREPOSITIONS = frozenset(
    ("selon", "d'après", "d’après", "pour", "according to", "per", "for", "según", "para", "laut", "nach", "zufolge",
     "по словам", "за словами", "согласно", "по данным", "за даними", "согласно", "на думку", "по мнению")
)  # fmt: skip
"""Cues that stand before their source as a matter of course."""


def hard_cases(marked: MarkedText) -> dict[str, tuple[str, ...]]:
    """For each statement of a text that shows any hard case, which; in the order of ``HARD_CASES``.

    What marks and head tell is found here, so that no annotator can forget it: quotation marks of a relay,
    long chains, speech inside speech, relays that carry on, shared words, split quotations, inversion, joint
    speakers and unnamed ones. The rest is what the head lists under ``hard``.
    """
    found = {}
    for key in marked.head.get("statements", {}):
        cases = set(marked.head["statements"][key].get("hard", ())) | set(_told(marked, key))
        if cases:
            found[key] = tuple(case for case in HARD_CASES if case in cases)
    return found


def _told(marked: MarkedText, key: str) -> Iterator[str]:
    statements = marked.head["statements"]
    head, contents = statements[key], marked.spans(f"{key}.content")
    others = {other: marked.spans(f"{other}.content") for other in statements if other != key}
    voices = len(head.get("chain", ()))
    members = marked.head.get("actors", {}).get(head.get("speaker"), {}).get("members", ())
    yield from ["quoted-relay"] * head.get("quoted_relay", False)
    yield from ["long-chain"] * (voices >= 3)
    yield from ["nested-speech"] * any(_encloses(each, contents) for each in others.values())
    yield from ["silent-relay"] * ("within" in head)
    yield from ["shared-words"] * (contents in others.values())
    yield from ["split-quotation"] * (len(contents) > 1)
    yield from ["no-speaker"] * ("speaker" not in head)
    yield from ["inverted"] * _is_inverted(marked, key)
    yield from ["joint-speakers"] * (len(members) > 1)


def _encloses(outer: list[Span], inner: list[Span]) -> bool:
    return outer != inner and all(any(s <= a and b <= e for s, e in outer) for a, b in inner)


def _is_inverted(marked: MarkedText, key: str) -> bool:
    """Does the source follow its cue within the sentence, as « a-t-il dit » or "said the envoy" do?"""
    cues, sources = marked.spans(f"{key}.cue"), marked.spans(f"{key}.source")
    if not cues or not sources or sources[0][0] <= cues[0][0]:
        return False
    if marked.text[slice(*cues[0])].lower() in _PREPOSITIONS:
        return False
    between = marked.text[cues[0][0] : sources[0][0]]
    return len(between) <= 60 and not any(stop in between for stop in (". ", "\n", "? ", "! "))


def count_cases(texts: Iterator[MarkedText]) -> Counter[str]:
    """How many statements show each hard case."""
    return Counter(case for marked in texts for cases in hard_cases(marked).values() for case in cases)
