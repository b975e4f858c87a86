"""To whom each statement was made."""

from collections.abc import Sequence

from selon.extract.findings import Cast
from selon.extract.meaning import is_wordless_cue
from selon.extract.syntax import forms
from selon.languages.pack import LanguagePack
from selon.parse import Parse, TokenSpan
from selon.record import ActorId, Contact, Statement

_HEARERS = ("person", "state", "government", "organisation", "group", "outlet")
_LONGEST_TURN = 3
_OF_TWO = ("call", "meeting", "talks", "visit", "letter")


def add_addressees(
    statements: Sequence[Statement],
    *,
    parse: Parse,
    cast: Cast,
    contacts: Sequence[Contact],
    pack: LanguagePack,
) -> tuple[Statement, ...]:
    """The statements with those to whom they were made.

    The object or the "to" of a cue; else, for what one of two participants is told to have said by
    somebody else, or did with words ("detailed the results"), the other participant of the contact.
    """
    found = []
    for statement in statements:
        told = _told(statement, parse, cast, pack) or _partner(statement, parse, contacts, pack)
        told = tuple(actor for actor in told if actor != statement.speaker)
        found.append(statement.model_copy(update={"addressees": told}) if told else statement)
    return tuple(found)


def _told(statement: Statement, parse: Parse, cast: Cast, pack: LanguagePack) -> tuple[ActorId, ...]:
    cue = parse.tokens_in(*statement.cue[0]) if statement.cue else None
    if cue is None:
        return ()
    blocked = [
        span
        for each in (*statement.content, *((statement.source,) if statement.source else ()))
        if (span := parse.tokens_in(*each)) is not None
    ]
    for index in cue:
        for child in parse.children[index]:
            if any(child in span for span in blocked) or not _is_hearer(child, parse, pack):
                continue
            actors = cast.actors_in(TokenSpan(child, child + 1))
            hearers = [a for a in actors if cast.by_id[a].kind in _HEARERS]
            if hearers:
                return tuple(member for actor in hearers for member in cast.expand(actor))
    return ()


def _is_hearer(child: int, parse: Parse, pack: LanguagePack) -> bool:
    token = parse.tokens[child]
    if token.relation in ("iobj", "obj"):
        return True
    if token.relation != "obl" or _gives_the_floor(child, parse, pack):
        return False
    cases = {
        parse.tokens[each].form.lower()
        for each in parse.children[child]
        if parse.tokens[each].relation == "case"
    }
    return bool(cases & pack.addressee_prepositions)


def _gives_the_floor(child: int, parse: Parse, pack: LanguagePack) -> bool:
    """Does a pronoun end words such as « quant à lui », which tell who speaks, not to whom?"""
    before = (TokenSpan(first, child + 1) for first in range(max(0, child - _LONGEST_TURN), child))
    return any(forms(parse, span) == turn.phrase for span in before for turn in pack.references.turns)


def _partner(
    statement: Statement, parse: Parse, contacts: Sequence[Contact], pack: LanguagePack
) -> tuple[ActorId, ...]:
    if statement.speaker is None or statement.nature != "speech":
        return ()
    cue = parse.tokens_in(*statement.cue[0]) if statement.cue else None
    relayed = any(link.actor != statement.speaker for link in statement.chain[1:])
    if not (relayed or (cue is not None and is_wordless_cue(cue, parse, pack))):
        return ()
    for contact in contacts:
        actors = [each.actor for each in contact.participants]
        if (
            contact.kind in _OF_TWO
            and contact.status in ("held", "ongoing")
            and not contact.background
            and len(actors) == 2
            and statement.speaker in actors
        ):
            return tuple(actor for actor in actors if actor != statement.speaker)
    return ()
