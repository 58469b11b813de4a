"""An edition to compare: an EPUB's manifest, and the text of its stories."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from fic2book.checks import epub
from fic2book.checks.epub.found import FoundStory
from fic2book.checks.unreadable import UnreadableError
from fic2book.errors import OutputError
from fic2book.manifest import FILE, Manifest, ManifestError, load

_WAY_OUT = "Only EPUBs that fic2book made can be compared; they remember which story is which."


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A finished book."""

    name: str
    manifest: Manifest
    stories: Mapping[str, FoundStory]
    """By id."""


def opened(place: Path) -> Edition:
    """Open a book; raises ``OutputError`` when it is none, is damaged, or does not know its stories."""
    try:
        book = epub.opened(place.read_bytes())
    except OSError as error:
        reason = f"cannot be opened: {(error.strerror or 'the disk says no').lower()}"
        raise OutputError(reason, file=place.name, way_out="Copy it to where it can be read.") from None
    except UnreadableError as error:
        reason, _, way_out = error.problem.message.partition(". ")
        raise OutputError(reason.rstrip("."), file=place.name, way_out=way_out or _WAY_OUT) from None
    if FILE not in book.files:
        raise OutputError("this EPUB was not made by fic2book", file=place.name, way_out=_WAY_OUT)
    try:
        told = load(book.files[FILE])
    except ManifestError as error:
        raise OutputError(f"it cannot be compared: {error}", file=place.name, way_out=_WAY_OUT) from None
    return Edition(name=place.name, manifest=told, stories={one.id: one for one in epub.found_stories(book)})
