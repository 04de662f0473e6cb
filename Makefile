# The front door. Every verb sets up what it needs; the second time nothing is downloaded.
# Needs: make and Python 3.11. Uses uv where it is there, venv and pip where not.

SHELL       := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

PYTHON ?= $(shell command -v python3.11 || command -v python3)
UV     := $(shell command -v uv)
VENV   := .venv
LINT   := .venv-lint
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready
LINT_READY := $(LINT)/.ready

PROJECTS ?= 400
SEED     ?= 1
PYTEST_ARGS ?=
WORKERS  ?= 2
SIZES    ?= 100 1000 10000
PAGES    ?= 10000

.PHONY: help setup demo test fuzz-full ids-full history-full truth mutations lint fmt dev refresh docs new-source accept lock clean bench bench-replay bench-matching bench-questions

help: ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 22

setup: $(READY) ## the environment in .venv, from requirements.lock

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' \
	  || { echo "Python 3.11 is needed; set PYTHON=/path/to/python3.11"; exit 1; }
ifdef UV
	$(UV) venv --quiet --allow-existing --python $(PYTHON) $(VENV)
	$(UV) pip install --quiet --python $(BIN)/python --no-deps --require-hashes -r requirements.lock
	$(UV) pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e .
else
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
endif
	@touch $@

$(LINT_READY): requirements-lint.lock
ifdef UV
	$(UV) venv --quiet --allow-existing --python $(PYTHON) $(LINT)
	$(UV) pip install --quiet --python $(LINT)/bin/python --no-deps --require-hashes -r requirements-lint.lock
else
	$(PYTHON) -m venv $(LINT)
	$(LINT)/bin/pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements-lint.lock
endif
	@touch $@

demo: setup ## an invented world, from its sites to a release (PROJECTS=400 SEED=1)
	$(BIN)/elo demo --projects $(PROJECTS) --seed $(SEED)

refresh: setup ## the nightly job against the real sources
	$(BIN)/elo refresh

dev: setup ## the Dagster UI on 127.0.0.1:3000
	$(BIN)/elo dev

test: setup ## all tests; names those that cannot run here and why (PYTEST_ARGS=… WORKERS=2)
	$(BIN)/pytest --numprocesses $(WORKERS) --no-loadscope-reorder $(PYTEST_ARGS)

fuzz-full: setup ## 10,000 damaged pages for every parser (PAGES=10000)
	ELO_FUZZ_PAGES=$(PAGES) $(BIN)/pytest --numprocesses $(WORKERS) tests/ingestion/test_mutated_pages.py

ids-full: setup ## thirty nights of ids that must not wobble, with one source away for five (SEED=1)
	ELO_ID_NIGHTS=30 ELO_ID_SEED=$(SEED) $(BIN)/pytest -s tests/dbt/test_night_ids.py

history-full: setup ## a year of nights of 3,000 projects: how large the state grows, and every as-of (SEED=1)
	ELO_HISTORY_NIGHTS=365 ELO_HISTORY_PROJECTS=3000 ELO_HISTORY_SEED=$(SEED) $(BIN)/pytest -s tests/dbt/test_year.py

truth: setup ## what a release says, against the truth of an invented world (PROJECTS=1000 SEED=1; REPLICA=1: that of tests/replica)
	$(if $(REPLICA),ELO_TRUTH_WORLD=replica) ELO_TRUTH_PROJECTS=$(PROJECTS) ELO_TRUTH_SEED=$(SEED) $(BIN)/pytest -s tests/e2e/test_truth.py tests/e2e/test_reconciled.py $(if $(REPLICA),,tests/e2e/test_mission.py)

mutations: setup ## thirty ways to spoil a release, each stopped by the check meant for it (DATABASE=FILE)
	$(BIN)/python -m tests.mutations $(or $(DATABASE),$${ELO_HOME:-data}/releases/current/elo.duckdb)

bench: setup ## CPU and memory of a night by size, beside plain calls (SIZES="100 1000 10000")
	$(BIN)/python -m tests.benchmarks --sizes $(SIZES)

bench-replay: setup ## archived pages from raw to records, twice, without a socket (PAGES=10000)
	$(BIN)/python -m tests.benchmarks.replay --pages $(PAGES)

bench-matching: setup ## quality and cost of the matcher on labelled sets, beside splink (SETS=DIR GROWTH="1000 10000")
	$(BIN)/python -m tests.benchmarks.matching $(if $(SETS),--sets $(SETS)) $(if $(GROWTH),--growth $(GROWTH))

bench-questions: setup ## median of each named question at 10,000 projects, at most 100 ms (BENCH_HOME=DIR)
	$(BIN)/python -m tests.benchmarks.questions $(if $(BENCH_HOME),--home $(BENCH_HOME)) --seed $(SEED)

lint: setup $(LINT_READY) ## ruff, mypy --strict, yamllint, sqlfluff
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/yamllint --strict .
	$(LINT)/bin/sqlfluff lint --disable-progress-bar dbt_project/models dbt_project/tests/singular dbt_project/analyses dbt_project/analyses

fmt: setup ## format and mend what can be mended by itself
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

docs: setup ## rebuild docs/sources.md and docs/data-dictionary.md
	$(BIN)/elo docs

new-source: setup ## a source folder from the template (ID=my_source)
	@test -n "$(ID)" || { echo "say which: make new-source ID=my_source"; exit 2; }
	$(BIN)/elo source new $(ID)

accept: setup ## write the expected JSON of a source's examples (ID=my_source)
	@test -n "$(ID)" || { echo "say which: make accept ID=my_source"; exit 2; }
	$(BIN)/elo source accept $(ID)

lock: ## rebuild the lock files from pyproject.toml (needs uv)
	uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --no-annotate \
	  --group dev pyproject.toml -o requirements.lock
	uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --no-annotate \
	  --group lint -o requirements-lint.lock

clean: ## remove environments and caches; data/ stays
	rm -rf $(VENV) $(LINT) .pytest_cache .mypy_cache .ruff_cache .hypothesis dbt_project/target
