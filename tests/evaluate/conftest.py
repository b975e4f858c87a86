"""A folder of texts with the records they should give, as ``gold/`` is one."""

import json
from pathlib import Path

import pytest

from tests.builders import a_record


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """One text of part ``dev`` with its record and an index."""
    record = a_record()
    row = {
        "name": "fr/ours-01-oslo",
        "document": record.document.id,
        "language": "fr",
        "part": "dev",
        "genre": "agency report",
        "hard": {record.statements[2].id: ["silent-relay", "inverted"]},
    }
    (tmp_path / "texts.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    (tmp_path / "fr.jsonl").write_text(record.model_dump_json() + "\n", encoding="utf-8")
    return tmp_path
