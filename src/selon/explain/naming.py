"""Whom words stand for, and how they lead there: by name, by office, or back to somebody named before."""

from collections.abc import Iterator, Sequence
from datetime import date

from selon.explain.told import Told, quote
from selon.gazetteer import Entry, Gazetteer, Held
from selon.languages.pack import LanguagePack
from selon.record import Actor, ActorId, Link, Mention, Span
from selon.wording import printable

_LONGEST_NAME = 8
_NAMINGS = ("name", "title", "metonym")


class Naming:
    """How the words of one text lead to its actors."""

    def __init__(self, told: Told, *, pack: LanguagePack, gazetteer: Gazetteer) -> None:
        self.told = told
        self.pack = pack
        self.gazetteer = gazetteer
        self._actors = {actor.id: actor for actor in told.record.actors}
        published = told.record.document.published
        self.published = date.fromisoformat(published) if published else None

    def who(self, actor: ActorId | None, span: Span | None) -> str:
        """Who somebody is, by which words, and how the words lead there."""
        words = quote(self.told.wording.words(span)) if span else ""
        if actor is None:
            return f"{words} stands for nobody known" if words else "the text does not say"
        known = self._actors.get(actor)
        name = self.told.actors([actor])
        if known is None:
            return f"{name}: {words}" if words else name
        mention = _at(known.mentions, span)
        how = self.mention(known, mention) if mention else words or "not named at this place"
        return f"{name}: {how}; {self.known(known)}"

    def relay(self, link: Link) -> str:
        """Why somebody stands behind a statement whose speaker they are not."""
        if not link.inferred:
            return self.who(link.actor, link.span)
        named = [
            each.content[0]
            for each in self.told.record.statements
            if any(one.actor == link.actor and not one.inferred for one in each.chain)
        ]
        since = f" since line {self.told.line(named[0])}" if named else ""
        return f"{self.told.actors([link.actor])}: inferred, not named here; has been reporting{since}"

    def near(self, actor: ActorId, spans: Sequence[Span]) -> str:
        """Who somebody is, by the words that name them in, or closest to, some others."""
        mentions = self._actors[actor].mentions if actor in self._actors else ()
        inside = [each for each in mentions if any(s <= each.span[0] < e for s, e in spans)]
        place = spans[0][0]
        closest = min(inside or mentions, key=lambda each: abs(each.span[0] - place), default=None)
        return self.who(actor, closest.span if closest else None)

    def mention(self, actor: Actor, mention: Mention) -> str:
        """How one naming leads to its actor."""
        words = quote(self.told.wording.words(mention.span))
        entry = self.gazetteer.by_id(actor.id)
        if mention.form in _NAMINGS:
            return f"{words} is a {mention.form}" + (self._spelling(entry, mention) if entry else "")
        before = [each for each in actor.mentions if each.form in _NAMINGS and each.span < mention.span]
        if before:
            name, line = self.told.wording.words(before[-1].span), self.told.line(before[-1].span)
            return f"{words} is a {mention.form}, for {quote(name)} of line {line}"
        held = self._office(entry, mention) if entry else None
        return f"{words} is a {mention.form}" + (f", for the {self._held(held)}" if held else "")

    def known(self, actor: Actor) -> str:
        """What the gazetteer knows of an actor."""
        entry = self.gazetteer.by_id(actor.id)
        if entry is None:
            return "several as one" if actor.members else "not in the gazetteer: known from this text alone"
        day = self.published
        held = [each for each in entry.offices if day is not None and each.held_on(day)]
        facts = [*([entry.wikidata] if entry.wikidata else []), *(self._held(each) for each in held)]
        return "in the gazetteer" + (f": {', '.join(facts)}" if facts else "")

    def _spelling(self, entry: Entry, mention: Mention) -> str:
        """How a name, as it is spelt, leads to the gazetteer's entry; empty where it does not by itself."""
        for name in self._names_in(mention.span):
            if entry in self.gazetteer.exact(name):
                return f", {quote(name)} a spelling of the gazetteer"
        for name in self._names_in(mention.span):
            if " " not in name and entry in self.gazetteer.surname(name):
                return f", {quote(name)} a surname of the gazetteer"
        for name in self._names_in(mention.span):
            similar = dict(self.gazetteer.similar(name, titled=mention.form == "title"))
            if entry in similar:
                return f", {quote(name)} like {quote(entry.name)} ({similar[entry]:.2f} of 1)"
        return ""

    def _names_in(self, span: Span) -> Iterator[str]:
        """Every run of words of a naming, the longest first."""
        words = self.told.wording.words(span).split()[:_LONGEST_NAME]
        for size in range(len(words), 0, -1):
            for start in range(len(words) - size + 1):
                yield " ".join(words[start : start + size]).strip(" ,;:()")

    def _office(self, entry: Entry, mention: Mention) -> Held | None:
        """The office of an entry that a description names, on the day of publication."""
        words = self.told.wording.words(mention.span).replace("’", "'").replace("'", "' ").lower().split()
        runs = (" ".join(words[a:b]) for a in range(len(words)) for b in range(len(words), a, -1))
        named = {office.office for run in runs if (office := self.pack.office(run)) is not None}
        held = (each for each in entry.offices if each.office in named)
        return next((each for each in held if self.published is None or each.held_on(self.published)), None)

    def _held(self, held: Held) -> str:
        office, of = held.office.replace("_", " "), self.gazetteer.by_id(held.of)
        until = f" until {held.until}" if held.until else ""
        return f"{office} of {of.name if of else printable(held.of)} since {held.since}{until}"


def _at(mentions: Sequence[Mention], span: Span | None) -> Mention | None:
    """The naming that a span is, or else the first one in it or around it; None where there is none."""
    if span is None:
        return None
    touching = [each for each in mentions if each.span[0] < span[1] and span[0] < each.span[1]]
    return next((each for each in touching if each.span == span), touching[0] if touching else None)
