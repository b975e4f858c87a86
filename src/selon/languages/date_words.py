"""What a language pack says of dates: how days, times and durations are written."""

from collections.abc import Mapping
from functools import cached_property
from typing import Literal

from pydantic import Field

from selon.languages.date_terms import Meaning, Meanings, gather
from selon.languages.entries import Entry, Word, Words

Unit = Literal["day", "weekend", "week", "month", "year"]
Anchor = Literal["published", "told", "other"]


class DayWord(Entry):
    """Words for a day or a longer time that count from some other day."""

    phrase: Word
    """As written, in lower case."""

    unit: Unit = "day"
    """What is counted."""

    offset: int
    """How many units later; negative for earlier."""

    anchor: Anchor = "published"
    """The day of publication, or the day last told of ("the day before")."""


class CountEnd(Entry):
    """Words after a number of days, weeks, months or years that make it a date: "ago", "later"."""

    phrase: Word
    """As written, in lower case."""

    sign: Literal[-1, 1]
    """1 for later, -1 for earlier."""

    anchor: Anchor
    """What it counts from; ``other`` for what the words after it name ("two days after the vote")."""


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
    """For each month from January, its name, then its short forms."""

    weekdays: tuple[Words, ...] = Field(min_length=7, max_length=7)
    """For each weekday from Monday, its name, then its short forms."""

    capitalised: bool = False
    """True where months and weekdays are written with a capital inside a sentence."""

    month_first: bool = False
    """True where a day may follow its month ("June 4")."""

    numeric_order: Literal["day first", "month first", "either"] = "day first"
    """How a date of three numbers that ends with the year is read."""

    ambiguous_months: Words = ()
    """Months whose names also mean something else ("may", "mars")."""

    weekday_shifts: Mapping[str, int]
    """Words beside a weekday, a day or a month to what they move it by ("last" is -1)."""

    days: tuple[DayWord, ...]
    """Words that count from some other day."""

    counts_back: Words = ()
    """Words before a number of days that count back from the day of publication ("il y a")."""

    counts_ahead: Words = ()
    """Words before a number of days that count ahead from the day of publication ("in")."""

    count_ends: tuple[CountEnd, ...] = ()
    """Words after a number of days that make it a date."""

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

    hour_prepositions: Words = ()
    """Words before a time of day ("at")."""

    ordinals: Mapping[str, int]
    """Ordinal words and short forms to their numbers."""

    numbers: Mapping[str, int]
    """Number words to their numbers."""

    units: tuple[DurationUnit, ...]
    """Units of duration."""

    durations: Mapping[str, str]
    """Whole phrases to ISO 8601 durations ("half an hour")."""

    fractions: Mapping[str, float] = {}
    """Words that add a part of a unit ("and a half")."""

    duration_marks: Words = ()
    """Prepositions before a number of units that say how long something took ("for")."""

    duration_verbs: Words = ()
    """Forms of verbs before a number of units that say how long something took ("lasted")."""

    duration_bars: Words = ()
    """Words before a number of units with which it is no duration of anything ("since", "within")."""

    duration_ends: Words = ()
    """Words after a number of units with which it is no duration of anything ("old")."""

    articles: Words = ()
    """Articles and demonstratives before a date."""

    prepositions: Words = ()
    """Prepositions before a date."""

    ahead_prepositions: Words = ()
    """Prepositions before a date that lies ahead ("by", "for")."""

    ahead_words: frozenset[str] = frozenset()
    """Forms and lemmas that put what they stand by, or govern, into the future ("scheduled")."""

    of_words: Words = ()
    """Words between a day and its month, a month and its year, a number and its unit ("of")."""

    genitive_marks: Words = ()
    """Marks after the date of a noun ("Sunday's talks")."""

    range_openers: Words = ()
    """Words before the first of two days that bound a stretch ("from")."""

    range_marks: Words = ()
    """Words between two days that bound a stretch ("to")."""

    joints: Words = ()
    """Words between the last two of several days ("and")."""

    phases: Words = ()
    """Words before a month or a year for a part of it ("early", "end of")."""

    seasons: Mapping[str, int] = {}
    """Seasons to the month in which they begin on the northern half of the earth."""

    ahead_auxiliaries: frozenset[str] = frozenset()
    """Forms of auxiliaries and modals that put the verb they go with into the future ("will", "may")."""

    open_auxiliaries: frozenset[str] = frozenset()
    """Forms of auxiliaries after which a day may lie ahead or behind (« devait »)."""

    future_forms: str = "(?!)"
    """Pattern of forms of verbs in the future or conditional; never matches where auxiliaries show it."""

    past_forms: str = "(?!)"
    """Pattern of forms of verbs in the past; never matches where auxiliaries show it."""

    infinitive_forms: str = "(?!)"
    """Pattern of forms of verbs in the infinitive; never matches where a mark shows it."""

    infinitive_marks: Words = ()
    """Words that mark an infinitive ("to")."""

    perfects: frozenset[str] = frozenset()
    """Auxiliaries that put a participle into the past beside all else ("to have met", « aurait vu »)."""

    @cached_property
    def meanings(self) -> Meanings:
        """What each word or phrase can be in a date, by its first piece; the longest first."""
        return gather(self._entries())

    def _entries(self) -> list[tuple[str, Meaning]]:
        """Every phrase with its meaning; of two meanings of a phrase the later one holds."""
        found = [
            *((word, Meaning(symbol)) for symbol, words in self._plain_words.items() for word in words),
            *((word, Meaning("a" if number == 1 else "n", number)) for word, number in self.numbers.items()),
            *((word, Meaning("s", number)) for word, number in self.weekday_shifts.items()),
            *((word, Meaning("b", number)) for word, number in self.fractions.items()),
            *((word, Meaning("S", number)) for word, number in self.seasons.items()),
            *((part.phrase, Meaning("Y")) for part in self.day_parts),
            *((word, Meaning("k", iso=time)) for word, time in self.clock_times.items()),
            *((word, Meaning("z", iso=iso)) for word, iso in self.durations.items()),
            *((end.phrase, Meaning("Z", end.sign, unit="", anchor=end.anchor)) for end in self.count_ends),
            *((day.phrase, Meaning("r", day.offset, unit=day.unit, anchor=day.anchor)) for day in self.days),
        ]
        for unit in self.units:
            symbol = {"PT{}H": "h", "PT{}M": "g"}.get(unit.iso, "u")
            found += [(form, Meaning(symbol, iso=unit.iso)) for form in unit.forms]
        # "Second" is an ordinal before it is a unit, « seconde » too.
        found += [(word, Meaning("o", number)) for word, number in self.ordinals.items()]
        for full, short, names in (("m", "M", self.months), ("w", "W", self.weekdays)):
            for number, forms in enumerate(names, 1):
                for form in forms:
                    # « sept » is seven: short forms give way to numbers. « aout » is no short form.
                    if form not in self.numbers:
                        found.append((form, Meaning(full if len(form) >= len(forms[0]) else short, number)))
        return found

    @property
    def _plain_words(self) -> dict[str, Words]:
        """The words that only join others, by the symbol that patterns know them by."""
        return {
            "H": tuple(mark for mark in self.hour_marks if mark[0].isalpha()),
            "p": (*self.prepositions, *self.ahead_prepositions),
            "P": self.hour_prepositions,
            "l": self.articles,
            "v": self.of_words,
            "f": self.range_openers,
            "t": self.range_marks,
            "c": self.joints,
            "K": self.phases,
            "F": self.duration_marks,
            "V": self.duration_verbs,
            "N": self.duration_bars,
            "X": self.duration_ends,
            "A": self.counts_back,
            "I": self.counts_ahead,
            "e": self.morning_marks,
            "E": self.afternoon_marks,
        }

    @cached_property
    def genitives(self) -> frozenset[str]:
        """Words between a noun and its date (« les entretiens de jeudi »)."""
        return frozenset((*self.of_words, *self.range_openers))

    @cached_property
    def ordinal_endings(self) -> frozenset[str]:
        """What makes an ordinal of digits ("th")."""
        return frozenset(form.lstrip("0123456789") for form in self.ordinals if form[0].isdigit())

    @cached_property
    def open_ends(self) -> tuple[str, ...]:
        """Words that count from what follows them, where something does ("before", "after")."""
        return tuple(end.phrase for end in self.count_ends if end.anchor == "other")

    @cached_property
    def calendar_words(self) -> frozenset[str]:
        """The names of months and days of the week, and what else names a day ("eve"), in lower case."""
        names = [word for words in (*self.months, *self.weekdays) for word in words]
        names += [each.phrase.split()[-1] for each in self.days]
        names += [form for each in self.units for form in each.forms]
        return frozenset(name.lower() for name in names)
