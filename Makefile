# `make demo` and `make test` are all the set-up there is; the rest is for work on the code.

VENV ?= .venv
PYTHON ?= python3
BIN := $(VENV)/bin
ONRECORD_DATA ?= ../shared/data
export ONRECORD_DATA

.PHONY: demo test quick lint gates bench train clean

$(VENV)/installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

$(VENV)/developing: $(VENV)/installed
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	touch $@

DEMO := --ledger demo.db
TALKS := talks table Sund strait boats inspectors condition ship

demo: $(VENV)/installed  ## read an example story; then all of them, and show where each side stands and who waits for whom
	$(BIN)/onrecord read examples/harbour-talks.txt
	rm -f demo.db demo.db-wal demo.db-shm
	$(BIN)/onrecord add examples/*.txt $(DEMO)
	$(BIN)/onrecord issue add "harbour talks" $(TALKS:%=--query %) --yes $(DEMO)
	$(BIN)/onrecord positions --issue "harbour talks" $(DEMO)
	$(BIN)/onrecord standoff --issue "harbour talks" $(DEMO)

test: lint  ## everything that CI runs
	$(BIN)/python -m pytest

quick: $(VENV)/developing  ## the tests without the slow ones
	$(BIN)/python -m pytest -m 'not slow'

lint: $(VENV)/developing
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

gates: $(VENV)/developing  ## the quality of the reading, against its floors
	$(BIN)/python -m evaluation.gates

bench: $(VENV)/developing  ## speed and memory
	$(BIN)/python -m benchmarks

train:  ## weights from the data sets; needs the `train` extra, see CONTRIBUTING.md
	sh training/run.sh

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache
