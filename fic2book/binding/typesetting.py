"""The press of one build: what is typeset stays, so that no page design is set twice."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar, cast

from fic2book.model import Book, Written
from fic2book.workers.shop import Shop
from fic2book.writers import typeset

Made = TypeVar("Made")


class Typesetting:
    """Books that were typeset in this build, with their PDFs."""

    def __init__(self, shop: Shop | None = None) -> None:
        self._kept: list[tuple[Book, Written]] = []
        self._made: list[tuple[object, object]] = []
        self._shop = shop or Shop()

    def keep(self, book: Book, written: Written) -> None:
        """Remember a PDF that was made elsewhere in the build."""
        self._kept.append((_plain(book), written))

    def pdf(self, book: Book) -> Written:
        """Return the reading PDF of a book; raises as the PDF's writer does."""
        wanted = _plain(book)
        found = next((written for kept, written in self._kept if kept == wanted), None)
        if found is None:
            found = typeset(book, self._shop)
            self._kept.append((wanted, found))
        return found

    def once(self, what: object, make: Callable[[], Made]) -> Made:
        """Return what was made for ``what`` before, else make it: a wrap asks for the interior that it goes round."""
        for known, made in self._made:
            if known == what:
                return cast("Made", made)
        made = make()
        self._made.append((what, made))
        return made


def _plain(book: Book) -> Book:
    return replace(book, printed=None)
