# Two commands do everything from a fresh checkout: `make run` and `make test`.
# More words for the program go in ARGS: make run ARGS="play demo --terminal"

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

python := .venv/bin/python
dev := $(python) -m routine_player.dev

.PHONY: run test check format bench gallery wheel lock clean help

run:  ## open the app; the first time, fetch what it needs
	@.ci/ready run
	@$(python) -m routine_player $(ARGS)

test:  ## every check and every test, as the build server runs them
	@.ci/ready test
	@$(dev) verify $(ARGS)

check:  ## the checks that need no tests: lint, format, types, imports
	@.ci/ready test
	@$(dev) verify lint format types imports

format:  ## put the code in its usual form
	@.ci/ready test
	@$(python) -m ruff check --fix .
	@$(python) -m ruff format .

bench:  ## measure start, cues, engine and checker beside their floors
	@.ci/ready test
	@$(dev) bench $(ARGS)

gallery:  ## draw every view to PNG, light and dark
	@.ci/ready test
	@$(dev) gallery $(ARGS)

wheel:  ## build what pip and pipx install, into dist/
	@.ci/ready test
	@$(python) -m hatchling build -t wheel

# A pin stays where it is while it fits pyproject.toml: make lock ARGS=--upgrade moves them all.
# The tests' lock is made on top of the app's, so what is tested is what people run.
lock_command = $(python) -m uv pip compile pyproject.toml --universal --python-version 3.11 \
	--generate-hashes --custom-compile-command "make lock" --quiet $(ARGS)

lock:  ## pin the dependencies that pyproject.toml asks for
	@.ci/ready test
	@$(lock_command) -o requirements.lock
	@$(lock_command) --group dev -c requirements.lock -o requirements-dev.lock

clean:  ## throw away .venv and everything else that was built
	@rm -rf .venv build dist gallery htmlcov .coverage .coverage.* \
		.pytest_cache .ruff_cache .import_linter_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

help:  ## this list
	@sed -n 's/^\([a-z]*\):  ## \(.*\)/make \1	\2/p' Makefile | expand -t 16
