"""What the documents say is so: commands run, options and keys are described, dependencies have their sentence."""

import os
import re
import shlex
import sys
import tomllib
from itertools import chain
from typing import get_type_hints

import click
import pytest

from fic2book.cli import program
from fic2book.config import bound, parts
from fic2book.config.keys import BookTable
from fic2book.config.stories import OWN_KEYS, SHOWN_KEYS
from fic2book.cover.layouts import LAYOUTS
from fic2book.cover.palettes import PALETTES
from fic2book.cover.patterns import PATTERNS
from tests.test_house import LAYERS, OWNERS
from tests.tools import ROOT, run, tool

COMMANDS = sorted(program.commands.items())
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
MARKED = re.compile(r"<!-- run -->\n```sh\n(.*?)```", re.DOTALL)
IMPORT_NAMES = {"pillow": "PIL", "pyyaml": "yaml"}


def page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def part(text: str, name: str) -> str:
    """Return what stands between two comments of a document."""
    return text.partition(f"<!-- {name} -->")[2].partition(f"<!-- end of {name} -->")[0]


def test_the_first_books_of_the_readme_are_made_by_its_commands(tmp_path):
    program_file = tmp_path / "bin" / "fic2book"
    program_file.parent.mkdir()
    program_file.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m fic2book "$@"\n', encoding="utf-8")
    program_file.chmod(0o755)
    script = "set -eu\n" + f'cd "{tmp_path}"\n' + "".join(MARKED.findall(page("README.md")))
    path = f"{program_file.parent}{os.pathsep}{os.environ['PATH']}"
    done = run(tool("sh"), "-c", script, PATH=path, PYTHONPATH=str(ROOT))
    assert done.returncode == 0, done.stdout + done.stderr
    assert len(MARKED.findall(page("README.md"))) == 5
    assert "[[story]]" in (tmp_path / "my-book" / "anthology.toml").read_text(encoding="utf-8")
    assert {file.suffix for file in (tmp_path / "my-book" / "book").iterdir()} == {".epub", ".html", ".json", ".pdf"}


@pytest.mark.parametrize(("name", "command"), COMMANDS)
def test_every_command_and_option_has_help(name, command):
    assert command.help, f"{name} says nothing"
    options = [option for option in command.params if isinstance(option, click.Option)]
    assert all(option.help for option in options), f"{name} has an option without help"


@pytest.mark.parametrize(("name", "command"), COMMANDS)
def test_every_command_and_option_is_in_the_documents(name, command):
    _, heading, rest = page("docs/commands.md").partition(f"\n## {name}\n")
    assert heading, f"{name} has no heading"
    section = rest.partition("\n## ")[0]
    options = [option for option in command.params if isinstance(option, click.Option)]
    words = [word for option in options for word in (*option.opts, *option.secondary_opts)]
    missing = [word for word in words if f"`{word}" not in section]
    assert not missing, f"{name}: {missing}"


def test_no_option_is_described_that_is_not_there():
    params = [option for _, command in COMMANDS for option in command.params]
    known = {word for option in params for word in (*option.opts, *option.secondary_opts)}
    said = set(re.findall(r"`(--[a-z-]+)", page("docs/commands.md")))
    assert said <= known | {"--help", "--version"}


def written_commands(text: str) -> list[list[str]]:
    """Return the commands of a document's examples, word by word."""
    blocks = re.findall(r"```sh\n(.*?)```", text, re.DOTALL)
    lines = (line for block in blocks for line in block.splitlines() if line.startswith("fic2book "))
    return [shlex.split(line.partition(" #")[0])[1:] for line in lines]


def unknown_options(words: list[str]) -> list[str]:
    """Return the options that a command of an example does not have."""
    known = {word for option in program.commands[words[0]].params for word in option.opts}
    return [word for word in words[1:] if word.startswith("-") and word.partition("=")[0] not in known]


@pytest.mark.parametrize("name", ["README.md", "docs/binding.md"])
def test_the_commands_of_the_guides_can_be_typed(name):
    commands = written_commands(page(name))
    assert len(commands) >= 5
    assert not [words for words in commands if unknown_options(words)]


def test_an_option_that_no_command_has_would_be_seen():
    (words,) = written_commands("```sh\nfic2book build my-book --to booklet --papers a4  # folded\n```")
    assert unknown_options(words) == ["--papers"]


def test_every_key_of_the_configuration_is_in_the_documents():
    text = page("docs/anthology-toml.md")
    keys = {"format", *get_type_hints(BookTable), *OWN_KEYS, *SHOWN_KEYS, *parts.KEYS, *chain(*bound.KEYS.values())}
    assert not {key for key in keys if f"`{key}`" not in text}


def test_the_examples_of_the_configuration_are_valid():
    blocks = re.findall(r"```toml\n(.*?)```", page("docs/anthology-toml.md") + page("README.md"), re.DOTALL)
    assert len(blocks) >= 3
    assert all(tomllib.loads(block) for block in blocks)


def test_every_dependency_has_its_reason_and_its_owner():
    project = tomllib.loads(page("pyproject.toml"))["project"]
    asked = (*project["dependencies"], *project["optional-dependencies"]["cluster"])
    wanted = {re.match(r"[\w-]+", line)[0].lower() for line in asked}
    rows = re.findall(
        r"^\| ([\w-]+) \| (.+?) \| (.+?) \|$", part(page("CONTRIBUTING.md"), "dependencies"), re.MULTILINE
    )
    told = {name.lower(): (why, tuple(re.findall(r"`([\w.]+)`", owner))) for name, why, owner in rows}
    del told["library"], told["---"]
    assert told.keys() == wanted
    for name, (_, owner) in told.items():
        assert owner == OWNERS[IMPORT_NAMES.get(name, name.replace("-", "_"))], name


def test_every_room_has_its_place_in_the_documents():
    said = set(re.findall(r"`(\w+)`", part(page("CONTRIBUTING.md"), "layers")))
    assert said == {room for rooms in LAYERS for room in rooms} - {"__init__"}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_links_between_documents_lead_somewhere(path):
    text = path.read_text(encoding="utf-8")
    targets = [target for target in re.findall(r"\]\(([^)\s]+)\)", text) if "://" not in target]
    lost = [target for target in targets if not (path.parent / target.partition("#")[0]).exists()]
    assert not lost


def test_pictures_of_the_documents_are_small_and_shown():
    pictures = sorted((ROOT / "docs" / "pictures").glob("*"))
    shown = "".join(path.read_text(encoding="utf-8") for path in PAGES)
    assert len(pictures) >= 5
    assert not [place.name for place in pictures if place.stat().st_size > 150_000]
    assert not [place.name for place in pictures if f"pictures/{place.name}" not in shown]


def test_every_name_of_a_cover_is_in_the_documents():
    text = page("docs/covers.md")
    named = (*LAYOUTS, *PATTERNS, *PALETTES)
    assert not {one.name for one in named if f"`{one.name}`" not in text}
