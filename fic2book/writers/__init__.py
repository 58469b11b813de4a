"""The outputs: each writer gets a whole book and gives finished files, by the suffix of their names."""

from collections.abc import Callable, Mapping

from fic2book.model import Book, Written

Writer = Callable[[Book], Written]
"""A book → its files by suffix, and what was noticed while they were made."""


def _epub(book: Book) -> Written:
    from fic2book.writers import epub

    return epub.write(book)


def _pdf(book: Book) -> Written:
    from fic2book.writers import pdf

    return pdf.write(book)


WRITERS: Mapping[str, Writer] = {"epub": _epub, "pdf": _pdf}
