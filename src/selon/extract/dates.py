"""When things happened: dates, times of day and durations, counted from the day of publication."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from selon.extract.findings import FoundTime
from selon.languages.pack import LanguagePack
from selon.parse import Parse, TokenSpan

_WORD = re.compile(r"\d+|[^\W\d_]+")


def find_dates(parse: Parse, *, pack: LanguagePack, published: date | None) -> tuple[FoundTime, ...]:
    """The dates of a text, in text order and without overlap; ``date`` is None where it cannot be told."""
    found: list[FoundTime] = []
    for each in sorted((*_days(parse, pack, published), *_weekdays(parse, pack, published)), key=_place):
        if not found or not found[-1].span.overlaps(each.span):
            found.append(each)
    return tuple(found)


def ordinal_at(parse: Parse, index: int, pack: LanguagePack) -> int | None:
    """The number that an ordinal word stands for; None for any other word."""
    return pack.dates.ordinals.get(parse.tokens[index].form.lower())


def _place(found: FoundTime) -> tuple[int, int]:
    return found.span.first, -found.span.last


def _days(parse: Parse, pack: LanguagePack, published: date | None) -> Iterator[FoundTime]:
    """Days with their month, with or without a year."""
    months = {form: number for number, forms in enumerate(pack.dates.months, 1) for form in forms}
    words = list(_WORD.finditer(parse.text.lower()))
    for n, word in enumerate(words):
        month = months.get(word[0])
        if month is None:
            continue
        following = [w for w in words[n + 1 : n + 3] if w[0].isdecimal()]
        before = [
            w for w in words[max(n - 2, 0) : n] if w[0].isdecimal() or w[0] in ("er", "st", "nd", "rd", "th")
        ]
        day = next((w for w in (*before, *following) if w[0].isdecimal() and 1 <= int(w[0]) <= 31), None)
        year = next((w for w in following if len(w[0]) == 4), None)
        if day is None and year is None:
            continue
        parts = [w for w in (day, word, year) if w is not None]
        span = parse.tokens_in(min(w.start() for w in parts), max(w.end() for w in parts))
        if span is not None:
            yield FoundTime(span, date=_written(year and int(year[0]), month, day and int(day[0]), published))


def _written(year: int | None, month: int, day: int | None, published: date | None) -> str | None:
    if day is None:
        return f"{year:04d}-{month:02d}"
    if year is None and published is not None:
        year = published.year if (month, day) <= (published.month, published.day) else published.year - 1
    if not year:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _weekdays(parse: Parse, pack: LanguagePack, published: date | None) -> Iterator[FoundTime]:
    """Weekdays and words such as "yesterday", counted back from the day of publication."""
    weekdays = {forms[0]: number for number, forms in enumerate(pack.dates.weekdays)}
    days = {
        each.phrase: each.offset
        for each in pack.dates.days
        if each.unit == "day" and each.anchor == "published" and " " not in each.phrase
    }
    for index, token in enumerate(parse.tokens):
        form = token.form.lower().replace("’", "'")
        if form in weekdays:
            back = None if published is None else (published.weekday() - weekdays[form]) % 7
        elif form in days:
            back = -days[form]
        else:
            continue
        shifted = published is not None and back is not None and published - timedelta(days=back)
        yield FoundTime(TokenSpan(index, index + 1), date=shifted.isoformat() if shifted else None)
