"""What tests are made of: parses and records built by hand, exact and without a model."""

from collections.abc import Iterator

from selon.parse import Parse, Token, TokenSpan
from selon.record import (
    Actor,
    Agreement,
    Contact,
    Document,
    Link,
    MadeBy,
    Mention,
    Participant,
    Record,
    Span,
    Statement,
    Topic,
)

TEXT = """La Norvège et le Chili rouvrent leur canal de pêche

Selon l'agence Boréale, le ministre Arne Lund a déclaré mardi qu'il avait appelé son homologue chilienne, Rosa Vidal.

« Nous <b>relançons</b> le dialogue & la confiance », a-t-il ajouté. Les deux ministres sont convenus de se revoir à Oslo.
"""  # noqa: E501 (a text is kept as it is)


def parsed(table: str) -> Parse:
    """A parse from lines of form, lemma, part of speech, relation and head, counted from 1 in its sentence.

    Words are joined by one blank each, sentences, which a blank line parts, too.
    """
    rows: list[list[str]] = []
    sentences: list[TokenSpan] = []
    for block in table.strip().split("\n\n"):
        first = len(rows)
        rows += [line.split() for line in block.strip().splitlines()]
        sentences.append(TokenSpan(first, len(rows)))
    tokens: list[Token] = []
    start = 0
    for sentence in sentences:
        for index in sentence:
            form, lemma, pos, relation, head = rows[index]
            governor = sentence.first + int(head) - 1
            is_root = relation.lower() == "root"
            tokens.append(
                Token(
                    start=start,
                    end=start + len(form),
                    form=form,
                    lemma=lemma,
                    pos=pos,
                    head=index if is_root else governor,
                    relation="root" if is_root else relation,
                )
            )
            start += len(form) + 1
    return Parse(" ".join(row[0] for row in rows), tuple(tokens), tuple(sentences))


def span_of(words: str, text: str = TEXT, *, nth: int = 1) -> Span:
    """Where some words stand in a text, for the ``nth`` time."""
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return start, start + len(words)


def a_document(text: str = TEXT, title: str | None = None) -> Document:
    """A document of ours."""
    return Document(
        id="d-0000000000000001",
        language="fr",
        title=title,
        text=text,
        outlet="Le Phare",
        published="2024-05-16",
    )


def a_statement(text: str, content: str, **fields: object) -> Statement:
    """A statement about some words of a text; all else as common as can be."""
    plain: dict[str, object] = {
        "id": f"s-{span_of(content, text)[0]:010x}",
        "nature": "speech",
        "kind": "indirect",
        "act": "state",
        "polarity": "affirmed",
        "content": (span_of(content, text),),
        "confidence": 0.9,
    }
    return Statement.model_validate(plain | fields)


def a_record() -> Record:
    """A record of ``TEXT`` with something of everything: a relay, nested and inferred links, markup in words."""
    relayed = "le ministre Arne Lund a déclaré mardi qu'il avait appelé son homologue chilienne, Rosa Vidal"
    told = "il avait appelé son homologue chilienne, Rosa Vidal"
    quoted = "« Nous <b>relançons</b> le dialogue & la confiance »"
    return Record(
        made_by=MadeBy(selon="0.1.0", model="1.0", languages="fr 1.0"),
        document=a_document(title="La Norvège et le Chili rouvrent leur canal de pêche"),
        actors=_actors(),
        statements=(
            a_statement(
                TEXT,
                relayed,
                speaker="local/agence-boreale",
                source=span_of("l'agence Boréale"),
                cue=(span_of("Selon"),),
                chain=(Link(actor="local/agence-boreale", span=span_of("l'agence Boréale")),),
                relay=True,
            ),
            a_statement(
                TEXT,
                told,
                speaker="local/arne-lund",
                source=span_of("le ministre Arne Lund"),
                cue=(span_of("a déclaré"),),
                chain=(
                    Link(actor="local/arne-lund", span=span_of("le ministre Arne Lund")),
                    Link(actor="local/agence-boreale", span=span_of("l'agence Boréale")),
                ),
                within=f"s-{span_of(relayed)[0]:010x}",
                confidence=0.84,
            ),
            a_statement(
                TEXT,
                quoted,
                kind="direct",
                act="promise",
                polarity="negated",
                speaker="local/arne-lund",
                source=span_of("il", nth=4),
                cue=(span_of("a-t-il ajouté"),),
                addressees=("local/rosa-vidal",),
                topics=("t-peche",),
                chain=(
                    Link(actor="local/arne-lund", span=span_of("il", nth=4)),
                    Link(actor="local/agence-boreale", inferred=True),
                ),
            ),
        ),
        contacts=(
            Contact(
                id="c-0000000001",
                kind="call",
                medium="phone",
                status="held",
                level="ministers",
                participants=(
                    Participant(actor="local/arne-lund", role="initiator"),
                    Participant(actor="local/rosa-vidal"),
                ),
                requested_by="local/arne-lund",
                date="2024-05-14",
                duration="PT1H",
                ordinal=2,
                place="place/oslo",
                venue=span_of("canal de pêche"),
                topics=("t-peche",),
                evidence=(span_of(told),),
                statements=(f"s-{span_of(told)[0]:010x}",),
            ),
        ),
        agreements=(
            Agreement(
                id="a-0000000001",
                parties=("local/arne-lund", "local/rosa-vidal"),
                status="agreed",
                content=(span_of("de se revoir à Oslo"),),
                deadline="2024-06",
                contact="c-0000000001",
            ),
        ),
        topics=(Topic(id="t-peche", label="fisheries", spans=(span_of("canal de pêche"),)),),
    )


def _actors() -> tuple[Actor, ...]:
    def named(words: str, nth: int = 1) -> Mention:
        return Mention(span=span_of(words, nth=nth), form="name")

    return (
        Actor(id="state/no", name="Norway", kind="state", mentions=(named("La Norvège"),)),
        Actor(
            id="local/agence-boreale",
            name="agence Boréale",
            kind="outlet",
            mentions=(named("l'agence Boréale"),),
        ),
        Actor(
            id="local/arne-lund",
            name="Arne Lund",
            kind="person",
            roles=("ministre",),
            mentions=(
                named("le ministre Arne Lund"),
                Mention(span=span_of("il", nth=4), form="pronoun"),
            ),
        ),
        Actor(id="local/rosa-vidal", name="Rosa Vidal", kind="person", mentions=(named("Rosa Vidal"),)),
        Actor(id="place/oslo", name="Oslo", kind="place", wikidata="Q585", mentions=(named("Oslo"),)),
    )


def spans_of(record: Record) -> Iterator[Span]:
    """Every span of a record."""
    for statement in record.statements:
        yield from statement.cue + statement.content
        yield from [statement.source] if statement.source else []
        yield from [link.span for link in statement.chain if link.span]
    for contact in record.contacts:
        yield from contact.evidence
    for agreement in record.agreements:
        yield from agreement.content
    for topic in record.topics:
        yield from topic.spans
    for actor in record.actors:
        yield from [mention.span for mention in actor.mentions]
