"""Offices and institutions without a name: "le président russe", "la porte-parole du ministère", "Oslo's ministry"."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from selon.extract.owners import Owner, owner_of
from selon.gazetteer import Gazetteer
from selon.languages.entries import Gender, Office
from selon.languages.pack import LanguagePack
from selon.languages.phrasebook import Phrasebook, joined, plain_words
from selon.parse import Parse, TokenSpan
from selon.record import ActorId

Named = TypeVar("Named")

_LINKED = 3


@dataclass(frozen=True, slots=True)
class OfficePhrase:
    """Words for an office or an institution, and whose it is."""

    span: TokenSpan
    """The words, with those for its state, without a name."""
    head: int
    office: str | None
    """The office; None of an institution itself."""
    organ: str | None
    """The institution, or the one of whoever holds the office; None where there is none."""
    of: ActorId | None
    """The state or body whose it is."""
    plural: bool
    gender: Gender | None = None
    """Of whoever holds it, where the word tells."""


def find_offices(parse: Parse, *, pack: LanguagePack, gazetteer: Gazetteer) -> tuple[OfficePhrase, ...]:
    """Every phrase that names an office or an institution, longest words first, in text order.

    An institution that an office belongs to ("the spokesman of the ministry") is part of its phrase.
    """
    bodies: list[OfficePhrase] = []
    for span, body, phrase in phrases(parse, pack.institutions.body_book, pack):
        owner = owner_of(parse, span, pack, gazetteer)
        plural = phrase in pack.institutions.plural_bodies
        bodies.append(OfficePhrase(owner.span, parse.head_of(span), None, body.organ, owner.of, plural))
    single = [each for each in reversed(bodies) if not each.plural]
    by_first = {each.span.first: each for each in single}
    by_last = {each.span.last: each for each in single}
    offices: list[OfficePhrase] = []
    for span, office, phrase in phrases(parse, pack.office_book, pack):
        own, plural = _body_of(parse, span, by_first, by_last), phrase in pack.plural_offices
        if own is not None:
            owner = Owner(_around(span, own.span), own.of, own.organ)
        else:
            owner = owner_of(parse, span, pack, gazetteer)
        gender = _gender(office, phrase)
        head = parse.head_of(span)
        offices.append(OfficePhrase(owner.span, head, office.office, owner.organ, owner.of, plural, gender))
    taken = {index for office in offices for index in office.span}
    free = [each for each in bodies if taken.isdisjoint(each.span)]
    return tuple(sorted([*offices, *free], key=lambda each: each.span.first))


def phrases(parse: Parse, book: Phrasebook[Named], pack: LanguagePack) -> list[tuple[TokenSpan, Named, str]]:
    """Every phrase of a book that holds a noun, in text order, none overlapping, with its entry.

    Adjectives of states may stand inside: « le ministre russe des Affaires étrangères ».
    """
    kept = [
        index
        for index, token in enumerate(parse.tokens)
        if token.pos != "ADJ" or pack.state_of_adjective(token.form) is None
    ]
    words = plain_words([parse.tokens[index].form for index in kept])
    found: list[tuple[TokenSpan, Named, str]] = []
    place = 0
    while place < len(kept):
        match = book.at(words, place)
        place += 1
        if match is not None:
            last, entry, phrase = match
            span = TokenSpan(kept[place - 1], kept[last - 1] + 1)
            if any(parse.tokens[index].pos in ("NOUN", "PROPN") for index in span):
                found.append((span, entry, phrase))
                place = last
    return found


def _gender(office: Office, phrase: str) -> Gender | None:
    """The gender that a form of an office tells; a masculine that has no feminine tells none."""
    if any(joined(plain_words(form.split())) == phrase for form in office.feminine):
        return "feminine"
    return office.gender or ("masculine" if office.feminine else None)


def _body_of(
    parse: Parse,
    office: TokenSpan,
    by_first: Mapping[int, OfficePhrase],
    by_last: Mapping[int, OfficePhrase],
) -> OfficePhrase | None:
    """The institution that some words for an office belong to: right before or right after them."""
    if office.first in by_last:
        return by_last[office.first]
    for at in range(office.last, min(office.last + _LINKED + 1, len(parse.tokens))):
        if at in by_first:
            return by_first[at]
        if parse.tokens[at].pos not in ("ADP", "DET", "ADJ"):
            break
    return None


def _around(one: TokenSpan, other: TokenSpan) -> TokenSpan:
    return TokenSpan(min(one.first, other.first), max(one.last, other.last))
