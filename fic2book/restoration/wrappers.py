"""Rule: boxes of a page that hold the story, or parts of it, are no part of the story; what they hold is."""

from fic2book import markup
from fic2book.markup import Element
from fic2book.restoration import splits
from fic2book.restoration.context import Context

_BOXES = ("div", "section", "header")
_MEANT = frozenset({"chat", "footnotes", "verse"})
_INHERITED = ("lang", "dir", "class")
_ALIGNED = frozenset({"center", "right"})
_MOST = 0.9
"""Share of the words that a quotation must hold to be the page's box round its story, and no quotation."""


def wrappers(root: Element, context: Context) -> None:
    """Unwrap ``div`` and its like, a table of one cell, and a ``blockquote`` round nearly everything."""
    if not context.paged:
        return
    for box in reversed(list(root.iter(*_BOXES))):
        if box.get("class") not in _MEANT:
            _open(box, root)
    for cell in _lone_cells(root):
        _open(cell, root)
    _open_quotation(root)


def _open(box: Element, root: Element) -> None:
    """Put what a box holds in its place; a box that holds words is a paragraph."""
    if not any(child.tag in markup.BLOCKS for child in box):
        box.tag = "p"
        return
    if not _give_id(box, root):
        return
    for child in box:
        for name in _INHERITED:
            value = box.get(name, "")
            if value and not child.get(name) and (name != "class" or value in _ALIGNED):
                child.set(name, value)
    splits.unwrap(box)


def _give_id(box: Element, root: Element) -> bool:
    """Hand the box's id to its first block, if links lead there; tell whether the box is free of it."""
    name = box.get("id")
    if name and any(link.get("href") == f"#{name}" for link in root.iter("a")):
        first = box[0]
        if first.get("id"):
            return False
        first.set("id", name)
    return True


def _lone_cells(root: Element) -> list[Element]:
    """Make boxes of tables that hold one cell only: pages were laid out with them."""
    found = []
    for table in list(root.iter("table")):
        cells = list(table.iter("td", "th"))
        if len(cells) == 1 and len(cells[0]) and table.find("caption") is None:
            cell = cells[0]
            cell.tag = "div"
            cell.tail = table.tail
            parent = table.getparent()
            if parent is not None:
                parent.replace(table, cell)
                found.append(cell)
    return found


def _open_quotation(root: Element) -> None:
    told = len(markup.text_of(root))
    for quotation in [block for block in root if block.tag == "blockquote"]:
        if len(quotation) > 1 and len(markup.text_of(quotation)) > _MOST * told:
            _open(quotation, root)
