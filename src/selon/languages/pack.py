"""One language's knowledge, read from its folder and checked."""

from collections.abc import Callable, Mapping
from functools import cache, cached_property, lru_cache, partial
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from pydantic import Field, ValidationError

from selon.errors import UnknownLanguage
from selon.languages.date_words import DateWords
from selon.languages.entries import (
    AgreementPart,
    AgreementWord,
    ContactModifier,
    ContactPart,
    ContactWord,
    Cue,
    CuePart,
    DiscussionPart,
    DiscussionWord,
    Entry,
    Instrument,
    Office,
    State,
    StatusWord,
    Title,
    TopicEntry,
)
from selon.languages.grammar import GroupWord, Pointer, Polarity, Pronoun, Quotations, References
from selon.languages.institutions import Institutions
from selon.languages.lookup import by_part, codes, first, longest_first, parted, phrase_key, without_accents
from selon.languages.pack_files import broken_pack, read_file
from selon.languages.phrasebook import Phrasebook, joined, phrasebook, plain_words
from selon.languages.verbs import Verbs

__all__ = ["Cue", "LanguagePack", "installed_languages", "load_pack"]

FILES = (
    "language", "cues", "contacts", "agreements", "offices", "institutions", "demonyms", "dates", "quotations",
    "references", "polarity", "topics", "verbs",
)  # fmt: skip
"""The files of every pack, without their suffix."""


class LanguagePack(Entry):
    """All that Selon knows of one language; phrases are lemmas in lower case unless said otherwise."""

    code: str = Field(pattern=r"^[a-z]{2}$")
    """ISO 639-1 code."""

    english_name: str
    """Its name in English."""

    own_name: str
    """Its name in itself."""

    version: str
    """Version of the data."""

    small_words: Mapping[str, str]
    """Function words in phrases to the one spelling that they are read as; empty where left out."""

    cues: tuple[Cue, ...]
    """Words that announce what somebody says, thinks or wants."""

    contact_words: tuple[ContactWord, ...]
    """Words that announce a contact."""

    contact_modifiers: tuple[ContactModifier, ...]
    """Words beside them that say what sort of contact it is."""

    contact_statuses: tuple[StatusWord, ...]
    """Words beside them that say whether it took place."""

    discussion_words: tuple[DiscussionWord, ...]
    """Words that say what a contact was about."""

    agreement_words: tuple[AgreementWord, ...]
    """Words that announce something agreed, pending, proposed or refused."""

    instruments: tuple[Instrument, ...]
    """Words for the thing agreed."""

    titles: tuple[Title, ...]
    """Words before a person's name."""

    offices: tuple[Office, ...]
    """Words for offices."""

    institutions: Institutions
    """Institutions, outlets and documents that texts let speak."""

    states: Mapping[str, State]
    """Names, adjectives and inhabitants of each state, by ISO 3166 alpha-2 code in lower case."""

    dates: DateWords
    """Words of dates, times and durations."""

    quotations: Quotations
    """Quotation marks, dashes and apostrophes."""

    references: References
    """Pronouns and other words that come back to actors."""

    polarity: Polarity
    """Negators, obligations, conjunctions and governed prepositions."""

    topics: tuple[TopicEntry, ...]
    """Subjects of diplomacy."""

    verbs: Verbs
    """How verbs are inflected."""

    def key(self, phrase: str) -> str:
        """A phrase with its function words in one spelling: articles inside it are left out, "du" is "de".

        Whatever looks up a phrase does this by itself; lemmas and words as written then match alike.
        """
        return self._key(phrase)

    @cached_property
    def _key(self) -> Callable[[str], str]:
        return lru_cache(maxsize=65_536)(partial(phrase_key, small_words=self.small_words))

    def cue(self, lemma: str, part: CuePart | None = None) -> Cue | None:
        """The entry of lemmas joined by blanks; verbs before nouns where ``part`` is left out."""
        key = self.key(lemma)
        found = self._cues.get(key) or self._cues_without_accents.get(without_accents(key), {})
        return found.get(part) if part is not None else by_part(found)

    def contact_word(self, phrase: str, part: ContactPart | None = None) -> ContactWord | None:
        """The contact that a phrase announces; verbs before nouns where ``part`` is left out."""
        found = self._contact_words.get(self.key(phrase), {})
        return found.get(part) if part is not None else by_part(found)

    def contact_modifier(self, phrase: str) -> ContactModifier | None:
        """What words beside a contact word say of its sort."""
        return self._contact_modifiers.get(self.key(phrase))

    def contact_status(self, phrase: str) -> StatusWord | None:
        """What words beside a contact word say of whether it took place."""
        return self._contact_statuses.get(self.key(phrase))

    def discussion_word(self, phrase: str, part: DiscussionPart) -> DiscussionWord | None:
        """The entry of a verb, by lemmas, or of a preposition, as written, that says what a contact was about."""
        return self._discussion_words.get(self.key(phrase), {}).get(part)

    def agreement_word(self, phrase: str, part: AgreementPart | None = None) -> AgreementWord | None:
        """The agreement that a phrase announces; verbs before nouns where ``part`` is left out."""
        found = self._agreement_words.get(self.key(phrase), {})
        return found.get(part) if part is not None else by_part(found)

    def instrument(self, phrase: str) -> Instrument | None:
        """The thing agreed that a phrase names."""
        return self._instruments.get(self.key(phrase))

    def topic(self, phrase: str) -> TopicEntry | None:
        """The subject that a phrase names."""
        return self._topics.get(self.key(phrase))

    def office(self, word: str) -> Office | None:
        """The office that a word stands for, in any number, gender and case."""
        return self._offices.get(word.lower().replace("’", "'"))

    def title(self, word: str) -> Title | None:
        """The title that a word is, as written."""
        return self._titles.get(word)

    def is_title(self, word: str) -> bool:
        """Is a word a title, in capitals or not, with or without its full stop?"""
        return word.rstrip(".").lower() in self._bare_titles

    def pronoun(self, form: str) -> Pronoun | None:
        """The pronoun that a form is, if it can stand for people."""
        return self._pronouns.get(form.lower().replace("’", "'"))

    def states_named(self, word: str) -> tuple[str, ...]:
        """Codes of the states that a word may name, describe or mean the people of, as written."""
        found = (*self._states_by_name.get(word, ()), *self._states_by_adjective.get(word, ()))
        return tuple(dict.fromkeys(found))

    def state_of_adjective(self, word: str) -> str | None:
        """Code of the state of an adjective or of a word for inhabitants; None where it may be of several."""
        found = self._states_by_adjective.get(word, ())
        return found[0] if len(found) == 1 else None

    @cached_property
    def office_book(self) -> Phrasebook[Office]:
        """Offices by their words, in any number and gender."""
        return phrasebook(
            (form, each) for each in self.offices for form in (each.word, *each.feminine, *each.plural)
        )

    def state_of_inhabitants(self, word: str) -> str | None:
        """Code of the state whose inhabitants a word, as written, means; None where it may be of several."""
        found = self._states_by_people.get(word, ())
        return found[0] if len(found) == 1 else None

    @property
    def negators(self) -> frozenset[str]:
        """Words that negate a clause."""
        return self.polarity.negators

    @property
    def obligations(self) -> frozenset[str]:
        """Lemmas and forms that say that something must or should be."""
        return self.polarity.obligations

    @property
    def conjunctions(self) -> frozenset[str]:
        """Words that open a content and are no part of it."""
        return self.polarity.conjunctions

    @property
    def addressee_prepositions(self) -> frozenset[str]:
        """Prepositions before the one to whom words are addressed."""
        return self.polarity.addressee_prepositions

    @cached_property
    def verb_lemmas(self) -> Mapping[str, str]:
        """The verb of the lexicon that a form, in lower case, belongs to."""
        return self.verbs.lemmas_by_form(sorted(self.known_verbs))

    @cached_property
    def known_verbs(self) -> frozenset[str]:
        """The lemmas of all verbs that announce something."""
        phrases = [each.lemma for each in self.cues if each.part in ("verb", "phrase")]
        lists = (self.contact_words, self.agreement_words, self.discussion_words)
        phrases += [each.phrase for entries in lists for each in entries if each.part in ("verb", "subject")]
        phrases += [each.phrase for each in self.contact_statuses if " " not in each.phrase]
        return frozenset(phrase.split()[0] for phrase in phrases)

    @cached_property
    def contact_starts(self) -> frozenset[str]:
        """First words of all phrases that announce a contact, as keys have them."""
        return frozenset(key.split()[0] for key in self._contact_words)

    @cached_property
    def discussion_starts(self) -> frozenset[str]:
        """First words of all verbs that say what a contact was about, as keys have them."""
        return frozenset(key.split()[0] for key in self._discussion_words)

    @cached_property
    def preposition_starts(self) -> frozenset[str]:
        """First words, as written in lower case, of all prepositions that report."""
        phrases = (each.lemma.replace("'", "' ") for each in self.cues if each.part == "preposition")
        return frozenset(phrase.split()[0] for phrase in phrases)

    def may_start_contact(self, lemma: str, form: str) -> bool:
        """May a word, by its lemma or as written, be the first of a phrase that announces a contact?"""
        return any(self.small_words.get(word) or word in self.contact_starts for word in (lemma, form))

    @cached_property
    def deniable(self) -> frozenset[str]:
        """What a negated contact word is denied to be ("on the agenda"), as keys: the denials without negation."""
        denials = [each.phrase.split() for each in self.contact_statuses if each.status == "denied"]
        negated = [words for words in denials if self.negators & set(words)]
        rests = [" ".join(w for w in words if w != "…" and w not in self.negators) for words in negated]
        return frozenset(self.key(rest) for rest in rests if rest and self.contact_word(rest) is None)

    @cached_property
    def topic_starts(self) -> frozenset[str]:
        """First words of all phrases of the thesaurus, in lower case."""
        phrases = (words.replace("'", "' ").split()[0] for each in self.topics for words in each.words)
        return frozenset(phrases)

    @cached_property
    def plural_offices(self) -> frozenset[str]:
        """Words for offices that stand for several people, as a phrasebook has them."""
        singular = {form for each in self.offices for form in (each.word, *each.feminine)}
        plural = {form for each in self.offices for form in each.plural} - singular
        return frozenset(joined(plain_words(form.split())) for form in plural)

    @cached_property
    def groups_by_start(self) -> dict[str, tuple[tuple[tuple[str, ...], GroupWord], ...]]:
        """Words for several actors, token by token, by their first token; the longest first."""
        return longest_first(
            ((start, *rest), each)
            for each in self.references.groups
            for first, *rest in (each.phrase.replace("'", "' ").split(),)
            for start in (first, *self.references.group_starts.get(first, ()))
        )

    @cached_property
    def counterpart_book(self) -> Phrasebook[Pointer]:
        """Words for whoever holds the like office on the other side."""
        return phrasebook((each.phrase, each) for each in self.references.counterparts)

    @cached_property
    def _cues(self) -> dict[str, dict[CuePart, Cue]]:
        return parted((self.key(each.lemma), each.part, each) for each in self.cues)

    @cached_property
    def _cues_without_accents(self) -> dict[str, dict[CuePart, Cue]]:
        # A lemma that the model makes by rule may err in an accent: « espère », "espèrer".
        return {without_accents(key): entries for key, entries in reversed(self._cues.items())}

    @cached_property
    def _contact_words(self) -> dict[str, dict[ContactPart, ContactWord]]:
        return parted((self.key(each.phrase), each.part, each) for each in self.contact_words)

    @cached_property
    def _contact_modifiers(self) -> dict[str, ContactModifier]:
        return first((self.key(each.phrase), each) for each in self.contact_modifiers)

    @cached_property
    def _contact_statuses(self) -> dict[str, StatusWord]:
        return first((self.key(each.phrase), each) for each in self.contact_statuses)

    @cached_property
    def _discussion_words(self) -> dict[str, dict[DiscussionPart, DiscussionWord]]:
        return parted((self.key(each.phrase), each.part, each) for each in self.discussion_words)

    @cached_property
    def _agreement_words(self) -> dict[str, dict[AgreementPart, AgreementWord]]:
        return parted((self.key(each.phrase), each.part, each) for each in self.agreement_words)

    @cached_property
    def _instruments(self) -> dict[str, Instrument]:
        return first((self.key(each.phrase), each) for each in self.instruments)

    @cached_property
    def _topics(self) -> dict[str, TopicEntry]:
        return first((self.key(words), each) for each in self.topics for words in each.words)

    @cached_property
    def _offices(self) -> dict[str, Office]:
        return first(
            (form.lower(), each)
            for each in self.offices
            for form in (each.word, *each.feminine, *each.plural)
        )

    @cached_property
    def _titles(self) -> dict[str, Title]:
        return first((each.word, each) for each in self.titles)

    @cached_property
    def _bare_titles(self) -> frozenset[str]:
        return frozenset(each.word.rstrip(".").lower() for each in self.titles)

    @cached_property
    def _pronouns(self) -> dict[str, Pronoun]:
        return first((each.form, each) for each in self.references.pronouns if each.people)

    @cached_property
    def _states_by_name(self) -> dict[str, tuple[str, ...]]:
        return codes((word, code) for code, state in self.states.items() for word in state.names)

    @cached_property
    def _states_by_people(self) -> dict[str, tuple[str, ...]]:
        return codes(
            (word, code) for code, state in self.states.items() for word in dict.fromkeys(state.people)
        )

    @cached_property
    def _states_by_adjective(self) -> dict[str, tuple[str, ...]]:
        return codes(
            (word, code) for code, state in self.states.items() for word in {*state.adjectives, *state.people}
        )


@cache
def installed_languages() -> tuple[str, ...]:
    """Codes of the languages that have a pack, in alphabetical order."""
    folders = files("selon.languages").iterdir()
    return tuple(sorted(each.name for each in folders if each.joinpath("language.toml").is_file()))


@cache
def load_pack(code: str) -> LanguagePack:
    """The pack of a language, read once.

    Raises UnknownLanguage where there is none, BrokenPack where a file or an entry does not fit.
    """
    if code not in installed_languages():
        raise UnknownLanguage(code, installed_languages())
    return read_pack(files("selon.languages").joinpath(code))


def read_pack(folder: Traversable) -> LanguagePack:
    """The pack in a folder, checked; raises BrokenPack where a file or an entry does not fit."""
    raw: dict[str, Any] = {}
    origin: dict[str, str] = {}
    for name in FILES:
        fields = _fields(name, read_file(folder, name))
        raw |= fields
        origin |= dict.fromkeys(fields, f"languages/{folder.name}/{name}.toml")
    try:
        return LanguagePack.model_validate(raw)
    except ValidationError as wrong:
        raise broken_pack(wrong, raw, origin, folder.name) from None


def _fields(name: str, content: dict[str, Any]) -> dict[str, Any]:
    """What a file holds, by field of the pack: whole for the files that are one field, else key by key."""
    return {name: content} if name in LanguagePack.model_fields and name not in content else content
