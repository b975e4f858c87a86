"""Offices without a name, pronouns and groups: whom they stand for."""

from collections.abc import Sequence

from selon.extract.findings import FoundMention, group_id
from selon.extract.registry import Registry
from selon.languages.pack import LanguagePack
from selon.parse import Parse
from selon.record import ActorId, ActorKind

_SENTENCES_BACK = 2
_GENDERS = {"masculine": "m", "feminine": "f"}
_HEADS = ("head_of_state", "head_of_government", "monarch")


def resolve_references(
    parse: Parse,
    mentions: Sequence[FoundMention],
    links: list[ActorId | None],
    *,
    registry: Registry,
    pack: LanguagePack,
) -> None:
    """Fill ``links`` for offices, pronouns and groups, in text order; what stays unsure stays None."""
    sources = {parse.head_of(each.source) for each in parse.attributions if each.source is not None}
    for number, mention in enumerate(mentions):
        if links[number] is not None:
            continue
        if mention.kind == "group":
            links[number] = _group(number, mentions, links, registry)
        elif mention.form == "pronoun":
            links[number] = _pronoun(number, mentions, links, parse, registry, pack)
        elif mention.office is not None:
            links[number] = _office(number, mentions, links, registry)
        if links[number] is None and mention.form == "description" and mention.head in sources:
            links[number] = registry.add_local(parse.words(mention.span), _described_kind(mention))


def _described_kind(mention: FoundMention) -> ActorKind:
    return mention.kind or "group"


def _office(
    number: int, mentions: Sequence[FoundMention], links: Sequence[ActorId | None], registry: Registry
) -> ActorId | None:
    """The person of the text who holds the office, nearest before; else who held it on the day."""
    mention = mentions[number]
    assert_office = mention.office
    before = [actor for actor in reversed(links[:number]) if actor in registry.people]
    after = [actor for actor in links[number:] if actor in registry.people]
    for actor in (*before, *after):
        if _holds(actor, mention, registry):
            return actor
    if mention.of is None or assert_office is None:
        return None
    entry = registry.gazetteer.office_holder(assert_office, mention.of, on=registry.published)
    return registry.add_entry(entry) if entry is not None else None


def _holds(actor: ActorId | None, mention: FoundMention, registry: Registry) -> bool:
    offices = registry.people[actor].offices if actor is not None else set()
    for office, of in offices:
        same = office == mention.office or (mention.office == "leader" and office in _HEADS)
        if same and (mention.of is None or of is None or of == mention.of):
            return True
    return False


def _pronoun(
    number: int,
    mentions: Sequence[FoundMention],
    links: Sequence[ActorId | None],
    parse: Parse,
    registry: Registry,
    pack: LanguagePack,
) -> ActorId | None:
    """The nearest person before that fits, subjects first; for a plural the last two."""
    mention = mentions[number]
    pronoun = pack.pronoun(parse.tokens[mention.head].form.lower().lstrip("-").removeprefix("t-"))
    if pronoun is None or pronoun.person != 3:
        return None
    if pronoun.number == "plural":
        return _group(number, mentions, links, registry)
    candidates = _candidates(number, mentions, links, parse, registry, _GENDERS.get(pronoun.gender or ""))
    return max(candidates, default=(0.0, None), key=lambda pair: pair[0])[1]


def _candidates(
    number: int,
    mentions: Sequence[FoundMention],
    links: Sequence[ActorId | None],
    parse: Parse,
    registry: Registry,
    gender: str | None,
) -> list[tuple[float, ActorId | None]]:
    own = mentions[number]
    sentence = parse.sentence_of[own.head]
    sources = {parse.head_of(each.source) for each in parse.attributions if each.source is not None}
    found: list[tuple[float, ActorId | None]] = []
    for place in range(number - 1, -1, -1):
        other, actor = mentions[place], links[place]
        away = sentence - parse.sentence_of[other.head]
        if away > _SENTENCES_BACK:
            break
        person = registry.people.get(actor or "")
        if person is None or (gender and person.gender and person.gender != gender):
            continue
        token = parse.tokens[other.head]
        if token.head == parse.tokens[own.head].head and token.head != other.head:
            continue
        score = 10 - 3 * away - 0.01 * (own.head - other.head)
        score += (
            2 * token.relation.startswith("nsubj")
            + 2 * (other.head in sources)
            - 1.5 * (away == 0 and token.relation == "nmod")
        )
        found.append((score, actor))
    return found


def _group(
    number: int, mentions: Sequence[FoundMention], links: Sequence[ActorId | None], registry: Registry
) -> ActorId | None:
    """The last two people named before, of leaders where the group is one of leaders."""
    mention = mentions[number]
    recent: list[ActorId] = []
    for actor in reversed(links[:number]):
        members = registry.actors[actor].members if actor in registry.actors else ()
        if len(members) == 2:
            return actor
        if actor in registry.people and actor not in recent and _rank_fits(actor, mention, registry):
            recent.append(actor)
        if len(recent) == 2:
            break
    if len(recent) != 2:
        return None
    members = tuple(reversed(recent))
    return registry.add_group(members, group_id(members))


def _rank_fits(actor: ActorId | None, mention: FoundMention, registry: Registry) -> bool:
    if mention.office is None and mention.kind != "group":
        return True
    person = registry.people.get(actor or "")
    offices = {office for office, _ in person.offices} if person is not None else set()
    if mention.office in (None, "leader", *_HEADS):
        return not offices or bool(offices & set(_HEADS))
    return mention.office in offices
