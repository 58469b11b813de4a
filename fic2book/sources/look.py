"""Looking at a page: its tree before anybody takes it apart, and elements by id, by their words, by their links."""

import re
from functools import lru_cache

from fic2book import markup
from fic2book.markup import Element
from fic2book.model import Document


def is_page(document: Document) -> bool:
    """Tell whether a document has a tree to read."""
    return document.format in {"html", "epub", "docx"}


def at(document: Document) -> Element:
    """Return the page's tree to look at; it is everybody's, so nothing in it may be changed."""
    return _parsed(document.body)


def by_id(root: Element, *names: str) -> Element | None:
    """Return the first element with one of these ids."""
    return next(iter(all_by_id(root, *names)), None)


def all_by_id(root: Element, *names: str) -> list[Element]:
    """Return every element with one of these ids, in order; in an EPUB each file may have its own."""
    return [element for element in root.iter() if element.get("id") in names]


def text(element: Element) -> str:
    """Return an element's words on one line."""
    return " ".join(markup.text_of(element).split())


def saying(root: Element, pattern: str, *tags: str) -> list[Element]:
    """Return the elements whose whole text matches, the innermost, in order; of any tag unless some are named."""
    whole = re.compile(pattern, re.IGNORECASE)
    found = [element for element in root.iter(*tags) if whole.fullmatch(text(element))]
    return [element for element in found if not any(inner in found for inner in element.iterdescendants())]


def links(element: Element) -> tuple[str, ...]:
    """Return the texts of the links in an element: on the sites' pages a list of names is a list of links."""
    return tuple(dict.fromkeys(name for link in element.iter("a") if (name := text(link))))


@lru_cache(maxsize=1)  # each source looks at the same page in turn
def _parsed(body: str) -> Element:
    return markup.parse(body)
