"""The outputs: each writer gets a whole book and gives finished files, by the suffix of their names.

A flavour is the finished EPUB once more, for one kind of device.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from fic2book.model import Book, Written
from fic2book.workers.shop import Shop

Writer = Callable[[Book], Written]
"""A book → its files by suffix, and what was noticed while they were made."""


def _epub(book: Book) -> Written:
    from fic2book.writers import epub

    return epub.write(book)


def typeset(book: Book, shop: Shop | None = None) -> Written:
    """Make the PDF, its pieces typeset in a shop; in this process where there is none."""
    from fic2book.writers import pdf

    return pdf.write(book, shop) if shop else pdf.write(book)


WRITERS: Mapping[str, Writer] = {"epub": _epub, "pdf": typeset}

Flavour = Callable[[bytes], Written]
"""A finished EPUB → the same book for one kind of device, and what was noticed on the way."""


def _kepub(book: bytes) -> Written:
    from fic2book.writers import kepub

    return kepub.make(book)


def _azw3(book: bytes) -> Written:
    from fic2book.writers import azw3

    return azw3.make(book)


FLAVOURS: Mapping[str, Flavour] = {"kepub": _kepub, "azw3": _azw3}


def needed(asked: Sequence[str]) -> tuple[str, ...]:
    """Return the outputs to make for those that are asked for, each before what is made from it.

    The PDF comes first: where its pages begin is told in the EPUB.
    """
    flavours = [name for name in asked if name in FLAVOURS]
    first = [name for name in ("pdf", "epub") if name in asked]
    if flavours and "epub" not in first:
        first.append("epub")
    return (*first, *flavours)


def with_pages(book: Book, written: Written) -> Book:
    """Return the book with its printed pages, if they are what was written."""
    if ".pdf" not in written.files:
        return book
    from fic2book.writers.pdf import printed

    return replace(book, printed=printed.pages(written.files[".pdf"], book))
