"""Phrases as written, found in a row of words."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from selon.languages.lookup import without_accents

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Phrasebook(Generic[Found]):
    """Entries by the words that name them; capitals, accents and kinds of apostrophe do not matter."""

    entries: Mapping[str, Found]
    starts: frozenset[str]
    longest: int

    def at(self, words: Sequence[str], index: int) -> tuple[int, Found, str] | None:
        """The longest phrase of ``words`` from one on: the index past its end, its entry, and the phrase.

        ``words`` are as ``plain_words`` makes them; so is the phrase, joined as in a text.
        """
        if words[index] not in self.starts:
            return None
        for last in range(min(len(words), index + self.longest), index, -1):
            phrase = joined(words[index:last])
            entry = self.entries.get(phrase)
            if entry is not None:
                return last, entry, phrase
        return None


def phrasebook(pairs: Iterable[tuple[str, Found]]) -> Phrasebook[Found]:
    """A phrasebook of phrases as written and their entries; the first of two with one phrase stays."""
    entries: dict[str, Found] = {}
    for phrase, entry in pairs:
        entries.setdefault(joined(plain_words(phrase.split())), entry)
    firsts = {re.split(r"[ ]|(?<=')", key)[0] for key in entries}
    longest = max((len(re.findall(r"[^\s'-]+'?|-", key)) for key in entries), default=0)
    return Phrasebook(entries, frozenset(firsts | {word.partition("-")[0] for word in firsts}), longest)


def plain_words(words: Iterable[str]) -> tuple[str, ...]:
    """Words in lower case without accents, with one apostrophe.

    >>> plain_words(["L’", "État"])
    ("l'", 'etat')
    """
    return tuple(
        word.lower() if word.isascii() else without_accents(word.lower().replace("’", "'")) for word in words
    )


def joined(words: Sequence[str]) -> str:
    """Words in a row as they stand in a text."""
    return " ".join(words).replace("' ", "'").replace(" - ", "-")
