"""A text to its words: where each begins and ends, after the conventions of Universal Dependencies."""

import re
from collections.abc import Sequence
from functools import cache

_APOSTROPHE = "['’ʼ]"
_URL = r"https?://[^\s<>«»“”\"]+|www\.[^\s<>«»“”\"]+|[\w.+-]+@[\w-]+\.[\w.-]*\w|[@#]\w+"
_NUMBER = (
    r"\d{1,3}(?:[\u00a0\u202f ]\d{3})+(?:[.,]\d+)?(?!\d)"  # 10 000
    r"|\d{4}-\d{2}-\d{2}"
    r"|\d+(?:[.,:/]\d+)*(?:e|er|ère|ème|es|st|nd|rd|th|s|h|º|°)?(?![^\W\d_])"
)
# Letters, digits and marks: a combining accent belongs to the letter before it.
_LETTERS = r"[^\W_](?:[^\W_]|[\u0300-\u036f])*"
_INITIALS = r"(?:[^\W\d_]\.){2,}|[A-ZÀ-Ý]\.(?=\s+[A-ZÀ-Ý])"
_MARKS = r"\.{2,}|…|-{2,}|={2,}|\*{2,}|\+{2,}|~{2,}|[?!]+|[^\w\s]|_+"

_FRENCH_ABBREVIATION = r"(?:MM?|Mme|Mmes|Mlle|Dr|Pr|Me|Mgr|St|Ste|etc|cf|av|p|J\.-C)\.(?!\.)"
_ENGLISH_ABBREVIATION = (
    r"(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Capt|Sgt|Rev|Hon|Amb|St|Jr|Sr|Inc|Corp|Co|Ltd|vs|etc|No"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.(?!\.)"
)
_FRENCH_ELISION = rf"(?i:[ldjtmnsc]|qu|jusqu|lorsqu|puisqu|quoiqu){_APOSTROPHE}(?=[^\W\d_])"
_FRENCH_CLITIC = r"-(?i:t-)?(?i:ils?|elles?|on|je|tu|nous|vous|ce|moi|toi|le|la|les|lui|leur|en|y)(?![\w-])"
_FRENCH_WHOLE = (
    rf"(?i:aujourd{_APOSTROPHE}hui|c{_APOSTROPHE}est-à-dire|quelqu{_APOSTROPHE}une?s?|rendez-vous"
    rf"|presqu{_APOSTROPHE}île)(?![\w])"
)
_FRENCH_WORD = (
    rf"{_LETTERS}(?:-(?!(?:t-)?(?:ils?|elles?|on|je|tu|nous|vous|ce|moi|toi|le|la|les|lui|leur|en|y)(?![\w-])){_LETTERS})*"
    rf"(?:{_APOSTROPHE}(?=[A-ZÀ-Ý]){_LETTERS})?"
)
_FRENCH_HYPHENATED = r"(?:peut-être|celui-là|celle-là|eux-mêmes|au-delà|ci-dessous|elles?-mêmes?)(?![\w])"

_ENGLISH_CLITIC = rf"(?:{_APOSTROPHE}(?:s|m|re|ve|ll|d)|n{_APOSTROPHE}t)(?![\w])"
_ENGLISH_WORD = (
    rf"(?:(?!n{_APOSTROPHE}t(?!\w))[^\W_])(?:(?!n{_APOSTROPHE}t(?!\w))(?:[^\W_]|[\u0300-\u036f]))*"
)
_ENGLISH_WHOLE = (
    rf"(?:[Cc]an(?=not\b)|[Gg]on(?=na\b)|[Oo]{_APOSTROPHE}(?=[A-Z]){_LETTERS}|e-mails?|co-[a-z]+"
    rf"|(?:pre|non|ex)-[a-z]+|(?:al|el)-[A-Z]{_LETTERS})"
)
_GENERIC_WORD = rf"{_LETTERS}(?:[-’'ʼ]{_LETTERS})*"

_PATTERNS = {
    "fr": (
        _URL, _FRENCH_WHOLE, _FRENCH_ABBREVIATION, _INITIALS, _NUMBER, _FRENCH_ELISION, _FRENCH_HYPHENATED,
        _FRENCH_CLITIC, _FRENCH_WORD, _MARKS,
    ),
    "en": (
        _URL, _ENGLISH_ABBREVIATION, _INITIALS, _NUMBER, _ENGLISH_CLITIC, _ENGLISH_WHOLE, _ENGLISH_WORD, _MARKS,
    ),
}  # fmt: skip


@cache
def _pattern(language: str) -> re.Pattern[str]:
    parts = _PATTERNS.get(language, (_URL, _INITIALS, _NUMBER, _GENERIC_WORD, _MARKS))
    return re.compile("|".join(f"(?:{part})" for part in parts))


def find_words(text: str, *, language: str) -> list[tuple[int, int]]:
    """The words and marks of ``text`` in order, as half-open code point offsets.

    Contracted prepositions (du, aux) stay one word; elisions (l', qu'), inverted pronouns (-t-il) and
    English clitics (n't, 's) are words of their own. Everything but white space and control
    characters is in some word.
    """
    return [match.span() for match in _pattern(language).finditer(text)]


_SHOUTED = r"[A-ZÀ-Ý][A-ZÀ-Ý'’.-]+"
_FILED = r"(?:,[^\n–—()]{1,25})?"
_BY = r"\([^)\n]{2,30}\)"
_DATELINE = re.compile(
    # Three letters at least: "E. R. —" is whoever is interviewed.
    r"^[^\S\n]*(?=[A-ZÀ-Ý]['’]?\w\w|[A-ZÀ-Ý]{2} \w)"
    rf"(?:{_SHOUTED}(?:[ /,]+(?:{_SHOUTED}|[A-ZÀ-Ý][\w.]+))*{_FILED}(?: {_BY})?|[A-ZÀ-Ý][\w' -]{{2,25}}{_FILED} {_BY})"
    r"\s?(?:[–—]|--|-(?=\s))\s*(?=[A-ZÀ-Ý0-9«“‘\"])",
    re.MULTILINE,
)
"""Where and by whom a report was filed, at the start of a paragraph: "GENEVA (Reuters) —", "Paris, 3 mai (AFP) –"."""


def find_layouts(text: str, spans: Sequence[tuple[int, int]]) -> list[int]:
    """For each word, a row of ``LAYOUTS``: glued to the word before, after a blank, after a newline.

    A line broken inside a sentence (the next goes on in lower case) counts as a blank; what follows a dateline
    counts as after a newline, since the dateline is no part of its sentence.
    """
    found: list[int] = []
    filed = {match.end() for match in _DATELINE.finditer(text)}
    last = 0
    for start, end in spans:
        gap = text[last:start]
        if "\n" in gap or "\r" in gap or not found:
            wrapped = (
                gap.count("\n") == 1 and text[start].islower() and last and text[last - 1] not in '.!?:»”"'
            )
            found.append(2 if wrapped else 3)
        elif start in filed:
            found.append(3)
        else:
            found.append(2 if gap else 1)
        last = end
    return found
