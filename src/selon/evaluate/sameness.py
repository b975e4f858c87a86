"""Are two actors of two records of one text the same?"""

import re
import unicodedata
from functools import cache

from rapidfuzz import fuzz

from selon.evaluate.letters import letters
from selon.gazetteer import load_gazetteer
from selon.record import Actor, ActorId, Record, Statement

_ALIKE = 88
"""Least likeness, of 100, of two names that the gazetteer does not know."""


class Sameness:
    """Two records of one text, ready to have their actors compared.

    Actors that the gazetteer knows are compared by its identifiers, people whom it does not know by their names,
    where one may hold the other ("Dimitrov", "Nikola Dimitrov"), and groups by their members. Bodies and those who
    are left unnamed may be called differently ("Foreign Ministry of Chad", "Chadian Foreign Ministry"): they are
    also the same where both records give the same words of the text, more than a pronoun, as the source of one of
    their statements.
    """

    def __init__(self, left: Record, right: Record) -> None:
        self.text = left.document.text
        self._left = {actor.id: actor for actor in left.actors}
        self._right = {actor.id: actor for actor in right.actors}
        self._named_alike = _named_alike(left, right)

    def same(self, left: ActorId | None, right: ActorId | None) -> bool:
        """Is an actor of the first record the one of the second? None is only the same as None."""
        if left is None or right is None:
            return left is right
        one, other = self._left.get(left), self._right.get(right)
        if one is None or other is None:
            return left == right
        if one.members and other.members:
            return self.same_people(frozenset(one.members), frozenset(other.members)) == 1
        return self._same_actor(one, other)

    def same_people(self, left: frozenset[ActorId], right: frozenset[ActorId]) -> float:
        """How far two sets of actors are the same, 0 to 1 (Dice)."""
        rest = list(right)
        shared = 0
        for one in left:
            hit = next((other for other in rest if self.same(one, other)), None)
            if hit is not None:
                rest.remove(hit)
                shared += 1
        return 2 * shared / max(1, len(left) + len(right))

    def _same_actor(self, left: Actor, right: Actor) -> bool:
        known, also_known = identifier(left), identifier(right)
        if known and also_known:
            return known == also_known
        if is_unnamed(left.name) != is_unnamed(right.name):
            return False
        if "person" in (left.kind, right.kind) and not is_unnamed(left.name):
            return alike(left.name, right.name, partly=True)
        is_one = (left.id, right.id) in self._named_alike and not (known or also_known)
        return is_one or alike(left.name, right.name)


def identifier(actor: Actor) -> ActorId | None:
    """The id that the gazetteer has for an actor; None for one that it does not know."""
    if not actor.id.startswith("local/"):
        return actor.id
    return _known(actor.name)


@cache
def _known(name: str) -> ActorId | None:
    found = load_gazetteer().exact(name)
    return found[0].id if found else None


def is_unnamed(name: str) -> bool:
    """Is this the name of somebody whom the text leaves unnamed?"""
    return "unnamed" in name.lower().split()


@cache
def alike(left: str, right: str, *, partly: bool = False) -> bool:
    """Are two names nearly the same letters, in whatever order their words stand? Or may one hold the other?"""
    likeness = fuzz.token_set_ratio if partly else fuzz.token_sort_ratio
    return likeness(_plain(left), _plain(right)) >= _ALIKE


def _plain(name: str) -> str:
    folded = unicodedata.normalize("NFD", name.casefold())
    return re.sub(r"[^\w\s]|_", " ", "".join(c for c in folded if not unicodedata.combining(c)))


def _named_alike(left: Record, right: Record) -> frozenset[tuple[ActorId, ActorId]]:
    """Pairs of speakers who have the same words of the text as their source somewhere."""
    named = [(s, letters(left.document.text, [s.source])) for s in _namings(left) if s.source]
    also_named = [(s, letters(left.document.text, [s.source])) for s in _namings(right) if s.source]
    return frozenset(
        (one.speaker, other.speaker)
        for one, words in named
        for other, also_words in also_named
        if words & also_words and one.speaker and other.speaker
    )


def _namings(record: Record) -> list[Statement]:
    """The statements whose source is more than a pronoun: several words, or a capital inside the sentence."""
    text = record.document.text
    return [
        statement
        for statement in record.statements
        if statement.source and statement.speaker and _is_naming(text[slice(*statement.source)])
    ]


def _is_naming(words: str) -> bool:
    return len(words.split()) > 1 or (words[:1].isupper() and len(words) > len("Elles"))
