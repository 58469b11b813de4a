"""A story's body by the rows of its file, and the way of a row back to its place in it."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from fic2book import markup
from fic2book.markup import Element

BLOCKS = frozenset({"blockquote", "ul", "ol", "table", "dl", "div", "aside"})
"""What stands around paragraphs, and what Markdown gives as one block."""
_LAST = 10**9
"""The row of footnotes, which stand behind everything else."""


@dataclass(slots=True)
class Body:
    """A body while rows come back to it."""

    root: Element
    holders: dict[int, Element]
    """Row → the block that holds it."""
    children: dict[Element, tuple[list[Element], list[int]]] = field(default_factory=dict)
    """An element's children as they were, and the last row up to the end of each."""


def opened(body: str) -> Body:
    """Look through a body."""
    root = markup.parse(body)
    return Body(root, dict(by_row(root)))


def settled(body: Body, blocks: Iterable[Element]) -> str:
    """Return the body as markup with blocks at their places; what holds a row of theirs now gives way to them."""
    gone: list[Element] = []
    for block in blocks:
        rows = rows_of(block)
        gone += [body.holders[row] for row in rows if row in body.holders]
        _insert(body, body.root, block, min(rows))
    for old in dict.fromkeys(gone):
        markup.remove(old)
    return markup.serialise(body.root, keep_lines=True)


def by_row(root: Element) -> Iterator[tuple[int, Element]]:
    """Give each row of a tree with the block that holds it."""
    for element in root.iter():
        if is_holder(element):
            for row in rows_of(element):
                yield row, element


def is_holder(element: Element) -> bool:
    """Tell whether a block begins a row by itself."""
    return element.get("data-line") is not None and element.tag in markup.BLOCKS


def rows_of(element: Element) -> list[int]:
    """Return the rows that begin with an element or inside it."""
    return [int(place.get("data-line", "0")) for place in element.iter() if place.get("data-line")]


def _insert(body: Body, inside: Element, block: Element, row: int) -> None:
    """Put a block before what holds a later row, inside whatever stands around that place."""
    if inside not in body.children:
        body.children[inside] = _measured(inside)
    children, ends = body.children[inside]
    at = bisect_left(ends, row)
    if at == len(children):
        inside.append(block)
    elif _is_around(children[at], row):
        _insert(body, children[at], block, row)
    else:
        children[at].addprevious(block)


def _measured(inside: Element) -> tuple[list[Element], list[int]]:
    children = list(inside)
    ends: list[int] = []
    for child in children:
        footnote = child.tag == "aside" and child.get("class") == "footnote"
        own = _LAST if footnote else max(rows_of(child), default=0)
        ends.append(max(own, ends[-1] if ends else 0))
    return children, ends


def _is_around(child: Element, row: int) -> bool:
    if child.tag not in BLOCKS or is_holder(child) or child.get("class") == "footnote":
        return False
    rows = rows_of(child)
    return bool(rows) and min(rows) < row
