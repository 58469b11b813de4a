"""A finished PDF opened again: its pages as text, the places that have names, its outline."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Object, Pdf

from fic2book import raster
from fic2book.checks.unreadable import UnreadableError
from fic2book.errors import OutputError
from fic2book.walk import directions
from fic2book.walk.joined_letters import folded

_WAY_OUT = "Build the book again, or copy it again from where it came."


_DAMAGE = (pikepdf.PdfError, OutputError, RecursionError, AttributeError, LookupError, TypeError, ValueError)
"""What pikepdf raises while a damaged book is looked through: an object is missing, or is of another kind."""
Numbers = dict[tuple[int, int], int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line of the outline."""

    title: str
    page: int | None
    """0-based; nothing where it leads nowhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """The whole book."""

    data: bytes
    pdf: Pdf
    texts: tuple[str, ...]
    """Each page as pdfium reads it, in painting order."""
    letters: tuple[str, ...]
    """The same, folded."""
    starts: tuple[int, ...]
    """Where each page begins in the letters of the book, and where the last one ends."""
    labels: tuple[str, ...]
    """The number that stands on each page."""
    numbers: Numbers
    """Object of a page → its 0-based number."""
    places: dict[str, int]
    """Id → 0-based page, of every id in the book that has one."""
    outline: tuple[Entry, ...]
    """Its lines from top to bottom, chapters among them."""


@contextmanager
def opened(book: bytes) -> Iterator[Opened]:
    """Open a PDF; raises ``UnreadableError`` when there is nothing that could be proved."""
    code = "pdf-unreadable"
    if b"%PDF-" not in book[:1024]:
        raise UnreadableError(code, f"this is no PDF file. {_WAY_OUT}")
    try:
        pdf = pikepdf.open(io.BytesIO(book), attempt_recovery=False)
    except pikepdf.PasswordError as error:
        raise UnreadableError(code, "the PDF is locked with a password: nothing in it can be proved.") from error
    except (pikepdf.PdfError, ValueError, RuntimeError) as error:
        raise UnreadableError(code, f"the PDF is cut off or damaged. {_WAY_OUT}") from error
    with pdf:
        try:
            yield _read(book, pdf)
        except _DAMAGE as error:
            raise UnreadableError(code, f"the PDF is damaged inside. {_WAY_OUT}") from error


class Identity(NamedTuple):
    """What a PDF calls itself."""

    own: str
    anthology: str
    title: str


def identity(book: Opened) -> Identity:
    """Return the PDF's own identifier, the anthology's and its title, as the metadata say; empty where they say none.

    A PDF of an earlier version has the anthology's identifier for its own.
    """
    with book.pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        own = str(metadata.get("dc:identifier") or "")
        related = sorted(map(str, metadata.get("dc:relation") or ()))
        return Identity(own, next(iter(related), own), str(metadata.get("dc:title") or ""))


def section_letters(book: Opened, kind: str, said: str) -> str:
    """Return the letters of the pages from a section's first up to the next place that has a name.

    ``said`` is what they should say; only the order of words in lines of two directions is taken from it.
    """
    first = book.places.get(f"{kind}-page", book.places.get(kind))
    if first is None:
        return ""
    end = min((page for page in book.places.values() if page > first), default=len(book.letters))
    return in_order(book, (first, end), said)[1]


def in_order(book: Opened, pages: tuple[int, int], said: str) -> tuple[str, str]:
    """Return the text of pages and its letters, lines of two directions in the order in which ``said`` has them."""
    texts, signs = book.texts[slice(*pages)], book.letters[slice(*pages)]
    if directions.is_from_right(said):
        texts = tuple(directions.in_order(text, said) for text in texts)
        signs = tuple(map(folded, texts))
    return "\n".join(texts), "".join(signs)


def page_of(target: Object | None, book: Opened) -> int | None:
    """Return the 0-based page that a destination means, a named one too; nothing where it leads nowhere."""
    return _page(target, book.numbers, book.places)


@lru_cache(maxsize=1)
def _words(book: bytes) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the pages' texts, and the same folded; the last book's are kept, since two proofs in a row ask."""
    texts = tuple(raster.pdf_text(book))
    return texts, tuple(map(folded, texts))


def _read(data: bytes, pdf: Pdf) -> Opened:
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    texts, signs = _words(data)
    places = dict(_places(pdf, pages))
    with pdf.open_outline() as outline:
        entries = tuple(_entries(outline.root, pages, places))
    return Opened(
        data=data,
        pdf=pdf,
        texts=texts,
        letters=signs,
        starts=(0, *accumulate(map(len, signs))),
        labels=tuple(str(page.label) for page in pdf.pages),
        numbers=pages,
        places=places,
        outline=entries,
    )


def _places(pdf: Pdf, pages: Numbers) -> Iterator[tuple[str, int]]:
    if "/Names" not in pdf.Root or "/Dests" not in pdf.Root.Names:
        return
    for name, target in pikepdf.NameTree(pdf.Root.Names.Dests).items():
        page = _page(target, pages, {})
        if page is not None:
            yield str(name), page


def _entries(items: list[pikepdf.OutlineItem], pages: Numbers, places: dict[str, int]) -> Iterator[Entry]:
    for item in items:
        target = item.destination if item.destination is not None else _of_action(item.action)
        yield Entry(title=item.title, page=_page(target, pages, places))  # type: ignore[arg-type]  # a page's number is none of ours
        yield from _entries(item.children, pages, places)


def _of_action(action: Object | None) -> Object | None:
    return action.get("/D") if isinstance(action, Dictionary) else None


def _page(target: Object | None, pages: Numbers, places: dict[str, int]) -> int | None:
    if isinstance(target, Dictionary):
        target = target.get("/D")
    if isinstance(target, Array) and len(target):
        first = target[0]
        return pages.get(first.objgen) if isinstance(first, Dictionary) else None
    return None if target is None else places.get(str(target))
