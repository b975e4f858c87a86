"""Speech acts told with a noun for their matter: "denied any meeting", « a salué la décision »."""

from collections.abc import Iterator

from selon.extract.syntax import cases, children, is_passive, phrase, subjects
from selon.languages.pack import LanguagePack
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
    taken = {index for each in attributions if each.cue is not None for index in each.cue}
    found = list(attributions)
    for index, token in enumerate(parse.tokens):
        entry = pack.cue(token.lemma, "verb") if token.pos == "VERB" and index not in taken else None
        if entry is None or entry.nature != "speech" or not (entry.act in _ACTS or entry.wordless):
            continue
        if pack.contact_word(token.lemma, "verb") or is_passive(parse, index, pack.polarity.passive_lemma):
            continue
        own = subjects(parse, index) if entry.act in _ACTS else children(parse, index, "nsubj")
        subject = next((each for each in own if each in actors and each < index), None)
        content = next(_contents(index, parse, actors, pack), None)
        if subject is None or content is None or any(_holds(each, content) for each in attributions):
            continue
        cue = _cue(index, content, parse)
        source = phrase(parse, subject)
        if not (source.overlaps(cue) or source.overlaps(content)):
            found.append(
                Attribution(cue, source, (content,), speech=True, nested=False, confidence=_CONFIDENCE)
            )
    return found


def with_told_clauses(
    attributions: list[Attribution], *, parse: Parse, actors: frozenset[int], pack: LanguagePack
) -> list[Attribution]:
    """The attributions, and those of verbs of speech with a clause for their content that the model left alone.

    Most stand in what somebody else reports: "X said that Y had told the envoys that …".
    """
    taken = {index for each in attributions if each.cue is not None for index in each.cue}
    found = list(attributions)
    for index, token in enumerate(parse.tokens):
        entry = pack.cue(token.lemma, "verb") if token.pos == "VERB" and index not in taken else None
        if entry is None or not (entry.nature == "speech" or entry.institution_speaks):
            continue
        subject = next(
            (each for each in children(parse, index, "nsubj") if each in actors and each < index), None
        )
        content = next(_clauses(index, parse, pack), None)
        if content is None and entry.institution_speaks:
            # "Norway hopes to sign": what a state hopes for is an infinitive.
            wished = next(children(parse, index, "xcomp"), None)
            content = TokenSpan(index + 1, parse.subtree(wished).last) if wished == index + 1 else None
        if subject is None or content is None:
            continue
        cue, source = _cue(index, content, parse), phrase(parse, subject)
        if not (source.overlaps(cue) or source.overlaps(content)) and content.first < content.last:
            found.append(
                Attribution(
                    cue, source, (content,), entry.nature == "speech", nested=True, confidence=_CONFIDENCE
                )
            )
    return found


def _clauses(verb: int, parse: Parse, pack: LanguagePack) -> Iterator[TokenSpan]:
    """The clauses behind a verb that a conjunction opens, also where the tree hangs them on whoever is told."""
    told = [(child, "acl") for child in children(parse, verb, "obj", "iobj", "obl")]
    for head, relation in ((verb, "ccomp"), *told):
        for clause in children(parse, head, relation):
            mark = next(children(parse, clause, "mark"), None)
            if mark is not None and mark > verb and parse.tokens[mark].form.lower() in pack.conjunctions:
                yield TokenSpan(mark + 1, parse.subtree(clause).last)


def _contents(verb: int, parse: Parse, actors: frozenset[int], pack: LanguagePack) -> Iterator[TokenSpan]:
    """The matter; behind whoever is told ("briefed | the envoy | on the truce") what the preposition governs."""
    entry = pack.cue(parse.tokens[verb].lemma, "verb")
    hearer = next((c for c in children(parse, verb, "obj") if c in actors), None)
    for child in children(parse, verb, "obj", "obl"):
        token = parse.tokens[child]
        governed = token.relation == "obj" or bool(cases(parse, child) & pack.polarity.cue_prepositions)
        if child == hearer and entry is not None and entry.act == "explain":
            continue
        if token.pos in ("NOUN", "PROPN") and child > verb and governed:
            first = phrase(parse, child).first
            yield TokenSpan(max(first, verb + 1), parse.subtree(child).last)
            return


def _holds(attribution: Attribution, content: TokenSpan) -> bool:
    return any(span.overlaps(content) for span in attribution.contents)


def _cue(verb: int, content: TokenSpan, parse: Parse) -> TokenSpan:
    """The verb with its auxiliaries, and the preposition that it governs before the content."""
    first = min([verb, *(c for c in children(parse, verb, "aux", "aux:pass", "expl") if c < verb)])
    last = verb + 1
    if content.first == verb + 2 and parse.tokens[verb + 1].pos == "ADP":
        last = verb + 2
    return TokenSpan(first, last)
