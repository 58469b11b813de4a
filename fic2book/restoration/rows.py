"""The rows of the manuscript that a block holds, and what a person said of them."""

from fic2book.markup import Element, line_of
from fic2book.model import Rows
from fic2book.restoration.context import Context

END = "data-end"
"""The last row of a block that was made of several lines."""


def first(element: Element) -> int:
    """Return the row at which an element begins; 0 when it is unknown."""
    return line_of(element)


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
