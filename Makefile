# Works from any directory: every target runs beside this file.
ROOT := $(shell dirname "$$(realpath "$(strip $(MAKEFILE_LIST))")")
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
.DEFAULT_GOAL := help
.PHONY: help setup tools demo test java replay faults long coverage check format browser docs pictures benchmarks clean

help: ## show what can be made
	@cd "$(ROOT)" && grep -hE '^[a-z]+:.*## ' Makefile | sed -E 's/^([a-z]+):.*## (.*)/\1|\2/' | awk -F'|' '{printf "  make %-12s %s\n", $$1, $$2}'

setup: ## install factdesk into .venv
	@cd "$(ROOT)" && if [ ! -f .venv/ready ] || [ pyproject.toml -nt .venv/ready ]; then \
		$(PYTHON) -m venv .venv && $(PIP) --editable . && touch .venv/ready; fi

tools: setup
	@cd "$(ROOT)" && if [ ! -f .venv/tools ] || [ pyproject.toml -nt .venv/tools ]; then \
		$(PIP) --editable '.[dev]' && touch .venv/tools; fi

demo: setup ## check an example article and print the path of the report
	@cd "$(ROOT)" && mkdir -p build/demo && rm -f build/demo/factdesk.db* && status=0 && \
		{ $(BIN)/factdesk --db build/demo/factdesk.db check examples/prisoner-release.txt --out build/demo/report.html || status=$$?; } && \
		if [ $$status -gt 1 ]; then exit $$status; fi && \
		echo "The report: $(ROOT)/build/demo/report.html"

check: tools ## formatting, lints, types, import directions
	@cd "$(ROOT)" && $(BIN)/ruff format --check . && $(BIN)/ruff check . && $(BIN)/mypy && $(BIN)/lint-imports

browser:
	@command -v chromium >/dev/null || command -v google-chrome >/dev/null || \
		{ [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -q >/dev/null && apt-get install -y -q chromium >/dev/null; } || \
		echo "No Chromium here and no way to install it: the browser tests will be skipped."

test: check browser ## the checks, then all tests
	@cd "$(ROOT)" && $(BIN)/pytest -n auto

java:
	@command -v java >/dev/null || \
		{ [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -q >/dev/null && apt-get install -y -q default-jre-headless >/dev/null; } || \
		echo "No Java here and no way to install it: Spark can't be started."

replay: tools browser
	@cd "$(ROOT)" && { [ -f build/replay/ready ] || { $(PYTHON) -m venv build/replay && \
		build/replay/bin/pip install --quiet --disable-pip-version-check 'wacz>=0.5,<1' 'pywb>=2.8,<3' && cd build/replay && \
		{ npm pack --silent replaywebpage@2.5.3 && tar -xzf replaywebpage-*.tgz && mv package replaywebpage || \
		echo "No npm here: the test in ReplayWeb.page will be skipped."; } && touch ready; }; }

faults: tools ## plant each seeded fault in a copy and see its test turn red
	@cd "$(ROOT)" && $(BIN)/python tests/faults/plant.py

long: tools java replay ## the tests that take long: a Spark of two workers, captures killed and in other tools (fetches 600 MB once)
	@cd "$(ROOT)" && { [ -d build/spark ] || $(PIP) --no-deps --target build/spark 'pyspark>=4.1,<4.2'; } && \
		FACTDESK_TEST_SPARK="$(ROOT)/build/spark/pyspark" $(BIN)/pytest tests/claims/archive/test_spark.py
	@cd "$(ROOT)" && FACTDESK_TEST_EDITS=10000 $(BIN)/pytest tests/claims/anchoring/test_edits.py
	@cd "$(ROOT)" && FACTDESK_TEST_KILLS=1000 $(BIN)/pytest tests/claims/test_captures_killed.py
	@cd "$(ROOT)" && FACTDESK_TEST_REPLAY="$(ROOT)/build/replay" \
		$(BIN)/pytest tests/sources/captures

coverage: check browser ## the same tests, and which lines none of them runs
	@cd "$(ROOT)" && $(BIN)/pytest -n auto --cov --cov-report=term

format: tools ## put the code into its format
	@cd "$(ROOT)" && $(BIN)/ruff format . && $(BIN)/ruff check --fix .

docs: tools ## write docs/commands.md, and what the commands of the other pages print
	@cd "$(ROOT)" && $(BIN)/python docs/reference.py --write && $(BIN)/python docs/walking.py --write

pictures: tools browser ## draw the pictures of docs/ from reports of the examples
	@cd "$(ROOT)" && $(BIN)/python docs/pictures.py

benchmarks: setup ## print the ratios that the README quotes
	@cd "$(ROOT)" && $(PIP) --editable '.[benchmarks]' && $(BIN)/python -m benchmarks

clean: ## remove what was built
	@cd "$(ROOT)" && rm -rf .venv build dist *.egg-info
