"""What all parts of a record share."""

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict


class Part(BaseModel):
    """Any part of a record: immutable, closed, documented field by field."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


def _ordered(span: tuple[int, int]) -> tuple[int, int]:
    if not 0 <= span[0] < span[1]:
        raise ValueError(f"a span runs from a start to a later end, not {span[0]}:{span[1]}")
    return span


Span = Annotated[tuple[int, int], AfterValidator(_ordered)]
"""A stretch of ``document.text``, half-open, in Unicode code points: ``text[start:end]``."""

ActorId = str
"""A stable slug: ``person/vladimir-putin``, ``state/ru``, ``local/…`` for actors the gazetteer does not know."""
