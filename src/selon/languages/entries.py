"""What the entries of a language pack look like: the schema of its files."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Act = Literal[
    "state", "confirm", "deny", "announce", "explain", "accuse", "criticise", "praise", "demand", "ask",
    "propose", "promise", "warn", "threaten", "hope", "thank", "apologise", "agree", "refuse", "decline",
]  # fmt: skip
CuePart = Literal["verb", "noun", "preposition", "adjective", "phrase"]
Nature = Literal["speech", "attitude"]
ContactKind = Literal["call", "meeting", "talks", "visit", "summit", "letter", "other"]
Medium = Literal["phone", "video", "in-person", "letter"]
ContactStatus = Literal["held", "ongoing", "planned", "proposed", "denied", "disputed", "cancelled", "refused"]
AgreementStatus = Literal["agreed", "pending", "proposed", "refused"]
OfficeCode = Literal[
    "head_of_state", "head_of_government", "monarch", "foreign_minister", "defence_minister",
    "interior_minister", "finance_minister", "spokesperson", "adviser", "ambassador", "envoy",
    "secretary_general", "commissioner", "chief_diplomat", "legislator", "general", "official", "diplomat",
    "minister", "leader", "vice_president", "vice_minister", "governor", "mayor", "pope",
]  # fmt: skip
Number = Literal["singular", "plural"]
Gender = Literal["masculine", "feminine", "neuter"]

Word = Annotated[str, Field(min_length=1)]
Words = tuple[Word, ...]


class Entry(BaseModel):
    """Any entry of a pack: immutable and closed to keys that the schema does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Shown(Entry):
    """An entry that is shown at work."""

    example: str = Field(min_length=12)
    """A sentence that holds the entry's words, inflected as need be."""


class Cue(Shown):
    """A word that announces what somebody says, thinks or wants."""

    lemma: Word
    """Lemmas in lower case, joined by blanks; a French reflexive verb without its pronoun."""

    part: CuePart = "verb"
    """Part of speech; ``phrase`` where several words make one cue."""

    act: Act
    """What a speaker does with the content, unless the content shows something more exact."""

    nature: Nature = "speech"
    """``attitude`` where the word alone does not show that anybody voices the content."""

    factive: bool = False
    """True where whoever writes the word takes the content to be so (``reveal``, ``admit``)."""

    relay: bool = False
    """True for words with which media pass on what others say (``report``, ``quote``)."""

    wordless: bool = False
    """True where the word tells a speech act by its topic alone (``brief``, ``thank``)."""

    institution_speaks: bool = False
    """True where the subject, if a state or an institution, is taken to speak (``hope``, ``regret``)."""


class ContactWord(Shown):
    """A word that announces that actors deal with each other."""

    phrase: Word
    """Lemmas in lower case, joined by blanks; a French reflexive verb without its pronoun."""

    part: Literal["verb", "noun"]
    """Part of speech of the phrase as a whole."""

    kind: ContactKind
    """What sort of contact it announces, unless a modifier says otherwise."""

    medium: Medium | None = None
    """By what means; None where the word does not tell."""

    status: ContactStatus | None = None
    """What the word itself says of whether it took place; None where it says nothing."""


class ContactModifier(Shown):
    """Words beside a contact word that say what sort of contact it is."""

    phrase: Word
    """Words as written, in lower case."""

    kind: ContactKind | None = None
    """The sort of contact they make it; None where they leave it open."""

    medium: Medium | None = None
    """The means they name; None where they name none."""


class StatusWord(Shown):
    """Words beside a contact word that say whether it took place."""

    phrase: Word
    """Lemmas in lower case, joined by blanks; a French negation is ``ne … pas``."""

    status: ContactStatus
    """What they make of the contact."""


class AgreementWord(Shown):
    """A word that announces something that parties agree on, study, put forward or turn down."""

    phrase: Word
    """Lemmas in lower case, joined by blanks; a French reflexive verb without its pronoun."""

    part: Literal["verb", "noun", "adjective", "phrase"]
    """Part of speech of the phrase as a whole."""

    status: AgreementStatus
    """How far the matter has come."""


class Instrument(Shown):
    """A word for the thing agreed: a treaty, a truce, a draft."""

    phrase: Word
    """Lemmas in lower case, joined by blanks."""

    status: AgreementStatus | None = None
    """What the word itself says of how far it has come; None where it says nothing."""


class Title(Shown):
    """A word that stands before a person's name."""

    word: Word
    """As written before a name."""

    gender: Gender | None = None
    """Of the person; None where the word does not tell."""


class Office(Shown):
    """A word for the office that a person holds."""

    word: Word
    """The singular, masculine where the language tells."""

    office: OfficeCode
    """Which office of the closed list it stands for."""

    feminine: Words = ()
    """Singular forms for a woman, where they differ."""

    plural: Words = ()
    """All plural forms."""


class State(Entry):
    """The words of a language for one state."""

    names: Words = Field(min_length=1)
    """Names without an article, the usual one first."""

    adjectives: Words = Field(min_length=1)
    """Adjectives in all genders and numbers, as written inside a sentence."""

    people: Words = ()
    """Words for its inhabitants in all genders and numbers; empty where there is no usual one."""


class DayWord(Entry):
    """Words for a day or a longer time that count from some other day."""

    phrase: Word
    """As written, in lower case."""

    unit: Literal["day", "week", "month", "year"] = "day"
    """What is counted."""

    offset: int
    """How many units later; negative for earlier."""

    anchor: Literal["published", "told"] = "published"
    """The day of publication, or the day last told of ("the day before")."""


class DayPart(Entry):
    """Words for a part of the day."""

    phrase: Word
    """As written, in lower case."""

    start: int = Field(ge=0, le=23)
    """First hour."""

    end: int = Field(ge=1, le=30)
    """Hour at which it is over; above 24 for the next day."""


class DurationUnit(Entry):
    """Words for a unit in which contacts are measured."""

    forms: Words = Field(min_length=1)
    """Singular, plural and short forms, in lower case."""

    iso: str = Field(pattern=r"^PT?\{\}[YMWDHMS]$")
    """The ISO 8601 duration with ``{}`` for the number."""


class DateWords(Entry):
    """How a language writes dates, times and durations; all words in lower case."""

    months: tuple[Words, ...] = Field(min_length=12, max_length=12)
    """For each month from January, its name and short forms."""

    weekdays: tuple[Words, ...] = Field(min_length=7, max_length=7)
    """For each weekday from Monday, its name and short forms."""

    weekday_shifts: Mapping[str, int]
    """Words beside a weekday to the number of weeks that they move it ("last" is -1)."""

    days: tuple[DayWord, ...]
    """Words that count from some other day."""

    day_parts: tuple[DayPart, ...]
    """Parts of the day."""

    clock_times: Mapping[str, str]
    """Words for a time of day to ``HH:MM``."""

    hour_marks: Words = ()
    """What stands between hours and minutes ("h", ":")."""

    morning_marks: Words = ()
    """What marks an hour before noon ("a.m.")."""

    afternoon_marks: Words = ()
    """What marks an hour after noon ("p.m.")."""

    ordinals: Mapping[str, int]
    """Ordinal words and short forms to their numbers."""

    numbers: Mapping[str, int]
    """Number words to their numbers."""

    units: tuple[DurationUnit, ...]
    """Units of duration."""

    durations: Mapping[str, str]
    """Whole phrases to ISO 8601 durations ("half an hour")."""


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

    counterparts: tuple[Pointer, ...]
    """Words for whoever holds the like office on the other side."""

    turns: tuple[Pointer, ...]
    """Words that give the floor to the next actor ("for his part")."""


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


class TopicEntry(Shown):
    """A subject of diplomacy."""

    label: str = Field(pattern=r"^[a-z][a-z -]*[a-z]$")
    """Its English name, the same in every language."""

    words: Words = Field(min_length=1)
    """Lemma phrases that name it, in lower case."""
