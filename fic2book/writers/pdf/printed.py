"""A finished PDF read page by page: what another output has to know to say where its pages begin."""

import io
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

import pikepdf

from fic2book import raster
from fic2book.model import Book, PageDesign, Printed, PrintedPage
from fic2book.writers.pdf import finish
from fic2book.writers.pictures import id_of

_SLACK = 0.25  # of the leading: letters reach a little over the text block; running head and folio stand a line away


class _Leaf(NamedTuple):
    """A page and where it belongs."""

    number: int
    label: str
    section: str


def pages(pdf: bytes, book: Book) -> Printed:
    """Return the pages of a book's finished PDF that hold anything, from the first one behind the cover."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        places = finish.destinations(opened)
        labels = [str(page.label) for page in opened.pages]
    leaves = list(_leaves(book, labels, places))
    box = _text_block(book.page)
    texts = raster.pdf_text_in(pdf, [(leaf.number, box) for leaf in leaves])
    printed = (
        PrintedPage(label=leaf.label, section=leaf.section, text=text, pictures=_pictures(leaf, places))
        for leaf, text in zip(leaves, texts, strict=True)
    )
    return Printed(
        identifier=finish.identifier(book), pages=tuple(page for page in printed if page.text.strip() or page.pictures)
    )


def _leaves(book: Book, labels: list[str], places: dict[str, int]) -> Iterator[_Leaf]:
    """Yield the pages behind the cover; each belongs to the last section that began."""
    ids = [section.id for section in book.sections if section.id in places]
    starts = [places[one] for one in ids]
    for number in range(starts[0] if starts else len(labels), len(labels)):
        yield _Leaf(number, labels[number], ids[bisect_right(starts, number) - 1])


def _text_block(page: PageDesign) -> raster.Box:
    slack = _SLACK * page.leading
    return 0.0, page.bottom - slack, page.width, page.height - page.top + slack


def _pictures(leaf: _Leaf, places: dict[str, int]) -> tuple[int, ...]:
    found = []
    number = 0
    while (page := places.get(id_of(leaf.section, number))) is not None:
        if page == leaf.number:
            found.append(number)
        number += 1
    return tuple(found)
