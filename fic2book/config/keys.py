"""The keys of anthology.toml for the whole book, their types, and the nearest name for a mistaken one."""

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import get_type_hints

import msgspec

from fic2book.config.toml_text import FILE_NAME, line_of
from fic2book.errors import SettingsError

ORDERS = ("file", "title", "author", "date", "length", "series", "fandom")
OPENERS = ("auto", "recto", "any")
FORMATS = ("epub", "pdf", "kepub", "azw3", "print", "booklet", "wrap")
FACES = ("none", "body", "all")
INDEXES = ("authors", "fandoms", "relationships", "characters", "tags", "none")


class BookTable(msgspec.Struct, forbid_unknown_fields=True):
    """The top of anthology.toml, key by key; every option of ``build`` has a key of the same word."""

    title: str = ""
    subtitle: str = ""
    author: str | list[str] = ""
    editor: str = ""
    language: str = ""
    description: str = ""
    dedication: str = ""
    foreword: str = ""
    afterword: str = ""
    about: str = ""
    rights: str = ""
    series: str = ""
    series_number: str | int = ""
    identifier: str = ""
    certified_by: str = ""
    certified_on: str = ""
    theme: str = ""
    page: str = ""
    css: str | list[str] = ""
    cover: str = ""
    cover_title: bool = False
    cover_picture: str = ""
    cover_style: str = ""
    cover_seed: str | int = ""
    accent: str = ""
    ornament: str = ""
    fonts: str = ""
    epub_fonts: str = ""
    greyscale: bool = False
    archival: bool = False
    order: str = ""
    openers: str = ""
    lengths: bool = False
    content_notes: str = ""
    indexes: str | list[str] = ""
    credits: str = ""
    qr: bool = False
    to: str | list[str] = ""
    output: str = ""
    since: str = ""
    open: bool = False
    strict: bool = False


KEYS = tuple(get_type_hints(BookTable))
_TABLES = ("story", "part", "notes", "press", "print", "booklet", "wrap")
_SAME_WORD = {
    "authors": "author",
    "lang": "language",
    "by": "author",
    "style": "theme",
    "formats": "to",
    "number": "series_number",
}
_FIELD = {"author": "authors"}
_LISTS = frozenset({"author", "css", "indexes", "to"})
_SWITCHES = frozenset({"archival", "greyscale", "strict", "cover_title", "lengths", "open", "qr"})
_NUMBERS = frozenset({"cover_seed", "series_number"})
"""Words that are often numbers: both are taken."""
_PATHS = frozenset({"about", "afterword", "cover", "css", "fonts", "foreword", "ornament", "output", "since"})
_FOLDERS = frozenset({"fonts"})
_DAY = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
CHOICES: Mapping[str, tuple[str, ...]] = {
    "order": ORDERS,
    "openers": OPENERS,
    "to": FORMATS,
    "epub_fonts": FACES,
    "accent": ("cover", "none", "#rrggbb"),
    "cover_picture": ("full", "framed", "band"),
    "content_notes": ("front", "back"),
    "indexes": INDEXES,
    "credits": ("full", "names", "none"),
}


def book_fields(table: Mapping[str, object], folder: Path, text: str) -> dict[str, object]:
    """Return fields of ``Settings`` from the top table; ``text`` is the file, for line numbers in errors."""
    named = {_SAME_WORD.get(key, key): value for key, value in table.items()}
    for key in table:
        if _SAME_WORD.get(key, key) not in KEYS:
            raise unknown_key(
                key,
                (*KEYS, "story", "part", "notes", "press", "print", "booklet", "wrap", "format"),
                line_of(text, key),
            )
    values = _converted(named, text)
    if values.pop("cover_title", False):
        values.setdefault("cover_picture", "band")
    return {_FIELD.get(key, key): _value(key, value, folder, text) for key, value in values.items() if value != ""}


def unknown_key(key: str, known: Iterable[str], line: int) -> SettingsError:
    """Return the error for a key that nobody knows, with the nearest that somebody does."""
    near = get_close_matches(key.lower(), list(known), n=1, cutoff=0.5)
    way_out = f"Did you mean {near[0]}?" if near else f"Known are: {', '.join(known)}."
    return SettingsError(f"line {line}: the key {key} is not known", file=FILE_NAME, way_out=way_out)


def choice(key: str, value: str, line: int = 0) -> str:
    """Return ``value`` if ``key`` may have it; else say which ones it may have."""
    allowed = CHOICES[key]
    if value in allowed:
        return value
    near = get_close_matches(value.lower(), allowed, n=1, cutoff=0.5)
    hint = f" Did you mean {near[0]}?" if near else ""
    place = f"line {line}: " if line else ""
    raise SettingsError(
        f"{place}{key} cannot be {value!r}", file=FILE_NAME if line else "", way_out=f"It is {_or(allowed)}.{hint}"
    )


def _converted(table: Mapping[str, object], text: str) -> dict[str, object]:
    try:
        given = msgspec.convert(table, BookTable)
    except msgspec.ValidationError as error:
        key = str(error).rpartition("$.")[2].strip("`").partition("[")[0]
        wanted = "true or false, without quotes" if key in _SWITCHES else "words between double quotes"
        reason = f"line {line_of(text, key)}: {key} is of the wrong kind"
        raise SettingsError(reason, file=FILE_NAME, way_out=f"It wants {wanted}.") from None
    return {key: getattr(given, key) for key in table}


def _value(key: str, value: object, folder: Path, text: str) -> object:
    line = line_of(text, key)
    if key in _LISTS:
        items = tuple(value) if isinstance(value, list) else (str(value),)
        if key == "to":
            items = tuple(part.strip() for item in items for part in item.split(","))
        return tuple(_item(key, item, folder, line) for item in items)
    return _item(key, value, folder, line)


def _item(key: str, value: object, folder: Path, line: int) -> object:
    if key in _PATHS:
        return file_named(key, str(value), folder, line)
    if key == "accent" and _COLOUR.fullmatch(str(value)):
        return str(value).lower()
    if key in CHOICES:
        return choice(key, str(value), line)
    if key == "certified_on" and not _DAY.fullmatch(str(value)):
        raise SettingsError(
            f"line {line}: {key} cannot be {value!r}", file=FILE_NAME, way_out='It is a day such as "2026-03-01".'
        )
    return str(value) if key in _NUMBERS else value


def file_named(key: str, value: str, folder: Path, line: int) -> Path:
    """Return the file (or folder) that a key names, from the folder of anthology.toml; it has to be there."""
    place = folder / value.replace("\\", "/")
    if key in _FOLDERS and place.is_dir():
        return place
    if key != "output" and not place.is_file():
        names = sorted(file.name for file in folder.iterdir() if file.is_file())
        near = get_close_matches(value, names, n=1)
        hint = f"Did you mean {near[0]}?" if near else "Put the file into the folder, or take the line out."
        raise SettingsError(f"line {line}: {key} = {value!r} is not there", file=FILE_NAME, way_out=hint)
    return place


def _or(names: tuple[str, ...]) -> str:
    return f"{', '.join(names[:-1])} or {names[-1]}"
