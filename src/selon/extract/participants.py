"""Who takes part in a contact that some words announce."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from selon.extract.contact_cues import ContactCue
from selon.extract.findings import Cast
from selon.extract.matters import is_subject_matter
from selon.extract.syntax import cases, children, conjuncts, governors, is_passive, subjects
from selon.languages.pack import LanguagePack
from selon.parse import Parse
from selon.record import ActorId

_PARTIES = ("person", "state", "government", "organisation", "group")
_TRANSITIVE = ("call", "meeting", "visit", "letter", "talks")
_NEAR = 4
_LIGHT = ("obj", "nsubj:pass", "obl", "nsubj", "xcomp")


@dataclass(frozen=True, slots=True)
class Party:
    """One side's naming in the words of a contact."""

    token: int
    actors: tuple[ActorId, ...]
    is_subject: bool = False


def find_parties(cue: ContactCue, parse: Parse, cast: Cast, pack: LanguagePack) -> tuple[Party, ...]:
    """Those who are named as taking part, in text order; empty where nobody is."""
    places = _around_verb(cue, parse, pack) if cue.is_verb else _around_noun(cue, parse, pack)
    found: dict[int, Party] = {}
    for token, is_subject in places:
        actors = _acting(token, cast) or _named_beside(token, parse, cast)
        if actors and token not in found:
            found[token] = Party(token, actors, is_subject)
    if cue.is_verb and cue.kind != "other" and len(actors_of(found.values())) < 2:
        for token, is_subject in _by_place(cue, parse, cast, pack):
            found.setdefault(token, Party(token, _acting(token, cast), is_subject))
    return tuple(found[token] for token in sorted(found))


def _by_place(cue: ContactCue, parse: Parse, cast: Cast, pack: LanguagePack) -> Iterator[tuple[int, bool]]:
    """Who stands right before a verb, and behind "with" or "to" right after it, where a tree goes wrong.

    Long sentences that end in "…, the ministry announced" often lose the subject of their first verb.
    """
    sentence = parse.sentences[parse.sentence_of[cue.head]]
    at = cue.span.first - 1
    while at >= sentence.first and parse.tokens[at].pos in ("AUX", "ADV", "PRON"):
        at -= 1
    if at >= sentence.first and _acting(at, cast):
        mention = cast.mention_at(at)
        yield (mention.head if mention is not None else at), True
    prepositions = pack.polarity.partner_prepositions
    if cue.kind in ("call", "letter"):
        prepositions |= pack.addressee_prepositions
    for at in range(cue.span.last, min(cue.span.last + _NEAR, sentence.last - 1)):
        token = parse.tokens[at]
        if token.pos in ("VERB", "AUX", "PUNCT", "SCONJ"):
            return
        if token.pos == "ADP" and token.form.lower() in prepositions:
            mention = cast.mention_at(at + 1) or cast.mention_at(min(at + 2, sentence.last - 1))
            if mention is not None and _acting(mention.head, cast):
                yield mention.head, False
            return


def actors_of(parties: Iterable[Party]) -> tuple[ActorId, ...]:
    """The actors of several parties, each once, in text order."""
    return tuple(dict.fromkeys(actor for party in parties for actor in party.actors))


def _acting(token: int, cast: Cast) -> tuple[ActorId, ...]:
    """Who a token stands for, members for groups; nobody for outlets and places."""
    actor = cast.actor_at(token)
    if actor is None or actor not in cast.by_id:
        return ()
    members = cast.expand(actor)
    return tuple(each for each in members if each in cast.by_id and cast.by_id[each].kind in _PARTIES)


def _named_beside(token: int, parse: Parse, cast: Cast) -> tuple[ActorId, ...]:
    """Those whose names follow a common noun: "the presidents Lula and Petro"."""
    beside = [
        each for child in children(parse, token, "appos", "flat", "nmod") for each in conjuncts(parse, child)
    ]
    named = [each for each in beside if parse.tokens[each].pos == "PROPN" and not cases(parse, each)]
    return tuple(dict.fromkeys(actor for each in named for actor in _acting(each, cast)))


def _around_verb(cue: ContactCue, parse: Parse, pack: LanguagePack) -> Iterator[tuple[int, bool]]:
    # What "was raised" is the matter, not somebody who takes part.
    is_matter = cue.kind == "other" and (
        is_passive(parse, cue.head, pack.polarity.passive_lemma) or is_subject_matter(parse, cue.head, pack)
    )
    for subject in () if is_matter else subjects(parse, cue.head):
        yield subject, True
    for child in children(parse, cue.head, "obj", "iobj", "obl", "obl:agent", "nmod"):
        token = parse.tokens[child]
        prepositions = cases(parse, child)
        takes_object = token.relation in ("obj", "iobj") and not prepositions and cue.kind in _TRANSITIVE
        takes_hearer = (
            cue.kind in ("call", "letter", "other", "visit") and prepositions & pack.addressee_prepositions
        )
        if (
            takes_object
            or takes_hearer
            or prepositions & pack.polarity.partner_prepositions
            or token.relation == "obl:agent"
        ):
            yield from ((each, False) for each in conjuncts(parse, child))


def _around_noun(cue: ContactCue, parse: Parse, pack: LanguagePack) -> Iterator[tuple[int, bool]]:
    for child in _complements(cue, parse):
        prepositions = cases(parse, child)
        relation = parse.tokens[child].relation
        if (
            relation in ("nmod", "obl")
            and not prepositions & pack.polarity.party_prepositions
            and prepositions
        ):
            continue
        yield from ((each, False) for each in conjuncts(parse, child))
    yield from ((each, False) for each in _between(cue, parse, pack))
    governor = next(governors(parse, cue.head), None)
    if (
        governor is None
        or parse.tokens[cue.head].relation not in _LIGHT
        or parse.tokens[governor].pos != "VERB"
    ):
        return
    if parse.tokens[cue.head].relation in ("obj", "obl", "xcomp") and _is_light(parse, governor, pack):
        yield from ((each, True) for each in subjects(parse, governor) if each != cue.head)
    for child in children(parse, governor, "obl", "obl:agent", "obj"):
        prepositions = cases(parse, child)
        if child != cue.head and (
            prepositions & pack.polarity.partner_prepositions
            or (parse.tokens[child].relation == "obj" and _gathers(parse, cue))
        ):
            yield from ((each, False) for each in conjuncts(parse, child))


def _between(cue: ContactCue, parse: Parse, pack: LanguagePack) -> Iterator[int]:
    """The words after a "between" near the cue or at the head of its sentence, whatever the tree makes of them."""
    sentence = parse.sentences[parse.sentence_of[cue.head]]
    near = [sentence.first, *range(cue.span.last, min(sentence.last, cue.span.last + _NEAR))]
    start = next(
        (i for i in near if parse.tokens[i].form.lower() in pack.polarity.between_prepositions), None
    )
    if start is None:
        return
    for index in range(start + 1, sentence.last):
        token = parse.tokens[index]
        if token.pos in ("VERB", "AUX", "PUNCT", "SCONJ") or (token.pos == "ADP" and index > start + 1):
            return
        yield index


def _complements(cue: ContactCue, parse: Parse) -> Iterator[int]:
    """The nouns that hang on any word of the cue, and what it is the apposition of."""
    for index in cue.span:
        yield from (
            child for child in children(parse, index, "nmod", "compound", "flat", "amod", "det", "nummod")
            if child not in cue.span
        )  # fmt: skip


def _is_light(parse: Parse, verb: int, pack: LanguagePack) -> bool:
    """Does the subject of a verb take part in the contact that is its object ("held talks", "a eu un entretien")?"""
    return parse.tokens[verb].lemma.lower() in pack.polarity.light_verbs


def _gathers(parse: Parse, cue: ContactCue) -> bool:
    """Is the contact the subject, and the object those whom it brings together?"""
    return parse.tokens[cue.head].relation == "nsubj"
