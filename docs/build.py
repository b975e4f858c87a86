"""Write the pages that are made from the code, or with ``--check`` say which are out of date."""

import json
import sys
from pathlib import Path

from selon.record import Record

FOLDER = Path(__file__).parent


def pages() -> dict[str, str]:
    """What each generated page should hold, by its name."""
    schema = json.dumps(Record.model_json_schema(mode="serialization"), indent=2, ensure_ascii=False)
    return {"record.schema.json": schema + "\n"}


def main() -> int:
    """Write the pages; with ``--check`` only compare them, and give 1 where one is out of date."""
    stale = [
        name
        for name, page in pages().items()
        if not (FOLDER / name).is_file() or (FOLDER / name).read_text(encoding="utf-8") != page
    ]
    if "--check" in sys.argv[1:]:
        for name in stale:
            print(f"docs/{name} is out of date: run 'make docs'", file=sys.stderr)
        return int(bool(stale))
    for name in stale:
        (FOLDER / name).write_text(pages()[name], encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
