"""The colophon stands at the foot of its page."""

from math import ceil

from fic2book import markup
from fic2book.markup import Element
from fic2book.model import PageDesign

_SMALLER = 0.86  # of the text's size; base/pdf.css says the same
_FEWER = 0.94  # of the letters of prose: addresses and names break badly, and lines are ragged


def sink(section: Element, page: PageDesign) -> None:
    """Push the colophon down by the lines that it leaves free; a long one begins at the head.

    The lines are counted by letters, one in hand: a box tied to the foot would lose without a word what is longer
    than its page.
    """
    per_line = page.characters * _FEWER / _SMALLER
    needed = sum(ceil(len(markup.text_of(paragraph).strip()) / per_line) for paragraph in section.iter("p"))
    gaps = len(section.findall("p")) - 1
    free = page.lines - needed - gaps - 1
    if free > 0:
        section.set("style", f"padding-top:{free * page.leading:g}pt")
