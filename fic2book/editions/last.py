"""The edition before: what the manifest among the finished books says, or a book itself."""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from fic2book.editions import identity
from fic2book.errors import SettingsError
from fic2book.manifest import BESIDE, FILE, Manifest, ManifestError, load
from fic2book.model import Anthology, Settings
from fic2book.slugs import file_name

_LARGEST = 64_000_000
"""Bytes of a manifest that are read: a book of ten thousand stories has fewer."""
_WAY_OUT = "Name an EPUB that fic2book made, or the .fic2book.json that lay beside it."


class Last(NamedTuple):
    """An earlier edition."""

    manifest: Manifest
    is_base: bool
    """Whether a person named it: then all marks are against it, whatever was built since."""


def last(anthology: Anthology, settings: Settings) -> Last | None:
    """Return the edition that a person names, else the last build of this anthology in the output folder."""
    if settings.since is not None:
        return Last(_named(settings.since, settings.output / file_name(anthology.title)), is_base=True)
    if not settings.output.is_dir():
        return None
    said = list(_all(settings.output, file_name(anthology.title)))
    ours = (one for is_ours in (_by_identifier, _by_stories) for one in said if is_ours(one, anthology))
    found = next(ours, None)
    return Last(found, is_base=False) if found else None


def _named(place: Path, book: Path) -> Manifest:
    if place.resolve() in (Path(f"{book}.epub").resolve(), Path(f"{book}{BESIDE}").resolve()):
        raise SettingsError(
            "since names the book that is being built",
            file=place.name,
            way_out="Put a copy of the edition before into another folder, and name that.",
        )
    if not place.is_file():
        raise SettingsError("since names a file that is not there", file=place.name, way_out=_WAY_OUT)
    try:
        return read(place)
    except ManifestError as error:
        raise SettingsError(
            f"since names a file that is no earlier edition: {error}", file=place.name, way_out=_WAY_OUT
        ) from None


def read(place: Path) -> Manifest:
    """Return what a manifest, or the one inside an EPUB, says; raises ``ManifestError`` where there is none."""
    try:
        if place.suffix.lower() == ".json":
            return load(place.read_bytes() if place.stat().st_size <= _LARGEST else b"")
        with zipfile.ZipFile(place) as book:
            return load(book.read(FILE) if book.getinfo(FILE).file_size <= _LARGEST else b"")
    except KeyError:
        reason = "it was not made by fic2book"
        raise ManifestError(reason) from None
    except (OSError, RuntimeError, NotImplementedError, ValueError, zipfile.BadZipFile) as error:
        if isinstance(error, ManifestError):
            raise
        reason = "it cannot be opened"
        raise ManifestError(reason) from None


def _all(output: Path, name: str) -> Iterator[Manifest]:
    """Yield what the books in a folder say, the one of that name first, a manifest before the books beside it."""
    first = (output / f"{name}{BESIDE}", output / f"{name}.epub")
    others = (place for end in (BESIDE, ".epub") for place in sorted(output.glob(f"*{end}")) if place not in first)
    for place in (*first, *others):
        try:
            yield read(place)
        except ManifestError:
            continue


def _by_identifier(one: Manifest, anthology: Anthology) -> bool:
    return one.identifier == anthology.identifier


def _by_stories(one: Manifest, anthology: Anthology) -> bool:
    """Tell whether most of a book's stories are here, and nobody named the one or the other otherwise.

    A book without a title has its name from its folder or its stories, and its identifier from both; neither may turn
    it into another book when a story comes.
    """
    guessed = set(anthology.edition.guessed) & set(one.guessed)
    if "identifier" not in guessed or ("title" not in guessed and one.title != anthology.title):
        return False
    known = identity.pairs(list(map(identity.of_story, anthology.stories)), list(map(identity.of_record, one.stories)))
    return 2 * len(known) > len(one.stories)
