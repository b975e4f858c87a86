"""How far two readings of the texts agree, made without sight of each other.

    python -m gold.tools.agreement [--lang CODE] [--part PART]

Prints Markdown tables: the second reading against the first, scored as ``selon evaluate`` scores any record, before
anything was settled.
"""

import argparse
import sys
from collections.abc import Iterator

from gold.tools.phenomena import hard_cases
from gold.tools.readings import read_readings
from gold.tools.records import item_id, read_record
from selon.evaluate import Evaluated, GoldText, Table, make_tables


def evaluated(language: str | None, part: str | None) -> Iterator[Evaluated]:
    """Each text that was read twice, the first reading in the place of gold."""
    for readings in read_readings([]):
        first = readings.first
        if language in (None, first.language) and part in (None, first.head["part"]):
            hard = {item_id("statements", key, first): cases for key, cases in hard_cases(first).items()}
            text = GoldText(first.id, first.head["part"], first.head["genre"], read_record(first), hard)
            yield Evaluated(text, readings.pairs)


def markdown(table: Table) -> str:
    """A table in Markdown, under its title."""
    rows = (table.head, tuple("---" for _ in table.head), *table.rows)
    return f"**{table.title}**\n\n" + "\n".join(f"| {' | '.join(row)} |" for row in rows) + "\n"


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description="How far two readings of the texts agree.")
    parser.add_argument("--lang")
    parser.add_argument("--part")
    options = parser.parse_args()
    for table in make_tables(list(evaluated(options.lang, options.part))):
        print(markdown(table))
    return 0


if __name__ == "__main__":
    sys.exit(main())
