"""The outputs: each writer gets a whole book and gives finished files, by the suffix of their names."""

from collections.abc import Callable, Mapping

from fic2book.model import Book

Writer = Callable[[Book], Mapping[str, bytes]]
"""A book → its files: suffix (``.epub``) → bytes."""


def _epub(book: Book) -> Mapping[str, bytes]:
    from fic2book.writers import epub  # noqa: PLC0415 - EbookLib takes 0.1 s, which only a build should pay

    return epub.write(book)


def _pdf(book: Book) -> Mapping[str, bytes]:
    from fic2book.writers import pdf  # noqa: PLC0415 - WeasyPrint takes 0.5 s and may not be there at all

    return pdf.write(book)


WRITERS: Mapping[str, Writer] = {"epub": _epub, "pdf": _pdf}
