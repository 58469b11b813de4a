"""Every link inside the EPUB leads somewhere: in the text, in the contents, in the landmarks, in the old contents."""

from collections.abc import Iterator

from fic2book import markup
from fic2book.checks.epub.opened import Opened, is_outside, resolved
from fic2book.markup import Element
from fic2book.model import Problem, Severity

_LINKS = (("a", "href"), ("area", "href"), ("content", "src"), ("reference", "href"))
"""Elements of pages, of the NCX and of the guide that lead to a place in the book."""


def problems(book: Opened) -> Iterator[Problem]:
    """Follow every link."""
    ids = {path: {element.get("id") for element in root.iter("*")} for path, root in book.trees.items()}
    for path, root in [*book.trees.items(), (book.package, book.root)]:
        for element, address in _links(root):
            target, fragment = resolved(path, address)
            if target not in book.files:
                yield _broken(path, element, f"to {target}, a file that is not in it")
            elif fragment and fragment not in ids.get(target, ()):
                yield _broken(path, element, f"to #{fragment} in {target}, which is not there")


def _links(root: Element) -> Iterator[tuple[Element, str]]:
    for tag, attribute in _LINKS:
        for element in root.iter(tag):
            address = element.get(attribute)
            if address and not is_outside(address):
                yield element, address


def _broken(path: str, element: Element, where: str) -> Problem:
    said = " ".join(_label(element).split())
    link = f"the link “{said}”" if said else "a link"
    message = f"{link} of the EPUB leads {where}."
    return Problem(code="link-broken", severity=Severity.ERROR, message=message, place=path)


def _label(element: Element) -> str:
    """Return what a link reads; the NCX has its label beside the address."""
    label = element.getparent() if element.tag == "content" else element
    return markup.text_of(label) if label is not None else ""
