# make site   builds site/          make serve  previews with reload
# make test   runs every check      make update refreshes the locks
# make changes BASE=main  what the content says differently since then, with pictures in build/changes
# make stale ON=2027-01-31  the sources that are to be read again by then (without ON: by today)
# make bench-preview  from saving a file until the browser shows it
# make links  the addresses that no longer answer
# make portability  builds the site with Zensical and ProperDocs as well and lists what they do differently
# make audit  reads every page with axe, one of each kind in both schemes and two widths: minutes
# make lighthouse  asks Lighthouse about one page of each kind; LIGHTHOUSE="--runs 1 --pages home claims" for less
# make bench-build  what building and checking takes as a guide grows
# make walk   the newcomer's three tasks in a fresh clone, with the time of each command; WALK=--quick without its set-up
# GUIDE=DIR   another guide's folder; PYTHON=…  another Python 3.13; BENCH=…  what make bench is given, as --help

GUIDE ?= .
BASE ?= HEAD
ON ?= $(shell date -u +%F)
VENV := .venv
BIN := $(VENV)/bin
PIP_FLAGS := --quiet --disable-pip-version-check --no-deps --require-hashes --only-binary :all:
PIP_INSTALL := $(BIN)/python -m pip install $(PIP_FLAGS)
WAYS_OUT := $(VENV)/ways-out
SETUP := $(VENV)/.site node_modules/.stamp

export PYTHONUTF8 := 1
export NO_MKDOCS_2_WARNING := 1
unexport PYTHONHOME PYTHONPATH

.PHONY: site serve check changes comment stale links test test-browsers lint format audit lighthouse portability bench bench-build bench-preview bench-table walk update clean
.DEFAULT_GOAL := site

site: $(SETUP)
	@$(BIN)/python -m build_scripts build --guide $(GUIDE)

serve: $(SETUP)
	@$(BIN)/python -m build_scripts serve --guide $(GUIDE)

check: $(SETUP)
	@$(BIN)/python -m build_scripts check --guide $(GUIDE)

REPORT = $(GUIDE)/build/$@

changes: $(SETUP)
	@rm -rf $(GUIDE)/build/changes && mkdir -p $(GUIDE)/build/changes
	@$(BIN)/python -m build_scripts diff "$(BASE)" --guide $(GUIDE) --format markdown --pictures $(GUIDE)/build/changes \
	  > $(REPORT)/changes.md; code=$$?; cat $(REPORT)/changes.md; \
	  [ -z "$$GITHUB_STEP_SUMMARY" ] || cat $(REPORT)/changes.md >> "$$GITHUB_STEP_SUMMARY"; [ $$code -le 1 ]

comment: $(SETUP)
	@$(BIN)/python -m build_scripts.comment build/changes/changes.md

stale links: $(SETUP)
	@mkdir -p $(GUIDE)/build
	@$(BIN)/python -m build_scripts $@ --on "$(ON)" --guide $(GUIDE) > $(REPORT).txt; code=$$?; cat $(REPORT).txt; \
	  [ -z "$$GITHUB_STEP_SUMMARY" ] || { echo '```'; cat $(REPORT).txt; echo '```'; } >> "$$GITHUB_STEP_SUMMARY"; [ $$code -le 1 ]

test: $(SETUP) $(VENV)/.test
	@$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder

test-browsers: $(SETUP) $(VENV)/.test
	@$(BIN)/python -m pytest -s tests/engines

lint: $(SETUP) $(VENV)/.test
	@$(BIN)/python -m pytest --quiet tests/test_quality.py

format: $(VENV)/.test
	@$(BIN)/ruff check --quiet --fix . ; $(BIN)/ruff format --quiet .

audit: site $(VENV)/.test
	@$(BIN)/python -m tests.audit $(GUIDE)

lighthouse: site $(VENV)/.test
	@$(BIN)/python -m tests.lighthouse $(LIGHTHOUSE)

portability: site $(VENV)/.test $(WAYS_OUT)/zensical/.stamp $(WAYS_OUT)/properdocs/.stamp
	@$(BIN)/python -m tests.portability $(WAYS_OUT) $(GUIDE)

bench: site $(VENV)/.test
	@$(BIN)/python -m tests.bench $(BENCH)

bench-build: $(SETUP) $(VENV)/.test
	@$(BIN)/python -m tests.bench.build $(BENCH)

bench-preview: $(SETUP) $(VENV)/.test
	@$(BIN)/python -m tests.bench.preview $(BENCH)

bench-table: site $(VENV)/.test
	@$(BIN)/python -m tests.bench.table $(BENCH)

walk: $(SETUP) $(VENV)/.test
	@$(BIN)/python -m tests.bench.walk $(WALK)

update: $(VENV)/.test
	@$(BIN)/python -m build_scripts.locks
	@$(MAKE) --no-print-directory $(SETUP) $(VENV)/.test

clean:
	rm -rf build site

$(VENV)/.venv: .python-version
	@for python in "$(PYTHON)" python3.13 python3 python; do \
	  [ -n "$$python" ] && command -v "$$python" >/dev/null 2>&1 || continue; \
	  found="$$("$$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null)" || continue; \
	  [ "$$found" = "$$(cat .python-version)" ] && exec sh -c \
	    '"$$0" -m venv --clear $(VENV) && touch $@' "$$python"; \
	done; \
	echo "Python $$(cat .python-version) is needed (found: $${found:-none}). Install it, or name it: make PYTHON=/path/to/python$$(cat .python-version)" >&2; exit 1

$(VENV)/.site: requirements/site.txt $(VENV)/.venv
	@echo "Setting up Python packages (once)" && $(PIP_INSTALL) -r $< && touch $@

$(VENV)/.test: requirements/test.txt $(VENV)/.site
	@echo "Setting up what the tests need (once)" && $(PIP_INSTALL) -r $< && touch $@

$(WAYS_OUT)/%/.stamp: requirements/%.txt $(VENV)/.site
	@echo "Setting up $* (once)" && $(BIN)/python -m venv --clear $(WAYS_OUT)/$* && \
	  $(WAYS_OUT)/$*/bin/python -m pip install $(PIP_FLAGS) -r $< && touch $@

node_modules/.stamp: package-lock.json package.json $(VENV)/.site
	@echo "Setting up npm packages (once)" && PATH="$(abspath $(BIN)):$$PATH" $(BIN)/npm ci --silent && touch $@
