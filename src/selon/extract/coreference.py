"""Pronouns, counterparts and groups: whom they stand for."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from selon.extract.descriptions import (
    HEADS,
    Linking,
    acts_at,
    answerer,
    beside_in_clause,
    describe,
    holds,
    is_answer,
    linked_beside,
    note,
    states_told,
)
from selon.extract.findings import GENDERS, FoundMention, group_id
from selon.extract.registry import Person, differ
from selon.extract.syntax import cases, clause_of, conjuncts, subjects, without_determiner
from selon.extract.unnamed import name_office, name_unnamed
from selon.languages.grammar import Pronoun
from selon.record import ActorId, ActorKind

_SENTENCES_BACK = 3
_COUNTRIES = ("state", "government", "organisation")


def resolve_references(linking: Linking) -> None:
    """Fill the links of descriptions, pronouns and groups, in text order; what stays unsure stays None.

    The source of a statement is always somebody: where nothing else is known, an actor by its own words.
    """
    for number, mention in enumerate(linking.mentions):
        if linking.links[number] is None:
            linking.links[number] = _resolve(number, linking)
        acts = mention.head in linking.source_heads or _is_officer_who_acts(mention, linking)
        if linking.links[number] is None and mention.form == "description" and acts:
            linking.links[number] = _by_own_words(number, linking)


def _is_officer_who_acts(mention: FoundMention, linking: Linking) -> bool:
    """Is this the subject "the president", alone and definite, who must be somebody, though nobody is named?"""
    if mention.office is None or mention.plural or mention.unknown:
        return False
    return linking.parse.tokens[mention.head].relation == "nsubj"


def _resolve(number: int, linking: Linking) -> ActorId | None:
    mention = linking.mentions[number]
    if mention.form == "pronoun":
        return _pronoun(number, linking)
    if linking.parse.tokens[mention.span.first].form.lower() in linking.pack.negators:
        # "No envoy went": nobody.
        return None
    if mention.counterpart:
        return _counterpart(number, linking)
    if mention.kind == "group" and not mention.unknown:
        return _group(number, linking)
    return describe(number, linking)


def _by_own_words(number: int, linking: Linking) -> ActorId:
    """An actor of this text alone, named after the words for it."""
    mention = linking.mentions[number]
    registry, parse = linking.registry, linking.parse
    kind: ActorKind = mention.kind or ("group" if mention.plural else "person")
    name = parse.words(without_determiner(parse, mention.span))
    if is_answer(name, linking):
        return answerer(number, linking) or registry.add_local(name, kind)
    by_initials = registry.with_initials(name)
    if by_initials is not None:
        return by_initials
    if mention.office is not None:
        name = name_office(mention, parse, registry.gazetteer, linking.pack) or name
    elif any(linking.pack.institutions.person(noun) is not None for noun in mention.nouns):
        name = name_unnamed(mention, parse, registry.gazetteer, linking.pack)
    actor = registry.add_local(name, kind)
    note(mention, actor, registry)
    return actor


def _pronoun(number: int, linking: Linking) -> ActorId | None:
    """The likeliest person before that fits; for a plural the last two."""
    mention = linking.mentions[number]
    words = linking.parse.words(mention.span).lower().replace("’", "'")
    pronoun = linking.pack.pronoun(words.lstrip("-").removeprefix("t-"))
    if pronoun is None or pronoun.person != 3:
        return None
    if pronoun.number == "plural":
        return _group(number, linking)
    if pronoun.indefinite:
        return _where_one_speaks(number, linking)
    # Behind its verb, « a-t-il ajouté », a pronoun goes on with whoever spoke; before it, people come first.
    if pronoun.bodies and (not pronoun.people or words.startswith("-")):
        body = _body_that_spoke(number, linking)
        if body is not None:
            return body
    scored = [
        (score, -place, actor)
        for place, actor in _before(number, linking)
        if (score := _score(number, place, actor, pronoun, linking)) is not None
    ]
    return max(scored)[2] if scored else None


def _where_one_speaks(number: int, linking: Linking) -> ActorId | None:
    """The seat where "one" says something: « à l'Élysée, on indique que … »; None where none is named."""
    for actor in linked_beside(number, linking, "obl", "nmod"):
        entry = linking.registry.gazetteer.by_id(actor)
        if entry is not None and entry.kind in _COUNTRIES:
            return entry.id
        if entry is not None and entry.capital:
            return linking.registry.add_known(f"state/{entry.state}")
    return None


def _body_that_spoke(number: int, linking: Linking) -> ActorId | None:
    """The institution that spoke last, where no person did since: "the ministry denounced …, it added"."""
    parse, registry = linking.parse, linking.registry
    if linking.mentions[number].head not in linking.source_heads:
        return None
    own = parse.sentence_of[linking.mentions[number].head]
    for place, actor in _before(number, linking):
        head = linking.mentions[place].head
        if own - parse.sentence_of[head] > 1:
            return None
        if head in linking.source_heads:
            return actor if registry.actors[actor].kind in _COUNTRIES else None
    return None


def _all_before(number: int, linking: Linking) -> Iterator[tuple[int, ActorId]]:
    """All mentions linked so far, nearest first."""
    for place in range(number - 1, -1, -1):
        actor = linking.links[place]
        if actor is not None:
            yield place, actor


def _before(number: int, linking: Linking) -> Iterator[tuple[int, ActorId]]:
    """The mentions linked so far of this sentence and the few before it, nearest first."""
    sentences = linking.parse.sentence_of
    first = sentences[linking.mentions[number].head] - _SENTENCES_BACK
    return takewhile(
        lambda pair: sentences[linking.mentions[pair[0]].head] >= first, _all_before(number, linking)
    )


def _score(number: int, place: int, actor: ActorId, pronoun: Pronoun, linking: Linking) -> float | None:
    """How likely a mention before is what a pronoun stands for; None where it cannot be.

    Near and prominent ones are likelier (Hobbs 1978; Lappin and Leass 1994): subjects and sources before
    objects, and those before whoever is only part of another phrase.
    """
    parse, own, other = linking.parse, linking.mentions[number], linking.mentions[place]
    person = linking.registry.people.get(actor)
    gender = GENDERS.get(pronoun.gender or "")
    if person is None or differ(gender, person.gender):
        return None
    token = parse.tokens[other.head]
    if token.head == parse.tokens[own.head].head and token.head != other.head:
        return None
    away = parse.sentence_of[own.head] - parse.sentence_of[other.head]
    score = -3.0 * away - 0.005 * (own.head - other.head)
    if pronoun.latest:
        return score - 0.5 * (own.head - other.head)
    speaks = other.head in linking.source_heads
    if token.relation.startswith("nsubj") or token.relation == "root" or speaks:
        # Whoever "added" something is who spoke before, sooner than whom he spoke of.
        score += 4 if speaks and own.head in linking.source_heads else 3
    elif token.relation in ("nmod", "appos", "compound"):
        score -= 1.5
    elif away == 0:
        # "As for Lund, he …"
        score += 1
    return score


def _counterpart(number: int, linking: Linking) -> ActorId | None:
    """Whoever holds, on the other side, the office of the subject: "his Turkish counterpart"."""
    mention, registry = linking.mentions[number], linking.registry
    for person in linking.people_around(number):
        if person.nouns & set(mention.nouns) and mention.of in (None, f"state/{person.state}"):
            return person.id
    if mention.of is None:
        return None
    own = _subject(number, linking)
    for held in sorted(own.offices, key=str) if own is not None else ():
        like = FoundMention(mention.span, mention.head, "description", "", "person", held.office, mention.of)
        for person in linking.people_around(number):
            if person.state is not None and f"state/{person.state}" == mention.of and holds(person, like):
                return person.id
        holder = registry.add_holder(held.office, mention.of)
        if holder is not None:
            return holder
    of_that_state = [p for p in linking.people_around(number) if f"state/{p.state}" == mention.of]
    return of_that_state[0].id if len(of_that_state) == 1 else None


def _subject(number: int, linking: Linking) -> Person | None:
    """The person who is the subject of the clause of a mention, or else the nearest one before."""
    parse = linking.parse
    heads = set(subjects(parse, clause_of(parse, linking.mentions[number].head)))
    people = linking.registry.people
    for place, mention in enumerate(linking.mentions[:number]):
        if mention.head in heads and linking.links[place] in people:
            return people[linking.links[place] or ""]
    return next(linking.people_around(number), None)


def _group(number: int, linking: Linking) -> ActorId | None:
    """Several as one: those named beside, else those last named who fit; None where that stays unsure."""
    mention = linking.mentions[number]
    members = _named_beside(mention, linking)
    if len(members) < 2 and mention.office is not None:
        members = _of_several_states(number, linking)
        if mention.of is not None and len(members) < 2:
            return None
    if len(members) < 2:
        last = _last_group(number, linking) or _last_named(number, linking)
        return last or (_lone_group(number, linking) if mention.form == "pronoun" else None)
    return linking.registry.add_group(members, group_id(members))


def _of_several_states(number: int, linking: Linking) -> tuple[ActorId, ...]:
    """Who holds a plural office in each of the states told: "the Polish and Czech presidents"."""
    mention, registry = linking.mentions[number], linking.registry
    found: list[ActorId] = []
    for state in states_told(mention, linking):
        one = replace(mention, of=state, plural=False, kind="person", gender=None)
        person = next((each.id for each in linking.people_around(number) if holds(each, one)), None)
        holder = person or registry.add_holder(mention.office or "", state)
        if holder is None:
            return ()
        found.append(holder)
    return tuple(dict.fromkeys(found))


def _last_group(number: int, linking: Linking) -> ActorId | None:
    """The last group of the size told, or the states of its members."""
    mention, registry = linking.mentions[number], linking.registry
    near = _before(number, linking) if mention.form == "pronoun" else _all_before(number, linking)
    for _, actor in near:
        members = registry.actors[actor].members
        if not members or (mention.size is not None and len(members) != mention.size):
            continue
        if all(_fits(member, mention, linking) for member in members):
            return actor
        states = _states_of(members, linking) if mention.group_of == "states" else ()
        if len(states) == len(members):
            return registry.add_group(states, group_id(states))
    return None


def _lone_group(number: int, linking: Linking) -> ActorId | None:
    """The only group of people that the text has named so far; None where there are several."""
    registry = linking.registry
    groups = {
        actor
        for _, actor in _all_before(number, linking)
        if (members := registry.actors[actor].members) and all(each in registry.people for each in members)
    }
    return groups.pop() if len(groups) == 1 else None


def _states_of(people: Sequence[ActorId], linking: Linking) -> tuple[ActorId, ...]:
    """The states of some people, each once."""
    registry = linking.registry
    found: list[ActorId] = []
    for actor in people:
        person = registry.people.get(actor)
        state = registry.add_known(f"state/{person.state}") if person is not None else None
        if state is not None:
            found.append(state)
    return tuple(dict.fromkeys(found))


def _last_named(number: int, linking: Linking) -> ActorId | None:
    """The last single actors of the number told, in text order; for a pronoun all of one sentence."""
    mention = linking.mentions[number]
    size = mention.size or 2
    other = _who_tells_of(mention, linking) | beside_in_clause(number, linking)
    return _last_of(number, size, other, linking, acting=True) or _last_of(
        number, size, other, linking, acting=False
    )


def _last_of(
    number: int, size: int, other: frozenset[ActorId], linking: Linking, *, acting: bool
) -> ActorId | None:
    """The last actors of a number, without some ``other``; with ``acting``, of those who were subject or source."""
    mention, registry, parse = linking.mentions[number], linking.registry, linking.parse
    recent: dict[ActorId, int] = {}
    for place in range(number - 1, -1, -1):
        actor = linking.links[place]
        if actor is None or actor in other or registry.actors[actor].members:
            continue
        if acting and not acts_at(place, linking):
            continue
        if _fits(actor, mention, linking):
            recent.setdefault(actor, parse.sentence_of[linking.mentions[place].head])
        if len(recent) == size:
            if mention.form == "pronoun" and len(set(recent.values())) > 1:
                return None
            members = _in_text_order(tuple(recent), linking.links)
            return registry.add_group(members, group_id(members))
    return None


def _who_tells_of(mention: FoundMention, linking: Linking) -> frozenset[ActorId]:
    """Those whose statement holds a mention: who tells of "the two men" is seldom one of them."""
    parse = linking.parse
    heads = {
        parse.head_of(each.source)
        for each in parse.attributions
        if each.source is not None
        and parse.sentence_of[each.source.first] == parse.sentence_of[mention.head]
        and any(mention.head in content for content in each.contents)
    }
    if not heads:
        return frozenset()
    return frozenset(
        actor
        for other, actor in zip(linking.mentions, linking.links, strict=True)
        if actor is not None and other.head in heads
    )


def _named_beside(mention: FoundMention, linking: Linking) -> tuple[ActorId, ...]:
    """The names that the tree gives to a plural: "the ministers Ann Lee and Jo Diaz"."""
    parse = linking.parse
    inside = [
        child
        for child in parse.children[mention.head]
        if parse.tokens[child].relation in ("appos", "flat", "nmod") and not cases(parse, child)
    ]
    heads = {each for child in inside for each in conjuncts(parse, child)}
    if not heads:
        return ()
    return tuple(
        dict.fromkeys(
            actor
            for other, actor in zip(linking.mentions, linking.links, strict=True)
            if actor is not None and other.form in ("name", "title") and heads & set(other.span)
        )
    )


def _in_text_order(actors: Sequence[ActorId], links: Sequence[ActorId | None]) -> tuple[ActorId, ...]:
    """The actors in the order in which the text first names them."""
    return tuple(sorted(actors, key=lambda actor: links.index(actor)))


def _fits(actor: ActorId, mention: FoundMention, linking: Linking) -> bool:
    registry = linking.registry
    if mention.group_of == "states":
        return registry.actors[actor].kind in _COUNTRIES
    person = registry.people.get(actor)
    if person is None or person.unnamed:
        return False
    offices = {held.office for held in person.offices}
    if mention.office in ("leader", *HEADS):
        return not offices or bool(offices & set(HEADS))
    return mention.office is None or not offices or mention.office in offices or mention.office == "minister"
