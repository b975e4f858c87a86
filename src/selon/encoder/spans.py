"""Tag scores to spans, and spans to attributions."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from selon.encoder.labels import NAME_TAGS, ROLE_TAGS
from selon.encoder.scores import Scores
from selon.parse import Attribution, Name, NameKind, TokenSpan

Floats = NDArray[np.float32]
_IMPOSSIBLE = -1e4


@dataclass(frozen=True, slots=True)
class LabelledSpan:
    """A run of words with a label, and the mean probability of its tags."""

    label: str
    span: TokenSpan
    confidence: float


def find_names(scores: Scores, sentences: Sequence[TokenSpan]) -> tuple[Name, ...]:
    """The proper names, in text order."""
    kinds: dict[str, NameKind] = {"person": "person", "place": "place", "organisation": "organisation"}
    spans = tagged_spans(scores.tags["name"], NAME_TAGS, sentences)
    return tuple(Name(each.span, kinds[each.label]) for each in spans)


def tagged_spans(scores: Floats, tags: Sequence[str], sentences: Sequence[TokenSpan]) -> list[LabelledSpan]:
    """The best sequence of BIO tags as labelled spans; a span may go on over the end of a sentence."""
    best = _best_sequence(scores, tags, sentences)
    chances = np.exp(scores - scores.max(axis=1, keepdims=True))
    chances = chances / chances.sum(axis=1, keepdims=True)
    spans: list[LabelledSpan] = []
    first, label = 0, ""
    for index, number in enumerate([*best.tolist(), 0]):
        prefix, _, here = tags[number].partition("-")
        if label and (prefix != "I" or here != label):
            rows = np.arange(first, index)
            both = [tags.index(f"B-{label}"), tags.index(f"I-{label}")]
            confidence = float(chances[rows][:, both].sum(axis=1).mean())
            spans.append(LabelledSpan(label, TokenSpan(first, index), confidence))
            label = ""
        if here and not label:
            first, label = index, here
    return spans


def _best_sequence(scores: Floats, tags: Sequence[str], sentences: Sequence[TokenSpan]) -> NDArray[np.int64]:
    """Viterbi over all sentences side by side: an inside tag only after a tag of its own label."""
    allowed = _transitions(tags)
    longest = max(s.last - s.first for s in sentences)
    firsts = np.array([s.first for s in sentences])
    sizes = np.array([s.last - s.first for s in sentences])
    steps = np.minimum(firsts[:, None] + np.arange(longest), len(scores) - 1)
    padded = scores[steps]
    total = padded[:, 0]
    back = np.zeros((longest, len(sentences), len(tags)), dtype=np.int64)
    history = [total]
    for step in range(1, longest):
        options = total[:, :, None] + allowed
        back[step] = options.argmax(axis=1)
        total = options.max(axis=1) + padded[:, step]
        history.append(total)
    ends = np.stack(history)[sizes - 1, np.arange(len(sentences))].argmax(axis=1)
    best = np.zeros(len(scores), dtype=np.int64)
    for number, sentence in enumerate(sentences):
        tag = int(ends[number])
        for step in range(int(sizes[number]) - 1, -1, -1):
            best[sentence.first + step] = tag
            tag = int(back[step, number, tag])
    return best


def _transitions(tags: Sequence[str]) -> Floats:
    """[from, to]: nothing for what may follow, a large penalty for what may not."""
    table = np.zeros((len(tags), len(tags)), dtype=np.float32)
    for column, tag in enumerate(tags):
        if tag.startswith("I-"):
            for row, before in enumerate(tags):
                if before[2:] != tag[2:]:
                    table[row, column] = _IMPOSSIBLE
    return table


def find_attributions(
    scores: Scores, sentences: Sequence[TokenSpan], forms: Sequence[str]
) -> tuple[Attribution, ...]:
    """Cues with their sources and contents, in both layers, in text order."""
    found: list[Attribution] = []
    layers = [
        _join_inverted(tagged_spans(scores.tags[layer], ROLE_TAGS, sentences), forms)
        for layer in ("outer", "nested")
    ]
    sources = [each for layer in layers for each in layer if each.label == "source"]
    for nested, spans in enumerate(layers):
        found += _assemble(scores, spans, sources, nested=bool(nested))
    return tuple(sorted(found, key=lambda each: each.contents[0].first))


def _join_inverted(spans: list[LabelledSpan], forms: Sequence[str]) -> list[LabelledSpan]:
    """One cue where an inverted pronoun stands in it or after it: « a | -t-il | ajouté », « dit | -il »."""
    joined: list[LabelledSpan] = []
    for number, each in enumerate(spans):
        before = spans[number - 1] if number else None
        if (
            each.label == "source"
            and forms[each.span.first].startswith("-")
            and before is not None
            and before.label == "cue"
            and before.span.last == each.span.first
        ):
            at = next(n for n in range(len(joined) - 1, -1, -1) if joined[n].label == "cue")
            joined[at] = replace(joined[at], span=TokenSpan(joined[at].span.first, each.span.last))
        elif (
            each.label == "cue"
            and len(joined) > 1
            and joined[-1].label == "source"
            and joined[-2].label == "cue"
            and joined[-2].span.last == each.span.first == joined[-1].span.last
        ):
            joined[-2] = replace(joined[-2], span=TokenSpan(joined[-2].span.first, each.span.last))
            continue
        joined.append(each)
    return joined


def _assemble(
    scores: Scores, spans: Sequence[LabelledSpan], sources: Sequence[LabelledSpan], *, nested: bool
) -> list[Attribution]:
    # Words that nothing announces ("Wang: …") point to their source.
    cues = [each for each in spans if each.label in ("cue", "source")]
    cue_places, source_places = _places(cues), _places(sources)
    linked: dict[int, list[LabelledSpan]] = {number: [] for number in range(len(cues))}
    alone: list[LabelledSpan] = []
    for content in (each for each in spans if each.label == "content"):
        number = _target(scores, "link_cue", content, cue_places)
        if number is None:
            alone.append(content)
        else:
            linked[number].append(content)
    found = []
    for number, cue in enumerate(cues):
        if linked[number] and cue.label == "source":
            found.append(_attribution(scores, None, cue, linked[number], nested=nested))
        elif linked[number]:
            at = _target(scores, "link_source", cue, source_places)
            source = None if at is None else sources[at]
            found.append(_attribution(scores, cue, source, linked[number], nested=nested))
    found += [_attribution(scores, None, None, [content], nested=nested) for content in alone]
    return found


def _places(targets: Sequence[LabelledSpan]) -> list[tuple[int, int]]:
    """The first words of some spans with their numbers, in text order."""
    return sorted((target.span.first, number) for number, target in enumerate(targets))


def _target(scores: Scores, name: str, origin: LabelledSpan, places: Sequence[tuple[int, int]]) -> int | None:
    """The number of the span that the first word of ``origin`` points to; None for none."""
    row, first = scores.pair(name, origin.span.first)
    # Only those in the window of that word have a score.
    inside = places[bisect_left(places, (first, 0)) : bisect_left(places, (first + len(row) - 1, 0))]
    best, best_score = None, float(row[0])
    for number, place in sorted((number, place) for place, number in inside):
        if float(row[place - first + 1]) > best_score:
            best, best_score = number, float(row[place - first + 1])
    return best


def _attribution(
    scores: Scores,
    cue: LabelledSpan | None,
    source: LabelledSpan | None,
    contents: Sequence[LabelledSpan],
    *,
    nested: bool,
) -> Attribution:
    parts = [each for each in (cue, source, *contents) if each is not None]
    confidence = float(np.prod([each.confidence for each in parts]) ** (1 / len(parts)))
    nature = scores.tags["nature"][cue.span.first] if cue is not None else np.array([1.0, 0.0])
    return Attribution(
        cue=cue.span if cue else None,
        source=source.span if source else None,
        contents=tuple(sorted((each.span for each in contents), key=lambda span: span.first)),
        speech=bool(nature[0] >= nature[1]),
        nested=nested,
        confidence=confidence,
    )
