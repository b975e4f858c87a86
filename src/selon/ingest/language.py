"""Which of the installed languages a text is written in."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from selon.errors import UnknownLanguage
from selon.languages import installed_languages

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_READ = 20_000
"""Code points that are looked at; more would not change the answer."""

_VARIED = 12
"""Different small words that no neighbour shares: Spanish has nine of French at most, Italian as many. Of 200
words of news in a language of ours, 98 % hold as many of its own."""

_CLEARLY = 3
"""How many times more small words of one language than of the next."""

_FRAGMENT = 8
"""Words up to which the general identifier takes names for languages ("Museveni" for Ganda)."""

_SURELY = 0.9
"""It was never as sure of a wrong language in 5,000 stretches of nine words and more of our own texts."""

_OUR_LETTERS = 0.5
_WORD = re.compile(r"[^\W\d_]+['’]?")


def detect_language(text: str) -> str:
    """The code of the installed language that a text is written in.

    Small words settle nearly every text of some paragraphs; a general identifier, which takes half a second
    to load, is asked for shorter ones only. Raises UnknownLanguage for a text that is clearly in a language
    that is not installed; a headline or a fragment is taken for the nearest that is.
    """
    languages = installed_languages()
    words = [word.lower().replace("’", "'") for word in _WORD.findall(text[:_READ])]
    return _by_small_words(words, languages) or _by_letters(text[:_READ], words, languages)


def _by_small_words(words: list[str], languages: tuple[str, ...]) -> str | None:
    """The language with clearly the most small words of its own, and many different ones; None where open."""
    own = {code: [word for word in words if word in known] for code, known in _own_words(languages).items()}
    best, *others = sorted(own, key=lambda code: len(own[code]), reverse=True)
    clearly = all(len(own[best]) >= _CLEARLY * len(own[other]) for other in others)
    return best if clearly and len(set(own[best])) >= _VARIED else None


@cache
def _own_words(languages: tuple[str, ...]) -> dict[str, frozenset[str]]:
    """For each language, the small words that no other installed one has."""
    words = {code: _small_words(code) for code in languages}
    return {
        code: own.difference(*(other for each, other in words.items() if each != code))
        for code, own in words.items()
    }


def _small_words(code: str) -> frozenset[str]:
    # Read as plain data: to check whole packs of languages that the text may not be in would take longer
    # than all else here.
    folder = files("selon.languages").joinpath(code)
    language = tomllib.loads(folder.joinpath("language.toml").read_text(encoding="utf-8"))
    polarity = tomllib.loads(folder.joinpath("polarity.toml").read_text(encoding="utf-8"))
    lists = (each for each in polarity.values() if isinstance(each, list))
    return frozenset([*language.get("small_words", {}), *(word for each in lists for word in each)])


def _by_letters(text: str, words: list[str], languages: tuple[str, ...]) -> str:
    """What the general identifier says; the nearest installed language where it is not sure enough."""
    ranking = _identifier().rank(text)
    best, sure = ranking[0]
    is_clear = _is_foreign_script(words, languages) or (len(words) > _FRAGMENT and sure >= _SURELY)
    if is_clear and best not in languages:
        raise UnknownLanguage(str(best), languages)
    return next(str(code) for code, _ in ranking if code in languages)


def _is_foreign_script(words: list[str], languages: tuple[str, ...]) -> bool:
    """Are most letters of a text such as no installed language writes its small words with?"""
    ours = {letter for code in languages for word in _small_words(code) for letter in word}
    letters = [letter for word in words for letter in word]
    return sum(letter in ours for letter in letters) < _OUR_LETTERS * len(letters)


@cache
def _identifier() -> "LanguageIdentifier":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
