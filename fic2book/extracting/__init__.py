"""`extract`: a finished EPUB → the folder that makes it again, read back before it counts."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from fic2book import checks, config, files, pipeline
from fic2book.checks.epub import Opened, opened
from fic2book.checks.unreadable import UnreadableError
from fic2book.errors import ManuscriptError, OutputError
from fic2book.extracting.folder import Apart, as_html, taken_apart
from fic2book.manifest import FILE, Manifest, ManifestError, load
from fic2book.model import Problem, Severity, Story
from fic2book.reading import read_folder, silent
from fic2book.slugs import file_name

_NOT_OURS = (
    "Put it into a folder with your other stories: `fic2book build` reads it as a manuscript, "
    "and `fic2book inspect` shows what it finds."
)
_ID = re.compile(r"[a-z][a-z0-9-]*\Z")
"""What a story's id looks like; files are named by it."""
_AGAIN = "Copy it again from where it came, or build it again."
_SAME = (
    "title", "body", "authors", "notes", "summary", "collection", "series", "language", "rating", "warnings",
    "categories", "fandoms", "relationships", "characters", "tags", "published", "updated", "url", "permission",
    "words_stated", "chapters_stated", "status", "recipients", "related", "origin", "images_left_out", "show_notes",
    "show_disclaimers",
)  # fmt: skip
"""What a story has to have when its file is read again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """What came of it."""

    place: Path
    sentences: tuple[str, ...]
    clean: bool
    """False when the book was changed after it was made, and lacks what it says it holds."""


def run(book: Path, directory: Path | None) -> Extracted:
    """Take a book apart into ``directory``, which must be new or empty; the default is named after the book.

    Raises ``ManuscriptError`` for what is no book of fic2book, ``OutputError`` when the folder cannot be made.
    """
    data = _read(book)
    pages = _opened(data, book.name)
    manifest = _manifest(pages, book.name)
    place = directory or Path(file_name(manifest.title))
    _see_it_is_free(place)
    apart = taken_apart(pages, manifest)
    _write(apart, place)
    problems = checks.prove_alone({book.name: data})
    return Extracted(
        place=place,
        sentences=tuple(_sentences(apart, problems)),
        clean=not any(problem.severity is Severity.ERROR for problem in problems),
    )


def _read(book: Path) -> bytes:
    try:
        return book.read_bytes()
    except OSError as error:
        reason = f"cannot be opened ({(error.strerror or 'unknown reason').lower()})"
        raise ManuscriptError(reason, file=book.name, way_out="Give the EPUB that fic2book made.") from None


def _opened(data: bytes, name: str) -> Opened:
    if data.startswith(b"%PDF-"):
        reason = "this is a PDF, and only the EPUB of a book can be taken apart"
        raise ManuscriptError(reason, file=name, way_out="Give the .epub that lies beside it.")
    try:
        return opened(data)
    except UnreadableError as error:
        raise ManuscriptError(str(error).rstrip("."), file=name, way_out=_AGAIN) from None


def _manifest(book: Opened, name: str) -> Manifest:
    if FILE not in book.files:
        raise ManuscriptError("this is no book that fic2book made", file=name, way_out=_NOT_OURS)
    try:
        manifest = load(book.files[FILE])
    except ManifestError as error:
        raise ManuscriptError(str(error), file=name, way_out=_AGAIN) from None
    ids = [story.id for story in manifest.stories]
    if len(set(ids)) != len(ids) or not all(map(_ID.match, ids)):
        raise ManuscriptError("its manifest names stories by what is no name", file=name, way_out=_AGAIN)
    return manifest


def _see_it_is_free(place: Path) -> None:
    way_out = "Choose a new folder with -o; nothing in this one was touched."
    if place.exists() and not place.is_dir():
        raise OutputError("is a file, not a folder", file=place.name, way_out=way_out)
    if place.is_dir() and any(place.iterdir()):
        raise OutputError("there are files in this folder already", file=place.name, way_out=way_out)


def _write(apart: Apart, place: Path) -> None:
    """Write the folder beside its place, read it, and rename it: all of it or nothing."""
    try:
        place.absolute().parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".", suffix=".part", dir=place.absolute().parent) as beside:
            part = Path(beside) / "folder"
            _fill(part, apart.files)
            odd = _differing(apart, part)
            if odd:
                _fill(part, {file: as_html(story) for file, story in odd.items()})
                _see_all_came_back(_differing(apart, part))
            if place.is_dir():
                place.rmdir()
            part.rename(place)
    except OSError as error:
        reason = f"cannot be written: {(error.strerror or 'the disk says no').lower()}"
        raise OutputError(reason, file=place.name, way_out="Choose another folder with -o.") from None


def _fill(folder: Path, named: Mapping[str, bytes]) -> None:
    for name, data in named.items():
        files.write(folder / name, data)


def _differing(apart: Apart, folder: Path) -> Mapping[str, Story]:
    """Return the stories that are not what they were when their files are read, by file."""
    settings = config.load(folder, {})
    read = pipeline.gather(read_folder(settings, silent), settings).stories
    found = {story.file: story for story in read}
    return {file: story for file, story in apart.stories.items() if not _is_same(story, found.get(file))}


def _is_same(story: Story, read: Story | None) -> bool:
    return read is not None and all(getattr(story, name) == getattr(read, name) for name in _SAME)


def _see_all_came_back(odd: Mapping[str, Story]) -> None:
    if odd:
        titles = ", ".join(f"“{story.title}”" for story in odd.values())
        raise OutputError(
            f"{titles} would not come back as in the book, so nothing was written",
            way_out="This is a fault of fic2book; please report it with the book.",
        )


def _sentences(apart: Apart, problems: tuple[Problem, ...]) -> Iterator[str]:
    told = (problem for problem in problems if problem.severity is not Severity.INFO)
    yield from (f"{problem.severity} {problem.code}: {problem.message}" for problem in told)
    count = len(apart.stories)
    yield f"{'1 story' if count == 1 else f'{count:,} stories'} taken out and read back: each is as it is in the book."
    if apart.hidden:
        notes = "1 note" if apart.hidden == 1 else f"{apart.hidden:,} notes"
        yield f"{notes} that you hid when the book was made stand nowhere in it, and did not come back."
