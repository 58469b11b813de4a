"""Finished books without their manuscripts: the manifest inside the EPUB is the measure, for the PDF beside it too."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import PurePath

from fic2book.checks import azw3, booklet, epub, kepub, pdf, sealed
from fic2book.checks import books as several
from fic2book.checks.told import Told
from fic2book.checks.unreadable import UnreadableError
from fic2book.manifest import FILE, Manifest, ManifestError, load
from fic2book.model import Problem, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class _Proved:
    """An EPUB that says what it holds, opened."""

    name: str
    book: epub.Opened
    manifest: Manifest
    told: Told


def problems(books: Mapping[str, bytes]) -> Iterator[Problem]:
    """Prove every book, by file name: EPUBs against their manifests, PDFs against the EPUB, booklets unfolded."""
    proved: list[_Proved] = []
    beside = {name: _BESIDE.get(PurePath(name).suffix.lower()) for name in books}
    for name, book in books.items():
        if beside[name] is None:
            yield from _named(name, _epub(name, book, proved))
    imposed = {name: books[name] for name, prove in beside.items() if prove is _pdf and booklet.is_booklet(books[name])}
    yield from booklet.alone(imposed)
    for name, prove in beside.items():
        if prove is not None and name not in imposed:
            yield from _named(name, prove(name, books[name], proved))
    for one, other in combinations(proved, 2):
        yield from several.agreeing((one.name, one.manifest), (other.name, other.manifest))


def _epub(name: str, book: bytes, proved: list[_Proved]) -> Iterator[Problem]:
    """Prove an EPUB, and add it to those that others can be compared with."""
    if not name.lower().endswith(".epub"):
        said = "only EPUB, PDF and AZW3 can be proved"
        raise UnreadableError("not-ours", f"{said}; this file’s name ends with none of them.")
    opened = epub.opened(book)
    found = epub.found_stories(opened)
    manifest = _manifest(opened)
    if isinstance(manifest, Manifest):
        notes = epub.found_notes(opened)
        told = sealed.told(manifest, found, notes)
        yield from sealed.problems(manifest, found, notes)
        yield from epub.beside(opened, told, found)
        proved.append(_Proved(name=name, book=opened, manifest=manifest, told=told))
    else:
        said = f"{manifest}: only its links and files were proved, not its stories."
        yield Problem(code="not-ours", severity=Severity.ERROR, message=said)
    yield from epub.problems(opened, None)
    if name.lower().endswith(kepub.SUFFIX):
        yield from kepub.places(opened)


def _pdf(name: str, book: bytes, proved: list[_Proved]) -> Iterator[Problem]:
    """Prove a PDF against the EPUB of the same book; without one say what could not be proved."""
    with pdf.opened(book) as opened:
        own = pdf.identity(opened)
        measure = _of_same_book(name, (own.anthology, own.title), proved)
        yield from pdf.problems(opened, measure.told if measure else None)
        if measure:
            yield from several.beside(opened, measure.book)
            return
        said = (
            "the PDF’s links and fonts were proved. Whether every word is in it can only be seen beside its EPUB "
            "(name both) or its manuscripts (--against)."
        )
        yield Problem(code="pdf-alone", severity=Severity.INFO, message=said)


def _azw3(name: str, book: bytes, proved: list[_Proved]) -> Iterator[Problem]:
    """Prove an AZW3 against the EPUB of the same book; without one say what could not be proved."""
    opened = azw3.opened(book)
    measure = _of_same_book(name, ("", opened.title), proved)
    if measure:
        yield from azw3.problems(opened, measure.told)
        return
    said = "whether every word is in it can only be seen beside its EPUB (name both) or its manuscripts (--against)."
    yield Problem(code="azw3-alone", severity=Severity.INFO, message=f"the AZW3 can be opened; {said}")


_BESIDE: Mapping[str, Callable[[str, bytes, list[_Proved]], Iterator[Problem]]] = {".pdf": _pdf, ".azw3": _azw3}
"""Suffix → proof of such a file against an EPUB of the same book, where there is one."""


def _of_same_book(name: str, said: tuple[str, str], proved: list[_Proved]) -> _Proved | None:
    """Return the EPUB with that identifier, else the one with the file's name, else the one with that title."""
    identifier, title = said
    stem = PurePath(name).stem
    tests = (
        lambda one: identifier and one.manifest.identifier == identifier,
        lambda one: PurePath(one.name).stem.removesuffix(".kepub") == stem,
        lambda one: f"{title}: ".startswith(f"{one.manifest.title}: "),  # some have the subtitle behind it
    )
    return next((one for test in tests for one in proved if test(one)), None)


def _manifest(book: epub.Opened) -> Manifest | str:
    """Return what a book says about itself, or why it does not."""
    if FILE not in book.files:
        return "this EPUB was not made by fic2book"
    try:
        return load(book.files[FILE])
    except ManifestError as error:
        return f"what this EPUB says about itself cannot be read ({error})"


def _named(name: str, found: Iterator[Problem]) -> Iterator[Problem]:
    """Yield problems with the book's name where they have no place; a book that cannot be opened is one of them."""
    try:
        for problem in found:
            yield problem if problem.place else replace(problem, place=name)
    except UnreadableError as error:
        yield replace(error.problem, place=name)
