# Each target makes the environment first when it is missing or its requirements changed.
# VENV=PATH uses another environment, PYTHON=PATH another Python (3.11 or newer).
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
# Tests of one file share what they start: a server, a browser, an import.
SPREAD = --numprocesses=auto --dist=loadfile
# Randomly made companies per question where speed matters more; `make test` asks all of them.
FEW = RANDOM_COMPANIES=5

.PHONY: run test check next bench

run: $(VENV)/ready-to-run
	$(BIN)/streamlit run dashboard.py

test: $(VENV)/ready-to-develop
	$(BIN)/pytest $(SPREAD)

check: $(VENV)/ready-to-develop
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/sqlfluff lint queries data tests
	$(FEW) $(BIN)/pytest $(SPREAD) -m "not browser and not real"

# The data part again on the next DuckDB, so that moving to it is no surprise.
next: $(VENV)/ready-to-develop
	$(BIN)/pip install --quiet --no-deps --target $(VENV)/next duckdb==2.0.0
	$(FEW) PYTHONPATH=$(VENV)/next $(BIN)/pytest $(SPREAD) tests/data tests/queries

bench: $(VENV)/ready-to-develop
	$(BIN)/python -m tests.bench

$(VENV)/ready-to-run: requirements.txt | $(BIN)/pip
	$(BIN)/pip install --quiet -r requirements.txt
	touch $@

$(VENV)/ready-to-develop: requirements.txt requirements-dev.txt | $(BIN)/pip
	$(BIN)/pip install --quiet -r requirements-dev.txt
	touch $@

$(BIN)/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
	    { echo 'Python 3.11 or newer is needed; name one: make PYTHON=python3.12 …' >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
	    { rm -rf $(VENV); echo 'No environment: on Debian and Ubuntu, apt install python3-venv.' >&2; exit 1; }
