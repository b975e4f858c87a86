"""Whose voice stands behind each statement: speaker, relays, and relays that carry on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from selon.extract.covering import Covering
from selon.extract.findings import Cast, FoundStatement, group_id, item_id
from selon.extract.spans import sound
from selon.extract.syntax import governors, is_heading
from selon.parse import Parse
from selon.record import ActorId, Link, Span, Statement

_MOST_OF = 0.6
_FARTHEST = 3
_INSTITUTIONS = ("state", "government", "organisation")


@dataclass(frozen=True)
class _Voice:
    """A found statement with its speaker and the statement that encloses it."""

    found: FoundStatement
    speaker: ActorId | None
    source: Span | None
    enclosing: int | None


def link_chains(found: Sequence[FoundStatement], *, cast: Cast) -> tuple[Statement, ...]:
    """The statements with speaker, chain, ``within`` and ``relay``, in the order given.

    A statement whose cue lies in the content of another is relayed by it. A relay named once carries on
    over later statements of the same speaker, as inferred links, until somebody else relays that speaker.
    """
    voices = _voices(found, cast)
    within: dict[int, list[int]] = {}
    for number, voice in enumerate(voices):
        if voice.enclosing is not None:
            within.setdefault(voice.enclosing, []).append(number)
    relays = {number for number in within if _is_relay(number, voices, within, cast)}
    chains = [_with_channel(_chain(number, voices), voices[number], cast) for number in range(len(voices))]
    ids = [statement_id(each.found) for each in voices]
    carried = _carry(chains, voices, cast)
    return tuple(
        _statement(voice, carried[number], ids, relay=number in relays, cast=cast)
        for number, voice in enumerate(voices)
    )


def statement_id(found: FoundStatement) -> str:
    """An id from the content and its place."""
    return item_id("s", f"{found.cue}{found.content}")


def _voices(found: Sequence[FoundStatement], cast: Cast) -> list[_Voice]:
    voices: list[_Voice] = []
    covering = Covering((number, span) for number, each in enumerate(found) for span in each.content)
    for number, each in enumerate(found):
        speaker, source = speaker_of(each, cast), each.source
        if source is None and each.kind != "indirect" and not each.cue:
            before = _last_speaker(voices, each, cast)
            if before is not None:
                speaker, source = before.speaker, before.source
        voices.append(_Voice(each, speaker, source, _enclosing(number, found, covering)))
    return voices


def speaker_of(found: FoundStatement, cast: Cast) -> ActorId | None:
    """The actor that the source of a statement stands for; a group where it stands for several."""
    if found.attribution.source is None:
        return None
    actors = cast.actors_in(found.attribution.source)
    if not actors:
        return None
    return actors[0] if len(actors) == 1 else group_id(actors)


def _last_speaker(voices: list[_Voice], found: FoundStatement, cast: Cast) -> _Voice | None:
    """Who spoke last in the paragraph of a quotation that stands alone, or in the one before it."""
    start = found.content[0][0]
    for voice in reversed(voices):
        end = voice.found.content[-1][1]
        if end <= start and voice.speaker is not None and voice.found.nature == "speech":
            return voice if cast.parse.text.count("\n", end, start) <= 2 else None
    return None


def _enclosing(number: int, found: Sequence[FoundStatement], covering: Covering) -> int | None:
    """The innermost statement whose content holds the cue, or else the content, of this one."""
    inner = found[number]
    place = inner.cue[0] if inner.cue else inner.content[0]
    best: tuple[int, int] | None = None
    for other in covering.holding(place):
        outer = found[other]
        if other == number or outer.content == inner.content:
            continue
        for start, end in outer.content:
            holds_content = start <= inner.content[0][0] and inner.content[0][1] <= end + 1
            if (
                start <= place[0]
                and place[1] <= end
                and holds_content
                and (best is None or end - start < best[0])
            ):
                best = (end - start, other)
    return None if best is None else best[1]


def _is_relay(number: int, voices: Sequence[_Voice], within: Mapping[int, Sequence[int]], cast: Cast) -> bool:
    """Is what this statement says that somebody else said something?"""
    own = voices[number]
    letters = sum(end - start for start, end in own.found.content)
    for inside in within.get(number, ()):
        voice = voices[inside]
        if voice.speaker == own.speaker:
            continue
        inner = voice.found
        if inner.nature == "attitude":
            continue
        # Who says it and the verb that says so count as words of what is passed on.
        parts = (*inner.content, *inner.cue, *((inner.source,) if inner.source else ()))
        said = sum(end - start for start, end in parts)
        # A quotation is its speaker's own words, whoever speaks in it.
        leads = own.found.kind != "direct" and _heads_content(own.found, inner, cast)
        if leads or said >= _MOST_OF * letters:
            return True
    return False


def _heads_content(outer: FoundStatement, inner: FoundStatement, cast: Cast) -> bool:
    """Is the cue of the inner statement the main verb of what the outer one says?"""
    cue = inner.attribution.cue
    return cue is not None and cast.parse.head_of(outer.attribution.contents[0]) in cue


def _chain(number: int, voices: Sequence[_Voice]) -> tuple[Link, ...]:
    """The speaker, then whoever encloses the statement, outermost last; nobody twice in a row."""
    links: list[Link] = []
    at: int | None = number
    seen: set[int] = set()
    while at is not None and at not in seen:
        seen.add(at)
        voice = voices[at]
        if voice.speaker is not None and all(link.actor != voice.speaker for link in links):
            links.append(Link(actor=voice.speaker, span=voice.source))
        elif at == number:
            return ()
        at = voice.enclosing
    return tuple(links)


def _with_channel(chain: tuple[Link, ...], voice: _Voice, cast: Cast) -> tuple[Link, ...]:
    """The chain with the outlet that the speaker spoke to: "told Interfax", « a confié au Phare »."""
    attribution, parse = voice.found.attribution, cast.parse
    if not chain or attribution.cue is None:
        return chain
    verb = parse.head_of(attribution.cue)
    blocked = [*attribution.contents, *((attribution.source,) if attribution.source else ())]
    for index in parse.subtree(verb):
        mention = cast.mention_at(index)
        actor = cast.by_id.get(cast.actor_at(index) or "")
        if mention is None or mention.head != index or actor is None or actor.kind != "outlet":
            continue
        known = any(actor.id == link.actor for link in chain)
        if not known and verb in _above(parse, index) and not any(index in span for span in blocked):
            span = sound(parse.text, *parse.characters(mention.span))
            return (chain[0], Link(actor=actor.id, span=span), *chain[1:])
    return chain


def _above(parse: Parse, index: int) -> tuple[int, ...]:
    """The tokens above one, up to the third, with no verb between."""
    found: list[int] = []
    for at in governors(parse, index):
        found.append(at)
        if len(found) == _FARTHEST or parse.tokens[at].pos == "VERB":
            break
    return tuple(found)


def _carry(chains: list[tuple[Link, ...]], voices: Sequence[_Voice], cast: Cast) -> list[tuple[Link, ...]]:
    """The chains, lengthened where a relay named before goes on reporting.

    It goes on for the speaker whom it reported until somebody else relays that speaker; an institution or a joint
    statement also for all others, to the end of its paragraph.
    """
    relayed_by: dict[ActorId, tuple[Link, ...]] = {}
    last: tuple[int, tuple[Link, ...]] | None = None
    found = []
    for chain, voice in zip(chains, voices, strict=True):
        place = voice.found.content[0][0]
        if chain and voice.enclosing is None:
            inherited = relayed_by.get(chain[-1].actor, ())
            if not inherited and last is not None and len(chain) == 1:
                same_paragraph = "\n" not in cast.parse.text[last[0] : place]
                inherited = last[1] if same_paragraph and last[0] < place else ()
            chain += tuple(link for link in inherited if all(link.actor != own.actor for own in chain))
        for number, link in enumerate(chain[:-1]):
            if not chain[number + 1].inferred:
                relayed_by[link.actor] = tuple(
                    Link(actor=after.actor, inferred=True) for after in chain[number + 1 :]
                )
                if all(_issues_readouts(after.actor, cast) for after in chain[number + 1 :]):
                    last = (place, relayed_by[link.actor])
        found.append(chain)
    heading = _heading(cast)
    return _carry_inside(
        [_headed(chain, voice, heading) for chain, voice in zip(found, voices, strict=True)], voices
    )


def _heading(cast: Cast) -> ActorId | None:
    """The joint statement that a text gives in full under its heading; None where it gives none."""
    for mention, actor in zip(cast.mentions, cast.links, strict=True):
        if not is_heading(cast.parse, mention.head):
            return None
        if mention.paper == "joint":
            return actor
    return None


def _headed(chain: tuple[Link, ...], voice: _Voice, heading: ActorId | None) -> tuple[Link, ...]:
    """The chain with the joint statement behind it that holds all of its text."""
    if heading is None or not chain or voice.enclosing is not None:
        return chain
    known = any(link.actor == heading for link in chain)
    return chain if known else (*chain, Link(actor=heading, inferred=True))


def _issues_readouts(actor: ActorId, cast: Cast) -> bool:
    """Does a relay tell a contact from one side: an institution, or several parties in one text?"""
    known = cast.by_id.get(actor)
    return known is not None and known.kind in ("government", "group")


def _carry_inside(chains: list[tuple[Link, ...]], voices: Sequence[_Voice]) -> list[tuple[Link, ...]]:
    """What an enclosing statement inherited, its inner statements inherit too."""
    found = []
    for chain, voice in zip(chains, voices, strict=True):
        if chain and voice.enclosing is not None:
            outer = chains[voice.enclosing]
            known = {link.actor for link in chain}
            chain += tuple(link for link in outer if link.inferred and link.actor not in known)
        found.append(chain)
    return found


def _statement(
    voice: _Voice, chain: tuple[Link, ...], ids: list[str], *, relay: bool, cast: Cast
) -> Statement:
    found = voice.found
    speaker = cast.by_id.get(voice.speaker or "")
    # A state or an institution that "hopes" or "regrets" is taken to speak.
    institution = speaker is not None and speaker.kind in _INSTITUTIONS and found.speaks_for_institutions
    return Statement(
        id=statement_id(found),
        nature="speech" if institution else found.nature,
        kind=found.kind,
        act=found.act,
        polarity=found.polarity,
        speaker=voice.speaker,
        source=voice.source,
        cue=found.cue,
        content=found.content,
        chain=chain,
        within=None if voice.enclosing is None else ids[voice.enclosing],
        relay=relay,
        confidence=round(found.attribution.confidence, 2),
    )
