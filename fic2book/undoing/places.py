"""Where rows stand in a file, and the way back to that place in the story's body."""

import unicodedata
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass

from fic2book import markup
from fic2book.letters import letters
from fic2book.markup import Element
from fic2book.model import Change, Document

_AS_THEY_ARE = frozenset({"p", "pre", "hr"})
_BLOCKS = frozenset({"blockquote", "ul", "ol", "table", "dl", "div", "aside"})
"""What Markdown gives as one block, whatever it holds."""


@dataclass(frozen=True, slots=True)
class Places:
    """A document by its rows."""

    document: Document
    holders: dict[int, Element]
    """Row → the block of ``Document.body`` that holds it; empty for plain text."""
    ends: dict[int, int]
    """First row of a Markdown block → its last one."""

    @staticmethod
    def of(document: Document) -> "Places":
        """Look through a document."""
        if not document.body:
            return Places(document, {}, {})
        root = markup.parse(document.body)
        if document.format == "markdown":
            blocks = {markup.line_of(block): block for block in root if markup.line_of(block)}
            lasts = [after - 1 for after in (*list(blocks)[1:], document.lines[-1].number + 1)]
            return Places(document, blocks, dict(zip(blocks, lasts, strict=True)))
        return Places(document, dict(_by_row(root)), {})

    def rows(self, change: Change) -> range:
        """Return the rows that an entry's words stand in; a block of Markdown is one row of many lines."""
        last = change.line + change.before.count("\n")
        return range(change.line, max(last, self.ends.get(change.line, 0)) + 1)

    def text(self, row: int) -> str:
        """Return a row as the file has it."""
        lines = self.document.lines
        return lines[row - 1].text if 0 < row <= len(lines) else ""


def put_back(body: str, rows: Sequence[int], places: Places) -> str:
    """Return a story's body with rows of its file in it, each in the order of the file."""
    root = markup.parse(body)
    blocks = _of_page(rows, root, places) if places.holders else _of_text(rows, root, places)
    for block in blocks:
        _insert(root, block)
    return markup.serialise(root, keep_lines=True)


def _of_text(rows: Sequence[int], root: Element, places: Places) -> Iterator[Element]:
    """Give the rows as paragraphs, with the blank lines around them that went when they were taken out."""
    wanted = {reached for row in rows for reached in _reached(row, root, places)}
    around = {near for row in wanted for near in (row - 1, row + 1)} - wanted
    blank = {near for near in around if 0 < near <= len(places.document.lines) and not places.text(near).strip()}
    for row in sorted({*wanted, *(near for near in blank if not _has(root, near))}):
        yield _paragraph(row, places)


def _reached(row: int, root: Element, places: Places) -> Iterator[int]:
    """Give a row, and those below it whose words the story has in one block with it: a heading of two lines."""
    yield row
    block = next((block for block in root if markup.line_of(block) == row), None)
    words = letters(markup.text_of(block)) if block is not None else ""
    following = row + 1
    while (here := letters(places.text(following))) and here in words and not _has(root, following):
        yield following
        following += 1


def _paragraph(row: int, places: Places) -> Element:
    return markup.new("p", unicodedata.normalize("NFC", places.text(row)), data_line=str(row))


def _of_page(rows: Sequence[int], root: Element, places: Places) -> Iterator[Element]:
    """Give the blocks that hold the rows, each once, with those rows that the story has of them already."""
    wanted = set(rows)
    told: set[int] = set()
    for row in rows:
        if row in told:
            continue
        holder = places.holders.get(row)
        if holder is None:
            if not places.ends or not any(first < row <= last for first, last in places.ends.items()):
                yield _paragraph(row, places)
            continue
        here = [row] if places.ends else _rows_of(holder)
        told.update(here)
        shown = [own for own in here if own in wanted or _has(root, own)]
        yield _block(holder, set(shown), whole=bool(places.ends))


def _block(holder: Element, rows: set[int], *, whole: bool) -> Element:
    """Return a copy of a file's block as the story may have it, with these of its rows only."""
    block = deepcopy(holder)
    block.tail = None
    if not whole:
        _only(block, rows)
    if block.tag not in _AS_THEY_ARE and not (whole and block.tag in _BLOCKS):
        block.tag = "p"
    cleaned = markup.parse(markup.clean(markup.serialise_block(block)).markup)
    return cleaned[0] if len(cleaned) == 1 else _wrapped(cleaned)


def _wrapped(root: Element) -> Element:
    root.tag = "div"
    return root


def _only(block: Element, rows: set[int]) -> None:
    """Take out of a block what stands in other rows; the first of those that stay begins it."""
    _strip(block, rows, 0)
    for place in [place for place in block.iter("br") if place.get("data-line")]:
        row = int(place.get("data-line", "0"))
        if row not in rows or row == min(rows):
            markup.remove(place)
    block.set("data-line", str(min(rows)))


def _strip(element: Element, rows: set[int], row: int) -> int:
    """Take out words and pictures of other rows; return the row in which the element ends."""
    row = int(element.get("data-line") or row)
    if row not in rows:
        element.text = None
    for child in list(element):
        within = row
        row = _strip(child, rows, row)
        if row not in rows:
            child.tail = None
        if child.tag == "img" and within not in rows:
            markup.remove(child)
    return row


def _insert(root: Element, block: Element) -> None:
    """Put a block before the first one of a later row, inside whatever stands around that place."""
    rows = set(_rows_of(block))
    for old in [
        old for old in root.iter() if old is not root and not rows.isdisjoint(_own_rows(old)) and _is_holder(old)
    ]:
        markup.remove(old)
    first = min(rows)
    inside = root
    while True:
        after = next((child for child in inside if _is_after(child, first)), None)
        before = after.getprevious() if after is not None else (inside[-1] if len(inside) else None)
        around = next((near for near in (before, after) if near is not None and _spans(near, first)), None)
        if around is None:
            break
        inside = around
    if after is None:
        inside.append(block)
    else:
        after.addprevious(block)


def _is_after(child: Element, row: int) -> bool:
    rows = _rows_of(child)
    return (child.tag == "aside" and child.get("class") == "footnote") or (bool(rows) and max(rows) > row)


def _spans(child: Element, row: int) -> bool:
    rows = _rows_of(child)
    return child.tag in _BLOCKS and not _is_holder(child) and bool(rows) and min(rows) < row < max(rows)


def _is_holder(element: Element) -> bool:
    return element.get("data-line") is not None and element.tag in markup.BLOCKS


def _own_rows(element: Element) -> list[int]:
    return _rows_of(element) if _is_holder(element) else []


def _rows_of(element: Element) -> list[int]:
    return [int(place.get("data-line", "0")) for place in element.iter() if place.get("data-line")]


def _has(root: Element, row: int) -> bool:
    return any(place.get("data-line") == str(row) for place in root.iter())


def _by_row(root: Element) -> Iterator[tuple[int, Element]]:
    for element in root.iter():
        if _is_holder(element):
            for row in _rows_of(element):
                yield row, element
