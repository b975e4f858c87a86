"""All that was read out of one document."""

from typing import Literal

from pydantic import ConfigDict, Field

from selon.record.actor import Actor
from selon.record.base import Part
from selon.record.contact import Agreement, Contact, Topic
from selon.record.document import Document
from selon.record.statement import Statement


class MadeBy(Part):
    """Which versions made a record."""

    selon: str
    """Version of the package."""

    model: str
    """Version of the model."""

    languages: str
    """Code and version of the language pack."""


class Record(Part):
    """All that was read out of one document; the public, stable format."""

    model_config = ConfigDict(serialize_by_alias=True, validate_by_name=True)

    format: Literal[1] = Field(default=1, alias="schema")
    """Version of this format."""

    made_by: MadeBy
    """Which versions made it."""

    document: Document
    """The text itself."""

    actors: tuple[Actor, ...] = ()
    """Everybody the other parts refer to, in order of first mention."""

    statements: tuple[Statement, ...] = ()
    """In order of their first content."""

    contacts: tuple[Contact, ...] = ()
    """In order of their first evidence."""

    agreements: tuple[Agreement, ...] = ()
    """In order of their first content."""

    topics: tuple[Topic, ...] = ()
    """In order of their first span."""
