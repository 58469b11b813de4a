"""How many pages a book has: typeset where it is asked for, reckoned from that on other pages.

What is reckoned is the lines of all stories (``writers.pdf.openers``), which leaves out front matter, pictures and the
white of a page's foot. Their share is nearly the same on every page, so one typeset page tells it. Measured on an
anthology of 22 stories in eight designs (126 to 171 pages) and one of 63 in three (to 1,049), each reckoned from each
other: 1.8 % beside the number at the most.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from fic2book import raster
from fic2book.bindery import leaves
from fic2book.binding import Typesetting
from fic2book.dressing import Dress, dressed
from fic2book.model import Anthology, PageDesign
from fic2book.writers.pdf import openers

MISS = 3
"""Percent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """Pages of a book on one page design."""

    page: PageDesign
    pages: int
    """Without the cover's."""
    is_exact: bool


def typeset(anthology: Anthology, dress: Dress, page: PageDesign, press: Typesetting) -> Counted:
    """Typeset the book and count its pages; raises as the PDF's writer does."""
    reading = press.pdf(dressed(anthology, dress, page, is_printed=False)).files[".pdf"]
    return Counted(page=page, pages=raster.page_count(leaves.interior(reading)), is_exact=True)


def reckoned(anthology: Anthology, page: PageDesign, known: Mapping[str, Counted]) -> Counted:
    """Return the pages on a design: as typeset where it was, else from the typeset design that is nearest in size."""
    same = next((one for one in known.values() if one.page == page), None)
    if same is not None:
        return same
    near = min(known.values(), key=lambda one: abs(one.page.width * one.page.height - page.width * page.height))
    pages = near.pages * _lines(anthology, page) / _lines(anthology, near.page)
    return Counted(page=page, pages=max(1, round(pages)), is_exact=False)


def _lines(anthology: Anthology, page: PageDesign) -> float:
    """Return the pages that the stories fill; where all open on rectos, every other one has a blank page before it."""
    stories = anthology.stories
    blank = len(stories) / 2 if openers.on_rectos(anthology, page) else 0
    return blank + sum(openers.pages(story, page) for story in stories)
