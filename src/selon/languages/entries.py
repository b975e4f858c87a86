"""What the entries of a language pack look like: cues, contacts, agreements, offices, states and topics."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Act = Literal[
    "state", "confirm", "deny", "announce", "explain", "accuse", "criticise", "praise", "demand", "ask",
    "propose", "promise", "warn", "threaten", "hope", "thank", "apologise", "agree", "refuse", "decline",
]  # fmt: skip
CuePart = Literal["verb", "noun", "preposition", "adjective", "phrase"]
Nature = Literal["speech", "attitude"]
ContactPart = Literal["verb", "noun"]
DiscussionPart = Literal["verb", "subject", "preposition"]
ContactKind = Literal["call", "meeting", "talks", "visit", "summit", "letter", "other"]
Medium = Literal["phone", "video", "in-person", "letter"]
ContactStatus = Literal[
    "held", "ongoing", "planned", "proposed", "denied", "disputed", "cancelled", "refused",
]  # fmt: skip
AgreementPart = Literal["verb", "noun", "adjective", "phrase"]
AgreementStatus = Literal["agreed", "pending", "proposed", "refused"]
OfficeCode = Literal[
    "head_of_state", "head_of_government", "monarch", "foreign_minister", "defence_minister",
    "interior_minister", "finance_minister", "spokesperson", "adviser", "ambassador", "envoy",
    "secretary_general", "commissioner", "chief_diplomat", "legislator", "general", "official", "diplomat",
    "minister", "leader", "vice_president", "vice_minister", "governor", "mayor", "pope",
]  # fmt: skip
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

    part: ContactPart
    """Part of speech of the phrase as a whole."""

    kind: ContactKind
    """What sort of contact it announces, unless a modifier says otherwise."""

    medium: Medium | None = None
    """By what means; None where the word does not tell."""

    status: ContactStatus | None = None
    """What the word itself says of whether it took place; None where it says nothing."""

    subject: Literal["host", "initiator"] | None = None
    """The part that the verb's subject plays; None where the word does not tell."""

    passive: bool = False
    """True where only the passive announces it ("is expected in Berlin")."""


class ContactModifier(Shown):
    """Words beside a contact word that say what sort of contact it is."""

    phrase: Word
    """Words as written, in lower case."""

    kind: ContactKind | None = None
    """The sort of contact they make it; None where they leave it open."""

    medium: Medium | None = None
    """The means they name; None where they name none."""


class DiscussionWord(Shown):
    """A word that says what a contact was about."""

    phrase: Word
    """Lemmas in lower case for a verb, words as written for a preposition."""

    part: DiscussionPart
    """``verb``: its object is the matter; ``subject``: its subject is; ``preposition``: the noun after it is."""


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

    part: AgreementPart
    """Part of speech; ``phrase`` where several words make one."""

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

    gender: Gender | None = None
    """Of the person, where the word itself tells ("spokeswoman")."""

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


class TopicEntry(Shown):
    """A subject of diplomacy."""

    label: str = Field(pattern=r"^[a-z][a-z -]*[a-z]$")
    """Its English name, the same in every language."""

    words: Words = Field(min_length=1)
    """Lemma phrases that name it, in lower case."""
