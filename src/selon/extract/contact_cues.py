"""Words that announce a contact, where they are meant so: "called him", not "called for calm"."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from selon.extract.syntax import cases, children, forms, governors, is_passive, lemmas
from selon.languages.entries import ContactPart, ContactWord
from selon.languages.pack import LanguagePack
from selon.parse import Parse, TokenSpan
from selon.record import ContactKind, ContactStatus, Medium, ParticipantRole

_LONGEST_PHRASE = 4
_NOUNS = ("NOUN", "PROPN")
_BESIDE = ("amod", "obl", "advmod", "nmod", "compound", "obj", "case", "flat")
_UNTOLD: tuple[ContactKind, ...] = ("other", "talks", "meeting")


@dataclass(frozen=True, slots=True)
class ContactCue:
    """Words that announce a contact, with the sort of contact that they and the words beside them make it."""

    span: TokenSpan
    head: int
    is_verb: bool
    kind: ContactKind
    medium: Medium | None = None
    status: ContactStatus | None = None
    """What the word itself says of whether it took place; None where it says nothing."""
    subject: ParticipantRole | None = None
    """The part that the verb's subject plays; None where the word does not tell."""


def find_contact_cues(parse: Parse, pack: LanguagePack) -> Iterator[ContactCue]:
    """Every word or phrase that may announce a contact, longest first, in text order."""
    index = 0
    while index < len(parse.tokens):
        cue = _cue_at(parse, index, pack)
        if cue is None:
            index += 1
            continue
        index = cue.span.last
        yield _modified(cue, parse, pack)


def _cue_at(parse: Parse, index: int, pack: LanguagePack) -> ContactCue | None:
    token = parse.tokens[index]
    if token.pos not in ("NOUN", "VERB", "PROPN", "ADJ"):
        return None
    if not pack.may_start_contact(token.lemma.lower(), token.form.lower()):
        return None
    for last in range(min(len(parse.tokens), index + _LONGEST_PHRASE), index, -1):
        span = TokenSpan(index, last)
        head = parse.head_of(span)
        is_verb = parse.tokens[head].pos == "VERB"
        if not is_verb and parse.tokens[head].pos not in _NOUNS:
            continue
        word = contact_word(span, parse, pack)
        if word is not None and (not word.passive or is_passive(parse, head, pack.polarity.passive_lemma)):
            return ContactCue(span, head, is_verb, word.kind, word.medium, word.status, word.subject)
    return None


def contact_word(span: TokenSpan, parse: Parse, pack: LanguagePack) -> ContactWord | None:
    """The entry of the words that may announce a contact, by their lemmas, else as written; None without one."""
    part: ContactPart = "verb" if parse.tokens[parse.head_of(span)].pos == "VERB" else "noun"
    word = pack.contact_word(lemmas(parse, span), part) or pack.contact_word(forms(parse, span), part)
    return word if word is not None and word.part == part else None


def _modified(cue: ContactCue, parse: Parse, pack: LanguagePack) -> ContactCue:
    """The cue with the kind and medium that the words beside it name ("by phone", "trilateral")."""
    for words in _words_beside(cue, parse):
        modifier = pack.contact_modifier(words)
        if modifier is None:
            continue
        kind = (
            modifier.kind
            if modifier.kind and cue.kind in _UNTOLD and _fits(modifier.kind, cue.kind)
            else cue.kind
        )
        cue = replace(cue, kind=kind, medium=modifier.medium or cue.medium)
    return cue


def _fits(kind: ContactKind, told: ContactKind) -> bool:
    # Talks may be trilateral and held by phone: the phone makes them a call, "trilateral" makes them nothing else.
    return told == "other" or kind == "call" or (told == "meeting" and kind == "talks")


def _words_beside(cue: ContactCue, parse: Parse) -> Iterator[str]:
    heads = [cue.head]
    if not cue.is_verb and parse.tokens[cue.head].relation in ("obj", "nsubj", "nsubj:pass", "obl"):
        heads += [next(governors(parse, cue.head), cue.head)]
    for head in heads:
        for child in children(parse, head, *_BESIDE):
            token = parse.tokens[child]
            yield token.form.lower()
            yield token.lemma.lower()
            for case in cases(parse, child):
                yield f"{case} {token.form.lower()}"
                yield case
    before = max(0, cue.span.first - 3)
    after = min(len(parse.tokens), cue.span.last + 4)
    for start in (*range(before, cue.span.first), *range(cue.span.last, after)):
        for last in range(start + 1, min(start + 4, after) + 1):
            if last <= cue.span.first or start >= cue.span.last:
                yield forms(parse, TokenSpan(start, last))
