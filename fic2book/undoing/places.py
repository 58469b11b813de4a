"""Where rows stand in a file, and the way back to that place in the story's body."""

import unicodedata
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass

from fic2book import markup
from fic2book.letters import letters
from fic2book.markup import Element
from fic2book.model import Change, Document
from fic2book.undoing.body import BLOCKS, Body, by_row, opened, rows_of, settled

_AS_THEY_ARE = frozenset({"p", "pre", "hr"})


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
        if document.format in {"markdown", "restored"}:
            blocks = {markup.line_of(block): block for block in root if markup.line_of(block)}
            lasts = [after - 1 for after in (*list(blocks)[1:], document.lines[-1].number + 1)]
            return Places(document, blocks, dict(zip(blocks, lasts, strict=True)))
        return Places(document, dict(by_row(root)), {})

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
    told = opened(body)
    blocks = _of_page(rows, told, places) if places.holders else _of_text(rows, told, places)
    return settled(told, blocks)


def _of_text(rows: Sequence[int], told: Body, places: Places) -> Iterator[Element]:
    """Give the rows as paragraphs, with the blank lines around them that went when they were taken out."""
    wanted = {reached for row in rows for reached in _reached(row, told, places)}
    around = {near for row in wanted for near in (row - 1, row + 1)} - wanted
    blank = {near for near in around if 0 < near <= len(places.document.lines) and not places.text(near).strip()}
    for row in sorted({*wanted, *(blank - told.holders.keys())}):
        yield _paragraph(row, places)


def _reached(row: int, told: Body, places: Places) -> Iterator[int]:
    """Give a row, and those below it whose words the story has in one block with it: a heading of two lines."""
    yield row
    block = told.holders.get(row)
    words = letters(markup.text_of(block)) if block is not None else ""
    following = row + 1
    while words and (here := letters(places.text(following))) and here in words and following not in told.holders:
        yield following
        following += 1


def _paragraph(row: int, places: Places) -> Element:
    return markup.new("p", unicodedata.normalize("NFC", places.text(row)), data_line=str(row))


def _of_page(rows: Sequence[int], told: Body, places: Places) -> Iterator[Element]:
    """Give the blocks that hold the rows, each once, with those rows that the story has of them already."""
    wanted = set(rows)
    done: set[int] = set()
    for row in rows:
        if row in done:
            continue
        holder = places.holders.get(row)
        if holder is None:
            if not places.ends or not any(first < row <= last for first, last in places.ends.items()):
                yield _paragraph(row, places)
            continue
        here = [row] if places.ends else rows_of(holder)
        done.update(here)
        shown = [own for own in here if own in wanted or own in told.holders]
        yield _block(holder, set(shown), whole=bool(places.ends))


def _block(holder: Element, rows: set[int], *, whole: bool) -> Element:
    """Return a copy of a file's block as the story may have it, with these of its rows only."""
    block = deepcopy(holder)
    block.tail = None
    if not whole:
        _only(block, rows)
    if block.tag not in _AS_THEY_ARE and not (whole and block.tag in BLOCKS):
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
