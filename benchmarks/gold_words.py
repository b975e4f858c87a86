"""Can the name or the topic in a sentence tell which hard case it shows? They should not: figures against chance.

    python benchmarks/gold_words.py            needs scikit-learn (it comes with 'make peers')

For each language with enough texts, a logistic regression guesses the hard case of a statement and sees nothing of it
but the names in its sentence, or nothing but the subject of its text. Texts are held apart in five folds. The figures
are accuracies over statements with one hard case, beside always guessing the commonest one (chance) and beside all
words of the sentence.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from sklearn.dummy import DummyClassifier
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_score
from sklearn.pipeline import make_pipeline

from gold.tools.marks import MarkedText, read_part
from gold.tools.phenomena import hard_cases

GOLD = Path(__file__).parent.parent / "gold"
LEAST = 20
FOLDS = 5


def sentences(marked: MarkedText) -> Iterator[tuple[str, str, str]]:
    """For each statement with one hard case: names of its sentence, all its words, and the case."""
    names = [form for forms in marked.head.get("names", {}).values() for form in forms]
    for key, cases in hard_cases(marked).items():
        if len(cases) == 1:
            start, end = marked.spans(f"{key}.content")[0]
            first = max(marked.text.rfind(". ", 0, start), marked.text.rfind("\n", 0, start)) + 1
            last = min(
                (i for i in (marked.text.find(s, end) for s in (". ", "\n")) if i >= 0),
                default=len(marked.text),
            )
            sentence = marked.text[first:last]
            found = " ".join(form.replace(" ", "_") for form in names if form in sentence) or "none"
            yield found, re.sub(r"\d", "0", sentence), cases[0]


def accuracy(texts: list[str], cases: list[str], groups: list[str], model: object) -> float:
    """Mean accuracy over folds that hold texts apart, in per cent."""
    pipeline = make_pipeline(CountVectorizer(token_pattern=r"\w+"), model)
    return 100 * float(cross_val_score(pipeline, texts, cases, groups=groups, cv=GroupKFold(FOLDS)).mean())


def main() -> None:
    """Print a line for each language."""
    for language in ("fr", "en"):
        rows = [(marked.id, *row) for marked in read_part(GOLD, language) for row in sentences(marked)]
        common = {case for case, number in Counter(row[3] for row in rows).items() if number >= LEAST}
        rows = [row for row in rows if row[3] in common]
        groups, names, words, cases = (list(column) for column in zip(*rows, strict=True))
        subjects = [marked.head.get("subject") or marked.id for marked in read_part(GOLD, language)]
        by_text = dict(zip((marked.id for marked in read_part(GOLD, language)), subjects, strict=True))
        topics = [by_text[group] for group in groups]
        linear = LogisticRegression(max_iter=1000)
        chance = accuracy(names, cases, groups, DummyClassifier())
        print(
            f"{language}: {len(rows)} statements, {len(common)} cases; chance {chance:.1f}, names"
            f" {accuracy(names, cases, groups, linear):.1f}, subject {accuracy(topics, cases, groups, linear):.1f},"
            f" all words {accuracy(words, cases, groups, linear):.1f}"
        )


if __name__ == "__main__":
    main()
