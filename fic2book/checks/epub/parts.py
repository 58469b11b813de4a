"""The package and the archive agree: every declared file is there, every file is declared, the spine can be read."""

from collections.abc import Iterator

from fic2book.checks.epub.opened import Opened, is_outside
from fic2book.model import Problem, Severity

_MIMETYPE = b"application/epub+zip"


def problems(book: Opened) -> Iterator[Problem]:
    """Compare the package's list with the files."""
    yield from book.problems
    if next(iter(book.files)) != "mimetype" or book.files["mimetype"] != _MIMETYPE:
        yield _problem("mimetype", "the EPUB does not begin with its mimetype file: some readers do not open it.", "")
    declared = {item.path for item in book.items}
    for item in book.items:
        if item.path not in book.files and not is_outside(item.path):
            yield _problem(
                "file-missing", f"the EPUB’s package names {item.path}, which is not in the file.", item.path
            )
    for path in book.files:
        if path not in declared and path not in ("mimetype", book.package) and not path.startswith("META-INF/"):
            yield _problem("file-undeclared", f"the EPUB holds {path}, which its package does not name.", path)
    if not book.spine:
        yield _problem("spine-broken", "the EPUB’s reading order is empty: readers show nothing.", book.package)
    for path in book.spine:
        if path not in declared:
            yield _problem("spine-broken", "the EPUB’s reading order names a page that it does not have.", book.package)


def _problem(code: str, message: str, place: str) -> Problem:
    return Problem(code=code, severity=Severity.ERROR, message=message, place=place)
