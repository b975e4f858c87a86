"""From a parsed text to the namings of all that can act in it."""

from collections.abc import Iterator

from selon.extract.findings import GENDERS, FoundMention
from selon.extract.names import find_names
from selon.extract.offices import find_offices, phrases
from selon.extract.owners import owner_of
from selon.extract.syntax import is_heading
from selon.extract.titled import is_unknown, told_size, widened, with_titles
from selon.gazetteer import Gazetteer
from selon.languages.pack import LanguagePack
from selon.languages.phrasebook import plain_words
from selon.parse import Parse, TokenSpan
from selon.record import ActorKind


def find_mentions(parse: Parse, *, pack: LanguagePack, gazetteer: Gazetteer) -> tuple[FoundMention, ...]:
    """Names, offices, pronouns, group descriptions and the heads of all sources, in text order.

    Mentions do not overlap, but for a name inside an office phrase. A bare adjective ("russe") is none.
    """
    offices = find_offices(parse, pack=pack, gazetteer=gazetteer)
    names = find_names(parse, offices, pack=pack, gazetteer=gazetteer)
    found = with_titles(parse, names, offices, pack)
    taken = {index for mention in found for index in mention.span}
    found += [each for each in _inhabitants(parse, pack) if each.head not in taken]
    taken |= {index for mention in found for index in mention.span}
    found += _counterparts(parse, pack, gazetteer, taken)
    taken |= {index for mention in found for index in mention.span}
    found += [each for each in _groups(parse, pack) if not taken & set(each.span)]
    taken |= {index for mention in found for index in mention.span}
    found += [each for each in _pronouns(parse, pack) if each.head not in taken]
    taken |= {index for mention in found for index in mention.span}
    found += _described_sources(parse, taken, pack)
    taken |= {index for mention in found for index in mention.span}
    found += [each for each in _headings(parse, pack) if not taken & set(each.span)]
    return tuple(sorted(found, key=lambda mention: (mention.span.first, -mention.span.last)))


def _groups(parse: Parse, pack: LanguagePack) -> Iterator[FoundMention]:
    """ "both leaders", « les deux parties »."""
    forms = [token.form.lower().replace("’", "'") for token in parse.tokens]
    for index, form in enumerate(forms):
        for phrase, group in pack.groups_by_start.get(form, ()):
            if tuple(forms[index : index + len(phrase)]) == phrase:
                span = TokenSpan(index, index + len(phrase))
                head = parse.head_of(span)
                yield FoundMention(
                    span, head, "description", "", "group", size=group.size, group_of=group.of, plural=True
                )
                break


def _counterparts(
    parse: Parse, pack: LanguagePack, gazetteer: Gazetteer, taken: set[int]
) -> Iterator[FoundMention]:
    """ "his Turkish counterpart", « son homologue turc », where no name is beside."""
    forms = plain_words(token.form for token in parse.tokens)
    for index in range(len(forms)):
        match = pack.counterpart_book.at(forms, index)
        words = TokenSpan(index, match[0] if match is not None else index)
        if match is None or taken & set(words):
            continue
        owner = owner_of(parse, words, pack, gazetteer)
        span = widened(parse, owner.span)
        head = parse.head_of(span)
        plural = pack.references.is_plural(parse.tokens[head].form, parse.tokens[head].lemma)
        kind: ActorKind = "group" if plural else "person"
        nouns = (parse.tokens[head].lemma.lower(),)
        yield FoundMention(span, head, "description", "", kind, of=owner.of, counterpart=True, nouns=nouns)


def _inhabitants(parse: Parse, pack: LanguagePack) -> Iterator[FoundMention]:
    """ "the Turk", « l'Algérien »: somebody of a state; « les Danois »: the state itself."""
    for index, token in enumerate(parse.tokens):
        state = pack.state_of_inhabitants(token.form)
        if state is None or token.pos not in ("NOUN", "PROPN", "ADJ") or not index:
            continue
        if parse.tokens[index - 1].pos != "DET" or token.relation in ("amod", "compound", "flat", "nmod"):
            continue
        span = TokenSpan(index - 1, index + 1)
        article = pack.references.determiners.get(parse.tokens[index - 1].form.lower())
        plural = article == "plural" or (
            article is None and pack.references.is_plural(token.form, token.lemma)
        )
        unknown = is_unknown(parse, span, index, pack, plural=plural)
        gender = GENDERS.get(article or "")
        kind: ActorKind = "state" if plural else "person"
        of = f"state/{state}"
        yield FoundMention(span, index, "description", "", kind, of=of, unknown=unknown, gender=gender)


def _pronouns(parse: Parse, pack: LanguagePack) -> Iterator[FoundMention]:
    forms = [token.form.lower().replace("’", "'") for token in parse.tokens]
    for index, token in enumerate(parse.tokens):
        form = forms[index].lstrip("-").removeprefix("t-")
        pair = f"{form} {forms[index + 1]}".replace("' ", "'") if index + 1 < len(forms) else ""
        if pack.pronoun(pair) is not None:
            yield FoundMention(TokenSpan(index, index + 2), index, "pronoun")
        elif token.pos == "PRON" and pack.pronoun(form) is not None:
            yield FoundMention(TokenSpan(index, index + 1), index, "pronoun")


def _described_sources(parse: Parse, taken: set[int], pack: LanguagePack) -> Iterator[FoundMention]:
    """The heads of sources that nothing else names, so that each source can be linked."""
    seen: set[int] = set()
    papers = phrases(parse, pack.institutions.paper_book, pack)
    for attribution in parse.attributions:
        if attribution.source is None:
            continue
        source, head = attribution.source, parse.head_of(attribution.source)
        token = parse.tokens[head]
        if head in taken or head in seen or token.pos == "PUNCT" or pack.pronoun(token.form):
            continue
        if token.pos == "PRON" and parse.tokens[token.head].relation == "acl:relcl":
            continue
        seen.add(head)
        name = _name_after(parse, source, head)
        if name is not None and pack.institutions.is_outlet_noun(token.lemma):
            yield FoundMention(source, head, "name", parse.words(name), "outlet")
            continue
        plural = pack.references.is_plural(token.form, token.lemma)
        size = told_size(parse, source, head, pack)
        paper = next((paper for span, paper, _ in papers if head in span), None) or next(
            (paper for span, paper, _ in papers if paper.joint and source.covers(span)), None
        )
        yield FoundMention(
            source,
            head,
            "description",
            kind="group" if size is not None else None,
            unknown=is_unknown(parse, source, head, pack, plural=plural),
            plural=plural,
            size=size,
            nouns=(token.lemma.lower(), token.form.lower()),
            paper=None if paper is None else "joint" if paper.joint else "own",
        )


def _headings(parse: Parse, pack: LanguagePack) -> Iterator[FoundMention]:
    """A joint statement that the heading of a text names, before it is given in full."""
    for span, paper, _ in phrases(parse, pack.institutions.paper_book, pack):
        if not is_heading(parse, span.first):
            return
        if paper.joint:
            yield FoundMention(span, parse.head_of(span), "description", paper="joint")


def _name_after(parse: Parse, span: TokenSpan, noun: int) -> TokenSpan | None:
    """The capitalised words that end a phrase right after its noun and adjectives: « le quotidien algérien Ouest »."""
    first = noun + 1
    while first < span.last and (parse.tokens[first].pos == "ADJ" or parse.tokens[first].form in '«“"'):
        first += 1
    last = first
    while last < span.last and parse.tokens[last].form[:1].isupper():
        last += 1
    return TokenSpan(first, last) if last > first else None
