"""What the lexicon of a language says of words in a text."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import TypeVar

from selon.explain.told import Told, quote
from selon.extract.contact_cues import contact_word, find_contact_cues
from selon.extract.dates import find_dates
from selon.extract.meaning import find_entry
from selon.extract.syntax import forms, lemmas
from selon.languages.pack import Cue, LanguagePack
from selon.parse import Parse, TokenSpan
from selon.record import Contact, Span, Statement, Topic
from selon.wording import enumerate_words, printable

_LONGEST_PHRASE = 5
_Entry = TypeVar("_Entry")


class Lexicon:
    """One language's lexicon, open at the words of one text."""

    def __init__(self, told: Told, *, parse: Parse, pack: LanguagePack, published: date | None) -> None:
        self.told = told
        self.parse = parse
        self.pack = pack
        self.name = f"{pack.code} {pack.version}"
        self._times = find_dates(parse, pack=pack, published=published)

    def cue(self, statement: Statement) -> Cue | None:
        """The entry of a statement's cue; None where it has no cue, or the lexicon does not know it."""
        tokens = (self.parse.tokens_in(*span) for span in statement.cue)
        entries = (find_entry(span, self.parse, self.pack) for span in tokens)
        return next((entry for entry in entries if entry is not None), None)

    def negators(self, spans: Iterable[Span]) -> str:
        """The words of some stretches that negate; empty for none."""
        words = [word for span in spans for word in self._forms(span) if word.lower() in self.pack.negators]
        return enumerate_words([quote(word) for word in dict.fromkeys(words)])

    def contact_words(self, evidence: Sequence[Span]) -> str:
        """The words in some evidence that announce a contact, with their entries; empty for none."""
        found = (
            (cue.span, contact_word(cue.span, self.parse, self.pack))
            for cue in find_contact_cues(self.parse, self.pack)
            if any(_touches(self.parse.characters(cue.span), span) for span in evidence)
        )
        return "; ".join(
            f"{quote(self.parse.words(span))} is {word.phrase} ({word.part}), as in {quote(word.example)}"
            for span, word in found
            if word is not None
        )

    def status_words(self, contact: Contact) -> str:
        """The words around a contact's evidence that make its status what it is; empty for none."""
        entries = self._entries(self._sentence(contact.evidence[0]), self.pack.contact_status)
        return enumerate_words([quote(words) for words, entry in entries if entry.status == contact.status])

    def agreement_words(self, span: Span) -> str:
        """The words around some others that tell an agreement, with their entries; empty for none."""
        return "; ".join(
            f"{quote(words)} is {entry.phrase} ({entry.part}), {entry.status}, as in {quote(entry.example)}"
            for words, entry in self._entries(self._sentence(span), self.pack.agreement_word)
        )

    def knows(self, topic: Topic) -> bool:
        """Is a topic a subject of the thesaurus that its words name?"""
        entries = (entry for span in topic.spans for _, entry in self._entries(span, self.pack.topic))
        return any(entry.label == topic.label for entry in entries)

    def when(self, kind: str, value: str | None) -> str:
        """A date, time or duration with the words that tell it; empty for None."""
        if value is None:
            return ""
        spans = [self.parse.characters(each.span) for each in self._times if getattr(each, kind) == value]
        words = enumerate_words([self.told.quoted([span]) for span in spans])
        return f"{value}: {words}" if words else printable(value)

    def _entries(self, span: Span, look_up: Callable[[str], _Entry | None]) -> Iterator[tuple[str, _Entry]]:
        """The phrases in a stretch that the lexicon has, in lemmas or as written, longest first."""
        tokens = self.parse.tokens_in(*span)
        index, last = (tokens.first, tokens.last) if tokens else (0, 0)
        while index < last:
            runs = (TokenSpan(index, end) for end in range(min(last, index + _LONGEST_PHRASE), index, -1))
            found = next((pair for run in runs if (pair := self._entry(run, look_up)) is not None), None)
            if found is not None:
                yield printable(self.parse.words(found[0])), found[1]
            index = found[0].last if found is not None else index + 1

    def _entry(
        self, run: TokenSpan, look_up: Callable[[str], _Entry | None]
    ) -> tuple[TokenSpan, _Entry] | None:
        entry = look_up(lemmas(self.parse, run)) or look_up(forms(self.parse, run))
        return None if entry is None else (run, entry)

    def _forms(self, span: Span) -> list[str]:
        tokens = self.parse.tokens_in(*span)
        return [self.parse.tokens[index].form.replace("’", "'") for index in tokens] if tokens else []

    def _sentence(self, span: Span) -> Span:
        """The sentence that some words begin in; the words alone where the parse has none."""
        tokens = self.parse.tokens_in(*span)
        if tokens is None:
            return span
        return self.parse.characters(self.parse.sentences[self.parse.sentence_of[tokens.first]])


def _touches(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
