"""What `scan` guessed, written into anthology.toml: every value, remark and order that a person gave stays.

A line that scan wrote ends in a remark with a short digest of its value. As long as value and digest agree nobody has
touched the line, and another guess may take its place; everything else in the file is the person's.
"""

import hashlib
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import tomlkit

from fic2book.config import toml
from fic2book.config.names import found_in
from fic2book.config.tables import Table, Tables, taken_apart
from fic2book.sources.fields import field_of

_REMARK = re.compile(r"# scan: .*\[([0-9a-f]{4})\]\s*\Z")
_FILE = re.compile(r"[ \t]*(?:file|\"file\"|'file')[ \t]*=.*\n?")
GONE = "# scan: this file is not in the folder any more. Bring it back, or add: skip = true\n"
HEAD = """\
# What `fic2book scan` found in this folder, for you to look through. Everything may be changed: titles, names, the
# order of the tables. A line with a remark such as "# scan: line 1, stated" is a guess that nobody has changed yet,
# and the next scan may mend it. Once you have changed a line it is yours, whatever the remark says.

format = 1

# What speaks of the whole book stands here, above the first [[story]]:
# title = "The title of the book"
# editor = "Who gathered the stories"
"""


class Guess(NamedTuple):
    """One line that scan would write."""

    key: str
    value: object
    where: str
    """Where it was read and how sure it is: ``line 3, likely``."""
    active: bool = True
    """False for a line that only a person may put into force."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guessed:
    """What was guessed of one story."""

    file: str
    part: int
    """0 when the file holds one story."""
    guesses: tuple[Guess, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Updated:
    """The file's new text, and what is new in it."""

    text: str
    added: tuple[str, ...]
    """Files that have a table now and had none."""
    mended: tuple[str, ...]
    gone: tuple[str, ...]
    """Files of tables that are not in the folder."""


def updated(text: str, stories: Sequence[Guessed], known: Collection[str]) -> Updated:
    """Return a valid file's text with what was guessed; ``known`` are the files of the folder."""
    tables = taken_apart(text or HEAD)
    by_place = {(story.file, story.part): story for story in stories}
    mended, gone = [], []
    had: set[str] = set()
    for number, table in enumerate(tables.stories):
        file = found_in(str(table.said.get("file", "")), tuple(known))
        guessed = by_place.pop((file, _part(table)), None)
        had.add(file)
        changed = _without_loss(table, guessed) if file else _marked_gone(table)
        changed = changed.replace(GONE, "") if file else changed
        if changed != table.text:
            mended += [file] if file else []
            tables = tables.with_story(number, changed)
        gone += [] if file else [str(table.said.get("file", ""))]
    new = [story for story in by_place.values() if story.part or story.file not in had]
    return Updated(
        text=_with_new(tables, new),
        added=tuple(dict.fromkeys(story.file for story in new)),
        mended=tuple(dict.fromkeys(mended)),
        gone=tuple(dict.fromkeys(gone)),
    )


def table_of(story: Guessed) -> str:
    """Return a new table as text."""
    part = [f"part = {story.part}"] if story.part else []
    lines = ["[[story]]", f"file = {toml.quoted(story.file)}", *part, *map(_line, story.guesses)]
    return "\n".join(lines) + "\n"


def _with_new(tables: Tables, new: Sequence[Guessed]) -> str:
    text = tables.text
    if new and not text.endswith("\n"):
        text += "\n"
    return text + "".join(f"\n{table_of(story)}" for story in new)


def _part(table: Table) -> int:
    part = table.said.get("part", 0)
    return part if isinstance(part, int) else 0


def _without_loss(table: Table, guessed: Guessed | None) -> str:
    """Return a table with its untouched guesses mended; one that scan has never seen gets what it does not say."""
    if guessed is None:
        return table.text
    if not any(_REMARK.search(line) for line in table.text.splitlines()):
        return _added(table, guessed)
    document = tomlkit.parse(table.text)
    story = document["story"][0]  # taken_apart has proved it
    for guess in guessed.guesses:
        if not guess.active or guess.key not in story:
            continue
        item = story.item(guess.key)
        remark = _REMARK.search(item.trivia.comment)
        if remark and remark[1] == _digest(item.unwrap()) and item.unwrap() != _plain(guess.value):
            story[guess.key] = tomlkit.parse(_line(guess)).item(guess.key)
    return tomlkit.dumps(document)


def _added(table: Table, guessed: Guessed) -> str:
    """Put the guesses that a table does not speak of below the line with its file."""
    said = {field_of(key) or key for key in table.said}
    lines = [_line(guess) for guess in guessed.guesses if guess.key not in said]
    place = next((found for found in _FILE.finditer(table.text)), None)
    if place is None or not lines or "skip" in said:
        return table.text
    above = table.text[: place.end()]
    above += "" if above.endswith("\n") else "\n"
    return above + "".join(f"{line}\n" for line in lines) + table.text[place.end() :]


def _marked_gone(table: Table) -> str:
    if GONE in table.text or table.said.get("skip") is True:
        return table.text
    head, _, rest = table.text.partition("\n")
    return f"{head}\n{GONE}{rest}"


def _line(guess: Guess) -> str:
    value = toml.value(guess.value)
    if not guess.active:
        return f"# {guess.key} = {value}  # scan: {guess.where} [{_digest(_plain(guess.value))}]"
    return f"{guess.key} = {value}  # scan: {guess.where} [{_digest(_plain(guess.value))}]"


def _plain(value: object) -> object:
    """Return a value as TOML gives it back."""
    return tomlkit.parse(f"value = {toml.value(value)}").unwrap()["value"]


def _digest(value: object) -> str:
    return hashlib.sha256(repr(value).encode("utf-8", "replace")).hexdigest()[:4]
