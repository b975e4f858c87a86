"""Proper names: those that the model sees and those that the gazetteer knows."""

from collections import Counter
from collections.abc import Iterator, Sequence

from selon.extract.findings import FoundMention
from selon.extract.offices import OfficePhrase
from selon.gazetteer import Entry, Gazetteer
from selon.languages.pack import LanguagePack
from selon.parse import Name, Parse, TokenSpan
from selon.record import ActorKind, MentionForm

_LONGEST_NAME = 7
_SHORTEST_SURNAME = 4
_KINDS: dict[str, ActorKind] = {"person": "person", "place": "place", "organisation": "organisation"}
_METONYMS = ("government",)
_NO_NAMES = ("PRON", "DET", "ADP", "SCONJ", "CCONJ", "AUX")


def find_names(
    parse: Parse, offices: Sequence[OfficePhrase], *, pack: LanguagePack, gazetteer: Gazetteer
) -> list[FoundMention]:
    """The names of a text, without the titles, offices and adjectives of states before them, in text order.

    A name of the gazetteer wins, but where the model sees a longer one.
    """
    known = {mention.span.first: mention for mention in _known_names(parse, gazetteer, pack)}
    of_offices = {index: each for each in offices for index in each.span}
    found: list[FoundMention] = []
    taken: set[int] = set()
    # How many of the names that are known stand on each token.
    standing = Counter(index for each in known.values() for index in each.span)
    for name in parse.names:
        beside = dict.fromkeys(of_offices[index] for index in name.span if index in of_offices)
        span = _trimmed(parse, name, tuple(beside), pack)
        if span is None:
            continue
        inside = [known[i] for i in span if i in known]
        if inside and (inside[0].span.covers(span) or not _outgrows(span, inside[0], parse)):
            continue
        for each in inside:
            standing.subtract(known.pop(each.span.first).span)
        if not any(standing[index] for index in span):
            words = parse.words(span)
            # The model may take the surname of somebody for a place; one that is known is a person's.
            kind = "person" if _is_surname(words, gazetteer) else _KINDS[name.kind]
            found.append(FoundMention(span, parse.head_of(span), "name", words, kind))
            taken |= set(span)
    found += [mention for mention in known.values() if not taken & set(mention.span)]
    taken |= {index for mention in found for index in mention.span} | set(of_offices)
    found += _surnames(parse, taken, gazetteer)
    return sorted(found, key=lambda mention: mention.span.first)


def _is_surname(words: str, gazetteer: Gazetteer) -> bool:
    """Is this what one person of the gazetteer goes by, and no other name that it knows?"""
    return len(gazetteer.listed_surname(words)) == 1 and not gazetteer.exact(words)


def _surnames(parse: Parse, taken: set[int], gazetteer: Gazetteer) -> Iterator[FoundMention]:
    """Surnames of the gazetteer that the model did not see, alone between words that are no names."""
    for sentence in parse.sentences:
        index = sentence.first - 1
        while (index := index + 1) < sentence.last:
            last = index
            while last < sentence.last and last not in taken and _is_proper(parse, last):
                last += 1
            span = TokenSpan(index, last)
            words = parse.words(span) if last > index else ""
            beside = index > sentence.first and index - 1 in taken and _is_proper(parse, index - 1)
            if len(words) >= _SHORTEST_SURNAME and not beside and _is_surname(words, gazetteer):
                yield FoundMention(span, parse.head_of(span), "name", words, "person")
            index = max(index, last - 1)


def _is_proper(parse: Parse, index: int) -> bool:
    return parse.tokens[index].pos == "PROPN" and parse.tokens[index].form[:1].isupper()


def _outgrows(span: TokenSpan, known: FoundMention, parse: Parse) -> bool:
    """Does the model's name go on with a further capitalised word?"""
    return any(i not in known.span and parse.tokens[i].form[:1].isupper() for i in span)


def _trimmed(
    parse: Parse, name: Name, offices: Sequence[OfficePhrase], pack: LanguagePack
) -> TokenSpan | None:
    """The name proper: capitalised at both ends, without what stands before a name; None where nothing is left.

    A place or a body may start with a small word (« mer Rouge »).
    """
    first, last = name.span.first, name.span.last
    may_start_small = name.kind != "person"
    for office in offices:
        if office.span.first <= first < office.span.last < last:
            first = office.span.last
    while first < last and (
        _is_before_name(parse, first, last, pack) or not _may_edge(parse, first, small=may_start_small)
    ):
        first += 1
    while last > first and not _may_edge(parse, last - 1, small=False):
        last -= 1
    if last == first + 1 and _is_inhabitant(parse, first, pack):
        return None
    if last <= first or not any(parse.tokens[i].form[:1].isupper() for i in range(first, last)):
        return None
    inside_office = any(each.span.first <= first and last <= each.span.last for each in offices)
    return None if inside_office else TokenSpan(first, last)


def _is_inhabitant(parse: Parse, index: int, pack: LanguagePack) -> bool:
    """Is this "the Turk": somebody of a state, after an article?"""
    is_people = pack.state_of_inhabitants(parse.tokens[index].form) is not None
    return is_people and index > 0 and parse.tokens[index - 1].pos == "DET"


def _is_before_name(parse: Parse, index: int, last: int, pack: LanguagePack) -> bool:
    form = parse.tokens[index].form
    if index == last - 1:
        return False
    return pack.is_title(form) or pack.state_of_adjective(form) is not None


def _may_edge(parse: Parse, index: int, *, small: bool) -> bool:
    token = parse.tokens[index]
    if small:
        return token.pos not in ("DET", "ADP", "PUNCT") and token.form[:1].isalnum()
    return token.pos != "DET" and any(character.isupper() or character.isdigit() for character in token.form)


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
    if not token.form[:1].isupper() or token.pos in _NO_NAMES:
        return None
    for last in range(min(len(parse.tokens), index + _LONGEST_NAME), index, -1):
        if not parse.tokens[last - 1].form[:1].isalnum():
            continue
        entries = gazetteer.exact(parse.words(TokenSpan(index, last)))
        if entries and not _is_adjective(parse, index, last, pack):
            return last, entries[0]
    return None


def _is_adjective(parse: Parse, first: int, last: int, pack: LanguagePack) -> bool:
    token = parse.tokens[first]
    return last == first + 1 and token.pos == "ADJ" and pack.state_of_adjective(token.form) is not None
