"""What `fic2book new` puts into a new folder: a commented anthology.toml and one story, both ready to build."""

from importlib.resources import files
from pathlib import Path

from fic2book.errors import OutputError

_FILES = (("anthology.toml", "anthology.toml"), ("story.md", "The Lamp at Low Tide.md"))


def start(directory: Path) -> tuple[Path, ...]:
    """Make ``directory`` with the starter's files; nothing that is there already is overwritten."""
    places = [directory / name for _, name in _FILES]
    there = next((place.name for place in places if place.exists()), "")
    if there:
        raise OutputError("is there already", file=f"{directory.name}/{there}", way_out="Choose a new folder.")
    try:
        directory.mkdir(parents=True, exist_ok=True)
        for (source, _), place in zip(_FILES, places, strict=True):
            text = files("fic2book.starter").joinpath(source).read_text(encoding="utf-8")
            place.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise OutputError(f"cannot be made: {error.strerror}", file=directory.name) from None
    return tuple(places)
