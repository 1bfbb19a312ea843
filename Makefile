# Every target calls setup, can be run twice, and says what it does. `make` alone lists them.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.NOTPARALLEL:

# Some machines tell Python to keep nothing compiled; every process of a test run would then compile the program anew.
export PYTHONDONTWRITEBYTECODE :=

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input
LOCK := packaging/requirements.txt packaging/requirements-dev.txt

# Stamps live in .venv, so that removing it starts afresh.
SYSTEM := .venv/.system-libraries
MADE := .venv/.made
LIBRARIES := .venv/.libraries
PROJECT := .venv/.project
CATALOGUES := .venv/.catalogues
WORDS := $(wildcard resources/translations/*/*.po)

.PHONY: help setup run demo test soak coverage check bench bench-large screenshots lock clean

help: ## list these targets
	@grep -hE '^[a-z-]+:.*## ' Makefile | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 20

setup: $(SYSTEM) $(LIBRARIES) $(PROJECT) $(CATALOGUES) ## install what is missing: system libraries, .venv, pinned libraries

run: setup ## open the desk (with no display: make demo)
	@if [ "$$(uname)" = Linux ] && [ -z "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		echo "run: there is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set); making the demonstration"; \
		$(MAKE) --no-print-directory demo; \
	else \
		echo "run: opening the desk"; \
		$(BIN)/mediation-desk; \
	fi

demo: setup ## walk the demonstration case; its papers and pictures go to demo/
	@echo "demo: walking the streamers' case into demo/"
	@$(BIN)/mediation-desk demo --out demo

# Two cores: while one does the checks, the other compiles the tests where that was never done.
test: setup ## lint, types, floors, then all tests
	@[ -d tests/__pycache__ ] || QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q --collect-only >/dev/null 2>&1 & \
		$(MAKE) --no-print-directory check && wait
	@echo "test: all tests, on two cores, in random order"
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q -n 2 --dist worksteal

soak: setup ## what the tests repeat a few times, a hundred times as long: two desks, the road, flipped bits
	@echo "soak: any interleaving of two desks, and of an office and its laptops, on both engines"
	@SOAK=100 QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q -n 2 --timeout 0 -m "soak or not soak" \
		tests/services/test_meanwhile.py tests/domain/test_merging.py tests/domain/travel \
		tests/services/travel tests/services/test_desk.py tests/faults/test_travel.py tests/faults/test_mutations.py \
		tests/trust/test_grid.py tests/stories/test_killed_while_typing.py
	@echo "soak: every verb of the services and the pages on a server too"
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q -n 2 -m soak \
		tests/services tests/gui/pages tests/stories tests/demonstration tests/faults tests/trust tests/cli \
		tests/store
	@echo "soak: bits flipped in pages, rows, key files and backups, a thousand of each"
	@MEDIATION_DESK_FLIPS=1000 QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q -n 2 --timeout 0 \
		tests/faults/test_flips.py

check: setup ## lint, types and floors
	@echo "check: lint"
	@$(BIN)/ruff check mediation_desk tests packaging
	@echo "check: types"
	@$(BIN)/mypy --strict mediation_desk tests packaging/lock.py
	@echo "check: floors"
	@$(BIN)/lint-imports --no-logo

coverage: setup ## all tests, measuring which lines and branches they reach
	@echo "coverage: all tests, measured"
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q -n 2 --dist worksteal --cov --cov-report=term --timeout=900

bench: setup ## measure speed, as ratios taken in one run
	@echo "bench: measuring"
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.benchmarks

bench-large: setup ## the same at ten thousand, a hundred thousand and a million cases, on both engines
	@echo "bench-large: measuring; the stores are built once, which takes long"
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.benchmarks.large

screenshots: setup ## picture every page, both languages, light and dark, into docs/screenshots/
	@echo "screenshots: writing docs/screenshots/"
	@QT_QPA_PLATFORM=offscreen $(BIN)/mediation-desk screenshots --out docs/screenshots

lock: setup ## pin again what pyproject.toml asks for (UPGRADE="--upgrade [NAME ...]" lets pins move)
	@$(BIN)/python packaging/lock.py $(UPGRADE)

clean: ## remove all that make makes, .venv too
	@echo "clean: removing .venv, demo, build leftovers and caches"
	@rm -rf .venv demo build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .benchmarks
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(SYSTEM): packaging/system-libraries.txt packaging/system-libraries.sh
	@bash packaging/system-libraries.sh
	@mkdir -p .venv && touch $@

$(MADE): | $(SYSTEM)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "setup: Python 3.11 or newer is needed, this is " + sys.version)'
	@echo "setup: making .venv with $$($(PYTHON) --version)"
	@$(PYTHON) -m venv .venv
	@touch $@

$(LIBRARIES): $(LOCK) | $(MADE)
	@echo "setup: installing the pinned libraries (some minutes on a slow line, the first time)"
	@$(PIP) install --quiet --no-deps --require-hashes $(LOCK:%=-r %)
	@touch $@

$(PROJECT): pyproject.toml packaging/loads.py $(LIBRARIES)
	@echo "setup: installing the project"
	@$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@$(BIN)/python packaging/loads.py
	@touch $@

$(CATALOGUES): packaging/catalogues.py $(WORDS) $(PROJECT)
	@echo "setup: joining the translations"
	@$(BIN)/python packaging/catalogues.py
	@touch $@
