"""Titles of two lines and more are set in lines of like length, which no style property does here."""

from collections.abc import Mapping
from pathlib import Path

from fic2book import fonts, markup
from fic2book.markup import Element
from fic2book.writers.pdf.page import Page

_FEATURES: Mapping[str, Mapping[str, bool]] = {"half-title": {"smcp": True}}
_A_HAIR = 0.5  # points: a line measured here fits there
_STEPS = 12  # halvings: under a tenth of a point


def balance(title: Element, kind: str, page: Page, face: Path) -> None:
    """Narrow a title that is longer than its line so far as its number of lines stays the same.

    ``kind`` is the section's. Only ``max-width`` is set: where the estimate is wrong, the title breaks otherwise and
    nothing is lost.
    """
    size = page.title_sizes[kind]
    words = markup.text_of(title).split()
    widths = [fonts.shape(word, face, size, _FEATURES.get(kind)).width for word in words]
    space = fonts.shape(" ", face, size).width
    needed = _lines(widths, space, page.measure)
    if needed < 2:
        return
    low, high = max(widths), page.measure
    for _ in range(_STEPS):
        middle = (low + high) / 2
        low, high = (low, middle) if _lines(widths, space, middle) <= needed else (middle, high)
    if high < page.measure:
        title.set("style", f"max-width:{high + _A_HAIR:.1f}pt")


def _lines(widths: list[float], space: float, measure: float) -> int:
    """Count the lines of words set one after the other."""
    lines, used = 1, 0.0
    for width in widths:
        if used and used + space + width > measure:
            lines, used = lines + 1, width
        else:
            used += (space if used else 0.0) + width
    return lines
