"""Stretches of a text, cut to words."""

import re


def sound(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The stretch without clitic hyphens and marks at its edges; None where nothing is left."""
    if clitic := re.match(r"-(?:t-)?", text[start:end], re.IGNORECASE):
        start += clitic.end()
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not (text[end - 1].isalnum() or text[end - 1] == "."):
        end -= 1
    return (start, end) if start < end else None
