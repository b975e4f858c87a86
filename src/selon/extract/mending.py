"""What the model gets wrong and the lexicon or the tree knows: lemmas of verbs, sources and contents cut short."""

from collections.abc import Iterable
from dataclasses import replace

from selon.extract.according_to import (
    with_cited_sources,
    with_prepositional_sources,
    with_trailing_sources,
)
from selon.extract.syntax import children, governors, phrase, subjects
from selon.languages.pack import LanguagePack
from selon.parse import Attribution, Parse, Token, TokenSpan

_LONGEST_SUBJECT = 12
_VERBAL = ("VERB", "AUX")


def mend_parse(parse: Parse, *, pack: LanguagePack) -> Parse:
    """The parse with the lexicon's lemma for each form of a verb of the lexicon whose own lemma it does not know.

    The model makes lemmas by rule and errs on verbs that it has seldom seen (« promet »). Where it gives a
    statement no source, or a part of the subject, the source is the whole subject of the cue. A content that breaks
    off inside a clause ("the two had | met in Doha") runs on to the end of it. Sources that stand aside of what is
    told ("according to X") are added.
    """
    tokens = tuple(_mended(_as_verb(index, parse, pack), pack) for index in range(len(parse.tokens)))
    parse = replace(parse, tokens=tokens)
    attributions = _framed_once(
        (
            _with_whole_clauses(_without_label(_with_subject(each, parse), parse), parse)
            for each in parse.attributions
        ),
        parse,
    )
    attributions = _with_inner_subjects(attributions, parse)
    for complete in (with_prepositional_sources, with_cited_sources, with_trailing_sources):
        attributions = complete(attributions, parse=parse, pack=pack)
    return replace(parse, attributions=tuple(attributions))


def _as_verb(index: int, parse: Parse, pack: LanguagePack) -> Token:
    """The token as a verb where its form is one of the lexicon's and an auxiliary goes with it."""
    token = parse.tokens[index]
    if token.pos not in ("ADJ", "ADV") or token.form.lower() not in pack.verb_lemmas:
        return token
    return replace(token, pos="VERB") if any(children(parse, index, "aux", "aux:pass")) else token


def _mended(token: Token, pack: LanguagePack) -> Token:
    if token.pos not in _VERBAL or token.lemma in pack.known_verbs:
        return token
    lemma = pack.verb_lemmas.get(token.form.lower())
    return token if lemma is None or lemma == token.lemma else replace(token, lemma=lemma)


def _with_subject(attribution: Attribution, parse: Parse) -> Attribution:
    """The attribution with the whole subject of its verb as source, where the model gives none or a part of it.

    Of "an aide to Ann Lee said" the source is the aide. So it is where the model's source stands in another
    sentence than the cue, or belongs to the content ("contradicting an account given by | the aide").
    """
    cue, source = attribution.cue, attribution.source
    if cue is None or parse.tokens[parse.head_of(cue)].pos != "VERB":
        return attribution
    verb = parse.head_of(cue)
    subject = next(children(parse, verb, "nsubj"), None)
    if subject is None and source is None:
        # Before an English verb a noun is the subject, whatever the tree makes of it.
        subject = next((each for each in children(parse, verb, "obj", "iobj") if each < cue.first), None)
    if subject is not None and (without := _without_subject(attribution, subject, parse)) is not None:
        return without
    far = source is not None and parse.sentence_of[source.first] != parse.sentence_of[cue.first]
    if far or (source is not None and _belongs_to_content(source, attribution, parse)):
        own = [
            each for each in subjects(parse, verb) if each < cue.first and not _is_told_of(each, attribution)
        ]
        return replace(attribution, source=phrase(parse, own[0])) if own else attribution
    if source is not None and (name := _name_before(source, parse)) is not None:
        return replace(attribution, source=TokenSpan(name, source.last))
    nouns = ("NOUN", "PROPN") if source is not None else ("NOUN", "PROPN", "PRON")
    if subject is None or parse.tokens[subject].pos not in nouns:
        return attribution
    if _is_told_of(subject, attribution) or subject in cue:
        return attribution
    return _with_whole_subject(attribution, subject, parse)


def _with_whole_subject(attribution: Attribution, subject: int, parse: Parse) -> Attribution:
    cue, source = attribution.cue, attribution.source
    if cue is None or not (
        source is None or (subject not in source and parse.subtree(subject).covers(source))
    ):
        return attribution
    whole = phrase(parse, subject)
    return attribution if whole.overlaps(cue) else replace(attribution, source=whole)


def _without_label(attribution: Attribution, parse: Parse) -> Attribution:
    """The attribution with who speaks as source: in "Ukraine: Paris and Berlin voice concern" not the label."""
    cue, source = attribution.cue, attribution.source
    if cue is None or source is None or not source.last < cue.first <= source.last + _LONGEST_SUBJECT:
        return attribution
    rest = TokenSpan(source.last + 1, cue.first)
    names = rest.last > rest.first and not any(parse.tokens[i].pos in ("VERB", "PRON") for i in rest)
    return (
        replace(attribution, source=rest) if names and parse.tokens[source.last].form == ":" else attribution
    )


def _name_before(source: TokenSpan, parse: Parse) -> int | None:
    """The start of the name that a source explains: of "Ann Lee, | one of its leaders" she is."""
    for child in children(parse, parse.head_of(source), "appos"):
        if child < source.first and parse.tokens[child].pos == "PROPN":
            return phrase(parse, child).first
    return None


def _without_subject(attribution: Attribution, subject: int, parse: Parse) -> Attribution | None:
    """The attribution with its verb's subject as source, where the model took just that for a content."""
    whole = phrase(parse, subject)
    others = tuple(content for content in attribution.contents if content != whole)
    if len(others) == len(attribution.contents) or not others:
        return None
    return replace(attribution, source=whole, contents=others)


def _is_told_of(index: int, attribution: Attribution) -> bool:
    return any(index in content for content in attribution.contents)


def _belongs_to_content(source: TokenSpan, attribution: Attribution, parse: Parse) -> bool:
    """Does a source behind a content hang on its words?"""
    above = [parse.head_of(source), *governors(parse, parse.head_of(source))]
    return any(
        content.last == source.first and any(index in content for index in above)
        for content in attribution.contents
    )


def _with_whole_clauses(attribution: Attribution, parse: Parse) -> Attribution:
    """The attribution with each content up to the end of the clause that it begins."""
    if attribution.cue is None:
        return attribution
    ends = [_clause_end(span, attribution, parse) for span in attribution.contents]
    contents: list[TokenSpan] = []
    for span, end in zip(attribution.contents, ends, strict=True):
        if contents and span.first < contents[-1].last:
            contents[-1] = TokenSpan(contents[-1].first, max(contents[-1].last, end))
        else:
            contents.append(TokenSpan(_clause_start(span, parse), end))
    return replace(attribution, contents=tuple(contents))


def _clause_end(span: TokenSpan, attribution: Attribution, parse: Parse) -> int:
    """One past the last token of the clause that a content begins; its own end where it is whole."""
    sentence = parse.sentences[parse.sentence_of[span.last - 1]]
    taken = {index for each in (attribution.cue, attribution.source) if each is not None for index in each}
    end = span.last
    if end >= sentence.last or parse.tokens[end - 1].pos == "PUNCT":
        return end
    head = parse.tokens[parse.head_of(span)].head
    top = head if head >= end and _is_told(head, parse, attribution) else parse.head_of(span)
    reach = parse.subtree(top)
    while end < reach.last and end not in taken and parse.tokens[end].pos != "PUNCT":
        end += 1
    return end


def _clause_start(span: TokenSpan, parse: Parse) -> int:
    """The start of the sentence for a content that begins with an "and" between two of its clauses."""
    if parse.tokens[span.first].pos != "CCONJ":
        return span.first
    joined = parse.tokens[parse.head_of(span)]
    return parse.subtree(joined.head).first if joined.relation == "conj" else span.first


def _is_told(verb: int, parse: Parse, attribution: Attribution) -> bool:
    """Is a verb that of the clause that a cue announces, or that a preposition with its source hangs on?"""
    cue, source = attribution.cue, attribution.source
    if cue is not None and parse.tokens[verb].head in cue:
        return parse.tokens[verb].relation in ("ccomp", "xcomp", "parataxis")
    return source is not None and parse.tokens[parse.head_of(source)].head == verb


def _framed_once(attributions: Iterable[Attribution], parse: Parse) -> list[Attribution]:
    """The attributions, but for those whose cue is words of what a preposition gives to the same source.

    In "According to Lund, the port runs | like | a casino" only the preposition is a cue.
    """
    found = list(attributions)
    framing = {each.source: number for number, each in enumerate(found) if _is_prepositional(each, parse)}
    dropped: set[int] = set()
    for number, each in enumerate(found):
        place = framing.get(each.source) if each.source is not None else None
        if place is None or place == number or each.cue is None:
            continue
        frame = found[place]
        if not any(content.covers(each.cue) for content in frame.contents):
            continue
        more = [
            span for span in each.contents if not any(span.overlaps(content) for content in frame.contents)
        ]
        contents = tuple(sorted((*frame.contents, *more), key=lambda span: span.first))
        found[place] = replace(frame, contents=contents)
        dropped.add(number)
    return [each for number, each in enumerate(found) if number not in dropped]


def _with_inner_subjects(attributions: Iterable[Attribution], parse: Parse) -> list[Attribution]:
    """The attributions; a cue inside what its own source says elsewhere has its subject there as source.

    In "Lund said that Oslo had explained its vote" it is Oslo who explained.
    """
    found = list(attributions)
    by_source: dict[TokenSpan | None, list[Attribution]] = {}
    for each in found:
        by_source.setdefault(each.source, []).append(each)
    for number, each in enumerate(found):
        if each.cue is None or each.source is None:
            continue
        subject = next(children(parse, parse.head_of(each.cue), "nsubj"), None)
        inside = (
            content
            for other in by_source[each.source]
            if other is not each
            for content in other.contents
            if content.covers(each.cue)
        )
        if subject is not None and any(subject in content for content in inside) and subject not in each.cue:
            whole = phrase(parse, subject)
            if not any(parse.tokens[i].pos == "VERB" for i in whole):
                found[number] = replace(each, source=whole)
    return found


def _is_prepositional(attribution: Attribution, parse: Parse) -> bool:
    """Does a preposition right before its source announce it?"""
    cue, source = attribution.cue, attribution.source
    if cue is None or source is None or cue.last != source.first:
        return False
    return parse.tokens[cue.last - 1].pos == "ADP"
