"""From a parsed text to the statements that it reports."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from selon.extract.acts import find_act
from selon.extract.content import clean_content, clean_cue, clean_source
from selon.extract.covering import Covering
from selon.extract.findings import FoundMention, FoundStatement
from selon.extract.meaning import find_entry, find_nature, find_polarity, verb_end
from selon.extract.quotations import Quotations
from selon.extract.syntax import cases, children, phrase, subjects
from selon.extract.told_acts import with_told_acts, with_told_clauses
from selon.languages.pack import LanguagePack
from selon.parse import Attribution, Parse, TokenSpan
from selon.record import Span, StatementKind

_MOSTLY = 0.95
_TO_SOMEBODY = ("thank", "demand", "ask", "warn", "promise", "propose", "apologise")
"""Acts whose verb has the one who is told as its object."""
_SHORTEST = 4
_EMPTY = ("PRON", "DET", "PUNCT", "ADP", "SCONJ", "CCONJ", "AUX", "PART")


def find_statements(
    parse: Parse, *, mentions: Sequence[FoundMention], quotations: Quotations, pack: LanguagePack
) -> tuple[FoundStatement, ...]:
    """Every statement that ``parse`` reports, in order of its first content.

    Reads the mended attributions of the model, completes them with quotations that it left alone, and cuts their
    spans after the conventions of annotation.
    """
    attributions = [
        _with_quoted_source(_with_whole_quotation(each, parse, quotations), parse, quotations)
        for each in parse.attributions
        if not _is_stray(each, parse, quotations)
    ]
    attributions = with_lone_quotations(attributions, parse=parse, quotations=quotations, pack=pack)
    actors = frozenset(mention.head for mention in mentions if mention.kind != "place")
    for complete in (with_told_acts, with_told_clauses):
        attributions = complete(attributions, parse=parse, actors=actors, pack=pack)
    attributions = [
        _without_hearer(_with_infinitive(each, parse, pack), parse, actors, pack) for each in attributions
    ]
    attributions = [
        near
        for each in attributions
        if not _only_discusses(each, parse, pack)
        and (near := _near_contents(each, parse, quotations)) is not None
    ]
    found = (_statement(each, parse, quotations, pack) for each in attributions)
    kept = _once([statement for statement in found if statement is not None])
    return tuple(sorted(kept, key=lambda statement: (statement.content[0], statement.content[-1])))


def _is_stray(attribution: Attribution, parse: Parse, quotations: Quotations) -> bool:
    """Has the model put together scraps that no cue announces: a word here, a phrase three sentences on?"""
    if attribution.cue is not None or not attribution.nested or attribution.source is None:
        return False
    own = parse.sentence_of[attribution.source.first]
    return not any(
        quotations.holding(parse.tokens[span.first].start)
        or (parse.sentence_of[span.first] == own and span.last - span.first >= _SHORTEST)
        for span in attribution.contents
    )


def _with_whole_quotation(attribution: Attribution, parse: Parse, quotations: Quotations) -> Attribution:
    """The attribution with all of a quotation where the model gives but one of its marks."""
    cue, span = attribution.cue, attribution.contents[0]
    if len(attribution.contents) > 1 or any(parse.tokens[index].pos != "PUNCT" for index in span):
        return attribution
    first, last = parse.tokens[span.first], parse.tokens[span.last - 1]
    quotation = quotations.holding(first.start) or quotations.holding(last.end - 1)
    whole = parse.tokens_in(*quotation) if quotation is not None else None
    if whole is None or (cue is not None and cue.overlaps(whole)):
        return attribution
    return replace(attribution, contents=(whole,))


def _with_quoted_source(attribution: Attribution, parse: Parse, quotations: Quotations) -> Attribution:
    """The attribution with the subject of a cue inside a quotation as source, where the model's is outside.

    In « M. Lund a dit : « Oslo a tenté de … » » whoever tried is Oslo.
    """
    cue, source = attribution.cue, attribution.source
    if cue is None or source is None:
        return attribution
    quotation = quotations.holding(parse.tokens[cue.first].start)
    if quotation is None or quotation == quotations.holding(parse.tokens[source.first].start):
        return attribution
    own = [each for each in subjects(parse, parse.head_of(cue)) if each < cue.first]
    if not own or quotation != quotations.holding(parse.tokens[own[0]].start):
        return attribution
    return replace(attribution, source=phrase(parse, own[0]))


def _with_infinitive(attribution: Attribution, parse: Parse, pack: LanguagePack) -> Attribution:
    """The attribution with an infinitive at the end of its cue given to the content: "hopes | to go on talking"."""
    cue = attribution.cue
    if cue is None or cue.last - cue.first < 2:
        return attribution
    last = cue.last - 1
    while last > cue.first and parse.tokens[last].pos in ("ADP", "DET", "PART", "ADV"):
        last -= 1
    governor, relation = parse.tokens[last].head, parse.tokens[last].relation
    is_infinitive = relation in ("xcomp", "ccomp") and parse.tokens[last].pos == "VERB" and governor in cue
    first = min([last, *(each for each in children(parse, last, "aux", "mark") if each > governor)])
    after = next((span for span in attribution.contents if span.first == cue.last), None)
    entry = pack.cue(parse.tokens[governor].lemma, "verb")
    # In "wanted to add" the second verb announces; in "hopes to go on" the first does.
    if not is_infinitive or after is None or entry is None or entry.act == "state":
        return attribution
    if parse.tokens[last].lemma.lower() in pack.polarity.commenting:
        return attribution
    contents = tuple(TokenSpan(first, after.last) if span == after else span for span in attribution.contents)
    return replace(attribution, cue=TokenSpan(cue.first, governor + 1), contents=contents)


def _without_hearer(
    attribution: Attribution, parse: Parse, actors: frozenset[int], pack: LanguagePack
) -> Attribution:
    """The attribution without whoever is told at the front of its content: "thanked | the envoy | for coming"."""
    entry = find_entry(attribution.cue, parse, pack)
    if attribution.cue is None or entry is None:
        return attribution
    takes_hearer = entry.act in _TO_SOMEBODY or entry.wordless
    content = attribution.contents[0]
    for child in children(parse, parse.head_of(attribution.cue), "obj", "iobj", "obl", "obl:arg"):
        if parse.tokens[child].relation.startswith("obl") and not (
            child in actors and cases(parse, child) & pack.addressee_prepositions
        ):
            continue
        hearer = phrase(parse, child)
        told = parse.tokens[child].relation.startswith("obl") or takes_hearer
        opens = (
            told
            and (entry.act in _TO_SOMEBODY or child in actors)
            and all(parse.tokens[i].pos in ("DET", "PUNCT") for i in range(content.first, hearer.first))
        )
        opens = opens and content.first <= hearer.first
        if opens and hearer.last < content.last and _goes_on(parse, hearer.last):
            rest = TokenSpan(hearer.last, content.last)
            return replace(attribution, contents=(rest, *attribution.contents[1:]))
    return attribution


def _goes_on(parse: Parse, index: int) -> bool:
    """Does the matter start here: with an infinitive's or a noun's preposition, or a conjunction?"""
    return parse.tokens[index].pos in ("ADP", "SCONJ", "PART")


def _only_discusses(attribution: Attribution, parse: Parse, pack: LanguagePack) -> bool:
    """Does the cue only say that two were in touch or discussed something? That is a contact, no statement."""
    if attribution.cue is None:
        return False
    verb = parse.head_of(attribution.cue)
    lemma = parse.tokens[verb].lemma.lower()
    # "Fishing was raised too": what "was raised" is a topic.
    if pack.discussion_word(lemma, "verb") and any(children(parse, verb, "aux:pass", "obl:agent")):
        return True
    return pack.contact_word(lemma, "verb") is not None and pack.cue(lemma, "verb") is None


def _near_contents(attribution: Attribution, parse: Parse, quotations: Quotations) -> Attribution | None:
    """The attribution without contents of other sentences, but for quotations; None where nothing is left."""
    anchor = attribution.cue or (attribution.source if attribution.nested else None)
    if anchor is None:
        return attribution
    own = parse.sentence_of[anchor.first]
    contents = [piece for span in attribution.contents for piece in _cut_at_title(span, parse)]
    near = tuple(
        span
        for span in contents
        if own in (parse.sentence_of[span.first], parse.sentence_of[span.last - 1])
        or (span.last - span.first >= _SHORTEST and _opens_quotation(span, parse, quotations))
    )
    if not near:
        return None
    return attribution if near == attribution.contents else _replace(attribution, near)


def _opens_quotation(span: TokenSpan, parse: Parse, quotations: Quotations) -> bool:
    """Does a content begin where a quotation, or a sentence in it, begins?"""
    quotation = quotations.holding(parse.tokens[span.first].start)
    if quotation is None:
        return False
    begins = parse.sentences[parse.sentence_of[span.first]].first
    return parse.tokens[span.first].start <= quotation[0] + 2 or span.first - begins <= 1


def _cut_at_title(span: TokenSpan, parse: Parse) -> Iterator[TokenSpan]:
    """A content in two where a title, a line without a mark at its end, ends inside it."""
    for sentence in parse.sentences[parse.sentence_of[span.first] : parse.sentence_of[span.last - 1]]:
        end, start = parse.tokens[sentence.last - 1].end, parse.tokens[sentence.last].start
        if parse.tokens[sentence.last - 1].pos != "PUNCT" and "\n" in parse.text[end:start]:
            yield TokenSpan(max(span.first, sentence.first), sentence.last)
            span = TokenSpan(sentence.last, span.last)
    yield span


def _once(found: list[FoundStatement]) -> list[FoundStatement]:
    """The statements without those that another tells already: the same cue, or no cue, and words that it holds."""
    covering = Covering((number, span) for number, each in enumerate(found) for span in each.content)
    return [
        each
        for number, each in enumerate(found)
        if not any(
            place != number
            and (found[place].kind == each.kind or not each.cue)
            and (not each.cue or each.cue == found[place].cue or each.source == found[place].source)
            and _holds(found[place].content, each.content)
            and (
                found[place].content != each.content
                or (bool(found[place].cue), -place) > (bool(each.cue), -number)
            )
            for place in covering.holding(each.content[0])
        )
    ]


def _holds(outer: tuple[Span, ...], inner: tuple[Span, ...]) -> bool:
    return all(any(s <= a and b <= e for s, e in outer) for a, b in inner)


def _statement(
    attribution: Attribution, parse: Parse, quotations: Quotations, pack: LanguagePack
) -> FoundStatement | None:
    cue = clean_cue(attribution.cue, parse)
    source = clean_source(attribution.source, parse)
    content = clean_content(attribution, parse, quotations, pack)
    if not content or not _tells(attribution, parse):
        return None
    entry = find_entry(attribution.cue, parse, pack)
    polarity = find_polarity(attribution, parse, pack)
    return FoundStatement(
        attribution=attribution,
        source=source,
        cue=cue,
        content=content,
        nature=find_nature(attribution, entry),
        kind=find_kind(content, quotations),
        act=find_act(attribution, entry, polarity, parse, pack),
        polarity=polarity,
        speaks_for_institutions=entry is not None and entry.institution_speaks,
    )


def _tells(attribution: Attribution, parse: Parse) -> bool:
    """Does the content hold more than small words ("it", « c' »)?"""
    return any(parse.tokens[i].pos not in _EMPTY for span in attribution.contents for i in span)


def find_kind(content: tuple[Span, ...], quotations: Quotations) -> StatementKind:
    """Direct where all of the content is quoted, mixed where some of it is."""
    quoted, letters = quotations.quoted_words(content)
    if not quoted:
        return "indirect"
    return "direct" if quoted >= _MOSTLY * letters else "mixed"


def with_lone_quotations(
    attributions: list[Attribution], *, parse: Parse, quotations: Quotations, pack: LanguagePack
) -> list[Attribution]:
    """The attributions, where a quotation after a colon belongs to the words before it."""
    found = attributions
    for start, end in quotations.spans:
        tokens = parse.tokens_in(start, end)
        if tokens is None or tokens.last - tokens.first < 6:
            continue
        owner = _colon_owner(found, parse, tokens)
        if owner is None:
            continue
        found = [each for each in (_without(each, tokens, owner) for each in found) if each is not None]
        told = _told_within(owner, parse, tokens, pack)
        if told is not None:
            found[found.index(owner)] = _replace(owner, tuple(_cut_out(owner.contents, tokens)))
            found.append(told)
            continue
        found.append(_with_content(owner, tokens, parse))
        found = [each for each in found if each is not owner]
    return found


def _told_within(
    owner: Attribution, parse: Parse, quotation: TokenSpan, pack: LanguagePack
) -> Attribution | None:
    """The inner attribution where what is reported before the colon is that somebody else spoke.

    In "The aide said that the king had set out his view: …" the quotation is the king's.
    """
    colon = quotation.first - 1
    whole = next((span for span in owner.contents if span.first < colon <= span.last), None)
    if whole is None or owner.source is None:
        return None
    content = TokenSpan(whole.first, colon)
    head = parse.head_of(content)
    own = [each for each in subjects(parse, head) if each in content]
    last = verb_end(head, parse, pack)
    if last is None or not own:
        return None
    auxiliaries = [each for each in children(parse, head, "aux", "advmod") if each in content]
    objects = [phrase(parse, each) for each in children(parse, head, "obj") if each in content]
    contents = (*objects, quotation)
    cue = TokenSpan(min([head, *auxiliaries]), last)
    return replace(owner, cue=cue, source=phrase(parse, own[0]), contents=contents, speech=True, nested=True)


def _colon_owner(found: list[Attribution], parse: Parse, quotation: TokenSpan) -> Attribution | None:
    """The innermost attribution whose words end right before a colon that opens ``quotation``."""
    colon = quotation.first - 1
    if colon < 1 or parse.tokens[colon].form != ":":
        return None

    def ends_there(span: TokenSpan) -> bool:
        return span.last in (colon, colon + 1) or (
            span.covers(TokenSpan(colon - 1, colon)) and span.first < colon < span.last
        )

    candidates = [
        each
        for each in found
        if each.cue is not None
        and each.cue.first < colon
        and any(ends_there(span) for span in (each.cue, *each.contents))
    ]
    return max(candidates, key=lambda each: each.cue.first if each.cue else -1, default=None)


def _without(attribution: Attribution, tokens: TokenSpan, owner: Attribution) -> Attribution | None:
    """The attribution without a lone quotation that goes to ``owner``; None where nothing is left of it."""
    if attribution is owner or attribution.cue is not None:
        return attribution
    left = tuple(span for span in attribution.contents if not tokens.overlaps(span))
    if not left:
        return None
    return attribution if len(left) == len(attribution.contents) else _replace(attribution, left)


def _with_content(attribution: Attribution, tokens: TokenSpan, parse: Parse) -> Attribution:
    cut = [
        span for span in _cut_out(attribution.contents, tokens) if not _only_announces(span, tokens, parse)
    ]
    return _replace(attribution, tuple(sorted([*cut, tokens], key=lambda span: span.first)))


def _only_announces(span: TokenSpan, quotation: TokenSpan, parse: Parse) -> bool:
    """Is this "these words" before a colon: two tokens that stand for the quotation?"""
    right_before = span.last in (quotation.first - 1, quotation.first)
    return right_before and [parse.tokens[index].pos for index in span] == ["DET", "NOUN"]


def _cut_out(contents: tuple[TokenSpan, ...], tokens: TokenSpan) -> Iterator[TokenSpan]:
    for span in contents:
        if not span.overlaps(tokens):
            yield span
        elif span.first < tokens.first - 1:
            yield TokenSpan(span.first, tokens.first - 1)


def _replace(attribution: Attribution, contents: tuple[TokenSpan, ...]) -> Attribution:
    return replace(attribution, contents=contents)
