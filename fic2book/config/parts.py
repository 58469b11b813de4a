"""``[[part]]`` tables: stories grouped under a title page of their own."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from fic2book.config.keys import unknown_key
from fic2book.config.names import manuscript, mistake
from fic2book.config.toml_text import line_of, line_of_header
from fic2book.model import PartSettings
from fic2book.paths import relative_files

KEYS = ("title", "text", "files")


def part_settings(tables: object, folder: Path, text: str) -> tuple[PartSettings, ...]:
    """Return the parts in their order; ``text`` is the file, for line numbers in errors."""
    if isinstance(tables, Mapping):
        line = line_of_header(text, "part")
        raise mistake(line, "[part] needs two brackets on each side", "It should read: [[part]]")
    if not isinstance(tables, list):
        return ()
    known = tuple(relative_files(folder)) if tables else ()
    taken: dict[str, str] = {}
    return tuple(
        _part(table, line_of_header(text, "part", nth), known, (text, taken)) for nth, table in enumerate(tables, 1)
    )


def _part(
    table: Mapping[str, object], first: int, known: Sequence[str], so_far: tuple[str, dict[str, str]]
) -> PartSettings:
    text, taken = so_far
    for key in table:
        if key not in KEYS:
            raise unknown_key(key, KEYS, line_of(text, key, after=first))
    title, words, asked = table.get("title", ""), table.get("text", ""), table.get("files", [])
    if not isinstance(title, str) or not title.strip():
        raise mistake(first, "this [[part]] has no title", 'Give it a line such as: title = "Winter"')
    if not isinstance(words, str):
        raise mistake(
            line_of(text, "text", after=first), "text is of the wrong kind", "It wants words between double quotes."
        )
    line = line_of(text, "files", after=first)
    items = [asked] if isinstance(asked, str) else asked
    if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
        raise mistake(
            line, "files is of the wrong kind", 'It wants names of files in brackets: ["one.txt", "two.txt"].'
        )
    files = tuple(dict.fromkeys(manuscript(item, known, line, key="files") for item in items))
    for file in files:
        if file in taken:
            raise mistake(line, f"{file} is in the part {taken[file]} already", "A story stands in one part only.")
        taken[file] = title
    return PartSettings(title=title, files=files, text=words)
