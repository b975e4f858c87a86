"""Who said what, according to whom."""

from typing import Literal

from pydantic import Field

from selon.record.base import ActorId, Part, Span

Nature = Literal["speech", "attitude"]
StatementKind = Literal["direct", "indirect", "mixed"]
Polarity = Literal["affirmed", "negated"]
Act = Literal[
    "state", "confirm", "deny", "announce", "explain", "accuse", "criticise", "praise", "demand", "ask",
    "propose", "promise", "warn", "threaten", "hope", "thank", "apologise", "agree", "refuse", "decline",
]  # fmt: skip


class Link(Part):
    """One voice between the content and the reader."""

    actor: ActorId
    """Whose voice it is."""

    span: Span | None = None
    """Where the text names it; null where it does not at this place."""

    inferred: bool = False
    """True where the voice carries over from an earlier sentence and is not named here."""


class Statement(Part):
    """One attribution relation: a source, a cue, a content (Pareti; PolNeAR)."""

    id: str
    """Made from the content and its place."""

    nature: Nature
    """``speech`` where somebody voices it; ``attitude`` for a belief, wish or support that nobody voices."""

    kind: StatementKind
    """All of the content quoted, some of it, or none."""

    act: Act
    """What the speaker does with the content."""

    polarity: Polarity
    """Whether the content's main clause is negated, as written."""

    speaker: ActorId | None = None
    """Whose words or position the content is; null where the text does not say."""

    source: Span | None = None
    """The words that stand for the speaker at this act."""

    cue: tuple[Span, ...] = ()
    """The words that announce it, in text order; empty where nothing does."""

    content: tuple[Span, ...] = Field(min_length=1)
    """What was said, in text order, without cue, source and conjunction."""

    addressees: tuple[ActorId, ...] = ()
    """To whom; empty where the text does not say."""

    chain: tuple[Link, ...] = ()
    """Who stands behind it, nearest to the content first: the speaker, then whoever relays it."""

    within: str | None = None
    """The relay statement whose content this one is part of."""

    relay: bool = False
    """True where the content is that somebody else said something."""

    quoted_relay: bool = False
    """True where the quotation marks are those of a relay who reports in its own words."""

    topics: tuple[str, ...] = ()
    """Ids of the topics that the content names."""

    confidence: float = Field(ge=0, le=1)
    """How sure the reading is, from 0 to 1."""
