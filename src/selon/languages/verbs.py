"""How a language inflects the verbs of its lexicon."""

import re
from collections.abc import Iterable, Mapping

from pydantic import Field

from selon.languages.entries import Entry, Word


class VerbRule(Entry):
    """How the forms of a class of verbs are made from their lemmas."""

    lemma: Word
    """Pattern that the lemmas of the class match at their end."""

    stem: str
    """What takes the place of the match."""

    endings: Word
    """Name of the list of endings that the stem takes."""


class Verbs(Entry):
    """The inflection of the verbs of a lexicon, over-complete: a form that no text holds does no harm."""

    endings: Mapping[str, tuple[str, ...]]
    """Lists of endings by name."""

    rules: tuple[VerbRule, ...] = Field(min_length=1)
    """Classes of verbs."""

    irregular: Mapping[str, Word]
    """Forms, joined by blanks, of a verb and of all whose lemmas end as it does."""

    def lemmas_by_form(self, lemmas: Iterable[str]) -> dict[str, str]:
        """The verb that each form belongs to, for some verbs; of two, the one whose own lemma comes first."""
        found: dict[str, str] = {}
        for lemma in lemmas:
            for form in (*self._irregular_forms(lemma), *self._regular_forms(lemma)):
                found.setdefault(form, lemma)
        return found

    def _regular_forms(self, lemma: str) -> Iterable[str]:
        for rule in self.rules:
            stem, count = re.subn(rule.lemma, rule.stem, lemma, count=1)
            if count:
                yield from (stem + ending for ending in self.endings[rule.endings])

    def _irregular_forms(self, lemma: str) -> Iterable[str]:
        for base, forms in self.irregular.items():
            if lemma.endswith(base):
                prefix = lemma.removesuffix(base)
                yield from (prefix + form for form in forms.split())
