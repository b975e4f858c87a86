"""The texts and their annotations for brat: ``gold/brat/<language>/<name>.txt`` and ``.ann``.

    python -m gold.tools.brat [--check]

With ``--check`` nothing is written, and it fails where a file is not what the records give.
"""

import io
import sys
from collections.abc import Iterator
from pathlib import Path

from gold.tools.records import GOLD, LANGUAGES, gold_records
from selon.export.brat import write_brat

BRAT = GOLD / "brat"


def brat_files() -> Iterator[tuple[Path, str]]:
    """Each file of the copy with what it should hold."""
    for language in LANGUAGES:
        for marked, record in gold_records(language):
            annotations = io.StringIO()
            write_brat(record, annotations)
            yield BRAT / f"{marked.id}.txt", marked.text
            yield BRAT / f"{marked.id}.ann", annotations.getvalue()


def main() -> int:
    """Write the copy, or check it; 1 where a file is not what it should be."""
    wanted = dict(brat_files())
    if "--check" not in sys.argv[1:]:
        for path, text in wanted.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        for path in {*BRAT.glob("*/*.*")} - wanted.keys():
            path.unlink()
        return 0
    extra = sorted({*BRAT.glob("*/*.*")} - wanted.keys())
    wrong = [
        path for path, text in wanted.items() if not path.exists() or path.read_text(encoding="utf-8") != text
    ]
    for path in [*wrong, *extra]:
        print(
            f"{path.relative_to(GOLD)} is not what the records give; run python -m gold.tools.brat",
            file=sys.stderr,
        )
    return 1 if wrong or extra else 0


if __name__ == "__main__":
    sys.exit(main())
