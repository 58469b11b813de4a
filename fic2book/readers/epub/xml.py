"""A book's own XML (container, package, contents): read as it is meant, even where it is not well-formed."""

import re
from collections.abc import Iterator
from html.entities import html5

from fic2book import markup
from fic2book.markup import Node
from fic2book.readers.pages.charset import page_text

_DOCTYPE = re.compile(r"<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE)
_ENTITY = re.compile(r"&([A-Za-z_][\w.-]*;)")


def tree(data: bytes, file: str) -> Node:
    """Return the tree of a file of the book; what it declares for itself (entities, a DTD) is nothing.

    Raises ``ManuscriptError`` when it is empty or no text.
    """
    source = _DOCTYPE.sub("", page_text(data, file).lstrip())
    source = _ENTITY.sub(lambda entity: entity[0] if entity[1] in html5 else "", source)
    return markup.read_xml(source) or markup.read_html(source)


def every(node: Node, name: str) -> Iterator[Node]:
    """Yield the elements of that name inside ``node``, in order, whatever their namespace."""
    waiting = [node]
    while waiting:
        found = waiting.pop()
        if local(found) == name:
            yield found
        waiting += reversed(found.children)


def first(node: Node, name: str) -> Node | None:
    """Return the first element of that name inside ``node``."""
    return next(every(node, name), None)


def local(node: Node) -> str:
    """Return an element's name without a prefix."""
    return node.name.rpartition(":")[2]


def said(node: Node, attribute: str) -> str:
    """Return an attribute's words on one line, whatever its prefix and case; empty when there is none."""
    values = (value for name, value in node.attributes.items() if name.rpartition(":")[2].lower() == attribute)
    return " ".join(next(values, "").split())


def words(node: Node) -> str:
    """Return all text inside ``node``, on one line."""
    found: list[str] = []
    waiting = [node]
    while waiting:
        inner = waiting.pop()
        found.append(inner.text)
        waiting += reversed(inner.children)
    return " ".join("".join(found).split())
