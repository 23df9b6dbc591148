# The two commands: `make play` and `make test`. Everything goes into .venv, nothing into the system.

VENV ?= .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif

# The first Python that is new enough; a name that exists but does not run is passed over.
NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for name in python3 python3.13 python3.12 python3.11 python; do \
	if $$name -c '$(NEW_ENOUGH)' 2>/dev/null; then echo $$name; break; fi; done)

PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input install --quiet
COMPILE := CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/python -m piptools compile --quiet --generate-hashes \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links --strip-extras --allow-unsafe \
	--resolver=backtracking --upgrade

.PHONY: help play test format bench lock build audit check-release mutate clean
.DEFAULT_GOAL := help

help:
	@echo "make play    install the trainer and open it"
	@echo "make test    install what the tests need and run everything: ruff, mypy, import-linter, pytest"
	@echo "make format  lay the code out"
	@echo "make bench   measure the speed, write docs/performance.md"
	@echo "make build   build the last commit into dist: wheel, sdist, sums, bill of materials"
	@echo "make check-release PYTHONS='python3.11 python3.13'   install what was built into fresh environments and use it"
	@echo "make mutate BASE=main    try the tests on small changes of what differs; see docs/mutation.md"
	@echo "make audit   look the locked packages up among known vulnerabilities (asks the network)"
	@echo "make lock    pin the newest versions of all dependencies"
	@echo "make clean   remove .venv and caches"

play: $(VENV)/.for-play
	@$(BIN)/trainer

test: $(VENV)/.for-test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m tools.audit
	$(BIN)/python -m pytest

format: $(VENV)/.for-test
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

bench: $(VENV)/.for-test
	$(BIN)/python -m tests.benchmarks.bench

build: $(VENV)/.for-test
	$(BIN)/python -m tools.build

# Tools that only a release needs live in an environment of their own.
RELEASE := .venv-release
$(RELEASE)/.ready:
	@$(PYTHON) -m venv $(RELEASE)
	@$(RELEASE)/bin/python -m pip install --quiet "pip-audit>=2.10,<3" "uv>=0.9,<1"
	@touch $@

PYTHONS ?= $(PYTHON)
check-release: build $(RELEASE)/.ready
	$(BIN)/python -m tests.release.environments dist/trainer-*.whl --uv $(RELEASE)/bin/uv $(PYTHONS:%=--python %)

# pip-audit asks the package index for advisories; strictly: a package that it could not ask about is a failure.
audit: $(VENV)/.for-test $(RELEASE)/.ready
	$(BIN)/python -m tools.audit
	$(RELEASE)/bin/pip-audit --strict --disable-pip --require-hashes -r requirements.lock
	$(RELEASE)/bin/pip-audit --strict --disable-pip --require-hashes -r requirements-dev.lock

# A sample of the mutants of what changed; MINUTES bounds it.
BASE ?= origin/main
SAMPLE ?= 30
MINUTES ?= 60
mutate: $(VENV)/.for-test
	nice -n 15 $(BIN)/python -m tools.mutate --base $(BASE) --sample $(SAMPLE) --minutes $(MINUTES) $(MODULES)

$(VENV)/pyvenv.cfg:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed: install it, or name it: make play PYTHON=..."; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "No environment could be made: on Debian and Ubuntu 'apt install python3-venv' helps."; exit 1; }

# A lock that is newer than its stamp is installed again; otherwise nothing is asked of the network.
$(VENV)/.for-play: requirements.lock pyproject.toml | $(VENV)/pyvenv.cfg
	@echo "Installing into $(VENV), once ..."
	@$(PIP) --require-hashes -r requirements.lock
	@$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.for-test: requirements-dev.lock pyproject.toml | $(VENV)/pyvenv.cfg
	@echo "Installing into $(VENV), once ..."
	@$(PIP) --require-hashes -r requirements-dev.lock
	@$(PIP) --no-deps --no-build-isolation -e .
	@touch $@ $(VENV)/.for-play

# pytest and click ask for colorama on Windows, psycopg for tzdata; this lock has to serve there as well.
# On Python 3.11, the oldest that is supported: what is newest there runs on the later ones as well.
DEV_GROUP := import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["dependency-groups"]["dev"], "colorama", "tzdata", sep="\n")
lock: | $(VENV)/pyvenv.cfg
	$(PIP) pip-tools
	$(COMPILE) --output-file requirements.lock pyproject.toml requirements.in
	$(BIN)/python -c '$(DEV_GROUP)' > requirements-dev.in
	$(COMPILE) --output-file requirements-dev.lock -c requirements.lock pyproject.toml requirements.in requirements-dev.in
	@rm requirements-dev.in

clean:
	rm -rf $(VENV) $(RELEASE) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis build dist
