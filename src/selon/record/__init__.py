"""What Selon writes down: frozen, validated, documented field by field."""

from selon.record.actor import Actor, ActorKind, Mention, MentionForm
from selon.record.base import ActorId, Span
from selon.record.contact import (
    Agreement,
    AgreementStatus,
    Contact,
    ContactKind,
    ContactStatus,
    Level,
    Medium,
    Participant,
    ParticipantRole,
    Topic,
)
from selon.record.document import Document
from selon.record.record import MadeBy, Record
from selon.record.statement import Act, Link, Nature, Polarity, Statement, StatementKind

__all__ = [
    "Act", "Actor", "ActorId", "ActorKind", "Agreement", "AgreementStatus", "Contact", "ContactKind",
    "ContactStatus", "Document", "Level", "Link", "MadeBy", "Medium", "Mention", "MentionForm", "Nature",
    "Participant", "ParticipantRole", "Polarity", "Record", "Span", "Statement", "StatementKind", "Topic",
]  # fmt: skip
