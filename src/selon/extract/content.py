"""Where the source, the cue and the content of a statement begin and end, after the conventions of annotation."""

import re

from selon.extract.quotations import Quotations
from selon.languages.pack import LanguagePack
from selon.parse import Attribution, Parse, TokenSpan
from selon.record import Span

_OUTER_MARKS = " \t\n\r\u00a0\u202f,;:–—-…·•*|/"
_CLITIC = re.compile(r"-(?:t-)?", re.IGNORECASE)
_NEAR = 3


def clean_source(span: TokenSpan | None, parse: Parse) -> Span | None:
    """The words of a source without marks at their edges; of « -t-il » only the pronoun."""
    if span is None:
        return None
    start, end = parse.characters(span)
    if clitic := _CLITIC.match(parse.text[start:end]):
        start += clitic.end()
    return _strip(parse.text, start, end, _OUTER_MARKS + '.«»“”"()[]')


def clean_cue(span: TokenSpan | None, parse: Parse) -> tuple[Span, ...]:
    """The words of a cue; nothing where it is only a mark such as a colon."""
    if span is None:
        return ()
    first, last = span.first, span.last
    while last - first > 1 and parse.tokens[last - 1].pos in ("SCONJ", "PUNCT"):
        last -= 1
    cut = _strip(parse.text, *parse.characters(TokenSpan(first, last)), _OUTER_MARKS + '.«»“”"')
    return (cut,) if cut is not None else ()


def clean_content(
    attribution: Attribution, parse: Parse, quotations: Quotations, pack: LanguagePack
) -> tuple[Span, ...]:
    """The stretches of what was said: without conjunction, source and cue; whole quotations with their marks."""
    taken = [span for span in (attribution.cue, attribution.source) if span is not None]
    found: list[Span] = []
    for content in attribution.contents:
        for piece in _without(content, taken):
            span = _clean_piece(piece, parse, quotations, pack)
            if span is not None:
                found.append(span)
    blocked = [parse.characters(span) for span in taken]
    return _joined(sorted(found), parse.text, blocked)


def _without(content: TokenSpan, taken: list[TokenSpan]) -> list[TokenSpan]:
    pieces = [content]
    for span in taken:
        cut: list[TokenSpan] = []
        for piece in pieces:
            if not piece.overlaps(span):
                cut.append(piece)
                continue
            if piece.first < span.first:
                cut.append(TokenSpan(piece.first, span.first))
            if span.last < piece.last:
                cut.append(TokenSpan(span.last, piece.last))
        pieces = cut
    return pieces


def _clean_piece(piece: TokenSpan, parse: Parse, quotations: Quotations, pack: LanguagePack) -> Span | None:
    first = piece.first
    while (
        first < piece.last - 1 and parse.tokens[first].pos == "PUNCT" and parse.tokens[first].form in ",;:–—-"
    ):
        first += 1
    if (
        first < piece.last - 1
        and parse.tokens[first].form.lower() in pack.conjunctions
        and _conjoins(parse, first)
    ):
        first += 1
    start, end = parse.characters(TokenSpan(first, piece.last))
    start, end = _whole_quotations(start, end, quotations)
    cut = _strip(parse.text, start, end, _OUTER_MARKS)
    if cut is None:
        return None
    return _without_stray_marks(cut, parse.text, quotations)


def _conjoins(parse: Parse, index: int) -> bool:
    return parse.tokens[index].pos == "SCONJ" or parse.tokens[index].relation == "mark"


def _whole_quotations(start: int, end: int, quotations: Quotations) -> Span:
    """Take in the marks of a quotation whose words are all there but for the marks and a comma or full stop."""
    for left, right in quotations.spans:
        if left < end and start < right:
            if 0 < start - left <= _NEAR and not _letters(quotations.text[left:start]):
                start = left
            rest = quotations.text[end:right]
            # What opens with the marks and is most of a quotation is all of it.
            whole = start <= left + _NEAR and end - left > right - end and "\n" not in rest
            if right > end and (whole or (right - end <= _NEAR and not _letters(rest))):
                end = right
    return start, end


def _letters(words: str) -> bool:
    return any(character.isalnum() for character in words)


def _without_stray_marks(span: Span, text: str, quotations: Quotations) -> Span | None:
    """Without a final full stop outside a quotation, nor a mark that belongs to a quotation outside the span."""
    start, end = span
    edges = {edge for quotation in quotations.spans for edge in quotation}
    if text[end - 1] == "." and not text[start:end].endswith("..") and not _abbreviated(text[start:end]):
        holding = quotations.holding(end - 1)
        if holding is None or holding[0] < start:
            end -= 1
    while start < end and text[start] in '»”")' and start not in edges:
        start += 1
    while start < end and text[end - 1] in '«“"(' and end not in edges:
        end -= 1
    return _strip(text, start, end, _OUTER_MARKS)


def _abbreviated(words: str) -> bool:
    return re.search(r"(?:\b\w\.){2,}$|\b(?:etc|Inc|Corp|Jr|Sr)\.$", words) is not None


def _joined(spans: list[Span], text: str, blocked: list[Span]) -> tuple[Span, ...]:
    """Neighbours with nothing but marks between them become one; none overlap, none are without a letter."""
    found: list[Span] = []
    for start, end in spans:
        if not _letters(text[start:end]):
            continue
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        elif found and not _letters(text[found[-1][1] : start]) and _same_flow(text[found[-1][1] : start]):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return tuple(span for span in found if not any(a < span[1] and span[0] < b for a, b in blocked))


def _same_flow(gap: str) -> bool:
    return "\n" not in gap and not any(mark in gap for mark in ':«»“”"')


def _strip(text: str, start: int, end: int, marks: str) -> Span | None:
    while start < end and text[start] in marks:
        start += 1
    while start < end and text[end - 1] in marks:
        # An ellipsis inside quotation marks is kept by them; outside it is the sentence's own.
        end -= 1
    return (start, end) if start < end else None
