"""Proofs of a finished kepub: those of every EPUB, and a place that a Kobo can remember at every word."""

from collections.abc import Iterator
from itertools import pairwise

from fic2book.checks import epub
from fic2book.checks.unreadable import UnreadableError
from fic2book.markup import Element
from fic2book.model import Anthology, Problem, Severity

SUFFIX = ".kepub.epub"
_PLACE = "koboSpan"
_WITHOUT = frozenset({"pre", "svg", "math"})
"""What Kobo keeps as it is."""


def check(book: bytes, anthology: Anthology) -> Iterator[Problem]:
    """Prove a kepub against its anthology."""
    yield from epub.check(book, anthology)
    try:
        again = epub.opened(book)
    except UnreadableError:
        return  # told before
    yield from places(again)


def places(book: epub.Opened) -> Iterator[Problem]:
    """Look whether every word has a place, and whether places are told apart and count upwards."""
    for path in book.spine:
        root = book.page(path)
        body = None if root is None else root.find("body")
        if body is None:
            continue
        bare = next(_outside(body), "")
        if bare:
            said = f"words without a place that a Kobo could remember: “{' '.join(bare.split())[:60]}”"
            yield _problem(path, said)
        counted = [_counted(element.get("id", "")) for element in body.iter("span") if element.get("class") == _PLACE]
        if any(one >= other for one, other in pairwise(counted)):
            yield _problem(path, "places that a Kobo would mistake for each other")


def _outside(body: Element) -> Iterator[str]:
    """Yield the texts that stand in no place."""
    waiting = [body]
    while waiting:
        element = waiting.pop()
        inside = "" if element.tag in _WITHOUT or element.get("class") == _PLACE else element.text or ""
        behind = "" if element is body else element.tail or ""
        yield from (text for text in (inside, behind) if text.strip())
        if element.tag not in _WITHOUT and element.get("class") != _PLACE:
            waiting += reversed(element)


def _counted(name: str) -> tuple[int, ...]:
    """Return paragraph and sentence of a place such as ``kobo.12.3``; what has none stands before all others."""
    numbers = name.removeprefix("kobo.").split(".")
    return tuple(map(int, numbers)) if all(number.isdecimal() for number in numbers) else ()


def _problem(path: str, said: str) -> Problem:
    return Problem(
        code="kobo-place", severity=Severity.ERROR, message=f"the kepub’s page {path} has {said}.", place=path
    )
