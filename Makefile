# `make demo` and `make test` do all the set-up: they need python3 (3.11 or newer) with venv, and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
CODE := src scripts tests bench eval
DEMO := .demo.waqai
BENCH_DOCS ?= $(wildcard ../shared/gold/dev/docs.jsonl)

.PHONY: help demo serve test check pytest format bench crash reference screenshots lock dev clean
.DEFAULT_GOAL := help

help:  ## what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*##/\t/' | expand -t 12

demo: $(VENV)/.run.stamp  ## set up, add the demo reports to a store, print the incidents that they tell of; in a terminal, serve them
	@rm -f $(DEMO) $(DEMO)-wal $(DEMO)-shm
	@$(BIN)/waqai add demo --store $(DEMO)
	@$(BIN)/waqai incidents --store $(DEMO)
	@$(BIN)/waqai show --store $(DEMO) $$($(BIN)/waqai incidents --store $(DEMO) --order deadliest --kind shelling --format csv | sed -n '2s/,.*//p')
	@echo 'The store is $(DEMO): waqai show ID, waqai search WORDS, waqai why ID, waqai doctor (each with --store $(DEMO))'
	@echo
	@echo 'The same record in a browser, with the words behind every value: http://127.0.0.1:8765/incidents'
	@if [ -t 1 ] && [ -z "$$CI" ]; then echo '(Ctrl-C ends it; make serve opens it again)'; $(BIN)/waqai serve --store $(DEMO); \
	 else echo 'make serve opens it (or: $(BIN)/waqai serve --store $(DEMO))'; fi

serve: $(VENV)/.run.stamp  ## open the demo record in a browser (make demo first): http://127.0.0.1:8765
	@test -f $(DEMO) || $(MAKE) --no-print-directory demo
	@$(BIN)/waqai serve --store $(DEMO)

test: check pytest  ## set up, then run every check and every test

check: $(VENV)/.dev.stamp  ## format, lint, types, layers, language packs, verb forms (pytest rebuilds the place index and the reference)
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/ruff check $(CODE)
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/waqai packs check
	$(BIN)/python scripts/build_verbs.py --check
	$(BIN)/python scripts/build_capitals.py --check

pytest: $(VENV)/.dev.stamp  ## the tests alone
	$(BIN)/python -m pytest

format: $(VENV)/.dev.stamp  ## put the code in its form
	$(BIN)/ruff format $(CODE)
	$(BIN)/ruff check --fix $(CODE)

bench: $(VENV)/.run.stamp  ## speed and memory, stage by stage (BENCH_DOCS=docs.jsonl chooses the reports)
	$(BIN)/python bench/bench.py $(BENCH_DOCS)
	$(BIN)/python bench/store.py
	$(BIN)/python bench/web.py

crash: $(VENV)/.dev.stamp  ## kill writers of the store 200 times and see that nothing is lost (`make test` kills 24 times)
	WAQAI_KILLS=200 $(BIN)/python -m pytest tests/test_store_crash.py

reference: $(VENV)/.run.stamp  ## write docs/reference/ anew from the vocabulary and the model
	$(BIN)/python scripts/build_reference.py

screenshots: $(VENV)/.dev.stamp  ## take the pictures of docs/screenshots anew (needs Chromium)
	$(BIN)/python scripts/screenshots.py

lock: $(VENV)/.dev.stamp  ## write the lock files anew from pyproject.toml
	$(PIP) install uv
	$(BIN)/uv pip compile $(LOCK) --extra build --extra web -o requirements.txt pyproject.toml
	$(BIN)/uv pip compile $(LOCK) --extra build --extra dev -c requirements.txt -o requirements-dev.txt pyproject.toml
	$(BIN)/uv pip compile $(LOCK) --extra ray -c requirements.txt -o requirements-ray.txt pyproject.toml
LOCK := --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-emit-find-links

dev: $(VENV)/.dev.stamp  ## the environment with the tools, nothing else

clean:  ## remove the environment and every cache
	rm -rf $(VENV) $(DEMO)* .mypy_cache .ruff_cache .hypothesis .pytest_cache

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "waqai needs Python 3.11 or newer; say make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run.stamp: requirements.txt pyproject.toml | $(VENV)/bin/python
	$(PIP) install --require-hashes -r requirements.txt
	$(PIP) install --no-build-isolation --no-deps --editable .
	@touch $@

$(VENV)/.dev.stamp: requirements-dev.txt pyproject.toml | $(VENV)/bin/python
	$(PIP) install --require-hashes -r requirements-dev.txt
	$(PIP) install --no-build-isolation --no-deps --editable .
	@touch $@ $(VENV)/.run.stamp
