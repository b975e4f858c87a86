"""Which of the installed languages a text is written in."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from selon.languages import installed_languages

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_READ = 20_000
_ENOUGH = 6
_CLEARLY = 3
_WORD = re.compile(r"[^\W\d_]+['’]?")


def detect_language(text: str) -> str:
    """The code of the installed language that a text reads most like.

    Small words settle nearly every text of some sentences; a general identifier, which takes half a second to
    load, is asked for headlines and fragments only. A text in a language that is not installed is
    taken for the nearest that is.
    """
    languages = installed_languages()
    if len(languages) == 1:
        return languages[0]
    return _by_small_words(text[:_READ], languages) or _by_letters(text[:_READ], languages)


def _by_small_words(text: str, languages: tuple[str, ...]) -> str | None:
    """The language whose own small words are clearly the most frequent; None where that is open."""
    words = [word.lower().replace("’", "'") for word in _WORD.findall(text)]
    own = _own_words(languages)
    counts = sorted(((sum(word in own[code] for word in words), code) for code in languages), reverse=True)
    (most, best), (second, _) = counts[:2]
    return best if most >= _ENOUGH and most >= _CLEARLY * second else None


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
    listed = (word for values in polarity.values() for word in values if " " not in word)
    return frozenset([*language.get("small_words", {}), *listed])


def _by_letters(text: str, languages: tuple[str, ...]) -> str:
    best, _ = _identifier(languages).classify(text)
    return str(best)


@cache
def _identifier(languages: tuple[str, ...]) -> "LanguageIdentifier":
    """A general identifier that knows the installed languages only: unrestricted it fails on headlines."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(languages)
    return identifier
