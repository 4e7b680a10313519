# Every command sets up what it needs first; `make help` lists them.

PYTHON ?= python3
RUN := .venv/bin/python
ARGS ?=

# Qt wants UTF-8; a bare system has the C locale.
LOCALE := $(or $(LC_ALL),$(LC_CTYPE),$(LANG),C)
ifneq ($(filter C POSIX,$(LOCALE)),)
export LC_ALL := C.UTF-8
endif

.DEFAULT_GOAL := help
.PHONY: help setup run test check format bench screenshots package lock clean

help: ## list these commands
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile | expand -t 18

setup: ## install what is missing: system libraries (as root), .venv, the locked packages
	@$(PYTHON) -B packaging/prepare.py

run: setup ## open the window (ARGS="page.txt" opens a file)
	@.venv/bin/briefdesk $(ARGS)

test: setup ## run the tests; no display is needed (ARGS="tests/brief -k slug" for some)
	@$(RUN) -m pytest $(ARGS)

check: setup ## format, lint, import contracts, types
	$(RUN) -m ruff format --check .
	$(RUN) -m ruff check .
	.venv/bin/lint-imports
	.venv/bin/basedpyright

format: setup ## bring the sources into shape
	$(RUN) -m ruff check --fix .
	$(RUN) -m ruff format .

bench: setup ## measure the program against its floor
	@$(RUN) -m tests.bench $(ARGS)

screenshots: setup ## make the pictures of the README from the real window
	@QT_QPA_PLATFORM=offscreen $(RUN) packaging/screenshots.py

package: ## build the program that needs no Python, into dist/briefdesk
	@$(PYTHON) -B packaging/prepare.py package
	$(RUN) -m PyInstaller --noconfirm --distpath dist --workpath build packaging/briefdesk.spec

lock: ## choose the newest allowed versions of all packages (needs uv)
	uv pip compile $(LOCKING) pyproject.toml -o requirements.lock
	uv pip compile $(LOCKING) -c requirements.lock --group dev pyproject.toml -o requirements-dev.lock

LOCKING := --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	--no-annotate --no-emit-index-url --custom-compile-command "make lock"

clean: ## remove what was built and cached (.venv stays)
	rm -rf build dist .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	find src tests packaging -name __pycache__ -type d -prune -exec rm -rf {} +
