"""Tables as Markdown, the way every tool of ``gold/`` prints them."""

from collections.abc import Iterable, Sequence


def markdown(title: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table under its title."""
    lines = (head, ["---"] * len(head), *rows)
    return f"**{title}**\n\n" + "".join(f"| {' | '.join(cells)} |\n" for cells in lines)
