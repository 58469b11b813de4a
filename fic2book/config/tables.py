"""anthology.toml as a text of tables: one can be edited, and every other character of the file stays as it is."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from fic2book.config.toml_text import FILE_NAME
from fic2book.errors import SettingsError

_HEADER = re.compile(r"[ \t]*\[+[ \t]*([\w.\"' -]+?)[ \t]*\]+[ \t]*(?:#.*)?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One ``[[story]]`` table as it is typed, with the lines up to the next table's header."""

    text: str
    said: dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """A file: what stands between its ``[[story]]`` tables, and the tables."""

    between: tuple[str, ...]
    """One more than there are tables; before each, and behind the last."""
    stories: tuple[Table, ...]

    def with_story(self, number: int, text: str) -> "Tables":
        """Return the file with another text for one of its tables."""
        changed = replace(self.stories[number], text=text)
        return replace(self, stories=(*self.stories[:number], changed, *self.stories[number + 1 :]))

    @property
    def text(self) -> str:
        """The whole file."""
        pairs = zip(self.between, (*(table.text for table in self.stories), ""), strict=True)
        return "".join(before + table for before, table in pairs)


def taken_apart(text: str) -> Tables:
    """Part a valid file at its ``[[story]]`` tables; raises ``SettingsError`` when they are written inline."""
    between: list[list[str]] = [[]]
    stories: list[list[str]] = []
    inside = False
    for line in text.splitlines(keepends=True):
        name = _name(line)
        if name == "story":
            stories.append([])
            between.append([])
        inside = name == "story" or (inside and (not name or name.startswith("story.")))
        (stories[-1] if inside else between[-1]).append(line)
    tables = tomllib.loads(text).get("story", [])
    return Tables(
        between=tuple("".join(lines) for lines in between),
        stories=_proved(["".join(lines) for lines in stories], tables),
    )


def _name(line: str) -> str:
    found = _HEADER.match(line.rstrip("\n"))
    return re.sub(r"[\s\"']", "", found[1]) if found else ""


def _proved(texts: Sequence[str], tables: object) -> tuple[Table, ...]:
    """Return the tables when each text, by itself, says what it says in the file."""
    if isinstance(tables, list) and len(tables) == len(texts):
        told = [_alone(text) for text in texts]
        if told == tables:
            return tuple(Table(text=text, said=said) for text, said in zip(texts, tables, strict=True))
    raise SettingsError(
        "its [[story]] tables are written in a way that cannot be added to",
        file=FILE_NAME,
        way_out="Write each as a table of its own: [[story]], and below it a line such as file = “one.txt”.",
    )


def _alone(text: str) -> object:
    try:
        found = tomllib.loads(text).get("story", [{}])
    except tomllib.TOMLDecodeError:
        return None
    return found[0] if isinstance(found, list) and found else None
