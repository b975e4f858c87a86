"""Names with what stands beside them: titles, offices, nationalities and other nouns for who somebody is."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from selon.extract.findings import GENDERS, FoundMention
from selon.extract.offices import OfficePhrase
from selon.languages.pack import LanguagePack
from selon.languages.phrasebook import plain_words
from selon.parse import Parse, TokenSpan
from selon.record import ActorKind

_NAMING = ("appos", "flat", "flat:name", "flat:foreign", "nmod", "compound")
_FARTHEST = 9
_NEAR = 3
_REACH = 40
"""Tokens from a name within which its offices are looked for; none of the rules reaches as far."""


def with_titles(
    parse: Parse, names: Sequence[FoundMention], offices: Sequence[OfficePhrase], pack: LanguagePack
) -> list[FoundMention]:
    """Names with their titles and offices, the descriptions beside them, and the offices that stand alone."""
    found: list[FoundMention] = []
    used: set[int] = set()
    firsts = [each.span.first for each in offices]
    of_offices = frozenset(index for each in offices if each.office for index in each.span)
    for name in names:
        if name.kind not in ("person", None):
            found.append(_with_outlet_noun(parse, name, pack))
            continue
        titled = _with_title(parse, name, of_offices, pack)
        around = _around(offices, firsts, titled.span)
        shared = next((each for each in around if _is_shared(parse, name, each, names)), None)
        if shared is not None:
            used.add(shared.span.first)
            found.append(
                replace(titled, kind="person", office=shared.office, of=shared.of, organ=shared.organ)
            )
            continue
        office = next((each for each in around if _is_beside(parse, titled, each)), None)
        if office is not None:
            used.add(office.span.first)
            titled = _with_office(parse, titled, office, pack)
        elif titled.kind == "person":
            titled = _with_noun(parse, titled, pack)
        found.append(titled)
        found += _descriptions(parse, titled, office, pack)
    inside = {index for mention in found if mention.kind == "person" for index in mention.span}
    found += [
        alone(parse, office, pack)
        for office in offices
        if office.span.first not in used and office.head not in inside
    ]
    return found


def _around(
    offices: Sequence[OfficePhrase], firsts: Sequence[int], span: TokenSpan
) -> Sequence[OfficePhrase]:
    """The offices near a run of tokens; a long text has thousands."""
    return offices[bisect_left(firsts, span.first - _REACH) : bisect_left(firsts, span.last + _REACH)]


def alone(parse: Parse, office: OfficePhrase, pack: LanguagePack) -> FoundMention:
    """An office or institution without a name."""
    span = widened(parse, office.span)
    kind: ActorKind = "group" if office.plural else "person" if office.office else "government"
    return FoundMention(
        span,
        office.head,
        "description",
        "",
        kind,
        office.office,
        office.of,
        office.organ,
        unknown=office.office is not None
        and is_unknown(parse, span, office.head, pack, plural=office.plural),
        plural=office.plural,
        gender=_gender(parse, span, pack, office),
        size=told_size(parse, span, office.head, pack) if office.plural else None,
        # "The delegations", "both ministries" are of states, not of the two who were named.
        group_of="states" if office.plural and office.office is None else None,
    )


def widened(parse: Parse, span: TokenSpan) -> TokenSpan:
    """A phrase with the determiners, numbers and adjectives right before it."""
    first = span.first
    sentence = parse.sentences[parse.sentence_of[first]]
    while first > sentence.first and parse.tokens[first - 1].pos in ("NUM", "ADJ", "CCONJ"):
        # "The Russian and US leaders" are one phrase.
        joined = parse.tokens[first - 1].pos == "CCONJ"
        if joined and (first - 1 == sentence.first or parse.tokens[first - 2].pos != "ADJ"):
            break
        first -= 1
    while first > sentence.first and parse.tokens[first - 1].pos == "DET":
        first -= 1
    return TokenSpan(first, span.last)


def told_size(parse: Parse, span: TokenSpan, head: int, pack: LanguagePack) -> int | None:
    """How many "the two co-chairs" are; None where no article and number say so."""
    before = [parse.tokens[index].form.lower() for index in span if index < head]
    if not any(form in pack.polarity.definites for form in before):
        return None
    sizes = (pack.dates.numbers.get(form, 0) for form in before)
    return next((size for size in sizes if size in (2, 3, 4)), None)


def is_unknown(parse: Parse, span: TokenSpan, head: int, pack: LanguagePack, *, plural: bool) -> bool:
    """Is this somebody new and unnamed: "a diplomat", "plusieurs responsables", "officials"?"""
    forms = [parse.tokens[index].form.lower().replace("’", "'") for index in span if index < head]
    forms += [parse.tokens[child].form.lower() for child in parse.children[head] if child < head]
    if any(form in pack.polarity.definites - pack.institutions.indefinites for form in forms):
        return False
    if any(form in pack.institutions.indefinites for form in forms):
        return True
    return plural and not any(
        parse.tokens[child].pos in ("DET", "PRON") or parse.tokens[child].relation == "nmod"
        for child in parse.children[head]
        if child < head
    )


def _with_title(
    parse: Parse, name: FoundMention, of_offices: frozenset[int], pack: LanguagePack
) -> FoundMention:
    """A name with the titles and the nationality right before it: "Mme Ek", « le Norvégien Arne Lund »."""
    first, form, of, gender = name.span.first, name.form, name.of, name.gender
    nouns = list(name.nouns)
    while first > 0 and first - 1 not in of_offices:
        before = parse.tokens[first - 1]
        state = pack.state_of_adjective(before.form) if before.form[:1].isupper() else None
        title = pack.title(before.form)
        if title is not None:
            gender = gender or GENDERS.get(title.gender or "")
            nouns.append(before.form.lower())
        elif state is not None and before.pos in ("NOUN", "PROPN", "ADJ") and name.kind == "person":
            of = of or f"state/{state}"
        else:
            break
        form = "title"
        first -= 1
    if first == name.span.first:
        return name
    first = first - 1 if first and parse.tokens[first - 1].pos == "DET" else first
    gender = gender or _gender(parse, TokenSpan(first, name.span.last), pack)
    span = TokenSpan(first, name.span.last)
    return replace(
        name,
        span=span,
        head=parse.head_of(span),
        form=form,
        kind="person",
        of=of,
        gender=gender,
        nouns=tuple(nouns),
    )


def _is_beside(parse: Parse, name: FoundMention, office: OfficePhrase) -> bool:
    """Does an office stand right before a name, or after it between commas, or is one in apposition to the other?"""
    if office.plural or office.office is None or office.span.overlaps(name.span):
        return False
    if office.span.last <= name.span.first:
        gap = range(office.span.last, name.span.first)
        if len(gap) <= _NEAR and all(_is_light(parse, i) for i in gap):
            return True
        return _names(parse, office.head, name) and not _crosses(parse, gap)
    gap = range(name.span.last, office.span.first)
    if 1 <= len(gap) <= _NEAR and parse.tokens[gap[0]].form in (",", "("):
        return all(parse.tokens[i].pos in ("PUNCT", "DET", "ADJ", "PROPN") for i in gap)
    is_apposition = (
        parse.tokens[office.head].relation == "appos" and parse.tokens[office.head].head in name.span
    )
    return is_apposition and not _crosses(parse, gap)


def _is_shared(parse: Parse, name: FoundMention, office: OfficePhrase, names: Sequence[FoundMention]) -> bool:
    """Is a name the first or second behind an office of several: "Presidents Lee and Diaz"?"""
    if not office.plural or office.office is None or name.span.first < office.span.last:
        return False
    if name.span.first == office.span.last:
        return True
    first = next((each for each in names if each.span.first == office.span.last), None)
    if first is None or name.span.first - first.span.last not in (1, 2):
        return False
    return parse.tokens[name.span.first - 1].pos == "CCONJ"


def _is_light(parse: Parse, index: int) -> bool:
    token = parse.tokens[index]
    return token.form in (",", "-", "«", "“", '"') or token.pos == "ADJ"


def _names(parse: Parse, noun: int, name: FoundMention) -> bool:
    """Does the tree make a name the name of a noun?"""
    token = parse.tokens[name.head]
    if token.head != noun or not token.relation.startswith(_NAMING):
        return False
    if parse.tokens[name.span.first - 1].pos == "ADP":
        return False
    return not any(parse.tokens[child].relation == "case" for child in parse.children[name.head])


def _crosses(parse: Parse, gap: range) -> bool:
    return len(gap) > _FARTHEST or any(parse.tokens[i].pos in ("VERB", "AUX", "CCONJ", "SCONJ") for i in gap)


def _with_office(parse: Parse, name: FoundMention, office: OfficePhrase, pack: LanguagePack) -> FoundMention:
    span = name.span
    if office.span.first < span.first:
        span = TokenSpan(widened(parse, office.span).first, span.last)
    gender = name.gender or _gender(parse, widened(parse, office.span), pack, office)
    return replace(
        name,
        span=span,
        head=parse.head_of(span),
        form="title",
        kind="person",
        office=office.office,
        of=office.of or name.of,
        organ=office.organ,
        gender=gender,
    )


def _with_noun(parse: Parse, name: FoundMention, pack: LanguagePack) -> FoundMention:
    """A name with the noun before it that it is the name of: « l'écrivain Karel Novak », "the lawyer, Ann Lee"."""
    noun = parse.tokens[name.head].head
    if parse.tokens[noun].pos != "NOUN" or noun >= name.span.first or not _names(parse, noun, name):
        return name
    token = parse.tokens[noun]
    plural = pack.references.is_plural(token.form, token.lemma)
    if plural or _crosses(parse, range(noun + 1, name.span.first)):
        return name
    span = TokenSpan(widened(parse, TokenSpan(noun, noun + 1)).first, name.span.last)
    nouns = (*name.nouns, parse.tokens[noun].lemma.lower())
    gender = name.gender or _gender(parse, span, pack)
    return replace(name, span=span, head=noun, form="title", gender=gender, nouns=nouns)


def _with_outlet_noun(parse: Parse, name: FoundMention, pack: LanguagePack) -> FoundMention:
    """A name with the word for an outlet around it: « le quotidien algérien El Khabar », "the SANA agency"."""
    book = pack.institutions.outlet_book
    first, last = name.span.first, name.span.last
    start = max(0, first - _FARTHEST)
    words = plain_words(token.form for token in parse.tokens[start : last + _NEAR])
    for place in range(first - start):
        match = book.at(words, place)
        if match is not None and start + match[0] <= first:
            gap = range(start + match[0], first)
            if all(_is_light(parse, index) for index in gap):
                return _as_outlet(parse, name, widened(parse, TokenSpan(start + place, last)))
    match = book.at(words, last - start) if last - start < len(words) else None
    if match is not None:
        return _as_outlet(parse, name, widened(parse, TokenSpan(first, start + match[0])))
    return name


def _as_outlet(parse: Parse, name: FoundMention, span: TokenSpan) -> FoundMention:
    return replace(name, span=span, head=parse.head_of(span), kind="outlet")


def _descriptions(
    parse: Parse, name: FoundMention, office: OfficePhrase | None, pack: LanguagePack
) -> Iterator[FoundMention]:
    """The noun phrases in apposition to a name, after it: each stands for the same person."""
    if office is not None and office.span.first >= name.span.last:
        yield replace(name, span=office.span, head=office.head, form="description", gender=name.gender)


def _gender(
    parse: Parse, span: TokenSpan, pack: LanguagePack, office: OfficePhrase | None = None
) -> str | None:
    """The gender that the article or the office of a phrase tells."""
    article = pack.references.determiners.get(parse.tokens[span.first].form.lower(), "")
    told = office.gender if office is not None else None
    return GENDERS.get(article) or GENDERS.get(told or "")
