"""The ``[press]`` table: who made the book by hand."""

from collections.abc import Mapping
from pathlib import Path

from fic2book.config.keys import file_named, unknown_key
from fic2book.config.names import mistake
from fic2book.config.toml_text import line_of, line_of_header
from fic2book.model import ImprintSettings

KEYS = ("name", "logo", "place", "edition", "colophon")


def imprint_settings(table: object, folder: Path, text: str) -> ImprintSettings:
    """Return what a binder says of the book; ``text`` is the file, for line numbers in errors."""
    first = line_of_header(text, "press")
    if not isinstance(table, Mapping):
        line = first or line_of(text, "press")
        raise mistake(line, "press is a table of its own", 'It should read: [press], and below it: name = "…"')
    said: dict[str, str] = {}
    for key, value in table.items():
        line = line_of(text, key, after=first)
        if key not in KEYS:
            raise unknown_key(key, KEYS, line)
        if not isinstance(value, str):
            raise mistake(line, f"{key} is of the wrong kind", "It wants words between double quotes.")
        said[key] = value
    logo = said.pop("logo", "")
    place = file_named("logo", logo, folder, line_of(text, "logo", after=first)) if logo else None
    return ImprintSettings(**said, logo=place)
