"""From a parsed text to the contacts that it tells of: each once, with all that is said of it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from selon.extract.contact_cues import ContactCue, find_contact_cues
from selon.extract.contact_facts import (
    evidence_of,
    level_of,
    ordinal_of,
    place_of,
    requester_of,
    times_of,
)
from selon.extract.contact_sense import is_identified
from selon.extract.contact_status import find_status, is_conditional, is_pluperfect
from selon.extract.covering import Covering
from selon.extract.findings import Cast, FoundTime, item_id
from selon.extract.matters import discussed_matters, discussing, is_subject_matter, matter_span
from selon.extract.participants import actors_of, find_parties
from selon.extract.syntax import cases, children, governors, nouns_above
from selon.languages.pack import LanguagePack
from selon.parse import Parse, TokenSpan
from selon.record import (
    ActorId,
    Contact,
    ContactKind,
    ContactStatus,
    Medium,
    Participant,
    ParticipantRole,
    Span,
    Statement,
    Topic,
)

_OUTCOMES: dict[ContactStatus, int] = {
    "held": 0, "ongoing": 0, "planned": 1, "proposed": 1, "denied": 2, "refused": 2, "cancelled": 2, "disputed": 2,
}  # fmt: skip
_ALIKE: tuple[frozenset[ContactKind], ...] = (
    frozenset({"talks", "meeting"}), frozenset({"meeting", "summit"}), frozenset({"talks", "summit"}),
)  # fmt: skip
_MOST_EVIDENCE = 3


@dataclass(frozen=True, slots=True)
class _Account:
    """One telling of a contact."""

    kind: ContactKind
    medium: Medium | None
    status: ContactStatus
    actors: tuple[ActorId, ...]
    roles: tuple[tuple[ActorId, ParticipantRole], ...]
    evidence: tuple[Span, ...]
    date: str | None = None
    time: str | None = None
    duration: str | None = None
    ordinal: int | None = None
    place: ActorId | None = None
    requested_by: ActorId | None = None
    background: bool = False
    pluperfect: bool = False
    """True where the tense alone puts it before what is told."""
    conditional: bool = False
    """True where the mood alone puts it off."""
    bare: bool = False
    topics: tuple[str, ...] = field(default=())


def find_contacts(
    parse: Parse,
    *,
    cast: Cast,
    dates: Sequence[FoundTime],
    topics: Sequence[Topic],
    statements: Sequence[Statement],
    pack: LanguagePack,
) -> tuple[Contact, ...]:
    """Every contact that the text identifies by who took part, its date, its number or its place.

    Several tellings of one contact are one. A word that identifies none ("the call") adds what it tells to the
    contact told of last; one that fits no contact is left out.
    """
    telling = _contents(statements)
    indirect = _contents(each for each in statements if each.kind == "indirect")
    denying = _contents(each for each in statements if each.act == "deny" and each.polarity == "affirmed")
    found: list[_Account] = []
    for account in _accounts(parse, cast, dates, topics, pack):
        # In reported words the tense only follows that of the verb: "said they had met".
        if account.pluperfect and _lies_in(account, indirect):
            account = replace(account, background=False)
        # So does the mood: "said they would meet".
        if account.conditional and _lies_in(account, indirect):
            account = replace(account, status="planned")
        place = _same(account, found)
        if place is not None:
            found[place] = _merged(found[place], account)
        elif not account.bare:
            found.append(account)
    found = _with_background([_as_denied(each, denying) for each in _joined(found)])
    contacts = [_contact(each, statements, telling, cast) for each in found]
    return tuple(sorted(contacts, key=lambda contact: (contact.evidence[0], contact.id)))


def _accounts(
    parse: Parse, cast: Cast, dates: Sequence[FoundTime], topics: Sequence[Topic], pack: LanguagePack
) -> Iterator[_Account]:
    cues = {cue.head: cue for cue in find_contact_cues(parse, pack)}
    for index in range(len(parse.tokens)):
        cue = cues.get(index)
        if cue is None and discussing(parse, index, pack):
            cue = ContactCue(TokenSpan(index, index + 1), index, is_verb=True, kind="other")
        if cue is None:
            continue
        account = _account(cue, parse, cast, dates, topics, pack)
        if account is not None:
            # What was discussed tells topics only: its dates are of the matter.
            yield account if index in cues else replace(account, bare=True, date=None, time=None, place=None)


def _account(
    cue: ContactCue,
    parse: Parse,
    cast: Cast,
    dates: Sequence[FoundTime],
    topics: Sequence[Topic],
    pack: LanguagePack,
) -> _Account | None:
    parties = find_parties(cue, parse, cast, pack)
    actors = actors_of(parties)
    place = place_of(cue, parse, cast, pack)
    times = times_of(cue, dates, parse, pack)
    date = next((each.date for each in times if each.date is not None), None)
    ordinal = ordinal_of(cue, parse, pack)
    if place is not None and place[1] in actors:
        actors = tuple(actor for actor in actors if actor != place[1])
    identified = is_identified(cue, parties, actors, parse, pack, facts=(date, ordinal, place))
    if identified is None:
        return None
    pluperfect, earlier = is_pluperfect(cue, parse, pack), _is_earlier(cue, parse, pack)
    status = find_status(cue, parse, pack)
    tokens = [party.token for party in parties] + ([place[0]] if place and not actors else [])
    evidence = parse.characters(evidence_of(cue, tokens, parse, cast))
    return _Account(
        # Whoever talked in a town met there.
        kind="meeting" if cue.kind == "other" and place is not None and cue.medium is None else cue.kind,
        medium=cue.medium,
        status=status,
        actors=actors,
        roles=tuple((a, cue.subject) for p in parties if p.is_subject for a in p.actors if cue.subject),
        evidence=(evidence,),
        date=date,
        time=next((each.time for each in times if each.time is not None), None),
        duration=next((each.duration for each in times if each.duration is not None), None),
        ordinal=ordinal,
        place=place[1] if place else None,
        requested_by=requester_of(cue, parse, cast, pack),
        background=pluperfect or earlier,
        pluperfect=pluperfect and not earlier,
        conditional=status == "proposed" and is_conditional(cue, parse, pack),
        bare=not identified,
        topics=_topics_of(cue, parse, topics, pack),
    )


def _is_earlier(cue: ContactCue, parse: Parse, pack: LanguagePack) -> bool:
    if cue.is_verb:
        return False
    # "Since the end of the talks": what is earlier stands on a noun above.
    heads = [cue.head, *nouns_above(parse, cue.head)]
    words = {word for head in heads for word in cases(parse, head)}
    # The "last call" of a title is the one that the text tells of.
    if parse.sentence_of[cue.head] > 0:
        words |= {
            parse.tokens[child].form.lower() for head in heads for child in children(parse, head, "amod")
        }
    return bool(words & pack.polarity.earlier_words)


def _topics_of(cue: ContactCue, parse: Parse, topics: Sequence[Topic], pack: LanguagePack) -> tuple[str, ...]:
    """The topics that the words of the cue, or the verb that it is the subject of, say were discussed."""
    heads = [cue.head]
    above = list(governors(parse, cue.head))[:2]
    verb = next((each for each in above if parse.tokens[each].pos == "VERB"), None)
    if not cue.is_verb and verb is not None and (verb == above[0] or is_subject_matter(parse, verb, pack)):
        heads.append(verb)
    spans = []
    for head in heads:
        for matter in discussed_matters(parse, head, pack):
            span = matter_span(parse, matter)
            if span is not None and cue.head not in span:
                spans.append(parse.characters(span))
    return tuple(
        topic.id for topic in topics if any(s <= a and b <= e for a, b in topic.spans for s, e in spans)
    )


def _same(account: _Account, found: Sequence[_Account]) -> int | None:
    """The place of the contact that an account tells of again; the one told of last where several fit."""
    fitting = [n for n, other in enumerate(found) if _fits(account, other)]
    if account.bare and not account.actors:
        main = [n for n in fitting if not found[n].background]
        # What "was raised" was raised in a contact that took place, where there is one.
        held = [n for n in main if _OUTCOMES[found[n].status] == 0]
        held = [n for n in held if len(found[n].actors) > 1] or held
        return next(iter((held or main or fitting)[-1:]), None)
    return fitting[-1] if fitting else None


def _joined(found: Sequence[_Account]) -> list[_Account]:
    """The contacts, where two that later tellings gave the same number are one."""
    joined: list[_Account] = []
    for each in found:
        place = next(
            (n for n, other in enumerate(joined) if each.ordinal is not None and _fits(each, other)), None
        )
        if place is None:
            joined.append(each)
        else:
            joined[place] = _merged(joined[place], each)
    return joined


def _fits(account: _Account, other: _Account) -> bool:
    kinds = {account.kind, other.kind}
    alike = len(kinds) == 1 or "other" in kinds or any(kinds <= each for each in _ALIKE)
    numbered = account.ordinal is not None and account.ordinal == other.ordinal
    if not alike or (not account.bare and not numbered and account.background != other.background):
        return False
    if account.bare and not account.actors:
        return _agree(account.ordinal, other.ordinal) and _agree(account.place, other.place)
    if _OUTCOMES[account.status] != _OUTCOMES[other.status]:
        return False
    if not (_same_day(account.date, other.date) and _agree(account.place, other.place)):
        return False
    if not _agree(account.ordinal, other.ordinal):
        return False
    ours, theirs = set(account.actors), set(other.actors)
    if not ours or not theirs:
        return numbered or bool(account.place and account.place == other.place)
    if min(len(ours), len(theirs)) > 1 and account.kind != other.kind and "other" not in kinds:
        # Two met; that three are to hold talks is another matter.
        return ours == theirs
    return ours <= theirs or theirs <= ours


def _agree(left: object | None, right: object | None) -> bool:
    return left is None or right is None or left == right


def _same_day(left: str | None, right: str | None) -> bool:
    return left is None or right is None or left.startswith(right) or right.startswith(left)


def _merged(contact: _Account, account: _Account) -> _Account:
    """The contact with what another telling of it adds."""
    adds = any(
        getattr(contact, name) is None and getattr(account, name) is not None
        for name in ("date", "place", "ordinal")
    )
    kind = contact.kind if contact.kind != "other" or account.kind == "other" else account.kind
    actors = contact.actors if account.bare else tuple(dict.fromkeys((*contact.actors, *account.actors)))
    evidence = contact.evidence
    if (adds or kind != contact.kind or len(actors) > len(contact.actors)) and len(evidence) < _MOST_EVIDENCE:
        evidence = _without_overlap((*evidence, *account.evidence))
    date = max((each for each in (contact.date, account.date) if each), key=len, default=None)
    return replace(
        contact,
        kind=kind,
        medium=contact.medium or account.medium,
        actors=actors,
        roles=contact.roles or account.roles,
        evidence=evidence,
        date=date,
        time=contact.time or account.time,
        duration=contact.duration or account.duration,
        ordinal=contact.ordinal or account.ordinal,
        place=contact.place or account.place,
        requested_by=contact.requested_by or account.requested_by,
        topics=tuple(dict.fromkeys((*contact.topics, *account.topics))),
    )


def _without_overlap(spans: Sequence[Span]) -> tuple[Span, ...]:
    found: list[Span] = []
    for start, end in spans:
        if all(end <= a or b <= start for a, b in found):
            found.append((start, end))
    return tuple(sorted(found))


def _with_background(found: list[_Account]) -> list[_Account]:
    """Earlier contacts are background where another contact is what the text tells of."""
    main = next((each for each in found if not each.background), None)
    if main is None:
        return [replace(each, background=False) for each in found]
    return [
        replace(each, background=each.background or _is_before(each, main)) if each is not main else each
        for each in found
    ]


def _as_denied(account: _Account, denying: Covering) -> _Account:
    """A contact told of only in what somebody denies did not take place, as far as the text has it."""
    took_place = _OUTCOMES[account.status] == 0
    return replace(account, status="denied") if took_place and _lies_in(account, denying) else account


def _contents(statements: Iterable[Statement]) -> Covering:
    """The contents of statements, by their number."""
    return Covering((number, span) for number, each in enumerate(statements) for span in each.content)


def _lies_in(account: _Account, contents: Covering) -> bool:
    """Is all that tells of a contact in the contents of some statements?"""
    return all(contents.holding(span) for span in account.evidence)


def _is_before(account: _Account, main: _Account) -> bool:
    if account.date is None or main.date is None or account.status != "held":
        return False
    return account.date[: len(main.date)] < main.date[: len(account.date)]


def _contact(account: _Account, statements: Sequence[Statement], telling: Covering, cast: Cast) -> Contact:
    key = f"{account.kind}{account.evidence}"
    roles = dict(account.roles)
    numbers = {number for span in account.evidence for number in telling.holding(span)}
    reporting = tuple(statements[number].id for number in sorted(numbers))
    return Contact(
        id=item_id("c", key),
        kind=account.kind,
        medium=account.medium,
        status=account.status,
        level=level_of(account.actors, cast) if account.actors else None,
        participants=tuple(Participant(actor=actor, role=roles.get(actor)) for actor in account.actors),
        requested_by=account.requested_by,
        date=account.date,
        time=account.time,
        duration=account.duration,
        ordinal=account.ordinal,
        place=account.place,
        background=account.background,
        topics=account.topics,
        evidence=account.evidence,
        statements=reporting,
    )
