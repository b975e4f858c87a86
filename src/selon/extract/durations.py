"""How long something took and at what time of day: hours, minutes, and the words around them."""

import re
from collections.abc import Sequence

from selon.extract.date_passages import Passage, Term

_MOST_HOURS_OF_A_DURATION = 6
"""« Un appel de 2h » lasts two hours, « la réunion de 14h » begins at two."""


def read_clock(passage: Passage) -> str | None:
    """The time of day that "14:30", "2.30 p.m." or "at noon" names; None where it names none."""
    word = passage.one_of("k")
    if word is not None:
        return word.meaning.iso if passage.before[-1:] in ("P", "t", "Z", "p", "K") else None
    clock = passage.one_of("j")
    if clock is not None:
        hour, minute = (int(part) for part in clock.form.split(":")[:2])
        return _time(hour, minute, passage)
    decimal = passage.one_of("q")
    if decimal is not None:
        hour, minute = (int(part) for part in re.split("[.,]", decimal.form))
        return _time(hour, minute, passage) if re.search(r"[.,]\d\d$", decimal.form) else None
    numbers = [int(term.meaning.number) for term in passage.terms_of("dDn")]
    return _time(numbers[0], numbers[1] if len(numbers) > 1 else 0, passage)


def _time(hour: int, minute: int, passage: Passage) -> str | None:
    """The hour on the clock of 24, as the marks of morning and afternoon tell."""
    if passage.one_of("E") is not None and hour < 12:
        hour += 12
    elif passage.one_of("e") is not None and hour == 12:
        hour = 0
    if hour == 24 and minute == 0:
        hour = 0
    return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else None


def is_time(passage: Passage) -> bool:
    """Do a number and "hours" tell a time of day rather than a duration?"""
    unit = passage.one_of("h")
    if unit is None or unit.form not in passage.words.hour_marks:
        return False
    if passage.one_of("eE") is not None:
        return True
    hours = _amount(passage.terms)
    if passage.one_of("bg") is not None or hours > 24:
        return False
    if len(unit.form) == 1:
        if passage.before.endswith("v"):
            return hours > _MOST_HOURS_OF_A_DURATION
        return not passage.before.endswith("F") and passage.previous != "V"
    return _is_at(passage) and passage.one_of("dDn") is not None and passage.after not in ("v", "f", "X")


def _is_at(passage: Passage) -> bool:
    """Does the hour stand after "at" or beside a day? « Après deux heures » it does only in figures."""
    last = passage.before[-1:]
    if last in ("P", "t") or (last == "Z" and passage.one_of("d") is not None):
        return True
    beside = passage.row.symbols[max(passage.first - 2, 0) : passage.first]
    return not passage.before and re.search("[wYrmy],?$", beside) is not None


def read_hours(passage: Passage) -> str | None:
    """The time of day in "à 14 h 30" or "3 heures du matin"; None where there is no such time."""
    numbers = [int(term.meaning.number) for term in passage.terms_of("adDn")]
    return _time(numbers[0], numbers[1] if len(numbers) > 1 else 0, passage)


def read_length(passage: Passage) -> str | None:
    """The ISO 8601 duration of something; None where the words count from or to another time."""
    if not _is_length(passage):
        return None
    phrase = passage.one_of("z")
    if phrase is not None:
        return phrase.meaning.iso
    return duration_of(passage.terms)


def _is_length(passage: Passage) -> bool:
    """Is it said how long something took, not how long ago or for how long to come?"""
    last = passage.before[-1:]
    if "N" in passage.before or _is_barred(passage):
        return False
    if "F" in passage.before or passage.previous == "V":
        return True
    if last == "t" and passage.after in ("v", "f"):
        return False
    if passage.after != "v" and last in ("I", "Z", "P", "p"):
        return False
    unit = passage.one_of("u")
    return unit is None or _is_framed(passage, unit)


def _is_barred(passage: Passage) -> bool:
    """Is it "the last two hours", "two hours later" or "45-year-old"? "To last two hours" is not."""
    shift = passage.number_of("s")
    if shift is not None and (shift > 0 or "l" in passage.before):
        return True
    following = passage.row.symbols[passage.last : passage.last + 2]
    return following[:1] in ("Z", "X") or following == "-X"


def _is_framed(passage: Passage, unit: Term) -> bool:
    """Do the words around days, weeks and more show that they measure something: "a two-day visit"?"""
    hyphen = passage.one_of("-") is not None
    if unit.meaning.iso.endswith("Y"):
        return False
    if unit.meaning.iso.endswith("M"):
        return hyphen
    return hyphen or passage.after == "v" or passage.before.endswith("v")


def _amount(terms: Sequence[Term]) -> float:
    """The number before the unit, with its fraction."""
    found = 0.0
    for term in terms:
        if term.meaning.symbol in "hgu":
            break
        if term.meaning.symbol in "adDnqb":
            found = found + term.meaning.number if term.meaning.symbol == "b" else term.meaning.number
    return found


def duration_of(terms: Sequence[Term]) -> str | None:
    """The ISO 8601 duration of a number and a unit, with the parts of the unit that follow it."""
    unit = next(at for at, term in enumerate(terms) if term.meaning.symbol in "hgu")
    amount = _amount(terms) + sum(term.meaning.number for term in terms[unit:] if term.meaning.symbol == "b")
    minutes = sum(int(term.meaning.number) for term in terms[unit + 1 :] if term.meaning.symbol in "adDnq")
    if not amount and not minutes:
        return None
    symbol, template = terms[unit].meaning.symbol, terms[unit].meaning.iso
    if symbol in "hg":
        return _hours_and_minutes(round(amount * (60 if symbol == "h" else 1)) + minutes)
    if amount == int(amount):
        return template.format(int(amount))
    whole, part = divmod(amount, 1)
    return f"P{int(whole)}DT{round(24 * part)}H" if template == "P{}D" and whole else None


def _hours_and_minutes(minutes: int) -> str:
    hours, minutes = divmod(minutes, 60)
    return "PT" + (f"{hours}H" if hours else "") + (f"{minutes}M" if minutes or not hours else "")


def amount_of(terms: Sequence[Term]) -> int | None:
    """How many whole units; None for a part of one."""
    amount = _amount(terms)
    return int(amount) if amount == int(amount) else None
