"""What a text can say of a day, and the arithmetic that makes a date of it."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date, timedelta

_DAYS_AHEAD = 60
"""A day without a year may lie so far ahead where the text does not tell; else it is behind."""
_DAYS_AHEAD_OF_A_MONTH = 180
_DAYS_AHEAD_AT_MOST = 300
_MOST_YEARS_OFF = 8


@dataclass(frozen=True, slots=True)
class Told:
    """A date as the text writes it, whole or in part."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """From 1 for Monday, where it is written beside the day."""
    shift: int = 0
    """1 for "next", -1 for "last"; 0 where no such word stands by."""
    other_year: int | None = None
    """Years from that of publication ("in May last year"); None where no such words stand by."""

    @property
    def is_possible(self) -> bool:
        """Is there such a day in some year?"""
        leap_year = 2000
        return is_day(
            leap_year if self.year is None else self.year,
            1 if self.month is None else self.month,
            1 if self.day is None else self.day,
        )


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one date to another, both included."""

    first: Told
    last: Told


@dataclass(frozen=True, slots=True)
class Weekday:
    """A weekday by its name."""

    number: int
    """From 1 for Monday."""
    shift: int = 0
    """1 for "next", -1 for "last"; 0 where no such word stands by."""
    week: int | None = None
    """Weeks from that of publication ("Tuesday next week"); None where no such words stand by."""


@dataclass(frozen=True, slots=True)
class Counted:
    """Some time before or after another one."""

    unit: str
    """day, weekend, week, month or year."""
    offset: int
    anchor: str
    """What it counts from: ``published``, ``told`` before in the text, or something ``other``.

    ``within`` is ``published`` if the text looks ahead ("in two weeks"), else nothing.
    """


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """A day of a month that counts from that of publication ("the 22nd of this month")."""

    day: int
    months: int


@dataclass(frozen=True, slots=True)
class Season:
    """A season of no told year."""

    month: int
    """In which it begins."""
    shift: int
    """1 for "next", -1 for "last"."""


When = Told | Stretch | Weekday | Counted | DayOfMonth | Season


def is_day(year: int, month: int, day: int) -> bool:
    """Is there such a day in the calendar?"""
    if not (MINYEAR <= year <= MAXYEAR and 1 <= month <= 12):
        return False
    return 1 <= day <= calendar.monthrange(year, month)[1]


def written(told: Told) -> str | None:
    """A date with its year in Extended Date/Time Format; None where the year is not known."""
    if told.year is None or not told.is_possible:
        return None
    if told.month is None:
        return f"{told.year:04d}"
    if told.day is None:
        return f"{told.year:04d}-{told.month:02d}"
    return date(told.year, told.month, told.day).isoformat()


def stretch(first: str | None, last: str | None) -> str | None:
    """An interval in Extended Date/Time Format; None where an end is unknown or the order is wrong."""
    if first is None or last is None or first > last:
        return None
    return f"{first}/{last}"


def moved(day: date, days: int) -> date | None:
    """The day so many days later; None where the calendar ends."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def counted_from(day: date, unit: str, offset: int) -> str | None:
    """A day, weekend, week (both as intervals), month or year, some units after that of ``day``."""
    if unit == "day":
        return _iso(moved(day, offset))
    if unit in ("week", "weekend"):
        start = 5 if unit == "weekend" else 0
        monday = 7 * offset - day.weekday()
        return stretch(_iso(moved(day, monday + start)), _iso(moved(day, monday + 6)))
    months = day.year * 12 + day.month - 1 + (12 * offset if unit == "year" else offset)
    return written(Told(months // 12, None if unit == "year" else months % 12 + 1))


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def weekday_near(told: Weekday, published: date, *, ahead: bool | None) -> str | None:
    """The day of a weekday's name, counted from the day of publication.

    Ahead or behind as the text tells, the day itself included; the nearest one where it does not tell.
    """
    later = (told.number - 1 - published.weekday()) % 7
    if told.week is not None:
        later = told.number - 1 - published.weekday() + 7 * told.week
    elif told.shift > 0:
        later = later or 7
    elif told.shift < 0 or ahead is False or (ahead is None and later > 3):
        later = later - 7 if later or told.shift else 0
    return _iso(moved(published, later))


def with_year(told: Told, published: date, *, ahead: bool | None) -> Told:
    """A day or month of no told year with the year that it most likely has.

    The last such day before or on the day of publication, or the next one if the text looks ahead; where it
    does not tell (None), the next one if it is near.
    """
    if told.other_year is not None:
        return replace(told, year=published.year + told.other_year)
    years = range(published.year - _MOST_YEARS_OFF, published.year + _MOST_YEARS_OFF + 1)
    dates = [replace(told, year=year) for year in years]
    places = [
        (days, each)
        for each in dates
        if (days := _distance(each, published)) is not None and (days or not told.shift)
    ]
    behind = [place for place in places if place[0] <= 0][-1:]
    coming = [place for place in places if place[0] >= 0][:1]
    chosen = coming if coming and (not behind or _is_coming(told, coming[0][0], ahead=ahead)) else behind
    if not chosen:
        return told
    days, found = chosen[0]
    if abs(days) > _DAYS_AHEAD and not _is_on_its_weekday(found):
        # The weekday beside a far day tells the year; beside a near one it is a slip of the pen.
        fitting = [place for place in places if _is_on_its_weekday(place[1])]
        return min(fitting, key=lambda place: abs(place[0]), default=(days, found))[1]
    return found


def _is_coming(told: Told, days: int, *, ahead: bool | None) -> bool:
    """Is the next such date meant rather than the last one, some months and days before it?"""
    if told.shift:
        return told.shift > 0
    if ahead:
        # "The accord of 2 July will be reviewed", written on the 5th, is not about next year's.
        return days <= _DAYS_AHEAD_AT_MOST
    if ahead is None:
        return days <= (_DAYS_AHEAD if told.day else _DAYS_AHEAD_OF_A_MONTH)
    # Who tells of a day almost a year ago writes the year: "announced talks on 12 June" means the next one.
    return told.day is not None and days <= _DAYS_AHEAD // 2


def _distance(told: Told, published: date) -> int | None:
    """Days from the day of publication to a date, negative for earlier; None where there is no such day."""
    if told.year is None or told.month is None or not told.is_possible:
        return None
    if told.day is None:
        return 30 * ((told.year - published.year) * 12 + told.month - published.month)
    return (date(told.year, told.month, told.day) - published).days


def _is_on_its_weekday(told: Told) -> bool:
    if told.weekday is None or not (told.year and told.month and told.day):
        return True
    return date(told.year, told.month, told.day).isoweekday() == told.weekday
