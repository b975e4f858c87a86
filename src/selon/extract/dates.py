"""When things happened: the dates, times of day and durations of a text."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from selon.extract.calendar import (
    Counted,
    DayOfMonth,
    Season,
    Stretch,
    Told,
    Weekday,
    When,
    counted_from,
    stretch,
    weekday_near,
    with_year,
    written,
)
from selon.extract.date_passages import Row, row_of
from selon.extract.date_readings import Reading, read_times
from selon.extract.findings import FoundTime
from selon.extract.tense import is_ahead
from selon.languages.pack import LanguagePack
from selon.parse import Name, Parse, TokenSpan

_DIGITS = re.compile(r"\d{1,3}")
_DATELINE_WITHIN = 40
_FARTHEST_BACK = 40


@dataclass(frozen=True)
class Setting:
    """What the dates of a text are counted from."""

    parse: Parse
    pack: LanguagePack
    published: date | None
    year: int | None
    """The one year of the text's dates; None where they have none or several."""


def find_dates(parse: Parse, *, pack: LanguagePack, published: date | None) -> tuple[FoundTime, ...]:
    """The dates, times of day and durations of a text, in text order and without overlap.

    Days without a year, weekdays and words such as "yesterday" count from ``published``, else from the
    text's own dateline; ``date`` is None where the words name a day that cannot be told. Numbers that count
    something, and words inside the names of people and bodies, are no dates.
    """
    row = row_of(parse.text, pack.dates)
    named = _named_tokens(parse)
    readings = [
        (reading, span)
        for reading in _joined(read_times(row, pack.dates), row)
        if (span := _span(reading, row, parse)) is not None
        and not _is_in_a_name(span, named)
        and not _is_counting(reading, span, parse, pack)
    ]
    setting = _setting(readings, parse, pack, published)
    found: list[FoundTime] = []
    for reading, span in readings:
        if found and found[-1].span.overlaps(span):
            continue
        day = None if reading.when is None else _resolve(reading.when, span, found, setting)
        found.append(FoundTime(span, date=day, time=reading.time, duration=reading.duration))
    return tuple(found)


def ordinal_at(parse: Parse, index: int, pack: LanguagePack) -> int | None:
    """The number that an ordinal stands for ("third", "2e"); None for other words, and the unit "second"."""
    token = parse.tokens[index]
    form, words = token.form.lower(), pack.dates
    number = words.ordinals.get(form)
    if number is None:
        digits = _DIGITS.match(form)
        return int(digits[0]) if digits and form[digits.end() :] in words.ordinal_endings else None
    is_unit = token.pos == "NOUN" and any(form in unit.forms for unit in words.units)
    return None if is_unit and index and parse.tokens[index - 1].form.lower() in words.numbers else number


def _joined(readings: Iterable[Reading], row: Row) -> list[Reading]:
    """A day and the time of day beside it as one; runs of terms that only looked like dates left out."""
    found: list[Reading] = []
    for reading in readings:
        if reading.when is None and reading.time is None and reading.duration is None:
            continue
        before = found[-1] if found else None
        if before and _completes(before, reading) and row.symbols[before.last : reading.first] in ("", ","):
            when, time = before.when or reading.when, before.time or reading.time
            found[-1] = Reading(before.first, reading.last, when, time)
        else:
            found.append(reading)
    return found


def _completes(one: Reading, other: Reading) -> bool:
    """Has one the day, the other the time of day?"""
    kinds = {(each.when is not None, each.time is not None) for each in (one, other)}
    return kinds == {(True, False), (False, True)}


def _span(reading: Reading, row: Row, parse: Parse) -> TokenSpan | None:
    return parse.tokens_in(row.terms[reading.first].start, row.terms[reading.last - 1].end)


def _named_tokens(parse: Parse) -> dict[int, Name]:
    """The names of people and bodies, by each of their tokens."""
    return {token: name for name in parse.names if name.kind != "place" for token in name.span}


def _is_in_a_name(span: TokenSpan, named: Mapping[int, Name]) -> bool:
    """Is it part of somebody's or something's name: Theresa May, the March 23 Movement?"""
    name = named.get(span.last - 1)
    return name is not None and name.span.covers(span) and (name.kind == "person" or name.span != span)


def _is_counting(reading: Reading, span: TokenSpan, parse: Parse, pack: LanguagePack) -> bool:
    """Does the number count what follows rather than the years: « de 2000 soldats »?"""
    if not isinstance(reading.when, Told) or reading.when.month is not None or span.last >= len(parse.tokens):
        return False
    first, number, following = (parse.tokens[at] for at in (span.first, span.last - 1, span.last))
    if following.pos != "NOUN":
        return False
    return number.relation == "nummod" or first.form.lower().replace("’", "'") in pack.dates.genitives


def _setting(
    readings: Sequence[tuple[Reading, TokenSpan]], parse: Parse, pack: LanguagePack, published: date | None
) -> Setting:
    days = [when for reading, _ in readings for when in _told_dates(reading.when)]
    years = {told.year for told in days if told.year is not None and told.month is not None}
    if published is None:
        datelines = (_dateline(reading, span, parse) for reading, span in readings[:_DATELINE_WITHIN])
        published = next((day for each in datelines if each is not None and (day := _day(each))), None)
    return Setting(parse, pack, published, years.pop() if len(years) == 1 else None)


def _told_dates(when: When | None) -> tuple[Told, ...]:
    if isinstance(when, Stretch):
        return when.first, when.last
    return (when,) if isinstance(when, Told) else ()


def _dateline(reading: Reading, span: TokenSpan, parse: Parse) -> Told | None:
    """A full date that ends its line, or stands before a dash, with no verb before it in its sentence."""
    when = reading.when
    if not isinstance(when, Told) or not (when.year and when.month and when.day):
        return None
    end = parse.tokens[span.last - 1].end
    following = parse.text[end : end + 4].lstrip(" \t).,")[:1]
    sentence = parse.sentences[parse.sentence_of[span.first]]
    before = parse.tokens[max(sentence.first, span.first - _DATELINE_WITHIN) : span.first]
    ends = following in ("", "\n", "\r", "-", "–", "—")
    return when if ends and all(token.pos not in ("VERB", "AUX") for token in before) else None


def _day(told: Told) -> date | None:
    return date.fromisoformat(day) if (day := written(told)) is not None and len(day) == 10 else None


def _resolve(when: When, span: TokenSpan, found: Sequence[FoundTime], setting: Setting) -> str | None:
    """The date of what is told, in Extended Date/Time Format."""
    if isinstance(when, Told):
        return written(_dated(when, span, found, setting))
    if isinstance(when, Stretch):
        return _resolve_stretch(when, span, found, setting)
    if isinstance(when, Counted):
        start = _anchor(when, span, found, setting)
        return None if start is None else counted_from(start, when.unit, when.offset)
    if setting.published is None:
        return None
    if isinstance(when, Weekday):
        return weekday_near(when, setting.published, ahead=_ahead(span, setting))
    if isinstance(when, DayOfMonth):
        month = counted_from(setting.published, "month", when.months)
        return None if month is None else written(Told(int(month[:4]), int(month[5:]), when.day))
    return _resolve_season(when, setting.published)


def _resolve_season(season: Season, published: date) -> str | None:
    told = with_year(Told(month=season.month, shift=season.shift), published, ahead=season.shift > 0)
    return written(Told(told.year)) if told.year else None


def _resolve_stretch(
    when: Stretch, span: TokenSpan, found: Sequence[FoundTime], setting: Setting
) -> str | None:
    first, last = when.first, when.last
    if first.year is None:
        last = _dated(last, span, found, setting)
    in_order = (first.month or 0, first.day or 0) <= (last.month or 12, last.day or 31)
    if first.year is None and last.year is not None:
        first = replace(first, year=last.year if in_order else last.year - 1)
    elif last.year is None and first.year is not None:
        last = replace(last, year=first.year if in_order else first.year + 1)
    return stretch(written(first), written(last))


def _dated(told: Told, span: TokenSpan, found: Sequence[FoundTime], setting: Setting) -> Told:
    """The date with its year."""
    if told.year is not None:
        return told
    if told.month is None:
        return told
    if setting.published is None:
        is_plain = not told.shift and told.other_year is None
        return replace(told, year=setting.year) if is_plain else told
    ahead = _ahead(span, setting)
    year = _year_beside(span, found, setting)
    if year is not None and not ahead and not told.shift and told.other_year is None:
        return replace(told, year=year)
    return with_year(told, setting.published, ahead=ahead)


def _year_beside(span: TokenSpan, found: Sequence[FoundTime], setting: Setting) -> int | None:
    """The year of the full date told last in the same sentence, if it is not lately."""
    parse, published = setting.parse, setting.published
    if not found or published is None:
        return None
    before = found[-1]
    if parse.sentence_of[before.span.first] != parse.sentence_of[span.first] or len(before.date or "") != 10:
        return None
    year = int(str(before.date)[:4])
    return year if year < published.year - 1 else None


def _ahead(span: TokenSpan, setting: Setting) -> bool | None:
    """Does the text put a date into the future? None where it does not tell."""
    words = setting.parse.words(span).lower().replace("’", "'")
    if any(words.startswith(f"{word} ") for word in setting.pack.dates.ahead_prepositions):
        return True
    return is_ahead(setting.parse, span, setting.pack)


def _anchor(when: Counted, span: TokenSpan, found: Sequence[FoundTime], setting: Setting) -> date | None:
    """The day that words such as "yesterday" or "the day before" count from."""
    if when.anchor == "other":
        return None
    if when.anchor == "told" and (day := _last_told(when, span, found, setting)) is not None:
        return day
    if when.anchor == "within" and _ahead(span, setting) is False:
        # "Their second call in eight days" counts neither from nor to a day.
        return None
    return setting.published


def _last_told(when: Counted, span: TokenSpan, found: Sequence[FoundTime], setting: Setting) -> date | None:
    """The day told last in the text, with what is counted; none that lies ahead where the text looks back."""
    shortest = {"month": len("2025-06"), "year": len("2025")}.get(when.unit, len("2025-06-04"))
    for each in reversed(found[-_FARTHEST_BACK:]):
        told = (each.date or "").partition("/")[0]
        if len(told) < shortest:
            continue
        day = date.fromisoformat((told + "-01-01")[:10])
        if setting.published is None or day <= setting.published or _ahead(span, setting) is not False:
            return day
    return None
