"""One language's knowledge, read from its folder and checked."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

from pydantic import Field, ValidationError

from selon.errors import BrokenPack, UnknownLanguage
from selon.languages.entries import (
    AgreementWord,
    ContactModifier,
    ContactWord,
    Cue,
    CuePart,
    DateWords,
    Entry,
    Instrument,
    Office,
    Polarity,
    Pronoun,
    Quotations,
    References,
    State,
    StatusWord,
    Title,
    TopicEntry,
)

__all__ = ["Cue", "LanguagePack", "installed_languages", "load_pack"]

FILES = (
    "language", "cues", "contacts", "agreements", "offices", "demonyms", "dates", "quotations",
    "references", "polarity", "topics",
)  # fmt: skip
"""The files of every pack, without their suffix."""

_PART_ORDER: tuple[CuePart, ...] = ("verb", "phrase", "preposition", "noun", "adjective")
_NAMING_KEYS = ("lemma", "phrase", "word", "label", "form", "forms", "open")

_Named = TypeVar("_Named")


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

    cues: tuple[Cue, ...]
    """Words that announce what somebody says, thinks or wants."""

    contact_words: tuple[ContactWord, ...]
    """Words that announce a contact."""

    contact_modifiers: tuple[ContactModifier, ...]
    """Words beside them that say what sort of contact it is."""

    contact_statuses: tuple[StatusWord, ...]
    """Words beside them that say whether it took place."""

    agreement_words: tuple[AgreementWord, ...]
    """Words that announce something agreed, pending, proposed or refused."""

    instruments: tuple[Instrument, ...]
    """Words for the thing agreed."""

    titles: tuple[Title, ...]
    """Words before a person's name."""

    offices: tuple[Office, ...]
    """Words for offices."""

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

    def cue(self, lemma: str, part: CuePart | None = None) -> Cue | None:
        """The entry of a lemma or of lemmas joined by blanks; verbs before nouns where ``part`` is left out."""
        found = self._cues.get(lemma, {})
        if part is not None:
            return found.get(part)
        return next((found[each] for each in _PART_ORDER if each in found), None)

    def contact_word(self, phrase: str) -> ContactWord | None:
        """The contact that a phrase announces."""
        return self._contact_words.get(phrase)

    def agreement_word(self, phrase: str) -> AgreementWord | None:
        """The agreement that a phrase announces."""
        return self._agreement_words.get(phrase)

    def office(self, word: str) -> Office | None:
        """The office that a word stands for, in any number, gender and case."""
        return self._offices.get(word.lower())

    def title(self, word: str) -> Title | None:
        """The title that a word is, as written."""
        return self._titles.get(word)

    def states_named(self, word: str) -> tuple[str, ...]:
        """Codes of the states that a name, an adjective or a word for inhabitants may stand for, as written."""
        return self._state_words.get(word, ())

    def pronoun(self, form: str) -> Pronoun | None:
        """The pronoun that a form in lower case is."""
        return self._pronouns.get(form)

    def state_of_adjective(self, form: str) -> str | None:
        """Code of the one state that an adjective, or a word for inhabitants, belongs to."""
        found = self._state_adjectives.get(form.lower(), ())
        return found[0] if len(found) == 1 else None

    @cached_property
    def office_starts(self) -> frozenset[str]:
        """The first words of all words for offices."""
        return frozenset(form.split()[0] for form in self._offices)

    @cached_property
    def plural_offices(self) -> frozenset[str]:
        """Words that stand for several holders of an office."""
        return frozenset(form.lower() for each in self.offices for form in each.plural)

    @cached_property
    def groups_by_start(self) -> dict[str, tuple[tuple[str, ...], ...]]:
        """Words for several actors together, by their first word, the longest first."""
        found: dict[str, list[tuple[str, ...]]] = {}
        for group in self.references.groups:
            words = tuple(group.phrase.split())
            found.setdefault(words[0], []).append(words)
        return {start: tuple(sorted(each, key=len, reverse=True)) for start, each in found.items()}

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
    def _cues(self) -> dict[str, dict[CuePart, Cue]]:
        found: dict[str, dict[CuePart, Cue]] = {}
        for cue in self.cues:
            found.setdefault(cue.lemma, {})[cue.part] = cue
        return found

    @cached_property
    def _contact_words(self) -> dict[str, ContactWord]:
        return _first((each.phrase, each) for each in self.contact_words)

    @cached_property
    def _agreement_words(self) -> dict[str, AgreementWord]:
        return _first((each.phrase, each) for each in self.agreement_words)

    @cached_property
    def _offices(self) -> dict[str, Office]:
        return _first(
            (form.lower(), each) for each in self.offices for form in (each.word, *each.feminine, *each.plural)
        )

    @cached_property
    def _titles(self) -> dict[str, Title]:
        return _first((each.word, each) for each in self.titles)

    @cached_property
    def _pronouns(self) -> dict[str, Pronoun]:
        return _first((each.form, each) for each in self.references.pronouns)

    @cached_property
    def _state_adjectives(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for code, state in self.states.items():
            for word in dict.fromkeys(each.lower() for each in (*state.adjectives, *state.people)):
                found[word] = (*found.get(word, ()), code)
        return found

    @cached_property
    def _state_words(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for code, state in self.states.items():
            for word in dict.fromkeys((*state.names, *state.adjectives, *state.people)):
                found[word] = (*found.get(word, ()), code)
        return found


def _first(pairs: Iterable[tuple[str, _Named]]) -> dict[str, _Named]:
    """A dictionary in which the first of several values of a key stays."""
    found: dict[str, _Named] = {}
    for key, value in pairs:
        found.setdefault(key, value)
    return found


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
        fields = _fields(name, _read_file(folder, name))
        raw |= fields
        origin |= dict.fromkeys(fields, f"languages/{folder.name}/{name}.toml")
    try:
        return LanguagePack.model_validate(raw)
    except ValidationError as wrong:
        raise _broken(wrong, raw, origin, folder.name) from None


def _read_file(folder: Traversable, name: str) -> dict[str, Any]:
    path = f"languages/{folder.name}/{name}.toml"
    try:
        return tomllib.loads(folder.joinpath(f"{name}.toml").read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise BrokenPack(path, name, "the file is missing") from None
    except tomllib.TOMLDecodeError as wrong:
        raise BrokenPack(path, name, str(wrong)) from None


def _fields(name: str, content: dict[str, Any]) -> dict[str, Any]:
    """What a file holds, by field of the pack: whole for the files that are one field, else key by key."""
    return {name: content} if name in LanguagePack.model_fields and name not in content else content


def _broken(wrong: ValidationError, raw: Any, origin: Mapping[str, str], code: str) -> BrokenPack:
    first = wrong.errors()[0]
    field, *rest = first["loc"]
    path = origin.get(str(field), f"languages/{code}")
    entry, value = str(field), raw.get(field)
    while rest and (isinstance(value, dict) and rest[0] in value or isinstance(value, list)):
        value = value[rest.pop(0)]
        entry = _name_of(value) or entry
    missing = ".".join(str(each) for each in rest) or str(first["loc"][-1])
    return BrokenPack(path, entry, f"{missing}: {first['msg'][0].lower()}{first['msg'][1:]}")


def _name_of(value: Any) -> str | None:
    """What an entry calls itself."""
    if not isinstance(value, dict):
        return None
    named = next((value[key] for key in _NAMING_KEYS if key in value), None)
    return None if named is None else str(named)
