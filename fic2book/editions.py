"""Editions of one anthology: what the one before had, as the EPUB in the output folder tells, and what is new."""

import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from fic2book.manifest import FILE, Manifest, ManifestError, StoryRecord, load, manifest
from fic2book.model import Anthology
from fic2book.slugs import slug

_LARGEST = 64_000_000
"""Bytes of a manifest that are read: a book of ten thousand stories has fewer."""


def marked(anthology: Anthology, output: Path) -> Anthology:
    """Return the anthology with the marks of its edition; ``output`` may hold the one before.

    An edition begins when a story comes or goes. Until the next one begins its marks stay, however often it is built;
    a story that was edited, retitled or moved is no other one. Without an earlier book nothing is new.
    """
    last = _last(anthology.identifier, output, f"{slug(anthology.title)}.epub")
    if last is None:
        return anthology
    own = manifest(anthology).stories
    known = dict(_pairs(own, last.stories))
    if len(known) == len(own) == len(last.stories):
        fresh = {mine for mine, theirs in known.items() if theirs in last.new}
        return replace(anthology, new=frozenset(fresh), before=last.before)
    fresh = {record.id for record in own} - known.keys()
    return replace(anthology, new=frozenset(fresh), before=tuple(record.id for record in last.stories))


def _last(identifier: str, output: Path, name: str) -> Manifest | None:
    """Return what the book of that name, else another one in the folder, says of itself if it is this anthology."""
    if not output.is_dir():
        return None
    others = sorted(place for place in output.glob("*.epub") if place.name != name)
    said = (_said(place) for place in (output / name, *others))
    return next((one for one in said if one is not None and one.identifier == identifier), None)


def _said(place: Path) -> Manifest | None:
    """Return a book's manifest; nothing where there is no book, or one that is damaged or not ours."""
    try:
        with zipfile.ZipFile(place) as book:
            if book.getinfo(FILE).file_size > _LARGEST:
                return None
            return load(book.read(FILE))
    except (OSError, KeyError, RuntimeError, NotImplementedError, zipfile.BadZipFile, ManifestError):
        return None


def _pairs(own: Iterable[StoryRecord], theirs: Iterable[StoryRecord]) -> Iterator[tuple[str, str]]:
    """Yield the ids of stories that are the same: by address, else by title and authors, else by their letters."""
    mine, left = list(own), list(theirs)
    for is_same in _SAME:
        for record in list(mine):
            found = next((other for other in left if is_same(record, other)), None)
            if found is not None:
                mine.remove(record)
                left.remove(found)
                yield record.id, found.id


def _same_name(one: StoryRecord, other: StoryRecord) -> bool:
    """Tell whether title and authors are the same; two addresses are two stories."""
    return not (one.url and other.url) and (one.title, one.authors) == (other.title, other.authors)


_SAME: tuple[Callable[[StoryRecord, StoryRecord], bool], ...] = (
    lambda one, other: bool(one.url) and one.url == other.url,
    _same_name,
    lambda one, other: bool(one.letters) and one.sha256 == other.sha256,
)
