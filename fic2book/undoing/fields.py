"""A story's fields without what was read from a row that is the story's own."""

from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from pathlib import PurePosixPath
from typing import Any

from fic2book import markup
from fic2book.letters import letters
from fic2book.model import Change, Kind, Related, Series, Story

_DEFAULTS = {field.name: field.default for field in fields(Story)}
_KEPT = frozenset({"file", "origin", "body", "part", "id", "ledger", "notes"})


def without(story: Story, change: Change, left: Sequence[Change]) -> Story:
    """Return the story without what a moved row gave its fields; ``left`` are the entries that stay."""
    name = change.after
    if name == "number":
        return replace(story, series=tuple(replace(series, number="") for series in story.series))
    if name not in _DEFAULTS or name in _KEPT:
        return story
    still = [other.before for other in left if other.kind is Kind.MOVED and other.after == name]
    found: dict[str, Any] = {name: _less(getattr(story, name), name, change.before, still)}
    if name == "title" and not found["title"]:
        found["title"] = PurePosixPath(story.file).stem
    return replace(story, **found)


def together(story: Story, turned: Sequence[Change]) -> list[Change]:
    """Return the other entries of a value that stands in several rows: it goes whole, with all of them.

    A number goes with its series, for it would be nobody's; a value that another row says whole stays.
    """
    found: list[Change] = []
    for change in turned:
        names = {"series", "number"} if change.after == "series" else {change.after}
        if change.kind is Kind.MOVED and (names & {"series", "number"} or isinstance(_DEFAULTS.get(change.after), str)):
            others = [other for other in story.ledger if other.kind is Kind.MOVED and other.after in names]
            value = str(getattr(story, change.after, ""))
            whole = any(_is_said(value, other.before) for other in others if other not in turned)
            found += [] if whole or change.after in {"summary", "number"} else others
    return found


def _less(value: object, name: str, gone: str, still: Sequence[str]) -> object:
    if isinstance(value, tuple):
        return tuple(item for item in value if not _is_said(_words(item), gone) or _is_said_by(_words(item), still))
    if name == "summary" and still and isinstance(value, str):
        return _fewer_blocks(value, gone)
    return value if still and isinstance(value, str) and _is_said_by(value, still) else _empty(name)


def _empty(name: str) -> object:
    return "" if name == "title" else _DEFAULTS[name]


def _fewer_blocks(summary: str, gone: str) -> str:
    root = markup.parse(summary)
    for block in [block for block in root if _is_said(markup.text_of(block), gone)]:
        markup.remove(block)
    return markup.serialise(root)


def _words(item: object) -> str:
    if isinstance(item, Series):
        return item.name
    return item.title if isinstance(item, Related) else str(item)


def _is_said(words: str, by: str) -> bool:
    return bool(letters(words)) and letters(words) in letters(by)


def _is_said_by(words: str, rows: Iterable[str]) -> bool:
    return any(_is_said(words, row) for row in rows)
