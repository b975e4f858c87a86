"""Reports that the model left alone: acts told with a noun ("denied any meeting"), clauses of verbs of speech."""

from collections.abc import Iterable, Iterator

from selon.extract.syntax import cases, children, is_passive, phrase, subjects
from selon.languages.pack import Cue, LanguagePack
from selon.parse import Attribution, Parse, TokenSpan

_ACTS = ("confirm", "deny", "accuse", "criticise", "praise", "demand", "thank", "warn", "refuse", "apologise")
_CONFIDENCE = 0.5


def with_told_acts(
    attributions: list[Attribution], *, parse: Parse, actors: frozenset[int], pack: LanguagePack
) -> list[Attribution]:
    """The attributions, and those of verbs of a speech act that the model left alone.

    The lexicon must know the verb as speech, its subject must be an actor (``actors`` are the heads of those
    named), and its object, or what its preposition governs, is the content.
    """
    found = list(attributions)
    for index, entry in _left_alone(attributions, parse, pack):
        if entry.nature != "speech" or not (entry.act in _ACTS or entry.wordless):
            continue
        if pack.contact_word(parse.tokens[index].lemma, "verb") or is_passive(
            parse, index, pack.polarity.passive_lemma
        ):
            continue
        own = subjects(parse, index) if entry.act in _ACTS else children(parse, index, "nsubj")
        content = _matter(index, entry, parse, actors, pack)
        if content is None or any(_holds(each, content) for each in attributions):
            continue
        found += _attributed(index, _actor_before(index, own, actors), content, parse, entry, nested=False)
    return found


def with_told_clauses(
    attributions: list[Attribution], *, parse: Parse, actors: frozenset[int], pack: LanguagePack
) -> list[Attribution]:
    """The attributions, and those of verbs of speech with a clause for their content that the model left alone.

    Most stand in what somebody else reports: "X said that Y had told the envoys that …".
    """
    found = list(attributions)
    for index, entry in _left_alone(attributions, parse, pack):
        if not (entry.nature == "speech" or entry.institution_speaks):
            continue
        content = next(_clauses(index, parse, pack), None)
        if content is None and entry.institution_speaks:
            # "Norway hopes to join": what a state hopes for is an infinitive.
            wished = next(children(parse, index, "xcomp"), None)
            content = TokenSpan(index + 1, parse.subtree(wished).last) if wished == index + 1 else None
        subject = _actor_before(index, children(parse, index, "nsubj"), actors)
        if content is not None and content.first < content.last:
            found += _attributed(index, subject, content, parse, entry, nested=True)
    return found


def _left_alone(
    attributions: Iterable[Attribution], parse: Parse, pack: LanguagePack
) -> Iterator[tuple[int, Cue]]:
    """The verbs of the lexicon that are in no cue, with their entries."""
    taken = {index for each in attributions if each.cue is not None for index in each.cue}
    for index, token in enumerate(parse.tokens):
        entry = pack.cue(token.lemma, "verb") if token.pos == "VERB" and index not in taken else None
        if entry is not None:
            yield index, entry


def _actor_before(verb: int, candidates: Iterable[int], actors: frozenset[int]) -> int | None:
    return next((each for each in candidates if each in actors and each < verb), None)


def _attributed(
    verb: int, subject: int | None, content: TokenSpan, parse: Parse, entry: Cue, *, nested: bool
) -> Iterator[Attribution]:
    """What a verb gives its subject to say; nothing where there is no subject, or where the parts overlap."""
    if subject is None:
        return
    cue, source = _cue(verb, content, parse), phrase(parse, subject)
    if not (source.overlaps(cue) or source.overlaps(content)):
        speech = entry.nature == "speech"
        yield Attribution(cue, source, (content,), speech, nested=nested, confidence=_CONFIDENCE)


def _clauses(verb: int, parse: Parse, pack: LanguagePack) -> Iterator[TokenSpan]:
    """The clauses behind a verb that a conjunction opens, also where the tree hangs them on whoever is told."""
    told = [(child, "acl") for child in children(parse, verb, "obj", "iobj", "obl")]
    for head, relation in ((verb, "ccomp"), *told):
        for clause in children(parse, head, relation):
            mark = next(children(parse, clause, "mark"), None)
            if mark is not None and mark > verb and parse.tokens[mark].form.lower() in pack.conjunctions:
                yield TokenSpan(mark + 1, parse.subtree(clause).last)


def _matter(
    verb: int, entry: Cue, parse: Parse, actors: frozenset[int], pack: LanguagePack
) -> TokenSpan | None:
    """The matter; behind whoever is told ("briefed | the envoy | on the truce") what the preposition governs."""
    hearer = next((c for c in children(parse, verb, "obj") if c in actors), None)
    for child in children(parse, verb, "obj", "obl"):
        token = parse.tokens[child]
        governed = token.relation == "obj" or bool(cases(parse, child) & pack.polarity.cue_prepositions)
        if child == hearer and entry.act == "explain":
            continue
        if token.pos in ("NOUN", "PROPN") and child > verb and governed:
            first = phrase(parse, child).first
            return TokenSpan(max(first, verb + 1), parse.subtree(child).last)
    return None


def _holds(attribution: Attribution, content: TokenSpan) -> bool:
    return any(span.overlaps(content) for span in attribution.contents)


def _cue(verb: int, content: TokenSpan, parse: Parse) -> TokenSpan:
    """The verb with its auxiliaries, and the preposition that it governs before the content."""
    first = min([verb, *(c for c in children(parse, verb, "aux", "aux:pass", "expl") if c < verb)])
    last = verb + 1
    if content.first == verb + 2 and parse.tokens[verb + 1].pos == "ADP":
        last = verb + 2
    return TokenSpan(first, last)
