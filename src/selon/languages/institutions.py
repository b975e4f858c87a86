"""What a language pack says of institutions, outlets and documents that texts let speak."""

from functools import cached_property
from typing import Literal

from selon.languages.entries import Entry, Shown, Word, Words
from selon.languages.phrasebook import Phrasebook, joined, phrasebook, plain_words

OrganCode = Literal[
    "foreign_ministry", "defence_ministry", "interior_ministry", "economy_ministry", "finance_ministry", "ministry",
    "presidency", "prime_ministers_office", "royal_court", "embassy", "government", "side", "delegation",
    "parliament", "army", "police",
]  # fmt: skip


class Body(Shown):
    """A word for an institution of a state."""

    word: Word
    """The singular, or the only form."""

    organ: OrganCode
    """Which institution of the closed list it stands for."""

    plural: Words = ()
    """All plural forms."""


class OutletNoun(Shown):
    """A word for what publishes news, before or after its name."""

    word: Word
    """The singular, as written."""


class Paper(Shown):
    """A word for a document that texts let speak for its author."""

    word: Word
    """The singular, as written."""

    joint: bool = False
    """True for what several parties issue together."""


class Unnamed(Shown):
    """A word for people whom texts leave unnamed."""

    word: Word
    """Lemma, in lower case."""

    name: Word
    """English for one of them, as in "unnamed diplomatic source"."""

    names: Word | None = None
    """English for several; None where the word is never used of several, or only of them."""


class Institutions(Entry):
    """The words for whoever speaks without a name of its own."""

    bodies: tuple[Body, ...]
    """Institutions of a state."""

    outlet_nouns: tuple[OutletNoun, ...]
    """Words beside the name of an outlet."""

    papers: tuple[Paper, ...]
    """Documents that speak for their authors."""

    unnamed: tuple[Unnamed, ...]
    """Words for people without a name, beside those for offices."""

    indefinites: frozenset[str]
    """Determiners and numbers before somebody who is not known to the reader, in lower case."""

    seniors: frozenset[str]
    """Words that lift an official above others, in lower case."""

    @cached_property
    def body_book(self) -> Phrasebook[Body]:
        """Institutions by their words, in any number."""
        return phrasebook((form, each) for each in self.bodies for form in (each.word, *each.plural))

    @cached_property
    def plural_bodies(self) -> frozenset[str]:
        """Words that stand for several institutions, as a phrasebook has them."""
        return frozenset(joined(plain_words(form.split())) for each in self.bodies for form in each.plural)

    def is_outlet_noun(self, lemma: str) -> bool:
        """Is a word one for an outlet?"""
        return lemma.lower() in self._outlet_nouns

    @cached_property
    def _outlet_nouns(self) -> frozenset[str]:
        return frozenset(each.word for each in self.outlet_nouns)

    def person(self, lemma: str) -> Unnamed | None:
        """What people without a name are called in English; None where there is no word for them."""
        return self._people.get(lemma)

    @cached_property
    def _people(self) -> dict[str, Unnamed]:
        return {each.word: each for each in self.unnamed}

    @cached_property
    def outlet_book(self) -> Phrasebook[OutletNoun]:
        """Words for outlets."""
        return phrasebook((each.word, each) for each in self.outlet_nouns)

    @cached_property
    def paper_book(self) -> Phrasebook[Paper]:
        """Words for documents."""
        return phrasebook((each.word, each) for each in self.papers)
