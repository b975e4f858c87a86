"""The record itself, as one JSON document."""

from typing import TextIO

from selon.record import Record


def write_json(record: Record, out: TextIO) -> None:
    """Write ``record`` to ``out`` as JSON, indented, with every field; ``Record`` reads it back."""
    out.write(record.model_dump_json(indent=2))
    out.write("\n")
