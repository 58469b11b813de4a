"""The contents that reading systems show name every story, in order: EPUB 3's navigation and EPUB 2's NCX."""

from collections.abc import Iterator, Sequence

from fic2book.checks.epub.found import FoundStory
from fic2book.checks.epub.opened import Opened, resolved
from fic2book.markup import Element
from fic2book.model import Problem, Severity

_NCX = "application/x-dtbncx+xml"
_TYPE = "{http://www.idpf.org/2007/ops}type"


def problems(book: Opened, found: Sequence[FoundStory]) -> Iterator[Problem]:
    """Look for each story's first document or its id in both contents."""
    nav = next((item.path for item in book.items if "nav" in item.properties), "")
    ncx = next((item.path for item in book.items if item.media_type == _NCX), "")
    for path, label, tag, attribute in ((nav, "navigation", "a", "href"), (ncx, "NCX", "content", "src")):
        root = book.page(path)
        if root is None:
            yield _problem("contents-lost", f"the EPUB has no {label} that can be read: it opens without contents.", "")
            continue
        targets = [resolved(path, element.get(attribute, "")) for element in _toc(root).iter(tag)]
        yield from _listed(label, targets, found)


def _toc(root: Element) -> Element:
    """Return the table of contents itself, without landmarks and page lists."""
    return next((nav for nav in root.iter("nav") if nav.get(_TYPE) == "toc"), root)


def _listed(label: str, targets: Sequence[tuple[str, str]], found: Sequence[FoundStory]) -> Iterator[Problem]:
    places = {to: at for at, to in reversed(list(enumerate(targets)))}
    last = -1
    for story in found:
        own = ((story.path, ""), (story.path, story.id))
        place = min((places[to] for to in own if to in places), default=None)
        if place is None:
            yield _problem("contents-lost", f"“{story.title}” is missing from the EPUB’s {label}.", story.path)
        elif place < last:
            yield _problem("contents-order", f"“{story.title}” is out of order in the EPUB’s {label}.", story.path)
        else:
            last = place


def _problem(code: str, message: str, path: str) -> Problem:
    return Problem(code=code, severity=Severity.ERROR, message=message, place=path)
