"""``[[story]]`` tables: what a person says about one manuscript, in the words that fans use."""

import unicodedata
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path

from fic2book.config.keys import unknown_key
from fic2book.config.toml_text import FILE_NAME, line_of, line_of_header
from fic2book.errors import SettingsError
from fic2book.model import StorySettings
from fic2book.paths import relative_files
from fic2book.sources.fields import field_of, fields

_OWN_KEYS = ("file", "part", "skip", "opening_note", "closing_note")
_SHOWN_KEYS = (
    "title", "authors", "fandoms", "relationships", "characters", "rating", "warnings", "categories", "tags",
    "summary", "series", "collection", "language", "published", "updated", "url", "note",
)  # fmt: skip
_NOTES = ("note", "story")


def story_settings(tables: object, folder: Path, text: str) -> tuple[StorySettings, ...]:
    """Return the tables in their order; ``text`` is the file, for line numbers in errors."""
    if isinstance(tables, Mapping):
        line = line_of_header(text, "story")
        raise _error(line, "[story] needs two brackets on each side", "It should read: [[story]]")
    if not isinstance(tables, list):
        return ()
    known = tuple(relative_files(folder)) if tables else ()
    return tuple(_settings(table, number, known, text) for number, table in enumerate(tables, 1))


def _settings(table: Mapping[str, object], nth: int, known: Sequence[str], text: str) -> StorySettings:
    first = line_of_header(text, "story", nth)
    asked = table.get("file")
    if not isinstance(asked, str) or not asked:
        way_out = 'Give it a line such as: file = "my-story.txt"'
        raise _error(first, "this [[story]] names no file", way_out)
    for key in table:
        if key not in _OWN_KEYS and not field_of(key):
            raise unknown_key(key, (*_OWN_KEYS, *_SHOWN_KEYS), line_of(text, key, after=first))
    said = {key: value for key, value in table.items() if key not in _OWN_KEYS}
    return StorySettings(
        file=_file(asked, known, line_of(text, "file", after=first)),
        line=first,
        part=_whole(table, "part", text, first),
        skip=_yes(table, "skip", text, first),
        opening_note=_note(table, "opening_note", text, first),
        closing_note=_note(table, "closing_note", text, first),
        fields=fields(said),
    )


def _file(asked: str, known: Sequence[str], line: int) -> str:
    """Return the file's path as the folder has it: case, accents' encoding and a missing folder name forgiven."""
    if any(ord(sign) < 32 for sign in asked):
        right = asked.translate({9: "/t", 10: "/n", 12: "/f", 13: "/r", 8: "/b"})
        reason = "file holds a backslash, which has a meaning of its own between double quotes"
        raise _error(line, reason, f'It should read: file = "{right}"')
    wanted = _plain(asked.replace("\\", "/").removeprefix("./"))
    for name in known:
        if _plain(name) == wanted:
            return name
    ends = [name for name in known if _plain(name).endswith(f"/{wanted}")]
    if len(ends) == 1:
        return ends[0]
    near = get_close_matches(asked, known, n=1, cutoff=0.5)
    way_out = f"Did you mean {near[0]}?" if near else "Put the file into the folder, or take the table out."
    raise _error(line, f"there is no file {asked}", way_out)


def _plain(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _note(table: Mapping[str, object], key: str, text: str, first: int) -> str:
    said = table.get(key, "")
    if said in ("", *_NOTES):
        return str(said)
    raise _error(line_of(text, key, after=first), f"{key} cannot be {said!r}", 'It is "note" or "story".')


def _yes(table: Mapping[str, object], key: str, text: str, first: int) -> bool:
    said = table.get(key, False)
    if isinstance(said, bool):
        return said
    reason = f"{key} is of the wrong kind"
    raise _error(line_of(text, key, after=first), reason, "It wants true or false, without quotes.")


def _whole(table: Mapping[str, object], key: str, text: str, first: int) -> int:
    said = table.get(key, 0)
    if isinstance(said, int) and not isinstance(said, bool) and said >= 0:
        return said
    raise _error(line_of(text, key, after=first), f"{key} is of the wrong kind", "It wants a number: 1, 2, 3 …")


def _error(line: int, reason: str, way_out: str) -> SettingsError:
    return SettingsError(f"line {line}: {reason}", file=FILE_NAME, way_out=way_out)
