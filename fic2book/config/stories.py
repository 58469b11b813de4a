"""``[[story]]`` tables: what a person says about one manuscript, in the words that fans use."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields as slots
from dataclasses import replace
from pathlib import Path

from fic2book.config.keys import unknown_key
from fic2book.config.names import found_in, manuscript, mistake
from fic2book.config.rows import joined, looks_like_rows
from fic2book.config.story_keys import KEYS
from fic2book.config.toml_text import line_of, line_of_header
from fic2book.model import Story, StorySettings
from fic2book.paths import relative_files
from fic2book.sources.fields import field_of, fields

OWN_KEYS = ("file", *KEYS)
SHOWN_KEYS = (
    "title", "authors", "fandoms", "relationships", "characters", "rating", "warnings", "categories", "tags",
    "summary", "series", "collection", "language", "published", "updated", "url", "permission", "notes", "status",
    "recipients", "chapters_stated", "words",
)  # fmt: skip
UNDOING = frozenset(
    ("file", "part", "text", "note", "breaks", "off", "opening_note", "closing_note", "alone", "language", "alt")
)
"""What a table may hold and still give its story no place in the order."""
_TOLD = ("chapters", "related")
"""Keys of their own that say a field of ``Story``."""
_NEVER_EMPTY = frozenset({"title", "language", "notes", "number"})
_DEFAULTS = {field.name: field.default for field in slots(Story)}


def story_settings(tables: object, folder: Path, text: str, *, gone: bool = False) -> tuple[StorySettings, ...]:
    """Return what is said of each story, in the order of the tables; two tables of one story are one.

    ``text`` is the file, for line numbers in errors. A table with ``skip = true``, and with ``gone`` every one,
    may name a file that is not there.
    """
    if isinstance(tables, Mapping):
        line = line_of_header(text, "story")
        raise mistake(line, "[story] needs two brackets on each side", "It should read: [[story]]")
    if not isinstance(tables, list):
        return ()
    known = tuple(relative_files(folder)) if tables else ()
    found: dict[tuple[str, int], StorySettings] = {}
    for number, table in enumerate(tables, 1):
        named = str(table.get("file", ""))
        if (gone or table.get("skip") is True) and named and not found_in(named, known):
            continue
        said = _settings(table, number, known, text)
        place = (said.file, said.part)
        before = found.pop(place) if place in found and found[place].undoes else found.get(place)
        found[place] = together(before, said) if before else said
    return tuple(found.values())


def of_story(tables: Iterable[StorySettings], part: int) -> StorySettings | None:
    """Return what is said of one story of a file: the table of its part over the one of the whole file."""
    said = {table.part: table for table in tables}
    if part in said and 0 in said and part:
        return together(said[0], said[part])
    return said.get(part, said.get(0))


def together(first: StorySettings, later: StorySettings) -> StorySettings:
    """Return two tables as one: rows, breaks and rules of both; of everything else what the later one says."""
    return replace(
        first,
        part=later.part,
        undoes=first.undoes and later.undoes,
        skip=first.skip if later.skip is None else later.skip,
        alone=first.alone or later.alone,
        opening_note=later.opening_note or first.opening_note,
        closing_note=later.closing_note or first.closing_note,
        text=joined((*first.text, *later.text)),
        note=joined((*first.note, *later.note)),
        breaks=tuple(sorted({*first.breaks, *later.breaks})),
        off=first.off | later.off,
        split=later.split or first.split,
        show_notes=later.show_notes or first.show_notes,
        show_disclaimers=later.show_disclaimers or first.show_disclaimers,
        alt={**first.alt, **later.alt},
        fields={**first.fields, **later.fields},
    )


def _settings(table: Mapping[str, object], nth: int, known: Sequence[str], text: str) -> StorySettings:
    first = line_of_header(text, "story", nth)
    asked = table.get("file")
    if not isinstance(asked, str) or not asked:
        raise mistake(first, "this [[story]] names no file", 'Give it a line such as: file = "my-story.txt"')
    for key in table:
        if key not in OWN_KEYS and not field_of(key):
            raise unknown_key(key, (*OWN_KEYS, *SHOWN_KEYS), line_of(text, key, after=first))
    own = {key: value for key, value in table.items() if key in KEYS and not _is_words(key, value)}
    said = {key: value for key, value in table.items() if key not in own and key != "file"}
    read = {KEYS[key].field: _read(key, value, line_of(text, key, after=first)) for key, value in own.items()}
    return StorySettings(
        file=manuscript(asked, known, line_of(text, "file", after=first)),
        line=first,
        undoes=bool(own or said) and UNDOING.issuperset(table),
        fields={**_emptied(said), **fields(said), **{name: read.pop(name) for name in _TOLD if name in read}},
        **read,  # type: ignore[arg-type]  # typed by KEYS
    )


def _is_words(key: str, value: object) -> bool:
    """Tell a note's own words from the rows of one: ``note = "Thank you!"``, ``note = "3-5"``."""
    return key == "note" and isinstance(value, str) and not looks_like_rows(value)


def _emptied(said: Mapping[str, object]) -> dict[str, object]:
    """Return the fields that a person took away by an empty value: ``authors = []``, ``summary = ""``."""
    taken = (field_of(key) for key, value in said.items() if value in ("", []))
    return {field: _DEFAULTS[field] for field in taken if field in _DEFAULTS and field not in _NEVER_EMPTY}


def _read(key: str, value: object, line: int) -> object:
    known = KEYS[key]
    found = known.read(value)
    if found is None:
        reason = f"{key} cannot be {value!r}" if known.words else f"{key} is of the wrong kind"
        raise mistake(line, reason, known.wants)
    return found
