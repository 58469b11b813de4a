"""EPUB 2 and 3: a container names a package, the package an order of pages, and the pages are one manuscript."""

from contextlib import suppress

from fic2book.errors import ManuscriptError
from fic2book.model import Change, Document, Kind
from fic2book.readers import zipped
from fic2book.readers.epub import links, others, xml
from fic2book.readers.epub.binding import RULE, Bound, Shelf, bind
from fic2book.readers.epub.contents import read_contents
from fic2book.readers.epub.metadata import facts
from fic2book.readers.epub.names import names
from fic2book.readers.epub.package import open_package
from fic2book.readers.epub.protection import refuse_locked
from fic2book.readers.given import Given
from fic2book.readers.zipped import Archive

_AGAIN = "Download it again, or get the story as HTML or text."


def read(given: Given) -> Document:
    """Return a book as markup in rows, a section a page; which of them are the story, its source says.

    Raises ``ManuscriptError`` when it is locked, damaged, another kind of file, or has no page that can be read.
    """
    file = given.file
    others.refuse(given.data, file)
    archive = zipped.opened(given.data, file)
    others.refuse_archive(archive, file)
    refuse_locked(archive, file)
    known = names(archive)
    package = open_package(archive, known, file)
    contents = read_contents(archive, package.contents, known)
    bound = bind(Shelf(file, archive, known, package, contents))
    if not any(line.text.strip() for line in bound.lines):
        raise ManuscriptError(_why_empty(bound), file=file, way_out=_AGAIN)
    return Document(
        file=file,
        format="epub",
        lines=bound.lines,
        head={**_heads_inside(archive, package.name, file), **bound.head, **package.head},
        body=links.joined(bound.sections, bound.names, known),
        pictures=bound.pictures,
        changes=(*map(_refused, archive.refused), *bound.changes),
    )


def _heads_inside(archive: Archive, package: str, file: str) -> dict[str, tuple[str, ...]]:
    """Return what the packages of merged books say, by their folder: ``1/dc:title``."""
    head: dict[str, tuple[str, ...]] = {}
    for name in archive.names:
        if name.lower().endswith(".opf") and name != package:
            with suppress(ManuscriptError):  # an empty one says nothing
                said = facts(xml.tree(archive.read(name), file))
                head |= {f"{name.rpartition('/')[0]}/{key}": value for key, value in said.items()}
    return head


def _why_empty(bound: Bound) -> str:
    trouble = next((change for change in bound.changes if change.rule == RULE and not bound.names), None)
    if trouble is None:
        return "there is no word on the pages of this book"
    return f"none of the pages that this book names can be read ({trouble.before}: {trouble.after.rstrip('.').lower()})"


def _refused(name: str) -> Change:
    after = "This file's name leads out of the book or stands in it twice; it was not opened."
    return Change(rule=RULE, kind=Kind.FLAGGED, line=0, before=name, after=after)
