# Everything a contributor and CI run. `make demo` and `make test` need nothing but Python 3.11 and this file.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/set-up.stamp
EXAMPLE := examples/agency-call.fr.txt
PUBLISHED := 2025-03-18

# Files that the linters read.
SOURCES := src tests docs benchmarks training gold

.PHONY: setup demo test check bench peers docs lock tools clean

setup: $(STAMP)

# Runs again only where the lock or the package's own description changed.
$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Selon needs Python 3.11 or later; name one with 'make setup PYTHON=…'" >&2; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

demo: setup
	$(BIN)/selon read $(EXAMPLE) --published $(PUBLISHED)

# The page is printed by a browser and checked by html-validate: both are installed where missing.
tools:
	bash .ci/tools

test: setup tools
	$(BIN)/python -m pytest

check: setup tools
	$(BIN)/ruff format --check $(SOURCES)
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python docs/build.py --check
	$(BIN)/selon evaluate gold --part dev --floors gold/floors.toml
	$(BIN)/python -m pytest

docs: setup
	$(BIN)/python docs/build.py

# What is outside the project: without it, the tables that need it are named and left as they are.
DATA ?=
SCORER ?=
PREDICT ?=
TEXTS ?=

bench: setup
	$(BIN)/python benchmarks/report.py --data "$(DATA)" --scorer "$(SCORER)" --predict "$(PREDICT)" --texts "$(TEXTS)"

# Asks the index for the peer that the benchmarks measure beside Selon.
peers: setup
	$(BIN)/python -m pip install --quiet --disable-pip-version-check 'textacy>=0.13'

# Needs uv; asks the index for the newest versions that pyproject.toml allows.
lock:
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --upgrade --generate-hashes \
		--no-emit-index-url --no-annotate --no-header --output-file requirements.lock

clean:
	rm -rf $(VENV) node_modules .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
