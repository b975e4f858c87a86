"""How far two readings of the texts agree, made without sight of each other.

    python -m gold.tools.agreement [--lang CODE] [--part PART]

Prints Markdown tables: the second reading against the first, scored as ``selon evaluate`` scores any record, before
anything was settled.
"""

import argparse
import sys
from collections.abc import Iterator

from gold.tools.readings import read_readings
from gold.tools.records import hard_by_id
from gold.tools.tables import markdown
from selon.evaluate import Evaluated, GoldText, make_tables


def evaluated(language: str | None, part: str | None) -> Iterator[Evaluated]:
    """Each text that was read twice, the first reading in the place of gold."""
    for readings in read_readings([]):
        first = readings.first
        if language in (None, first.language) and part in (None, first.head["part"]):
            part_of, genre = first.head["part"], first.head["genre"]
            text = GoldText(first.id, part_of, genre, readings.pairs.gold, hard_by_id(first))
            yield Evaluated(text, readings.pairs)


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description="How far two readings of the texts agree.")
    parser.add_argument("--lang")
    parser.add_argument("--part")
    options = parser.parse_args()
    for table in make_tables(list(evaluated(options.lang, options.part))):
        print(markdown(table.title, table.head, table.rows))
    return 0


if __name__ == "__main__":
    sys.exit(main())
