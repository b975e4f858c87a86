"""``python -m selon.gazetteer`` compiles the data files anew."""

from pathlib import Path

from selon.gazetteer.shelf import COMPILED, compile_source

if __name__ == "__main__":
    Path(__file__).with_name(COMPILED).write_text(compile_source(), encoding="utf-8")
