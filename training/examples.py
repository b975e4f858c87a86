"""Treebanks, attribution corpora, names and texts of our own as training examples: words with labels."""

import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from gold.tools.marks import MarkedText, read_part
from selon.encoder.labels import NAME_TAGS, PARTS_OF_SPEECH, RELATIONS, ROLE_TAGS
from selon.encoder.lemma import edit_script
from selon.encoder.words import find_layouts, find_words
from treebank import Sentence, read_conllu

LANGUAGES = ("fr", "en")
IGNORE = -100
POS = {label: i for i, label in enumerate(PARTS_OF_SPEECH)}
RELATION = {label: i for i, label in enumerate(RELATIONS)}
NAME = {label: i for i, label in enumerate(NAME_TAGS)}
ROLE = {label: i for i, label in enumerate(ROLE_TAGS)}
WORD_LABELS = ("pos", "start", "name", "outer", "nested", "nature", "lemma", "relation")


@dataclass
class Example:
    """A text as words, with one label a word and task; heads and links are word indices.

    ``arc``, ``link_source`` and ``link_cue`` hold an index of a word, -1 for root or "none", IGNORE where unknown.
    """

    forms: list[str]
    layouts: list[int]
    labels: dict[str, list[int]] = field(default_factory=dict)
    links: dict[str, list[int]] = field(default_factory=dict)

    def tagged(self, name: str) -> list[int]:
        """The labels of one task, made where it has none yet."""
        return self.labels.setdefault(name, [IGNORE] * len(self.forms))

    def linked(self, name: str) -> list[int]:
        """The targets of one kind of link, made where it has none yet."""
        return self.links.setdefault(name, [IGNORE] * len(self.forms))


def text_example(text: str, language: str) -> tuple[Example, list[tuple[int, int]]]:
    """A raw text as an example without labels, and the offsets of its words."""
    spans = find_words(text, language=language)
    return Example([text[s:e] for s, e in spans], find_layouts(text, spans)), spans


# --- treebanks -------------------------------------------------------------------------------------------

_QUOTES = [("« ", " »"), ("«", "»"), ("“", "”"), ('"', '"'), ("''", "''"), ("‘", "’"), ("„", "“")]


def count_scripts(sentences: Iterable[Sentence]) -> list[str]:
    """Lemma scripts seen at least three times, most frequent first."""
    seen = Counter(edit_script(w.form, w.lemma) for s in sentences for w in s.words if w.lemma != "_")
    return [script for script, number in seen.most_common() if number >= 3]


def treebank_examples(path: Path, scripts: dict[str, int], chance: random.Random) -> Iterator[Example]:
    """Runs of one to eight sentences as one example each, in varied typography."""
    run: list[Sentence] = []
    size = chance.randint(1, 8)
    for sentence in read_conllu(path):
        if run and (sentence.new_document or len(run) >= size):
            yield _treebank_example(run, scripts, chance)
            run, size = [], chance.randint(1, 8)
        run.append(sentence)
    if run:
        yield _treebank_example(run, scripts, chance)


def _treebank_example(run: list[Sentence], scripts: dict[str, int], chance: random.Random) -> Example:
    example = Example([], [])
    curly, marks, newlines = chance.random() < 0.5, chance.choice(_QUOTES), chance.random() < 0.4
    for sentence in run:
        words = sentence.words
        dropping = len(words) > 1 and words[-1].form == "." and chance.random() < 0.12
        if dropping and all(word.head != len(words) - 1 for word in words[:-1]):
            words = words[:-1]
        base, last = len(example.forms), 0
        inside = False
        for number, word in enumerate(words):
            form = word.form.replace("'", "’") if curly else word.form
            if form in ('"', "''", "``", "“", "”", "«", "»"):
                inside = form in ("«", "“", "``") or (form not in ("»", "”", "''") and not inside)
                form = marks[0 if inside else 1].strip()
            glued = 1 if word.start == last and number else 2
            first = 3 if newlines and chance.random() < 0.5 else 2
            _add_word(example, form, first if number == 0 else glued)
            last = word.end
            example.labels["pos"].append(POS.get(word.pos, IGNORE))
            example.labels["start"].append(int(number == 0))
            script = scripts.get(edit_script(word.form, word.lemma), IGNORE)
            example.labels["lemma"].append(script if word.lemma != "_" else IGNORE)
            example.labels["relation"].append(RELATION.get(word.relation, IGNORE))
            example.links["arc"].append(-1 if word.head == number else base + word.head)
    if example.layouts:
        example.layouts[0] = 3
    return example


def _add_word(example: Example, form: str, layout: int) -> None:
    example.forms.append(form)
    example.layouts.append(layout)
    for name in ("pos", "start", "lemma", "relation"):
        example.labels.setdefault(name, [])
    example.links.setdefault("arc", [])


# --- names -----------------------------------------------------------------------------------------------

_KINDS = {"PER": "person", "LOC": "place", "ORG": "organisation", "PERSON": "person", "GPE": "place"}
_GLUED = set(".,;:!?)]}%'’") | {"'s", "n't", "’s", "n’t", "''"}


def name_examples(path: Path, chance: random.Random) -> Iterator[Example]:
    """Runs of one to five sentences of a BIO file; full names become surnames now and then."""
    run = Example([], [], {"name": []})
    left = chance.randint(1, 5)
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [
            line.split("\t") if "\t" in line else line.split() for line in block.split("\n") if line.strip()
        ]
        rows = [row for row in rows if len(row) >= 2 and not row[0].startswith("-DOCSTART")]
        for number, row in enumerate(rows):
            run.forms.append(row[0])
            run.layouts.append(3 if not run.layouts else 1 if row[0] in _GLUED and number else 2)
            run.labels["name"].append(_name_label(row[-1]))
        left -= 1
        if left <= 0 and run.forms:
            yield run
            run, left = Example([], [], {"name": []}), chance.randint(1, 5)
    if run.forms:
        yield run


def _name_label(tag: str) -> int:
    prefix, _, kind = tag.partition("-")
    return NAME.get(f"{prefix}-{_KINDS.get(kind, kind)}", 0)


# --- attributions ----------------------------------------------------------------------------------------

SPEECH = set(
    "say says said saying tell tells told telling write writes wrote writing written according announce announced "
    "announces announcing add added adds adding ask asked asks asking claim claimed claims claiming state stated "
    "states stating report reported reports reporting tweet tweeted tweets argue argued argues arguing deny denied "
    "denies call called calls calling warn warned warns warning accuse accused accuses accusing explain explained "
    "insist insisted insists promise promised promises vow vowed pledge pledged declare declared suggest suggested "
    "criticize criticized criticizing praise praised urge urged urges respond responded reply replied note noted "
    "notes describe described statement statements speech interview remarks remark complain complained admit admitted "
    "acknowledge acknowledged mention mentioned mock mocked joke joked quip quipped recall recalled predict predicted "
    "confirm confirmed demand demanded propose proposed apologize apologized thank thanked comment commented cite "
    "cited quote quoted express expressed denounce denounced condemn condemned talk talked speak spoke".split()
)
ATTITUDE = set(
    "believe believes believed believing think thinks thought thinking want wants wanted wanting support supports "
    "supported supporting expect expects expected expecting seem seems seemed feel feels felt feeling plan plans "
    "planned planning intend intends intended fear fears feared worry worries worried worrying prefer prefers "
    "preferred like likes liked love loves loved hate hates hated know knows knew known knowing see sees saw seen "
    "consider considers considered favor favors favored oppose opposes opposed understand understood hope hoping "
    "view views viewed regard regarded belief view opinion concerned confident appear appears appeared decide decided "
    "need needs needed try trying seek seeks sought wish wishes refuse refuses agree agrees agreed".split()
)


def polnear_examples(folder: Path) -> list[list[Example]]:
    """Each article of a PolNeAR part as its readings, one an annotator."""
    articles: dict[str, list[Example]] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        name = path.stem.rsplit("_", 1)[0]
        with (folder / "text" / f"{name}.txt").open(encoding="utf-8", newline="") as handle:
            text = handle.read()
        articles.setdefault(name, []).append(_polnear_example(text, path.read_text(encoding="utf-8")))
    return list(articles.values())


def _polnear_example(text: str, annotation: str) -> Example:
    example, words = text_example(text, "en")
    example.labels["outer"] = [0] * len(words)
    spans: dict[str, list[tuple[int, int]]] = {}
    events: list[list[tuple[str, str]]] = []
    for line in annotation.split("\n"):
        parts = line.split("\t")
        if match := re.match(r"(T\d+)\t\S+ ([\d; ]+)\t", line):
            spans[match[1]] = [(int(a), int(b)) for a, b in (o.split() for o in match[2].split(";"))]
        elif re.match(r"E\d+\t", line):
            pairs = [pair.split(":") for pair in parts[1].split()]
            events.append([(role.rstrip("0123456789").lower(), key) for role, key in pairs])
    for event in events:
        roles: dict[str, list[tuple[int, int]]] = {"source": [], "cue": [], "content": []}
        for role, key in event:
            if role in roles:
                roles[role] += [run for s, e in spans[key] if (run := _run(words, s, e, text))]
        if roles["content"]:
            _mark_roles(example, "outer", roles, speech=_speech(example, roles["cue"]))
    return example


def _speech(example: Example, cue: list[tuple[int, int]]) -> bool | None:
    forms = {example.forms[i].lower() for first, last in cue for i in range(first, last)}
    if forms & SPEECH:
        return True
    return False if forms & ATTITUDE else None


def _run(words: list[tuple[int, int]], start: int, end: int, text: str) -> tuple[int, int] | None:
    inside = [i for i, (s, e) in enumerate(words) if s < end and e > start]
    # PolNeAR counts the conjunction as content; our conventions do not.
    if len(inside) > 1 and _opens_clause(text, words, inside[0]):
        inside = inside[1:]
    return (inside[0], inside[-1] + 1) if inside else None


def _opens_clause(text: str, words: list[tuple[int, int]], index: int) -> bool:
    """Is this word the conjunction "that" rather than the pronoun ("that is what he wants")?"""
    start, end = words[index]
    if text[start:end] != "that" or index + 1 >= len(words):
        return False
    after = text[words[index + 1][0] : words[index + 1][1]].lower()
    return after not in {"is", "was", "'s", "’s", "would", "will", "has", "had", "'ll", "’ll", ",", "."}


def _mark_roles(
    example: Example, layer: str, roles: dict[str, list[tuple[int, int]]], *, speech: bool | None
) -> None:
    _tag_roles(example.tagged(layer), roles)
    if not roles["cue"]:
        # Words that nothing announces ("Wang: …") point to their source instead of a cue.
        for first, _ in roles["content"]:
            example.linked("link_cue")[first] = roles["source"][0][0] if roles["source"] else -1
        return
    cue = roles["cue"][0][0]
    example.linked("link_source")[cue] = roles["source"][0][0] if roles["source"] else -1
    for first, _ in roles["content"]:
        example.linked("link_cue")[first] = cue
    if speech is not None:
        example.tagged("nature")[cue] = 0 if speech else 1


def _tag_roles(tags: list[int], roles: dict[str, list[tuple[int, int]]]) -> None:
    # An inverted pronoun is source inside its cue: the source is marked over the cue, which then has two pieces.
    for role in ("cue", "source", "content"):
        for first, last in roles[role]:
            for i in range(first, last):
                tags[i] = ROLE[f"{'B' if i == first else 'I'}-{role}"]
            if last < len(tags) and tags[last] == ROLE["I-cue"] and role == "source":
                tags[last] = ROLE["B-cue"]


# --- texts of our own ------------------------------------------------------------------------------------


def gold_examples(folder: Path, part: str) -> list[Example]:
    """Our marked texts of one part, in the languages that the treebanks teach the model to read."""
    return [gold_example(marked) for language in LANGUAGES for marked in read_part(folder, language, part)]


def gold_example(marked: MarkedText) -> Example:
    """One marked text with roles in two layers, links, natures and names."""
    example, words = text_example(marked.text, marked.language)
    example.labels["outer"] = [0] * len(words)
    example.labels["nested"] = [0] * len(words)
    statements = marked.head.get("statements", {})
    contents = {key: marked.spans(f"{key}.content") for key in statements}
    for key, statement in statements.items():
        depth = sum(_encloses(contents[other], contents[key]) for other in statements if other != key)
        if depth > 1 or not contents[key]:
            continue
        roles = {
            role: [run for s, e in marked.spans(f"{key}.{role}") if (run := _exact_run(words, s, e))]
            for role in ("source", "cue", "content")
        }
        layer = "nested" if depth else "outer"
        _mark_roles(example, layer, roles, speech=statement.get("nature", "speech") == "speech")
    _mark_names(example, words, marked)
    return example


def _encloses(outer: list[tuple[int, int]], inner: list[tuple[int, int]]) -> bool:
    return bool(inner) and outer != inner and any(s <= inner[0][0] and inner[0][1] <= e for s, e in outer)


def _exact_run(words: list[tuple[int, int]], start: int, end: int) -> tuple[int, int] | None:
    inside = [i for i, (s, e) in enumerate(words) if s < end and e > start]
    return (inside[0], inside[-1] + 1) if inside else None


def _mark_names(example: Example, words: list[tuple[int, int]], marked: MarkedText) -> None:
    tags = example.labels["name"] = [0] * len(words)
    names = [(form, kind) for kind, forms in marked.head.get("names", {}).items() for form in forms]
    for form, kind in sorted(names, key=lambda pair: -len(pair[0])):
        for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", marked.text):
            run = _exact_run(words, *match.span())
            if run and not any(tags[run[0] : run[1]]):
                for i in range(*run):
                    tags[i] = NAME[f"{'B' if i == run[0] else 'I'}-{kind}"]
