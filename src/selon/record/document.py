"""The text that was read, and where it came from."""

from selon.record.base import Part


class Document(Part):
    """One text, kept exactly as read."""

    id: str
    """Made from URL, outlet and text: the same text from the same place has the same id."""

    language: str
    """ISO 639-1 code of the language the text was read in."""

    title: str | None = None
    """The headline; null where there is none. It stays part of ``text``."""

    text: str
    """The whole text; every span of the record counts code points in it."""

    url: str | None = None
    """Where the text was published; null where not told."""

    outlet: str | None = None
    """Who published it; null where not told."""

    published: str | None = None
    """The day it was published, ``YYYY-MM-DD``; null where not told. Relative dates count from it."""
