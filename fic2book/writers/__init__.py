"""The outputs: each writer gets a whole book and gives finished files, by the suffix of their names."""

from collections.abc import Callable, Mapping

from fic2book.model import Book

Writer = Callable[[Book], Mapping[str, bytes]]
"""A book → its files: suffix (``.epub``) → bytes."""


def _epub(book: Book) -> Mapping[str, bytes]:
    from fic2book.writers import epub

    return epub.write(book)


def _pdf(book: Book) -> Mapping[str, bytes]:
    from fic2book.writers import pdf

    return pdf.write(book)


WRITERS: Mapping[str, Writer] = {"epub": _epub, "pdf": _pdf}
