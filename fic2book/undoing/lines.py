"""The lines of anthology.toml that turn an entry of the ledger round, ready to paste."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import NamedTuple

from fic2book import restoration
from fic2book.config import toml
from fic2book.model import Change, Kind, Story

NEVER: Mapping[str, str] = {
    "control_characters": "No book can hold these characters.",
    "emails": "A site had hidden this address; the file's own words are in the book.",
    "images": "Pictures from elsewhere are not fetched: put the picture into the folder, beside the story.",
    "pictures": "This picture cannot be opened.",
    "raw_html": "Comments, scripts and styles never come into a book.",
    "scripts": "Scripts and styles of a page never come into a book.",
    "word": "What Word keeps beside the text is no part of it: change it in Word, and save the file.",
}
"""Rules whose entries cannot be turned round, and why."""

_LISTS = frozenset(field.name for field in fields(Story) if field.default == ())
_SETTING = re.compile(r"\b([a-z_]+) = (\"[^\"]*\"|\[[^\]]*\]|true|false)")
PRIVATE = frozenset({"properties"})
"""Rules whose words no report shows: a name in Word's properties may be one that its owner never shows."""


class Setting(NamedTuple):
    """One key of a ``[[story]]`` table and its value as TOML."""

    key: str
    value: str


def line(story: Story, change: Change, *, several: bool = False) -> str:
    """Return the ``[[story]]`` table that turns an entry round; empty when nothing can.

    ``several`` says that the file holds more than one story. A table like it may be in the file already: both count.
    """
    found = setting(story, change)
    return table(change.file or story.file, story.part if several else 0, [found]) if found else ""


def table(file: str, part: int, settings: Iterable[Setting]) -> str:
    """Return a ``[[story]]`` table as text, without a line end behind it."""
    rows = [f"file = {toml.quoted(file)}", *([f"part = {part}"] if part else [])]
    return "\n".join(["[[story]]", *rows, *(f"{key} = {value}" for key, value in settings)])


def setting(story: Story, change: Change) -> Setting | None:
    """Return the key and value that turn an entry round; ``None`` when nothing can."""
    if change.rule in NEVER or change.rule in PRIVATE:
        return None
    said = _said(story, change) if change.kind is Kind.FLAGGED else None
    if said:
        return said
    by_kind = restoration.UNDONE_BY.get(f"{change.rule}:{change.kind}")
    how = restoration.UNDONE_BY.get(change.rule, "text") if by_kind is None else by_kind
    return _setting(how, story, change)


def named(change: Change) -> str:
    """Return the key that an entry's own sentence names; empty when it names none."""
    found = _SETTING.search(change.after)
    return found[1] if found else ""


def why_not(change: Change) -> str:
    """Return why an entry cannot be turned round; empty when it can, or needs not."""
    return NEVER.get(change.rule, "")


def rows(change: Change) -> str:
    """Return an entry's rows as a person writes them: ``12`` or ``12-14``."""
    last = change.line + change.before.count("\n")
    return f"{change.line}-{last}" if last > change.line else str(change.line)


def _setting(how: str, story: Story, change: Change) -> Setting | None:
    if how == "off":
        return Setting("off", f'["{change.rule}"]')
    if how == "language":
        return Setting("language", toml.quoted(story.language or "en"))
    if not change.line:
        return _emptied(change)
    if how == "breaks":
        return Setting("breaks", f"[{change.line}]")
    return Setting(how, f'"{rows(change)}"') if how in {"text", "note"} else None


def _emptied(change: Change) -> Setting | None:
    """Return what takes away a field that stands in no row of the file."""
    if change.kind is not Kind.MOVED or change.after in {"title", "language"} or change.after.startswith("note"):
        return None
    return Setting(change.after, "[]" if change.after in _LISTS else '""') if " " not in change.after else None


def _said(story: Story, change: Change) -> Setting | None:
    """Return the setting that a flagged entry's own sentence names, with the story's value where it leaves one out."""
    found = _SETTING.search(change.after)
    if not found:
        return None
    key, value = found.groups()
    return Setting(key, toml.value(getattr(story, key, "")) if "…" in value else value)
