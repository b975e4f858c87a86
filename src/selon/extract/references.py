"""The actors and topics that the other parts of a record refer to."""

from collections.abc import Iterator, Sequence

from selon.extract.covering import Covering
from selon.extract.findings import Cast, group_id
from selon.record import Actor, ActorId, Agreement, Contact, Statement, Topic


def gather_actors(
    cast: Cast,
    statements: Sequence[Statement],
    contacts: Sequence[Contact],
    agreements: Sequence[Agreement],
) -> tuple[Actor, ...]:
    """Every actor of the text, then the groups that only joint speakers make."""
    known = dict(cast.by_id)
    for actor in _referred(statements, contacts, agreements):
        if actor not in known and actor.startswith("group/"):
            members = _members(actor, cast)
            names = [known[member].name for member in members]
            known[actor] = Actor(id=actor, name=" and ".join(names), kind="group", members=members)
    return tuple(known.values())


def tie_topics(statements: Sequence[Statement], topics: Sequence[Topic]) -> tuple[Statement, ...]:
    """The statements with the topics that their contents name."""
    covering = Covering((n, span) for n, statement in enumerate(statements) for span in statement.content)
    named: dict[int, list[str]] = {}
    for topic in topics:
        for number in {number for span in topic.spans for number in covering.holding(span)}:
            named.setdefault(number, []).append(topic.id)
    return tuple(
        statement.model_copy(update={"topics": tuple(named[number])}) if number in named else statement
        for number, statement in enumerate(statements)
    )


def _referred(
    statements: Sequence[Statement], contacts: Sequence[Contact], agreements: Sequence[Agreement]
) -> Iterator[ActorId]:
    for statement in statements:
        if statement.speaker is not None:
            yield statement.speaker
        yield from (link.actor for link in statement.chain)
        yield from statement.addressees
    for contact in contacts:
        yield from (participant.actor for participant in contact.participants)
    for agreement in agreements:
        yield from agreement.parties


def _members(group: ActorId, cast: Cast) -> tuple[ActorId, ...]:
    """The members whose joint id this is."""
    slugs = group.partition("/")[2].split("+")
    by_slug = {actor.partition("/")[2]: actor for actor in cast.by_id if not actor.startswith("group/")}
    members = tuple(by_slug[slug] for slug in slugs if slug in by_slug)
    return members if group_id(members) == group else ()
