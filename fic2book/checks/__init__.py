"""Every finished book is opened again and proved: nothing lost, nothing foreign, every link and font in its place."""

from collections.abc import Callable, Iterator, Mapping

from fic2book.model import Anthology, Problem

Check = Callable[[bytes, Anthology], Iterator[Problem]]


def _epub(book: bytes, anthology: Anthology) -> Iterator[Problem]:
    from fic2book.checks import epub

    return epub.check(book, anthology)


def _pdf(book: bytes, anthology: Anthology) -> Iterator[Problem]:
    from fic2book.checks import booklet, interior, pdf  # late: an EPUB by itself needs no reader of PDFs

    if booklet.is_booklet(book):
        return iter(())  # sheets are proved by their folds
    return interior.words(book, anthology) if interior.is_interior(book) else pdf.check(book, anthology)


def _kepub(book: bytes, anthology: Anthology) -> Iterator[Problem]:
    from fic2book.checks import kepub

    return kepub.check(book, anthology)


def _azw3(book: bytes, anthology: Anthology) -> Iterator[Problem]:
    from fic2book.checks import azw3

    return azw3.check(book, anthology)


CHECKS: Mapping[str, tuple[Check, ...]] = {
    ".epub": (_epub,),
    ".pdf": (_pdf,),
    ".kepub.epub": (_kepub,),
    ".azw3": (_azw3,),
}
"""Suffix → proofs of such a file against the anthology that it was made from."""


def prove(files: Mapping[str, bytes], anthology: Anthology) -> tuple[Problem, ...]:
    """Prove finished books, by suffix, against their anthology; no problem means that all of it is there."""
    proofs = ((check, book) for suffix, book in files.items() for check in CHECKS.get(suffix, ()))
    found = [problem for check, book in proofs for problem in check(book, anthology)]
    if {".epub", ".pdf"} <= files.keys():
        from fic2book.checks import books  # late: two books only

        found += books.together(files[".epub"], files[".pdf"])
    return tuple(dict.fromkeys(found))


def undescribed(anthology: Anthology) -> tuple[Problem, ...]:
    """Ask for the words of pictures that have none, whatever the outputs."""
    from fic2book.checks import described  # late: with the other checks

    return tuple(described.problems(anthology))


def prove_alone(files: Mapping[str, bytes]) -> tuple[Problem, ...]:
    """Prove books, by file name, against what they say of themselves and against each other."""
    from fic2book.checks import alone  # late: a build has the anthology to compare with

    return tuple(dict.fromkeys(alone.problems(files)))
