# For people who work on fic2book. Each target does its own set-up, once; `make book` and `make test` are the two to know.
#   make book       build manuscripts/ into book/ and print the paths of the books
#   make test       lint, types and tests, the same as the continuous integration (under 10 minutes)
#   make test-slow  validators, real readers, large books
#   make words      put new English words of the book's own into all catalogues of translations
#   make golden     write the golden files anew (read the diff before you commit it)
#   make gallery    print the specimens of all themes into docs/themes/ anew
#   make binding-pictures  make the pictures of docs/binding.md anew
#   make samples    build manuscripts/ and prove the finished books against them
#   make bench      time fic2book and pandoc side by side
#   make measure    measure the printed pages of every theme on every page design, into docs/typesetting.md
#   make clean      remove what the other targets made

FOLDER := manuscripts
BOOKS  := book
VENV   := .venv
SAMPLES ?= $(firstword $(wildcard ../shared/samples/short-fiction) manuscripts)
BIN    := $(VENV)/bin
READY  := $(VENV)/.installed $(VENV)/.pango
TREES  := fic2book tests tools bench
# A process of tests for each core; tests of one file stay together, for they share the books that they build. The slow
# tests run one after the other: their browsers and large books use all cores already.
CORES  := -n auto --dist loadfile

.DEFAULT_GOAL := book
.PHONY: book setup test lint types quick-tests test-slow words golden gallery binding-pictures samples bench measure clean

book: $(READY)
	@$(BIN)/fic2book build $(FOLDER) -o $(BOOKS)

setup: $(READY)

# One after the other, so that the first thing that is wrong is the last thing on the screen.
test: $(READY)
	@$(MAKE) --no-print-directory lint
	@$(MAKE) --no-print-directory types
	@$(MAKE) --no-print-directory quick-tests

lint: $(READY)
	@$(BIN)/ruff check $(TREES)
	@$(BIN)/ruff format --check $(TREES)

types: $(READY)
	@$(BIN)/mypy

quick-tests: $(READY)
	@$(BIN)/python -m pytest $(CORES)

test-slow: $(READY)
	@$(BIN)/python -m pytest -m slow

words: $(READY)
	@$(BIN)/python tools/update_words.py

golden: $(READY)
	@$(BIN)/python -m pytest --golden

gallery: $(READY)
	@$(BIN)/fic2book themes --preview docs/themes
	@rm docs/themes/*-*.png

binding-pictures: $(READY)
	@$(BIN)/python tools/binding_pictures.py

samples: $(READY)
	@$(BIN)/fic2book build $(FOLDER) -o $(BOOKS)
	@$(BIN)/fic2book check $(BOOKS)/*.epub $(BOOKS)/*.pdf --against $(FOLDER)

bench: $(READY)
	@$(BIN)/python bench/run.py
	@$(BIN)/python bench/typesetting.py

measure: $(READY)
	@$(BIN)/python -m tools.measure.matrix $(SAMPLES) --write

clean:
	rm -rf $(BOOKS) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis $(VENV)

$(VENV)/.installed: pyproject.toml tools/set_up.sh
	@sh tools/set_up.sh package $(VENV)
	@touch $@

# Not marked as done while Pango is missing: the next run looks again, and the EPUB is made without it.
$(VENV)/.pango: $(VENV)/.installed
	@sh tools/set_up.sh pango $(VENV)
