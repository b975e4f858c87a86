"""What one stage finds and hands to the next, as plain frozen data."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from selon.parse import Attribution, Parse, TokenSpan
from selon.record import (
    Act,
    Actor,
    ActorId,
    ActorKind,
    MentionForm,
    Nature,
    Polarity,
    Span,
    StatementKind,
)

GENDERS = {"masculine": "m", "feminine": "f"}
"""The gender of a person as the gazetteer writes it, by the name that language packs give it."""


@dataclass(frozen=True, slots=True)
class FoundMention:
    """One naming of somebody or something that can act, or of a place."""

    span: TokenSpan
    """The words that name: with title and name, without determiner-only or punctuation edges."""

    head: int
    """The token that heads the naming."""

    form: MentionForm
    """How it names."""

    name: str = ""
    """The name proper, without titles; empty for pronouns and descriptions."""

    kind: ActorKind | None = None
    """What kind of actor it is likely to be; None where that cannot be told."""

    office: str | None = None
    """Office code where a title or an office is named (``foreign_minister``)."""

    of: ActorId | None = None
    """The state or body of that office or institution (``state/ru``)."""

    organ: str | None = None
    """An institution of that state: the one named, or whose the office is (``foreign_ministry``)."""

    unknown: bool = False
    """True for somebody new and without a name ("a diplomat", "several officials")."""

    plural: bool = False
    """True where the words stand for several."""

    gender: str | None = None
    """``m`` or ``f`` where the title, the office or the article tells."""

    counterpart: bool = False
    """True for "his Turkish counterpart": whoever holds the like office on the other side."""

    size: int | None = None
    """How many a group is, where the words tell."""

    group_of: str | None = None
    """``people`` or ``states``, where the words for a group tell."""

    paper: str | None = None
    """Of a document that speaks: ``joint`` for what several issued together, ``own`` for its author's."""

    nouns: tuple[str, ...] = ()
    """Titles and other nouns that say who it is, in lower case ("sheikh", "lawyer")."""


@dataclass(frozen=True)
class Cast:
    """Who is who in a text."""

    parse: Parse
    mentions: tuple[FoundMention, ...]
    """In text order."""
    links: tuple[ActorId | None, ...]
    """For each mention, its actor; None where it stays open."""
    actors: tuple[Actor, ...]
    """Every actor linked to, in order of first mention."""
    offices: Mapping[ActorId, frozenset[str]] = field(default_factory=dict)
    """Office codes of each person, from the text and, on the document's day, from the gazetteer."""

    @cached_property
    def by_id(self) -> dict[ActorId, Actor]:
        """The actors by their id."""
        return {actor.id: actor for actor in self.actors}

    @cached_property
    def _by_token(self) -> dict[int, int]:
        """For each token, the smallest mention that holds it; a mention's head is its own first of all."""
        found: dict[int, int] = {}
        order = sorted(
            range(len(self.mentions)), key=lambda n: self.mentions[n].span.first - self.mentions[n].span.last
        )
        for number in order:
            for token in self.mentions[number].span:
                found[token] = number
        for number in order:
            found[self.mentions[number].head] = number
        return found

    def mention_at(self, token: int) -> FoundMention | None:
        """The mention that holds a token; None where there is none."""
        number = self._by_token.get(token)
        return None if number is None else self.mentions[number]

    def actor_at(self, token: int) -> ActorId | None:
        """The actor that the mention at a token is linked to."""
        number = self._by_token.get(token)
        return None if number is None else self.links[number]

    @cached_property
    def _titles(self) -> dict[int, int]:
        """For each token, the mention with title and name, or with an office, that holds it."""
        return {
            token: number
            for number, mention in enumerate(self.mentions)
            if (mention.form == "title" and mention.name)
            or (mention.office is not None and not mention.plural)
            for token in mention.span
        }

    def naming_at(self, token: int) -> FoundMention | None:
        """The title and name that hold a token, all of "US envoy Ann Lee" for its "US"; else its own mention."""
        number = self._titles.get(token)
        return self.mention_at(token) if number is None else self.mentions[number]

    def bearer_at(self, token: int) -> ActorId | None:
        """Whose title and name hold a token, else the actor of its own mention."""
        number = self._titles.get(token)
        return self.actor_at(token) if number is None else self.links[number]

    def actors_in(self, span: TokenSpan) -> tuple[ActorId, ...]:
        """The actors that a noun phrase stands for: that of its head, then those coordinated with it.

        For "the ministers of Peru and Chile" as one mention that is its group; for "Lula and Petro" both.
        """
        head = self._behind_genitive(self._antecedent(self.parse.head_of(span)), span)
        found: list[ActorId] = []
        for token in (head, *self._coordinated(head, span)):
            actor = self.actor_at(token)
            if actor is not None and actor not in found:
                found.append(actor)
        if not found:
            inside = (self.actor_at(token) for token in span)
            found = [next((actor for actor in inside if actor is not None), "")]
        return tuple(actor for actor in found if actor)

    def _antecedent(self, head: int) -> int:
        """What a relative pronoun stands for: for "who" in "the aide, who said …" the aide."""
        token = self.parse.tokens[head]
        verb = self.parse.tokens[token.head]
        is_relative = (
            token.pos == "PRON" and verb.relation == "acl:relcl" and token.relation.startswith("nsubj")
        )
        return verb.head if is_relative and verb.head < head else head

    def _behind_genitive(self, head: int, span: TokenSpan) -> int:
        """The head, or the name that its genitive belongs to, where a tree takes "Fiji's Ann Lee" the wrong way."""
        mark = head + 1
        token = self.parse.tokens[mark] if mark in span else None
        if token is None or token.form[0] not in "'’" or mark + 1 not in span:
            return head
        named = self.mention_at(mark + 1)
        return mark + 1 if named is not None and named.kind == "person" else head

    def _coordinated(self, head: int, span: TokenSpan) -> list[int]:
        tokens = self.parse.tokens
        return [t for t in span if tokens[t].relation == "conj" and self._conjunct_root(t) == head]

    def _conjunct_root(self, token: int) -> int:
        tokens = self.parse.tokens
        for _ in range(len(tokens)):
            if tokens[token].relation != "conj":
                break
            token = tokens[token].head
        return token

    def expand(self, actor: ActorId) -> tuple[ActorId, ...]:
        """The members of a group, or the actor alone."""
        known = self.by_id.get(actor)
        return known.members if known is not None and known.members else (actor,)


@dataclass(frozen=True, slots=True)
class FoundStatement:
    """An attribution with its meaning, before it is known whose voice stands behind it."""

    attribution: Attribution
    source: Span | None
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    nature: Nature
    kind: StatementKind
    act: Act
    polarity: Polarity
    speaks_for_institutions: bool = False
    """True for an attitude ("hopes") that counts as speech where a state or an institution has it."""


def item_id(family: str, key: str) -> str:
    """The id of an item: a letter for its family, and a digest of what tells it from all others of the text."""
    return f"{family}-{hashlib.sha256(key.encode()).hexdigest()[:10]}"


def group_id(members: Sequence[ActorId]) -> ActorId:
    """The id of several actors who speak or act as one."""
    return "group/" + "+".join(member.partition("/")[2] for member in members)


@dataclass(frozen=True, slots=True)
class FoundTime:
    """Words that say when something was or will be, or how long it took."""

    span: TokenSpan
    """The words, with the preposition or article that belongs to them."""

    date: str | None = None
    """A day, month, year or stretch in Extended Date/Time Format (``2025-06-04``); None where it cannot be told."""

    time: str | None = None
    """Time of day, ``HH:MM``; None where the words name none."""

    duration: str | None = None
    """ISO 8601 duration; None where the words name none."""
