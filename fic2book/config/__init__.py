"""anthology.toml and options → ``Settings``: the command line over the file; an unknown key names the nearest."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from fic2book.config.bound import FIELDS, OPTIONS, bound_settings, prove_wanted, with_options
from fic2book.config.imprint import imprint_settings
from fic2book.config.keys import book_fields
from fic2book.config.notes import notes_settings
from fic2book.config.papers import papers
from fic2book.config.parts import part_settings
from fic2book.config.stories import of_story, story_settings
from fic2book.config.toml_text import FILE_NAME, read_toml
from fic2book.errors import SettingsError
from fic2book.model import Settings

__all__ = ["FILE_NAME", "load", "of_story", "prove_wanted"]

FORMAT = 1


def load(folder: Path, options: Mapping[str, object], *, gone: bool = False) -> Settings:
    """Return what is asked for: ``options`` (fields of ``Settings`` by name, only what was given) over the file.

    Without an anthology.toml the books go to ``book`` in the current directory, with one to ``book`` beside it.
    ``gone`` lets tables name files that are not there: they are left out, instead of an error.
    """
    place = folder / FILE_NAME
    settings = Settings(folder=folder, output=Path("book"))
    if place.is_file():
        settings = replace(settings, output=folder / "book", **_from_file(place, folder, gone=gone))  # type: ignore[arg-type]  # checked by keys
    binding = {name: said for name, said in options.items() if name in OPTIONS}
    book = {name: said for name, said in options.items() if name not in OPTIONS}
    bound = with_options(binding, {name: getattr(settings, name) for name in FIELDS.values()})
    settings = replace(settings, **bound, **book)  # type: ignore[arg-type]  # the command line's own types
    return replace(settings, **papers(folder, settings))  # type: ignore[arg-type]  # paths, by the names of fields


def _from_file(place: Path, folder: Path, *, gone: bool) -> dict[str, object]:
    text, tables = read_toml(place)
    version = tables.pop("format", FORMAT)
    if version != FORMAT:
        raise SettingsError(
            f"format = {version!r} is not known",
            file=FILE_NAME,
            way_out=f"This fic2book reads format = {FORMAT}; a newer one may be needed.",
        )
    stories, parts, notes = tables.pop("story", []), tables.pop("part", []), tables.pop("notes", {})
    imprint = tables.pop("press", {})
    bound = {name: tables.pop(name) for name in FIELDS if name in tables}
    return {
        **book_fields(tables, folder, text),
        **notes_settings(notes, text),
        **bound_settings(bound, text),
        "imprint": imprint_settings(imprint, folder, text),
        "parts": () if gone else part_settings(parts, folder, text),
        "stories": story_settings(stories, folder, text, gone=gone),
    }
