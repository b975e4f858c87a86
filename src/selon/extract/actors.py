"""From namings to who is who: links to the gazetteer, to people of the text, and to groups."""

import re
from collections.abc import Sequence
from datetime import date

from rapidfuzz.distance import DamerauLevenshtein

from selon.extract.coreference import resolve_references
from selon.extract.descriptions import Linking, answerer, is_answer, note
from selon.extract.findings import Cast, FoundMention
from selon.extract.registry import Registry, differ, fold
from selon.extract.spans import sound
from selon.extract.syntax import cases
from selon.gazetteer import SOVEREIGNS, Entry, Gazetteer
from selon.languages.pack import LanguagePack
from selon.parse import Parse
from selon.record import Actor, ActorId, Mention

_SHORTEST_MISPRINT = 5
"""Letters of a surname behind a title that may be misspelt by one; one more without a title."""
_YEARS_BEFORE, _YEARS_AFTER = 5, 15
"""How long before and after an office a surname alone may stand for whoever held it."""
_SHORTEST = 4
"""Letters of a word in the middle of a name before it may stand for the person."""


def link_actors(
    parse: Parse,
    mentions: Sequence[FoundMention],
    *,
    pack: LanguagePack,
    gazetteer: Gazetteer,
    published: date | None,
) -> Cast:
    """Who each mention stands for.

    Full names come first, so that a headline's surname finds the person named in the text; then surnames,
    misprints, offices by date, and last pronouns and groups. What stays unsure stays open.
    """
    registry = Registry(gazetteer, published)
    links: list[ActorId | None] = [None] * len(mentions)
    linking = Linking(parse, mentions, links, registry, pack)
    order = sorted(range(len(mentions)), key=lambda n: (not _is_full(mentions[n], gazetteer), n))
    for number in order:
        if mentions[number].name and mentions[number].form != "description":
            links[number] = _link_named(number, linking)
            note(mentions[number], links[number], registry)
    named: dict[str, ActorId] = {}
    for mention, link in zip(mentions, links, strict=True):
        if link is not None:
            named.setdefault(mention.name, link)
    for number, mention in enumerate(mentions):
        if mention.form == "description" and mention.name:
            links[number] = named.get(mention.name)
    resolve_references(linking)
    offices = {
        actor: frozenset(held.office for held in person.offices) for actor, person in registry.people.items()
    }
    return Cast(parse, tuple(mentions), tuple(links), _in_order(parse, mentions, links, registry), offices)


def _link_named(number: int, linking: Linking) -> ActorId | None:
    """Whom a name stands for; a capital that speaks stands for its state, a label of answers for who gives them."""
    mention, registry = linking.mentions[number], linking.registry
    if is_answer(mention.name, linking) and (person := answerer(number, linking)) is not None:
        return person
    actor = _link_name(mention, registry, before=_linked_before(linking.links, number))
    if mention.kind == "place" and _speaks(mention, linking):
        return _state_of_capital(actor, registry)
    return actor


def _speaks(mention: FoundMention, linking: Linking) -> bool:
    """Does a place act like somebody: the subject of a verb, the source of a statement, one of two between whom?"""
    parse, at = linking.parse, mention.head
    while parse.tokens[at].relation == "conj" and parse.tokens[at].head < at:
        at = parse.tokens[at].head
    if at in linking.source_heads:
        return True
    case = cases(parse, at)
    if case:
        return bool(case & linking.pack.polarity.between_prepositions)
    return parse.tokens[at].relation.startswith("nsubj")


def _state_of_capital(actor: ActorId | None, registry: Registry) -> ActorId | None:
    """The state that a capital stands for ("Moscow refused"); other places stay places."""
    entry = registry.gazetteer.by_id(actor) if actor is not None else None
    if entry is None or not entry.capital:
        return actor
    return registry.add_known(f"state/{entry.state}") or actor


def _is_full(mention: FoundMention, gazetteer: Gazetteer) -> bool:
    """Can a name be linked before all others: is it a full one, or one that the gazetteer knows?"""
    return " " in mention.name or (
        mention.kind not in ("person", None) and bool(gazetteer.exact(mention.name))
    )


def _linked_before(links: Sequence[ActorId | None], number: int) -> list[ActorId]:
    """The actors linked so far, nearest before first, then those after."""
    before = [actor for actor in reversed(links[:number]) if actor is not None]
    return before + [actor for actor in links[number:] if actor is not None]


def _link_name(mention: FoundMention, registry: Registry, before: list[ActorId]) -> ActorId | None:
    entries = registry.gazetteer.exact(mention.name)
    if mention.kind not in ("person", None):
        if entries:
            return registry.add_entry(entries[0])
        # The model may take the short name of a person for a place.
        person = _same_surname(mention, registry, before) if " " not in mention.name else None
        return person or registry.add_local(mention.name, mention.kind)
    if mention.office in SOVEREIGNS:
        sovereign = registry.gazetteer.reigning(mention.name, mention.office, registry.published)
        if sovereign is not None:
            return registry.add_entry(sovereign)
    people = [entry for entry in entries if entry.kind == "person"]
    if len(people) == 1 and (" " in mention.name or not _same_surname(mention, registry, before)):
        return registry.add_entry(people[0])
    if entries and not people:
        return registry.add_entry(entries[0])
    return (
        registry.with_initials(mention.name)
        or _same_surname(mention, registry, before)
        or _by_surname(mention, registry)
        or _by_likeness(mention, registry)
        or _new_person(mention, registry)
    )


def _same_surname(mention: FoundMention, registry: Registry, before: list[ActorId]) -> ActorId | None:
    """A person of the text whose name ends, or starts, with this one; else the only one who has it inside."""
    key = fold(mention.name).split()
    inside: list[ActorId] = []
    for actor in dict.fromkeys(before):
        person = registry.people.get(actor)
        if person is None or differ(mention.gender, person.gender):
            continue
        words = fold(person.name).split()
        if (key[-1:] == words[-1:] or key == words[:1]) and (len(key) == 1 or key[0][0] == words[0][0]):
            return actor
        if len(key) == 1 and len(key[0]) >= _SHORTEST and key[0] in words:
            inside.append(actor)
    return inside[0] if len(inside) == 1 else None


def _by_surname(mention: FoundMention, registry: Registry) -> ActorId | None:
    """The one person of the gazetteer with that surname, of the office and state told."""
    listed = registry.gazetteer.listed_surname(mention.name)
    if " " in mention.name and not listed:
        return None
    entries = _fitting(listed or registry.gazetteer.surname(mention.name), mention, registry)
    return registry.add_entry(entries[0]) if len(entries) == 1 else None


def _by_likeness(mention: FoundMention, registry: Registry) -> ActorId | None:
    """A person with nearly that name: of the text first, then of the gazetteer; only where a title says person."""
    if mention.form != "title" and " " not in mention.name:
        return None
    key = fold(mention.name).replace(" ", "")
    for person in registry.people.values():
        words = fold(person.name).split()
        other = words[-1] if " " not in mention.name else "".join(words)
        least = _SHORTEST_MISPRINT if mention.form == "title" else _SHORTEST_MISPRINT + 1
        if min(len(key), len(other)) >= least and DamerauLevenshtein.distance(key, other) == 1:
            return person.id
    likely = registry.gazetteer.similar(mention.name, titled=mention.form == "title")
    in_text = [entry for entry, _ in likely if entry.id in registry.people]
    if in_text:
        return in_text[0].id
    entries = _fitting([entry for entry, _ in likely], mention, registry)
    return registry.add_entry(entries[0]) if len(entries) == 1 else None


def _fitting(entries: Sequence[Entry], mention: FoundMention, registry: Registry) -> list[Entry]:
    """The entries that fit the gender, office, state and time of a mention, as far as it tells them."""
    day = registry.published
    entries = [
        entry for entry in entries if not differ(mention.gender, entry.gender) and _is_of_time(entry, day)
    ]
    if len(entries) <= 1 and mention.of is None:
        return entries
    if mention.of is None and mention.office is None:
        in_office = [e for e in entries if day and any(o.held_on(day) for o in e.offices)]
        return in_office if len(in_office) == 1 else entries
    return [
        entry
        for entry in entries
        if any(mention.of is None or held.of == mention.of for held in entry.offices)
        or (mention.of is not None and entry.state is not None and mention.of == f"state/{entry.state}")
    ]


def _is_of_time(entry: Entry, day: date | None) -> bool:
    """Might a text of that day, that gives a surname only, mean this person: in office not long before or after?"""
    if day is None or not entry.offices:
        return True
    first = min(int(held.since[:4]) for held in entry.offices)
    last = max(int(held.until[:4]) if held.until else day.year for held in entry.offices)
    return first - _YEARS_BEFORE <= day.year <= last + _YEARS_AFTER


def _new_person(mention: FoundMention, registry: Registry) -> ActorId:
    return registry.add_local(mention.name, mention.kind or "person")


def _in_order(
    parse: Parse,
    mentions: Sequence[FoundMention],
    links: Sequence[ActorId | None],
    registry: Registry,
) -> tuple[Actor, ...]:
    """The actors with their mentions and roles, in order of first mention; members before their group."""
    namings: dict[ActorId, list[Mention]] = {}
    roles: dict[ActorId, list[str]] = {}
    for mention, actor in zip(mentions, links, strict=True):
        if actor is None:
            continue
        span = sound(parse.text, *parse.characters(mention.span))
        if span is not None:
            namings.setdefault(actor, []).append(Mention(span=span, form=mention.form))
        if mention.office is not None and actor in registry.people:
            words = role_words(parse, mention)
            if words and words not in roles.setdefault(actor, []):
                roles[actor].append(words)
    found: dict[ActorId, Actor] = {}
    for actor in namings:
        for each in (*registry.actors[actor].members, actor):
            found[each] = registry.actors[each].model_copy(
                update={"mentions": tuple(namings.get(each, ())), "roles": tuple(roles.get(each, ()))}
            )
    return tuple(found.values())


def role_words(parse: Parse, mention: FoundMention) -> str:
    """The words of an office beside or without a name."""
    words = parse.words(mention.span)
    words = words.replace(mention.name, "") if mention.name else words
    words = re.sub(r"^(?:les?|la|l['’]|the|an?|une?)\s*(?=\w)", "", words.strip(" ,()"), flags=re.IGNORECASE)
    return " ".join(words.split())
