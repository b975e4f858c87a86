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
_SHORTEST = 4
"""Letters of a preposition that only reports; shorter ones mean other things too."""
_LIGHT = ("obj", "nsubj:pass", "obl", "nsubj", "xcomp")


@dataclass(frozen=True, slots=True)
class Party:
    """One side's naming in the words of a contact."""

    token: int
    actors: tuple[ActorId, ...]
    is_subject: bool = False


def find_parties(cue: ContactCue, parse: Parse, cast: Cast, pack: LanguagePack) -> tuple[Party, ...]:
    """Those who are named as taking part, in text order; empty where nobody is."""
    places = _around_verb(cue, parse, pack) if cue.is_verb else _around_noun(cue, parse, cast, pack)
    found: dict[int, Party] = {}
    for token, is_subject in places:
        if any(pack.cue(case, "preposition") for case in cases(parse, token) if len(case) > _SHORTEST):
            # « …, selon une source » tells who says so.
            continue
        actors = _acting(token, cast) or _named_beside(token, parse, cast)
        if actors and token not in found:
            found[token] = Party(token, actors, is_subject)
    if cue.is_verb and cue.kind != "other" and len(actors_of(found.values())) < 2:
        for token, is_subject in _by_place(cue, parse, cast, pack):
            found.setdefault(token, Party(token, _acting(token, cast), is_subject))
    for party in tuple(found.values()):
        for token in _joined_by_and(party.token, parse, cast):
            found.setdefault(token, Party(token, _acting(token, cast), party.is_subject))
    return tuple(found[token] for token in sorted(found))


def _joined_by_and(token: int, parse: Parse, cast: Cast) -> Iterator[int]:
    """The heads of the names that an "and" joins to one, right before or behind it, whatever the tree says."""
    own = cast.naming_at(token)
    if own is None:
        return
    for joint, beside in ((own.span.last, own.span.last + 1), (own.span.first - 1, own.span.first - 2)):
        if not 0 <= min(joint, beside) <= max(joint, beside) < len(parse.tokens):
            continue
        other = cast.naming_at(beside)
        if parse.tokens[joint].pos != "CCONJ" or other is None or not other.name:
            continue
        # "Lavrov met Rubio and Fidan said …": whoever is the subject of another verb starts anew.
        relation = parse.tokens[other.head].relation
        if not (relation.startswith("nsubj") and beside > joint) and _acting(other.head, cast):
            yield other.head


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
    yield from _object_by_place(cue, parse, cast, pack)
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


def _object_by_place(
    cue: ContactCue, parse: Parse, cast: Cast, pack: LanguagePack
) -> Iterator[tuple[int, bool]]:
    """Who is named right behind a verb that takes whom one calls or receives: "called on Friday | Ann Lee"."""
    if cue.kind not in _TRANSITIVE:
        return
    for at in range(cue.span.last, min(cue.span.last + _NEAR, len(parse.tokens))):
        token, mention = parse.tokens[at], cast.mention_at(at)
        if mention is not None:
            if mention.form != "pronoun" and _acting(mention.head, cast):
                yield mention.head, False
            return
        is_time = token.form.lower() in pack.dates.calendar_words or token.pos in ("NUM", "ADV")
        if not is_time and token.pos != "DET":
            return


def actors_of(parties: Iterable[Party]) -> tuple[ActorId, ...]:
    """The actors of several parties, each once, in text order."""
    return tuple(dict.fromkeys(actor for party in parties for actor in party.actors))


def _acting(token: int, cast: Cast) -> tuple[ActorId, ...]:
    """Who a token stands for, members for groups; nobody for outlets and places."""
    actor = cast.bearer_at(token)
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
    for child in children(parse, cue.head, "obj", "iobj", "xcomp", "obl", "obl:agent", "nmod"):
        token = parse.tokens[child]
        prepositions = cases(parse, child)
        takes_object = (
            (token.relation in ("obj", "iobj") or (token.relation == "xcomp" and token.pos == "PROPN"))
            and not prepositions
            and cue.kind in _TRANSITIVE
        )
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


def _around_noun(cue: ContactCue, parse: Parse, cast: Cast, pack: LanguagePack) -> Iterator[tuple[int, bool]]:
    between = list(_between(cue, parse, cast, pack))
    known = len({actor for each in between for actor in _acting(each, cast)}) > 1
    for child in _complements(cue, parse):
        prepositions = cases(parse, child)
        if known and prepositions & pack.polarity.between_prepositions:
            # The tree may join whoever comes next to the last of them.
            continue
        relation = parse.tokens[child].relation
        if (
            relation in ("nmod", "obl")
            and not prepositions & pack.polarity.party_prepositions
            and prepositions
        ):
            continue
        yield from ((each, False) for each in conjuncts(parse, child))
    yield from ((each, False) for each in between)
    governor = next(governors(parse, cue.head), None)
    if (
        governor is not None
        and parse.tokens[cue.head].relation in _LIGHT
        and parse.tokens[governor].pos == "VERB"
    ):
        yield from _around_governor(cue, governor, parse, cast, pack)
    for child in children(parse, cue.head, "acl", "acl:relcl"):
        yield from _around_clause(cue, child, parse, pack)
    if governor is not None and not known and _is_setting(cue, parse, cast, pack):
        yield from ((each, True) for each in subjects(parse, governor) if each != cue.head)


def _is_setting(cue: ContactCue, parse: Parse, cast: Cast, pack: LanguagePack) -> bool:
    """Is a contact where its subject did something: "agreed at a meeting in Rome", « a dit lors d'un échange avec X »?

    One alone takes part only where the words name the other side: many speak at a summit of others.
    """
    governor = parse.tokens[cue.head].head
    if parse.tokens[cue.head].relation != "obl" or parse.tokens[governor].pos != "VERB":
        return False
    if not cases(parse, cue.head) & pack.polarity.setting_prepositions:
        return False
    acting = {actor for each in subjects(parse, governor) for actor in _acting(each, cast)}
    with_somebody = any(
        cases(parse, each) & pack.polarity.partner_prepositions and _acting(each, cast)
        for each in children(parse, cue.head, "nmod", "obl")
    )
    return len(acting) > 1 or (bool(acting) and with_somebody)


def _around_governor(
    cue: ContactCue, verb: int, parse: Parse, cast: Cast, pack: LanguagePack
) -> Iterator[tuple[int, bool]]:
    """Who stands with the verb of a contact: "held talks with X", "a letter was sent by X to Y"."""
    relation = parse.tokens[cue.head].relation
    if relation in ("obj", "obl", "xcomp") and _is_light(parse, cue, verb, pack):
        own = [each for each in subjects(parse, verb) if each != cue.head]
        yield from ((each, True) for each in own or _named_before(verb, parse, cast))
    for child in children(parse, verb, "obl", "obl:agent", "obl:arg", "obj", "iobj"):
        gathered = parse.tokens[child].relation == "obj" and parse.tokens[cue.head].relation == "nsubj"
        if child != cue.head and (gathered or _takes_part(cue, child, parse, pack)):
            yield from ((each, False) for each in conjuncts(parse, child))


def _named_before(verb: int, parse: Parse, cast: Cast) -> Iterator[int]:
    """Who is named right before a verb that the tree gives no subject."""
    at, first = verb - 1, parse.sentences[parse.sentence_of[verb]].first
    while at > first and (parse.tokens[at].pos in ("AUX", "ADV", "PRON") or parse.tokens[at].form == ","):
        at -= 1
    if at >= first and _acting(at, cast):
        yield at


def _around_clause(
    cue: ContactCue, verb: int, parse: Parse, pack: LanguagePack
) -> Iterator[tuple[int, bool]]:
    """Who stands in the clause on a contact: "the talks that X and Y held", "a call placed by X to Y"."""
    if parse.tokens[verb].relation == "acl:relcl" and _is_light(parse, cue, verb, pack):
        yield from ((each, True) for each in subjects(parse, verb) if parse.tokens[each].pos != "PRON")
    for child in children(parse, verb, "obl", "obl:agent", "obl:arg"):
        if _takes_part(cue, child, parse, pack):
            yield from ((each, False) for each in conjuncts(parse, child))


def _takes_part(cue: ContactCue, noun: int, parse: Parse, pack: LanguagePack) -> bool:
    """Do the words before a noun beside the verb of a contact say that it takes part?"""
    prepositions = cases(parse, noun)
    among = pack.polarity.partner_prepositions | pack.polarity.between_prepositions
    if prepositions & among or (parse.tokens[noun].relation == "obl:agent" and cue.kind != "other"):
        return True
    return cue.kind in ("call", "letter") and bool(prepositions & pack.addressee_prepositions)


def _between(cue: ContactCue, parse: Parse, cast: Cast, pack: LanguagePack) -> Iterator[int]:
    """The words after a "between" near the cue or at the head of its sentence, whatever the tree makes of them."""
    sentence = parse.sentences[parse.sentence_of[cue.head]]
    near = [sentence.first, *range(cue.span.last, min(sentence.last, cue.span.last + _NEAR))]
    start = next(
        (i for i in near if parse.tokens[i].form.lower() in pack.polarity.between_prepositions), None
    )
    if start is None:
        return
    listed, index = False, start
    while (index := index + 1) < sentence.last:
        token, mention = parse.tokens[index], cast.naming_at(index)
        if mention is not None and mention.span.last <= sentence.last:
            # "The Republic of Korea" is one, preposition and all.
            yield mention.head
            index = max(index, mention.span.last - 1)
            continue
        # A comma goes on with a list up to its "and".
        is_comma = token.form == "," and not listed
        if not is_comma and (
            token.pos in ("VERB", "AUX", "PUNCT", "SCONJ") or (token.pos == "ADP" and index > start + 1)
        ):
            return
        listed = listed or token.pos == "CCONJ"
        yield index


def _complements(cue: ContactCue, parse: Parse) -> Iterator[int]:
    """The nouns that hang on any word of the cue, and what it is the apposition of."""
    for index in cue.span:
        yield from (
            child for child in children(parse, index, "nsubj", "nmod", "compound", "flat", "amod", "det", "nummod")
            if child not in cue.span
        )  # fmt: skip


def _is_light(parse: Parse, cue: ContactCue, verb: int, pack: LanguagePack) -> bool:
    """Does the subject of a verb take part in the contact that is its object ("held talks", "a eu un entretien")?"""
    lemma = parse.tokens[verb].lemma.lower()
    if cue.kind in ("call", "letter"):
        return lemma in pack.polarity.light_verbs or lemma in pack.polarity.sending_verbs
    going = pack.contact_word(lemma, "verb") if parse.tokens[cue.head].relation == "obl" else None
    # "Will travel to Athens for talks with …".
    return lemma in pack.polarity.light_verbs or (going is not None and going.kind == "visit")
