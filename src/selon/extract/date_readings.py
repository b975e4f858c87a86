"""Which runs of terms are dates, times of day and durations, before it is known what day they mean."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from selon.extract.calendar import Counted, DayOfMonth, Season, Stretch, Told, Weekday, When
from selon.extract.date_passages import Passage, Row, Term
from selon.extract.durations import amount_of, is_time, read_clock, read_hours, read_length
from selon.languages.date_words import DateWords


@dataclass(frozen=True, slots=True)
class Reading:
    """A run of terms with what it says of time."""

    first: int
    last: int
    """One past its last term."""
    when: When | None = None
    time: str | None = None
    duration: str | None = None


_BEFORE = "[pPINZtvflFK]{0,5}"
_DAY = "[do]"
_MONTH = r"(?:m|M\.?)"
_WEEKDAY = r"(?:(?:w|W\.?)Y?,?\(?l?)"
_LATER = "(?:s|,?v?r)"
_NUMBER = "(?:an|[adDnq])-?b?-?v?"
_TO = "[-_t]"


def _patterns(*, month_first: bool) -> dict[str, str]:
    """Runs of symbols by name, of two that begin together the first is taken."""
    year = "(?:,?v?y)" if month_first else "(?:v?y)"
    dated = f"{_DAY}v?{_MONTH}"
    found = {
        "days": f"{_WEEKDAY}?{_DAY}(?:,l?{_DAY}){{0,6}}(?:{_TO}|,?c)l?{_WEEKDAY}?{dated}{year}?s?",
        "dates": f"{_WEEKDAY}?{dated}{year}?(?:{_TO}|c)[lv]?{_WEEKDAY}?{dated}{year}?s?",
        "date": f"{_WEEKDAY}?{dated}(?:{year}|{_LATER})?",
    }
    if month_first:
        dated, no_hour = f"{_MONTH}l?{_DAY}", "(?![hHgueEmM])"
        found |= {
            "month_days": f"{_WEEKDAY}?{_MONTH}{_DAY}(?:,{_DAY}){{0,6}}(?:-|t|,?c){_DAY}{no_hour}{year}?",
            "month_dates": f"{_WEEKDAY}?{dated}{year}?(?:{_TO}|c){_WEEKDAY}?{dated}{no_hour}{year}?",
            "month_date": f"{_WEEKDAY}?{dated}{no_hour}(?:{year}|{_LATER})?",
        }
    return found | {
        "day_of_month": f"{_DAY}v?r",
        "months": f"{_MONTH}{year}?(?:{_TO}|c)v?{_MONTH}{year}?",
        "month": f"s?{_MONTH}(?:{year}|{_LATER})?",
        "numeric": f"{_WEEKDAY}?i",
        "weekday": "s?w(?:Ys|sY|Y|s)?(?:,?v?r)?",
        "relative": "rY?",
        "season": "s?S(?:s|v?y)?",
        "count_back": f"A{_NUMBER}[hgu]b?",
        "count_on": f"{_NUMBER}[hgu]b?Z",
        "clock": "(?:j[eE]?|[dDqn][eE]|[dDn]H[dD]?[eE]?|k)",
        "hours": f"s?{_NUMBER}h(?:-?b)?(?:,?c?(?:an|[adDn])-?g|[dDn](?![gu]))?[eE]?",
        "length": f"s?(?:{_NUMBER}[gu](?:-?b)?|z)",
        "years": f"y(?:{_TO}|c)y",
        "year": "y",
    }


@cache
def _pattern(*, month_first: bool) -> re.Pattern[str]:
    named = (f"(?P<{name}>{_BEFORE}{core})" for name, core in _patterns(month_first=month_first).items())
    # No date begins with a mark or with a word that is no part of one: looked at first, for speed.
    return re.compile(f"(?=[^x,.()/¶_-])(?:{'|'.join(named)})")


def read_times(row: Row, words: DateWords) -> Iterator[Reading]:
    """The dates, times and durations of a text, in text order and without overlap.

    A reading without date, time and duration is a run of terms that looked like one and is none: 31 February.
    """
    pattern = _pattern(month_first=words.month_first)
    at = 0
    while match := pattern.search(row.symbols, at):
        core = match.start()
        while row.symbols[core] in _PREFIXES:
            core += 1
        passage = Passage(row, match.start(), core, match.end(), words)
        found = _READERS[str(match.lastgroup)](passage) if _is_spelt_right(passage) else []
        yield from found
        at = found[-1].last if found else core + 1


def _is_spelt_right(passage: Passage) -> bool:
    """Are its months and weekdays written as such: with a capital, short forms beside a number?"""
    named = passage.terms_of("mMwW")
    if passage.words.capitalised and not all(map(passage.row.has_capital, named)):
        return False
    return not passage.terms_of("MW") or passage.one_of("doy") is not None


def _whole(passage: Passage, when: When | None) -> list[Reading]:
    return [Reading(passage.first, passage.last, when)]


def _told(passage: Passage) -> Told:
    """What the terms of one date say, taken together."""
    later = passage.one_of("r")
    return Told(
        passage.number_of("y"),
        passage.number_of("mM"),
        passage.number_of("do"),
        passage.number_of("wW"),
        passage.number_of("s") or 0,
        None if later is None else int(later.meaning.number),
    )


def _without_other(passage: Passage, unit: str) -> Passage:
    """The passage without words at its end that count in something else than ``unit``."""
    later = passage.terms[-1].meaning
    if later.symbol != "r" or (later.unit == unit and later.anchor == "published"):
        return passage
    last = passage.last - 1
    while passage.row.symbols[last - 1] in ",v":
        last -= 1
    return replace(passage, last=last)


def _read_date(passage: Passage) -> list[Reading]:
    passage = _without_other(passage, "year")
    if passage.words.month_first and _is_in_a_row(passage):
        return []
    told = _told(passage)
    return _whole(passage, told if told.is_possible else None)


def _is_in_a_row(passage: Passage) -> bool:
    """Does an ordinal word before a month number something else ("the second May meeting")?"""
    day = passage.one_of("do")
    if day is None or not day.form.isalpha() or passage.one_of("v") is not None:
        return False
    return day.start < passage.terms_of("mM")[0].start


def _read_month(passage: Passage) -> list[Reading]:
    passage = _without_other(passage, "year")
    [month] = passage.terms_of("mM")
    told = _told(passage)
    if passage.after == "D" and not told.year:
        return []
    framed = bool(told.year or told.shift or passage.before.strip("lF"))
    as_written = passage.row.has_capital(month) == passage.words.capitalised
    if month.form in passage.words.ambiguous_months and not (framed and as_written):
        return []
    # « Mai Fatty », "April Glaspie" are people.
    return _whole(passage, told) if framed or (as_written and not _is_before_a_name(passage)) else []


def _is_before_a_name(passage: Passage) -> bool:
    following = passage.row.terms[passage.last : passage.last + 1]
    return any(term.meaning.symbol == "x" and passage.row.has_capital(term) for term in following)


def _read_numeric(passage: Passage) -> list[Reading]:
    [term] = passage.terms_of("i")
    numbers = [int(part) for part in re.split("[/.-]", term.form)]
    if term.form[:4].isdecimal():
        told = Told(*numbers)
    elif numbers[2] < 100 and "/" not in term.form:
        return []
    else:
        told = _ordered(numbers, passage.words.numeric_order)
    return _whole(passage, told if told.is_possible else None)


def _ordered(numbers: list[int], order: str) -> Told:
    """The date of three numbers with the year last, in the order of the language."""
    first, second, year = numbers
    year += 2000 if year < 100 else 0
    if order == "either" and max(first, second) <= 12 and first != second:
        # The fourth of June or the sixth of April: a date that cannot be told.
        return Told(day=first)
    if order == "month first" or (order == "either" and second > 12):
        return Told(year, first, second)
    return Told(year, second, first)


def _read_days(passage: Passage) -> list[Reading]:
    """Several days of one month: a stretch where they are bounds or follow each other."""
    told = _told(passage)
    symbols = passage.row.symbols
    places = [at for at in range(passage.core, passage.last) if symbols[at] in "do"]
    days = [replace(told, day=int(passage.row.terms[at].meaning.number), weekday=None) for at in places]
    if not all(day.is_possible for day in days):
        return _whole(passage, None)
    bounds = bool(set("-_t") & set(symbols[places[0] : places[-1]])) or "f" in passage.before
    numbers = [day.day or 0 for day in days]
    if bounds or numbers == list(range(numbers[0], numbers[0] + len(numbers))):
        first = days[0]
        if numbers[0] >= numbers[-1]:
            month = (first.month or 1) - 1 or 12
            first = replace(first, month=month, year=None)
        return _whole(passage, Stretch(first, days[-1]))
    ends = [at + 1 for at in places[:-1]] + [passage.last]
    return [
        Reading(first, last, day)
        for first, last, day in zip([passage.first, *places[1:]], ends, days, strict=True)
    ]


def _read_two(passage: Passage) -> list[Reading]:
    """Two dates, months or years: the bounds of a stretch, or two in a row that may share a year."""
    symbols = passage.row.symbols
    joint = next(
        at
        for at in range(passage.core + 1, passage.last)
        if symbols[at] in "-_tc" and set(symbols[passage.core : at]) & set("mMy")
    )
    left = replace(passage, last=joint)
    right = replace(passage, first=joint + 1, core=joint + 1)
    first, last = _told(left), _told(right)
    if not (first.is_possible and last.is_possible):
        return _whole(passage, None)
    if symbols[joint] == "c" and "f" not in passage.before:
        return [
            Reading(left.first, left.last, replace(first, year=first.year or last.year)),
            Reading(right.first, right.last, last),
        ]
    return _whole(passage, Stretch(first, last))


def _read_years(passage: Passage) -> list[Reading]:
    framed = set(passage.before) & set("pINZvfKF")
    return _read_two(passage) if framed and all(_is_year(term) for term in passage.terms_of("y")) else []


def _read_year(passage: Passage) -> list[Reading]:
    """A number of four digits after a preposition that a year can follow."""
    framed = set(passage.before) & set("pINZvfKF") and passage.after not in tuple("hgu-")
    return _whole(passage, _told(passage)) if framed and _is_year(passage.terms[0]) else []


def _is_year(term: Term) -> bool:
    return 1700 <= term.meaning.number <= 2199


def _read_weekday(passage: Passage) -> list[Reading]:
    if passage.previous == "a":
        # "On a Tuesday" is any.
        return []
    passage = _without_other(passage, "week")
    week = passage.number_of("r")
    return _whole(passage, Weekday(passage.number_of("w") or 1, passage.number_of("s") or 0, week))


def _read_season(passage: Passage) -> list[Reading]:
    """A season with its year, or of last or next year; else it is no date."""
    year, shift = passage.number_of("y"), passage.number_of("s")
    if year is not None:
        return _whole(passage, Told(year))
    if shift is None:
        return []
    return _whole(passage, Season(passage.number_of("S") or 1, shift))


def _read_day_of_month(passage: Passage) -> list[Reading]:
    day, later = passage.number_of("do"), passage.terms[-1].meaning
    if later.unit != "month" or later.anchor != "published":
        return []
    return _whole(passage, DayOfMonth(day or 1, int(later.number)))


def _read_relative(passage: Passage) -> list[Reading]:
    [term] = passage.terms_of("r")
    meaning = term.meaning
    leans = passage.one_of("Y") is None and _leans_on_what_follows(passage, term)
    anchor = "other" if meaning.anchor == "told" and leans else meaning.anchor
    return _whole(passage, Counted(meaning.unit, int(meaning.number), anchor))


def _leans_on_what_follows(passage: Passage, term: Term) -> bool:
    """Do the words count from what they go on to name ("the day before the summit")?"""
    if passage.after in ("v", "f"):
        return True
    if not any(term.form.endswith(end) for end in passage.words.open_ends):
        return False
    return passage.after == "l" or _is_before_a_name(passage)


def _read_count(passage: Passage) -> list[Reading]:
    """A number of units ago, or before or after something."""
    end = passage.one_of("Z")
    unit = _UNITS.get(passage.terms_of("hgu")[0].meaning.iso)
    amount = amount_of(passage.terms)
    if unit is None or amount is None:
        return _whole(passage, None)
    if end is None:
        return _whole(passage, Counted(unit, -amount, "published"))
    anchor = end.meaning.anchor
    if anchor == "other" and not _leans_on_what_follows(passage, end):
        anchor = "told"
    return _whole(passage, Counted(unit, int(end.meaning.number) * amount, anchor))


def _read_clock(passage: Passage) -> list[Reading]:
    time = read_clock(passage)
    if time is None and passage.previous in ("w", "r", "Y") and (word := passage.one_of("k")) is not None:
        time = word.meaning.iso
    return [Reading(passage.first, passage.last, time=time)] if time else []


def _read_hours(passage: Passage) -> list[Reading]:
    if is_time(passage):
        return [Reading(passage.first, passage.last, time=read_hours(passage))]
    return _read_length(passage)


def _read_length(passage: Passage) -> list[Reading]:
    unit = passage.one_of("u")
    if unit is not None and passage.before.endswith("I") and passage.after not in ("v", "Z"):
        name, amount = _UNITS.get(unit.meaning.iso), amount_of(passage.terms)
        # "In a day" is no tomorrow.
        if name and amount and (amount > 1 or name != "day"):
            return _whole(passage, Counted(name, amount, "within"))
    return [Reading(passage.first, passage.last, duration=read_length(passage))]


_PREFIXES = frozenset("pPINZtvflFK")
_UNITS = {"P{}D": "day", "P{}W": "week", "P{}M": "month", "P{}Y": "year"}
_READERS: dict[str, Callable[[Passage], list[Reading]]] = {
    "days": _read_days,
    "dates": _read_two,
    "date": _read_date,
    "month_days": _read_days,
    "month_dates": _read_two,
    "month_date": _read_date,
    "day_of_month": _read_day_of_month,
    "months": _read_two,
    "month": _read_month,
    "numeric": _read_numeric,
    "weekday": _read_weekday,
    "relative": _read_relative,
    "season": _read_season,
    "count_back": _read_count,
    "count_on": _read_count,
    "clock": _read_clock,
    "hours": _read_hours,
    "length": _read_length,
    "years": _read_years,
    "year": _read_year,
}
