"""Finished books without their manuscripts: the manifest inside the EPUB is the measure, for the PDF beside it too."""

from collections.abc import Iterator, Mapping

from fic2book.checks import epub, sealed
from fic2book.checks.unreadable import UnreadableError
from fic2book.manifest import Manifest, ManifestError, load
from fic2book.model import Problem, Severity


def problems(books: Mapping[str, bytes]) -> Iterator[Problem]:
    """Prove every book, by file name."""
    for name, book in books.items():
        try:
            yield from _epub(name, book)
        except UnreadableError as error:
            yield Problem(
                code=error.problem.code,
                severity=error.problem.severity,
                message=error.problem.message,
                place=name,
            )


def _epub(name: str, book: bytes) -> Iterator[Problem]:
    opened = epub.opened(book)
    found = epub.found_stories(opened)
    manifest = _manifest(opened)
    if isinstance(manifest, Manifest):
        yield from sealed.problems(manifest, found)
    else:
        sentence = f"{manifest}: only its links and files were proved, not its stories."
        yield Problem(code="not-ours", severity=Severity.ERROR, message=sentence, place=name)
    yield from epub.problems(opened, None)


def _manifest(book: epub.Opened) -> Manifest | str:
    """Return what a book says about itself, or why it does not."""
    if epub.MANIFEST not in book.files:
        return "this EPUB was not made by fic2book"
    try:
        return load(book.files[epub.MANIFEST])
    except ManifestError as error:
        return f"what this EPUB says about itself cannot be read ({error})"
