"""From a parsed text to what its parties agreed, have before them, put forward or turned down."""

from collections.abc import Iterator, Sequence

from selon.extract.findings import Cast, item_id
from selon.extract.syntax import cases, children, conjuncts, lemmas, phrase, subjects, without_determiner
from selon.languages.entries import AgreementStatus, AgreementWord
from selon.languages.pack import LanguagePack
from selon.parse import Parse, TokenSpan
from selon.record import ActorId, Agreement, Contact, Span, Statement

_PARTIES = ("person", "state", "government", "organisation")
_LONGEST_PHRASE = 4
_CONTENT = ("xcomp", "ccomp", "obj", "obl", "nsubj:pass", "advcl", "acl")


def find_agreements(
    parse: Parse,
    *,
    cast: Cast,
    contacts: Sequence[Contact],
    statements: Sequence[Statement],
    pack: LanguagePack,
) -> tuple[Agreement, ...]:
    """Every agreement of two or more parties, and every text that they study, propose or refuse, in text order.

    A promise of one side alone is none; nor is a verb such as "study" without a draft, a treaty or the like.
    """
    found: dict[Span, Agreement] = {}
    for index, token in enumerate(parse.tokens):
        word = _word_at(parse, index, pack) if token.pos == "VERB" else None
        content = _content(parse, index, pack) if word is not None else None
        if word is None or content is None:
            continue
        status = _status(parse, index, content, word, pack)
        parties = _parties(parse, index, cast)
        if status is None or (status == "agreed" and len(parties) < 2):
            continue
        span = _characters(parse, content)
        if span is not None:
            found.setdefault(span, _agreement(span, status, parties, contacts, statements))
    return tuple(found[span] for span in sorted(found))


def _word_at(parse: Parse, index: int, pack: LanguagePack) -> AgreementWord | None:
    """The entry of a verb, alone or with the noun or particle that makes a phrase with it."""
    for last in range(min(len(parse.tokens), index + _LONGEST_PHRASE), index, -1):
        words = lemmas(parse, TokenSpan(index, last))
        word = pack.agreement_word(words, "phrase") or (
            pack.agreement_word(words, "verb") if last == index + 1 else None
        )
        if word is not None:
            return word
    return None


def _content(parse: Parse, verb: int, pack: LanguagePack) -> TokenSpan | None:
    """The words of what is agreed: the clause or noun that depends on the verb."""
    for relation in _CONTENT:
        for child in children(parse, verb, relation):
            if relation == "nsubj:pass" and any(children(parse, verb, "expl", "expl:comp", "expl:pv")):
                # « Ils se sont mis d'accord »: those who agree, not what is agreed.
                continue
            prepositions = cases(parse, child)
            if relation == "obl" and not prepositions & pack.polarity.cue_prepositions:
                continue
            if relation in ("xcomp", "ccomp", "advcl", "acl"):
                return _with_second(parse, verb, _clause(parse, child, pack))
            return without_determiner(parse, phrase(parse, child))
    # A noun right after the verb is its object, also where the tree has it as a second subject.
    after = [child for child in children(parse, verb, "nsubj") if child > verb]
    return without_determiner(parse, phrase(parse, after[0])) if after else None


def _with_second(parse: Parse, verb: int, content: TokenSpan) -> TokenSpan:
    """The content with a second infinitive that the tree hangs on the verb of agreeing: "agreed to meet and to …"."""
    for child in children(parse, verb, "conj"):
        span = parse.subtree(child)
        between = [parse.tokens[index].pos for index in range(content.last, span.first)]
        opens = parse.tokens[span.first].pos == "CCONJ" or between == ["CCONJ"]
        marked = any(parse.tokens[each].relation == "mark" for each in parse.children[child])
        own = any(parse.tokens[each].relation.startswith("nsubj") for each in parse.children[child])
        if span.first - content.last <= 1 and opens and marked and not own:
            return TokenSpan(content.first, span.last)
    return content


def _clause(parse: Parse, head: int, pack: LanguagePack) -> TokenSpan:
    span = parse.subtree(head)
    first = span.first
    while first < head and parse.tokens[first].form.lower().replace("’", "'") in pack.conjunctions:
        first += 1
    return TokenSpan(first, span.last)


def _status(
    parse: Parse, verb: int, content: TokenSpan, word: AgreementWord, pack: LanguagePack
) -> AgreementStatus | None:
    """How far the matter has come; None where the words tell of no agreement."""
    negated = any(
        parse.tokens[child].form.lower().replace("’", "'") in pack.negators
        for child in children(parse, verb, "advmod")
    )
    if negated:
        return None
    # "If Oslo refuses the truce": nothing is refused yet.
    if any(
        parse.tokens[each].form.lower() in pack.polarity.conditions for each in children(parse, verb, "mark")
    ):
        return None
    if pack.polarity.is_future(parse.tokens[verb].lemma, parse.tokens[verb].form):
        return None
    if word.status == "agreed":
        if word.phrase in pack.polarity.shared_verbs or _instrument(parse, content, pack):
            return "agreed"
        return None
    return word.status if _instrument(parse, content, pack) else None


def _instrument(parse: Parse, content: TokenSpan, pack: LanguagePack) -> bool:
    """Do the words name a thing agreed: a treaty, a truce, a draft?"""
    head = parse.head_of(content)
    for first in range(max(content.first, head - 2), head + 1):
        for last in range(min(content.last, first + _LONGEST_PHRASE), first, -1):
            if head < last and pack.instrument(lemmas(parse, TokenSpan(first, last))) is not None:
                return True
    return False


def _parties(parse: Parse, verb: int, cast: Cast) -> tuple[ActorId, ...]:
    found: list[ActorId] = []
    for subject in (*subjects(parse, verb), *_agents(parse, verb)):
        actor = cast.actor_at(subject)
        for member in cast.expand(actor) if actor is not None else ():
            if member in cast.by_id and cast.by_id[member].kind in _PARTIES and member not in found:
                found.append(member)
    return tuple(found)


def _agents(parse: Parse, verb: int) -> Iterator[int]:
    for child in children(parse, verb, "obl:agent"):
        yield from conjuncts(parse, child)


def _characters(parse: Parse, content: TokenSpan) -> Span | None:
    start, end = parse.characters(content)
    while start < end and not (parse.text[start].isalnum() or parse.text[start] in '«“"'):
        start += 1
    while end > start and not (parse.text[end - 1].isalnum() or parse.text[end - 1] in '»”"'):
        end -= 1
    return (start, end) if start < end else None


def _agreement(
    span: Span,
    status: AgreementStatus,
    parties: tuple[ActorId, ...],
    contacts: Sequence[Contact],
    statements: Sequence[Statement],
) -> Agreement:
    contact = next(
        (
            each
            for each in contacts
            if len(parties) > 1 and set(parties) <= {p.actor for p in each.participants}
        ),
        None,
    )
    reporting = next(
        (each for each in statements if any(s <= span[0] and span[1] <= e for s, e in each.content)), None
    )
    return Agreement(
        id=item_id("a", f"{status}{span}"),
        parties=parties,
        status=status,
        content=(span,),
        contact=contact.id if contact is not None else None,
        statement=reporting.id if reporting is not None else None,
    )
