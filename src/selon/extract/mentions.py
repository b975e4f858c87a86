"""From a parsed text to the namings of all that can act in it."""

from collections.abc import Iterator

from selon.extract.findings import FoundMention
from selon.extract.offices import OfficePhrase, find_offices
from selon.gazetteer import Entry, Gazetteer
from selon.languages.pack import LanguagePack
from selon.parse import Parse, TokenSpan
from selon.record import ActorKind, MentionForm

_LONGEST_NAME = 7
_NAME_KINDS: dict[str, ActorKind] = {"person": "person", "place": "place", "organisation": "organisation"}
_METONYMS = ("government",)


def find_mentions(parse: Parse, *, pack: LanguagePack, gazetteer: Gazetteer) -> tuple[FoundMention, ...]:
    """Names, offices, pronouns, group descriptions and the heads of all sources, in text order.

    Mentions do not overlap, but for a name inside an office phrase. A bare adjective ("russe") is none.
    """
    offices = find_offices(parse, pack=pack, gazetteer=gazetteer)
    names = _names(parse, gazetteer, pack)
    found = _join_offices(parse, names, offices, pack)
    taken = {index for mention in found for index in mention.span}
    found += [each for each in _groups(parse, pack) if not taken & set(each.span)]
    taken |= {index for mention in found for index in mention.span}
    found += [each for each in _pronouns(parse, pack) if each.head not in taken]
    taken |= {index for mention in found for index in mention.span}
    found += _described_sources(parse, taken)
    return tuple(sorted(found, key=lambda mention: (mention.span.first, -mention.span.last)))


def _names(parse: Parse, gazetteer: Gazetteer, pack: LanguagePack) -> list[FoundMention]:
    found: list[FoundMention] = []
    taken: set[int] = set()
    known = {mention.span.first: mention for mention in _known_names(parse, gazetteer, pack)}
    for name in parse.names:
        # A longer name that the model sees wins over a part that the gazetteer knows.
        inside = [known[i] for i in name.span if i in known]
        if inside and (inside[0].span.covers(name.span) or not _outgrows(name.span, inside[0], parse)):
            continue
        for each in inside:
            known.pop(each.span.first)
        span = _trimmed(parse, name.span)
        if span is not None:
            words = parse.words(span)
            found.append(FoundMention(span, parse.head_of(span), "name", words, _NAME_KINDS[name.kind]))
            taken |= set(span)
    for mention in known.values():
        if not taken & set(mention.span):
            found.append(mention)
    return sorted(found, key=lambda mention: mention.span.first)


def _outgrows(span: TokenSpan, known: FoundMention, parse: Parse) -> bool:
    """Does the model's name go on with a further capitalised word?"""
    return any(i not in known.span and parse.tokens[i].form[:1].isupper() for i in span)


def _trimmed(parse: Parse, span: TokenSpan) -> TokenSpan | None:
    first, last = span.first, span.last
    while first < last and (
        parse.tokens[first].pos in ("PUNCT", "DET") or not _letters(parse.tokens[first].form)
    ):
        first += 1
    while last > first and not _letters(parse.tokens[last - 1].form):
        last -= 1
    if last <= first or not any(parse.tokens[i].form[:1].isupper() for i in range(first, last)):
        return None
    return TokenSpan(first, last)


def _letters(form: str) -> bool:
    return any(character.isalnum() for character in form)


def _known_names(parse: Parse, gazetteer: Gazetteer, pack: LanguagePack) -> Iterator[FoundMention]:
    """Names of the gazetteer by longest match, each starting with a capital."""
    index, size = 0, len(parse.tokens)
    while index < size:
        match = _known_at(parse, index, gazetteer, pack)
        if match is None:
            index += 1
            continue
        last, entry = match
        span = TokenSpan(index, last)
        form: MentionForm = "metonym" if entry.kind in _METONYMS else "name"
        yield FoundMention(span, parse.head_of(span), form, parse.words(span), entry.kind)
        index = last


def _known_at(parse: Parse, index: int, gazetteer: Gazetteer, pack: LanguagePack) -> tuple[int, Entry] | None:
    token = parse.tokens[index]
    if not token.form[:1].isupper() or token.pos in ("PRON", "DET", "ADP", "SCONJ", "CCONJ", "AUX"):
        return None
    for last in range(min(len(parse.tokens), index + _LONGEST_NAME), index, -1):
        if not _letters(parse.tokens[last - 1].form):
            continue
        entries = gazetteer.exact(parse.words(TokenSpan(index, last)))
        if entries and not _is_adjective(parse, index, last, pack):
            return last, entries[0]
    return None


def _is_adjective(parse: Parse, first: int, last: int, pack: LanguagePack) -> bool:
    token = parse.tokens[first]
    return last == first + 1 and token.pos == "ADJ" and pack.state_of_adjective(token.form) is not None


def _join_offices(
    parse: Parse, names: list[FoundMention], offices: tuple[OfficePhrase, ...], pack: LanguagePack
) -> list[FoundMention]:
    """Names with the titles and offices beside them, and the offices that stand alone."""
    found: list[FoundMention] = []
    used: set[int] = set()
    for name in names:
        office = _office_beside(parse, name, offices, pack) if name.kind in ("person", None) else None
        span = _with_title(parse, name.span, pack)
        if office is None:
            form = "title" if span != name.span else name.form
            kind = "person" if span != name.span else name.kind
            found.append(FoundMention(span, parse.head_of(span), form, name.name, kind))
            continue
        used.add(office.span.first)
        if span.last == name.span.last and office.span.first < span.first:
            span = TokenSpan(_with_determiner(parse, office.span.first), span.last)
        head = parse.head_of(span)
        found.append(FoundMention(span, head, "title", name.name, "person", office.office, office.of))
        if office.span.first >= name.span.last:
            found.append(
                FoundMention(
                    office.span, office.head, "description", name.name, "person", office.office, office.of
                )
            )
    inside = {index for mention in found if mention.kind == "person" for index in mention.span}
    for office in offices:
        if office.span.first not in used and office.head not in inside:
            span = TokenSpan(_with_determiner(parse, office.span.first), office.span.last)
            whose: ActorKind = "group" if office.plural else "person"
            found.append(FoundMention(span, office.head, "description", "", whose, office.office, office.of))
    return found


def _with_title(parse: Parse, span: TokenSpan, pack: LanguagePack) -> TokenSpan:
    first = span.first
    while first > 0 and pack.title(parse.tokens[first - 1].form) is not None:
        first -= 1
    return TokenSpan(first, span.last)


def _with_determiner(parse: Parse, first: int) -> int:
    return first - 1 if first and parse.tokens[first - 1].pos == "DET" else first


def _office_beside(
    parse: Parse, name: FoundMention, offices: tuple[OfficePhrase, ...], pack: LanguagePack
) -> OfficePhrase | None:
    """The office that stands right before a name, or after it between commas."""
    first = _with_title(parse, name.span, pack).first
    for office in offices:
        if office.plural or office.span.overlaps(name.span):
            continue
        gap = range(office.span.last, first)
        if 0 <= first - office.span.last <= 2 and all(
            parse.tokens[i].form in (",", "-") or (i in gap and parse.tokens[i].pos == "ADJ") for i in gap
        ):
            return office
        after = range(name.span.last, office.span.first)
        if (
            1 <= len(after) <= 3
            and parse.tokens[name.span.last].form in (",", "(")
            and all(parse.tokens[i].pos in ("PUNCT", "DET", "ADJ", "PROPN") for i in after)
        ):
            return office
    return None


def _groups(parse: Parse, pack: LanguagePack) -> Iterator[FoundMention]:
    """ "both leaders", « les deux parties »."""
    forms = [token.form.lower() for token in parse.tokens]
    for index, form in enumerate(forms):
        for phrase in pack.groups_by_start.get(form, ()):
            if tuple(forms[index : index + len(phrase)]) == phrase:
                span = TokenSpan(index, index + len(phrase))
                yield FoundMention(span, parse.head_of(span), "description", "", "group")
                break


def _pronouns(parse: Parse, pack: LanguagePack) -> Iterator[FoundMention]:
    for index, token in enumerate(parse.tokens):
        form = token.form.lower().lstrip("-").removeprefix("t-")
        if token.pos == "PRON" and pack.pronoun(form) is not None:
            span = TokenSpan(index, index + 1)
            yield FoundMention(span, index, "pronoun")


def _described_sources(parse: Parse, taken: set[int]) -> Iterator[FoundMention]:
    """The heads of sources that nothing else names, so that each source can be linked."""
    seen: set[int] = set()
    for attribution in parse.attributions:
        if attribution.source is None:
            continue
        head = parse.head_of(attribution.source)
        if head not in taken and head not in seen and parse.tokens[head].pos not in ("PUNCT", "PRON"):
            seen.add(head)
            yield FoundMention(attribution.source, head, "description", "", None)
