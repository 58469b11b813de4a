"""The rows of the manuscript that a block holds, and what a person said of them."""

from collections.abc import Iterator

from fic2book import markup
from fic2book.markup import Element
from fic2book.model import Rows
from fic2book.restoration.context import Context

END = "data-end"
"""The last row of a block that was made of several lines."""


def first(element: Element) -> int:
    """Return the row at which an element begins; 0 when it is unknown."""
    if not element.get("data-line"):
        for inside in element.iterdescendants():
            if inside.get("data-line"):
                return int(inside.get("data-line", "0"))
    return markup.line_of(element)


def words(element: Element) -> list[tuple[int, str]]:
    """Return what an element says, row by row, rows without words left out."""
    found: list[tuple[int, list[str]]] = [(first(element), [])]
    _gather(element, found)
    said = ((row, "".join(pieces).strip()) for row, pieces in found)
    return [(row, text) for row, text in said if text]


def _gather(element: Element, found: list[tuple[int, list[str]]]) -> None:
    """Walk through an element; each row number met begins a new row, each block without one stays in the last."""
    row = element.get("data-line")
    if row and int(row) != found[-1][0]:
        found.append((int(row), []))
    elif element.tag in markup.BLOCKS or element.tag == "br":
        found[-1][1].append("\n")
    found[-1][1].append(element.text or "")
    for child in element:
        _gather(child, found)
        found[-1][1].append(child.tail or "")


def last(element: Element) -> int:
    """Return the last row that an element holds anything of."""
    rows = [first(element), int(element.get(END, "0"))]
    for inside in element.iterdescendants():
        rows += [int(inside.get(name, "0")) for name in ("data-line", END) if name in inside.attrib]
    return max(rows)


def are_text(element: Element, context: Context) -> bool:
    """Tell whether a person said that an element's rows are story: then no rule takes, moves or breaks it."""
    wanted = context.choices.text
    return bool(wanted) and meets(element, wanted)


def meets(element: Element, wanted: Rows) -> bool:
    """Tell whether an element holds one of the rows that somebody named."""
    start, stop = first(element), last(element)
    return start > 0 and any(low <= stop and start <= high for low, high in wanted)


def is_within(row: int, wanted: Rows) -> bool:
    """Tell whether a row is one of those that somebody named."""
    return any(low <= row <= high for low, high in wanted)


def before(element: Element) -> tuple[int, str]:
    """Return the row that an element stands in, and what that row says before it."""
    holder = next((place for place in element.iterancestors() if place.get("data-line")), None)
    if holder is None:
        return first(element), ""
    row, pieces, kept = 0, list[str](), 0
    for said in _back(holder, element):
        if isinstance(said, str):
            pieces.append(said)
        elif row and said != row:
            break
        else:
            row, kept = said, len(pieces)
    return row, "".join(reversed(pieces[:kept])).lstrip()


def _back(holder: Element, element: Element) -> Iterator[str | int]:
    """Give what stands before an element, from there back to the beginning of its holder: words, and rows that begin.

    Backwards, for a paragraph may have thousands of rows, and only one is asked for.
    """
    place: Element | None = element
    while place is not None and place is not holder:
        for sibling in place.itersiblings(preceding=True):
            yield sibling.tail or ""
            yield from _backwards(sibling)
        place = place.getparent()
        if place is not None:
            yield from _beginning(place)


def _backwards(element: Element) -> Iterator[str | int]:
    for child in reversed(element):
        yield child.tail or ""
        yield from _backwards(child)
    yield from _beginning(element)


def _beginning(element: Element) -> Iterator[str | int]:
    yield element.text or ""
    if element.get("data-line"):
        yield int(element.get("data-line", 0))
