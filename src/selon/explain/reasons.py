"""What can be said for each kind of item, reason by reason."""

from collections.abc import Iterator

from selon.explain.lexicon import Lexicon
from selon.explain.naming import Naming
from selon.explain.told import Told, quote
from selon.gazetteer import Gazetteer
from selon.languages.pack import Cue, LanguagePack
from selon.parse import Parse
from selon.record import Actor, Agreement, Contact, Record, Statement, Topic
from selon.wording import enumerate_words, printable

_Told = Iterator[tuple[str, str]]

_KINDS = {
    "direct": "direct: all of it is quoted",
    "mixed": "mixed: some of it is quoted",
    "indirect": "indirect: none of it is quoted",
}
_NATURES = {
    "speech": "speech: somebody voices it",
    "attitude": "attitude: a belief, wish or intention that nobody voices",
}


class Reasons:
    """The reasons for the items of one record; what does not apply has empty words."""

    def __init__(self, record: Record, *, parse: Parse, pack: LanguagePack, gazetteer: Gazetteer) -> None:
        self.record = record
        self.told = Told(record)
        self.wording = self.told.wording
        self.naming = Naming(self.told, pack=pack, gazetteer=gazetteer)
        self.lexicon = Lexicon(self.told, parse=parse, pack=pack, published=self.naming.published)

    def of_statement(self, statement: Statement) -> _Told:
        """Why a statement is what it is."""
        entry = self.lexicon.cue(statement)
        yield "words", self.told.quoted(statement.content)
        yield "kind", _KINDS[statement.kind] + (", by a relay in its own words" * statement.quoted_relay)
        yield "nature", _NATURES[statement.nature]
        yield "cue", self.told.quoted(statement.cue) or "none: nothing introduces the words"
        yield "lexicon", _entry(entry, self.lexicon.name) if statement.cue else ""
        yield "act", _act(statement, entry)
        yield "polarity", self._polarity(statement)
        yield "speaker", self.naming.who(statement.speaker, statement.source)
        for link in statement.chain[1:]:
            yield "relayed by", self.naming.relay(link)
        yield "within", self.told.statements([statement.within])
        yield "relay", "what it says is that somebody else said something" if statement.relay else ""
        yield "to", self.told.actors(statement.addressees)
        yield "topics", self.wording.topics(statement.topics)
        yield (
            "contacts",
            self.told.contacts(each for each in self.record.contacts if statement.id in each.statements),
        )
        yield "confidence", f"{statement.confidence:.2f} of 1"

    def of_contact(self, contact: Contact) -> _Told:
        """Why a contact is what it is."""
        yield "sort", self.wording.what(contact) + (", earlier than what is reported" * contact.background)
        yield "evidence", self.told.quoted(contact.evidence)
        yield "lexicon", self.lexicon.contact_words(contact.evidence)
        yield "status", self._status(contact)
        for each in contact.participants:
            role = f"{each.role}, " if each.role else ""
            yield "with", role + self.naming.near(each.actor, contact.evidence)
        yield "asked for by", self.told.actors([contact.requested_by])
        yield "level", contact.level or ""
        for kind in ("date", "time", "duration"):
            yield kind, self.lexicon.when(kind, getattr(contact, kind))
        yield "place", self.naming.near(contact.place, contact.evidence) if contact.place else ""
        yield "venue", self.told.quoted([contact.venue])
        yield "topics", self.wording.topics(contact.topics)
        yield "told in", self.told.statements(contact.statements)

    def of_agreement(self, agreement: Agreement) -> _Told:
        """Why an agreement is what it is."""
        yield "status", agreement.status
        yield "content", self.told.quoted(agreement.content)
        yield "lexicon", self.lexicon.agreement_words(agreement.content[0])
        for party in agreement.parties:
            yield "party", self.naming.near(party, agreement.content)
        yield "condition", self.told.quoted([agreement.condition])
        yield "deadline", self.lexicon.when("date", agreement.deadline)
        yield (
            "made in",
            self.told.contacts(each for each in self.record.contacts if each.id == agreement.contact),
        )
        yield "told in", self.told.statements([agreement.statement])

    def of_actor(self, actor: Actor) -> _Told:
        """Why an actor is what it is."""
        yield "name", f"{self.wording.name(actor.id)}, {actor.kind}"
        yield "known", self.naming.known(actor)
        yield "members", self.told.actors(actor.members)
        yield "roles", enumerate_words([quote(printable(role)) for role in actor.roles])
        for mention in actor.mentions:
            yield f"line {self.told.line(mention.span)}", self.naming.mention(actor, mention)
        yield (
            "speaks in",
            self.told.statements(each.id for each in self.record.statements if each.speaker == actor.id),
        )
        yield (
            "takes part in",
            self.told.contacts(
                each
                for each in self.record.contacts
                if any(one.actor == actor.id for one in each.participants)
            ),
        )

    def of_topic(self, topic: Topic) -> _Told:
        """Why a topic is what it is."""
        yield "label", printable(topic.label)
        yield (
            "lexicon",
            (
                f"a subject of the thesaurus, {self.lexicon.name}"
                if self.lexicon.knows(topic)
                else "no subject of the thesaurus: what the text says it is about"
            ),
        )
        for span in topic.spans:
            yield f"line {self.told.line(span)}", quote(self.wording.words(span))
        yield "contacts", self.told.contacts(each for each in self.record.contacts if topic.id in each.topics)
        yield (
            "statements",
            self.told.statements(each.id for each in self.record.statements if topic.id in each.topics),
        )

    def _polarity(self, statement: Statement) -> str:
        if statement.polarity == "affirmed":
            return "affirmed: the main clause of the words is not negated"
        words = self.lexicon.negators(statement.content)
        return "negated: the main clause of the words is" + (f", with {words}" if words else "")

    def _status(self, contact: Contact) -> str:
        words = self.lexicon.status_words(contact)
        if words:
            return f"{contact.status}: the sentence has {words}"
        if contact.status == "held":
            return "held: no word in the sentence says otherwise"
        return f"{contact.status}: by tense, mood, negation or another sentence"


def _entry(entry: Cue | None, lexicon: str) -> str:
    if entry is None:
        return f"{lexicon} has no entry for the cue"
    notes = {
        "an attitude": entry.nature == "attitude",
        "of a relay": entry.relay,
        "told by its topic alone": entry.wordless,
        "speech where an institution does so": entry.institution_speaks,
    }
    told = ", ".join([f"act {entry.act}", *(note for note, holds in notes.items() if holds)])
    return f"{entry.lemma} ({entry.part}) in {lexicon}: {told}; as in {quote(entry.example)}"


def _act(statement: Statement, entry: Cue | None) -> str:
    if entry is None:
        return f"{statement.act}: no entry of the lexicon says more"
    if entry.act == statement.act:
        return f"{statement.act}: as the lexicon has it"
    return f"{statement.act}: not the lexicon's {entry.act}, by what is said and the words around the cue"
