"""The ``[notes]`` table: where authors' notes and disclaimers stand in the book."""

from collections.abc import Mapping

from fic2book.config.keys import unknown_key
from fic2book.config.names import mistake
from fic2book.config.story_keys import KEYS, SHOWN
from fic2book.config.toml_text import line_of, line_of_header

NAMES = ("show", "disclaimers")


def notes_settings(table: object, text: str) -> dict[str, object]:
    """Return fields of ``Settings``; ``text`` is the file, for line numbers in errors."""
    first = line_of_header(text, "notes")
    if not isinstance(table, Mapping):
        line = first or line_of(text, "notes")
        raise mistake(line, "notes is a table of its own", 'It should read: [notes], and below it: show = "after"')
    for key, value in table.items():
        line = line_of(text, key, after=first)
        if key not in NAMES:
            raise unknown_key(key, NAMES, line)
        if value not in ("", *SHOWN):
            raise mistake(line, f"{key} cannot be {value!r}", KEYS[key].wants)
    return {KEYS[key].field: value for key, value in table.items()}
