"""Do words that may announce a contact announce one, and do they say which?"""

from collections.abc import Sequence

from selon.extract.contact_cues import ContactCue
from selon.extract.contact_status import find_status
from selon.extract.matters import discussing
from selon.extract.participants import Party
from selon.extract.syntax import cases, children
from selon.languages.pack import LanguagePack
from selon.parse import Parse
from selon.record import ActorId

_NUMBERED = ("talks", "summit", "meeting", "call", "visit")


def is_identified(
    cue: ContactCue,
    parties: Sequence[Party],
    actors: Sequence[ActorId],
    parse: Parse,
    pack: LanguagePack,
    *,
    facts: tuple[object | None, ...],
) -> bool | None:
    """Do the words identify a contact by themselves; None where they announce none at all."""
    told = any(fact is not None for fact in facts)
    if cue.is_verb:
        if _is_other_sense(cue, parse, pack) or _is_wish(cue, parse, pack):
            return None
        if cue.kind == "visit":
            return True if actors and (facts[2] is not None or len(actors) > 1) else None
        if cue.subject is not None and _lacks_object(cue, parties, parse):
            return None
        sides = len(parties) > 1 or any(len(party.actors) > 1 for party in parties)
        if sides and len(actors) > 1:
            return True
        return False if discussing(parse, cue.head, pack) else None
    if len(actors) > 1 or (actors and told and cue.kind != "other"):
        return True
    is_named_before = _is_definite(cue, parse, pack)
    if (
        told
        and cue.kind in _NUMBERED
        and (facts[1] is not None or facts[2] is not None or not is_named_before)
    ):
        return True
    return False if is_named_before else None


def _lacks_object(cue: ContactCue, parties: Sequence[Party], parse: Parse) -> bool:
    """Is nobody received or called: "both welcomed the deal", but « ils se sont appelés »?"""
    reciprocal = any(children(parse, cue.head, "expl", "expl:comp", "expl:pv"))
    return not reciprocal and all(party.is_subject and party.token < cue.head for party in parties)


def _is_other_sense(cue: ContactCue, parse: Parse, pack: LanguagePack) -> bool:
    """Is a verb used for something else: "called on him to leave", "called him a liar", "saw them go"?"""
    if cue.kind == "other":
        return False
    if any(_is_predicate(child, parse, pack) for child in children(parse, cue.head, "xcomp", "ccomp")):
        return True
    return any(
        case in pack.polarity.cue_prepositions and parse.tokens[child].pos == "VERB"
        for child in children(parse, cue.head, "obl")
        for case in cases(parse, child)
    )


def _is_predicate(index: int, parse: Parse, pack: LanguagePack) -> bool:
    """Is this what somebody is called or seen to do, not to what end ("called him to discuss the truce")?"""
    token = parse.tokens[index]
    if token.pos == "PROPN" or token.form.lower() in pack.dates.calendar_words:
        return False
    before = {parse.tokens[each].form.lower() for each in range(max(0, index - 2), index)}
    return not (token.pos == "VERB" and before & pack.polarity.purposes)


def _is_wish(cue: ContactCue, parse: Parse, pack: LanguagePack) -> bool:
    """Is it only what somebody would do ("its wish to call the king"), with nothing said of whether?"""
    if parse.tokens[cue.head].relation != "acl" or not any(children(parse, cue.head, "mark")):
        return False
    return find_status(cue, parse, pack) == "held"


def _is_definite(cue: ContactCue, parse: Parse, pack: LanguagePack) -> bool:
    before = range(max(0, cue.span.first - 3), cue.span.first)
    return any(parse.tokens[i].form.lower().replace("’", "'") in pack.polarity.definites for i in before)
