"""What a language pack says of its grammar: quotation marks, references and small words."""

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Literal

from pydantic import Field

from selon.languages.entries import Entry, Gender, Shown, Word, Words

Number = Literal["singular", "plural"]


class QuotationPair(Entry):
    """Two marks that enclose somebody's words."""

    open: Word
    """The mark before the words."""

    close: Word
    """The mark after the words."""

    priority: int = Field(ge=1)
    """1 for the marks used first, higher for those used inside others or seldom."""


class Quotations(Entry):
    """How a language shows that words are somebody's own."""

    pairs: tuple[QuotationPair, ...] = Field(min_length=1)
    """Pairs of marks, first priority first."""

    dashes: Words
    """Dashes that may open or interrupt somebody's words."""

    dash_opens_speech: bool
    """True where a dash at the start of a paragraph opens words of somebody."""

    repeated_opening: bool
    """True where each new paragraph of a quotation repeats the opening mark."""

    apostrophes: Words
    """Glyphs that are apostrophes inside words, never quotation marks there."""


class Pronoun(Shown):
    """A pronoun that can stand for an actor."""

    form: Word
    """As written, in lower case."""

    person: Literal[1, 2, 3]
    """Grammatical person."""

    number: Number
    """Grammatical number."""

    gender: Gender | None = None
    """Of what it stands for; None where it does not tell."""

    people: bool
    """Can it stand for people?"""

    indefinite: bool = False
    """True where it names nobody (« on »): a seat beside it tells for whom."""

    bodies: bool = False
    """Can it stand for an institution?"""

    latest: bool = False
    """True where it stands for the actor named last ("the latter")."""


class Possessive(Shown):
    """A possessive that points to an actor."""

    form: Word
    """As written, in lower case."""

    person: Literal[1, 2, 3]
    """Person of the possessor."""

    number: Number
    """Number of the possessor."""

    gender: Gender | None = None
    """Gender of the possessor; None where it does not tell."""


class GroupWord(Shown):
    """Words for several actors together."""

    phrase: Word
    """As written, in lower case."""

    size: int | None = Field(default=None, ge=2)
    """How many they are; None where the words do not tell."""

    of: Literal["people", "states"] | None = None
    """What they are; None where the words stand for either."""


class Pointer(Shown):
    """Words that point from one actor to another: "his counterpart", "for his part"."""

    phrase: Word
    """As written, in lower case."""


class References(Entry):
    """The words with which a text comes back to actors that it has named."""

    pronouns: tuple[Pronoun, ...]
    """Personal and demonstrative pronouns."""

    possessives: tuple[Possessive, ...]
    """Possessive determiners and pronouns."""

    groups: tuple[GroupWord, ...]
    """Words for several actors together."""

    group_starts: Mapping[str, Words]
    """The first word of such words to others that can take its place ("les" to "des", "aux")."""

    counterparts: tuple[Pointer, ...]
    """Words for whoever holds the like office on the other side."""

    turns: tuple[Pointer, ...]
    """Words that give the floor to the next actor ("for his part")."""

    answer_labels: frozenset[str]
    """What stands before the answers of an interview, in lower case, without marks ("a", "answer")."""

    determiners: Mapping[str, Literal["masculine", "feminine", "plural"]]
    """Determiners, in lower case, that tell the gender or the number of their noun."""

    plurals: str
    """Pattern of "lemma form" of a noun in the plural."""

    @cached_property
    def own_words(self) -> frozenset[str]:
        """The possessives, as written in lower case."""
        return frozenset(each.form for each in self.possessives)

    def is_plural(self, form: str, lemma: str) -> bool:
        """Is a form of a noun one of the plural?"""
        return re.search(self.plurals, f"{lemma} {form}".lower()) is not None


class Polarity(Entry):
    """The small words that turn, bind or open what is said; all in lower case."""

    negators: frozenset[str]
    """Words that negate a clause, with the apostrophe ``'``."""

    obligations: frozenset[str]
    """Lemmas and forms that say that something must or should be."""

    plans: tuple[Word, ...]
    """Lemmas or words that put an event into the future or on a plan."""

    conditionals: frozenset[str]
    """Forms that make an event hypothetical or only reported."""

    conjunctions: frozenset[str]
    """Words that open a content and are no part of it."""

    cue_prepositions: frozenset[str]
    """Prepositions that a cue governs before its content."""

    addressee_prepositions: frozenset[str]
    """Prepositions before the one to whom words are addressed."""

    future_forms: str
    """Pattern of "lemma form" of a verb in the future; one that never matches where auxiliaries show it."""

    conditional_forms: str
    """Pattern of "lemma form" of a verb in the conditional; one that never matches where auxiliaries show it."""

    future_auxiliaries: frozenset[str]
    """Forms of auxiliaries that put the verb they go with into the future."""

    pluperfect_auxiliaries: frozenset[str]
    """Forms of auxiliaries that put the verb they go with before what is told."""

    matter_prepositions: frozenset[str]
    """Prepositions that may open the matter of a verb of discussing."""

    light_verbs: frozenset[str]
    """Lemmas of verbs whose subject takes part in the contact that is their object ("hold talks")."""

    party_prepositions: frozenset[str]
    """Prepositions between the word for a contact and those who take part ("between", "of", "with")."""

    partner_prepositions: frozenset[str]
    """Prepositions before the one with whom the subject has a contact ("with")."""

    setting_prepositions: frozenset[str]
    """Prepositions before a contact during or after which something was done ("at", "during")."""

    between_prepositions: frozenset[str]
    """Prepositions before all those who take part ("between")."""

    since_words: frozenset[str]
    """Prepositions before a time from which on something was not so until now ("since")."""

    conditions: frozenset[str]
    """Words before a clause that only may come true ("if")."""

    purposes: frozenset[str]
    """Words before an infinitive that say to what end ("to", « pour »)."""

    sending_verbs: frozenset[str]
    """Lemmas of verbs whose subject sends or gets the call or letter that is their object."""

    hypotheticals: frozenset[str]
    """Forms that make an event possible only."""

    restrictions: frozenset[str]
    """Words that turn a negation into a restriction ("not only")."""

    place_prepositions: frozenset[str]
    """Prepositions before a place."""

    locative_prepositions: frozenset[str]
    """Of these, those that say "in" even before a state, and never "of"."""

    shared_verbs: frozenset[str]
    """Phrases of agreement words that tell of an agreement by themselves ("agree"), whatever is agreed."""

    voicing_verbs: frozenset[str]
    """Lemmas of verbs whose object names the act: "express regret"."""

    becoming_verbs: frozenset[str]
    """Lemmas of verbs that say what somebody is or acts like, beside the copula."""

    brands: frozenset[str]
    """Lemmas of nouns and adjectives for what one only calls an enemy, where somebody is said to be that."""

    accusations: frozenset[str]
    """Words for wrongs so grave that to say them of somebody is to accuse."""

    commenting: frozenset[str]
    """Lemmas of what somebody will not do who declines to comment."""

    replies: frozenset[str]
    """Lemmas of cues that answer a claim: with them, what is negated is denied."""

    denials: frozenset[str]
    """Words that deny by themselves ("nonsense")."""

    causes: tuple[Word, ...]
    """Words that open a reason."""

    thanks: frozenset[str]
    """Words that thank."""

    apologies: frozenset[str]
    """Words that apologise."""

    censures: frozenset[str]
    """Words that condemn what they are said of."""

    praises: frozenset[str]
    """Words that praise what they are said of."""

    imperatives: str
    """Pattern of "lemma form" of a verb that commands, where it has no subject."""

    passive_lemma: Word
    """Lemma of the auxiliary of the passive."""

    request_nouns: frozenset[str]
    """Lemmas of nouns that say who asked for something ("at his request")."""

    earlier_words: frozenset[str]
    """Words and prepositions that put a contact before what is told ("last", "since")."""

    definites: frozenset[str]
    """Articles and possessives of what has been named before ("the", "their")."""

    def is_future(self, lemma: str, form: str) -> bool:
        """Is a form of a verb one of the future?"""
        return re.search(self.future_forms, f"{lemma} {form}".lower()) is not None

    def is_imperative(self, lemma: str, form: str) -> bool:
        """May a form of a verb without a subject command?"""
        return re.search(self.imperatives, f"{lemma} {form}".lower()) is not None

    def is_conditional(self, lemma: str, form: str) -> bool:
        """Is a form of a verb one of the conditional?"""
        return re.search(self.conditional_forms, f"{lemma} {form}".lower()) is not None
