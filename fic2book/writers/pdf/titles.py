"""Centred lines of like length: titles, summaries and short notes, for which no style property exists here."""

from collections.abc import Mapping
from pathlib import Path

from fic2book import fonts, markup
from fic2book.markup import Element
from fic2book.model import PageDesign, Section, Theme
from fic2book.writers.pdf.page import face

_FEATURES: Mapping[str, Mapping[str, bool]] = {"half-title": {"smcp": True}}
_INSET = 4  # em: the margins of summary and opening note together, as the theme's pdf.css sets them
_MOST_LINES = 6  # longer texts are no display type
_A_HAIR = 0.5  # points: a line measured here fits there
_STEPS = 12  # halvings: under a tenth of a point


def balance_display(element: Element, section: Section, theme: Theme, page: PageDesign) -> None:
    """Balance what stands centred in a section: its title and, on an opener, summary and note."""
    roman, italic = face(theme.fonts, page), face(theme.fonts, page, "italic") or face(theme.fonts, page)
    if roman is None or italic is None or section.kind not in page.title_sizes:
        return
    for title in element.iter("h1"):
        balance(title, roman, page.title_sizes[section.kind], page.measure, _FEATURES.get(section.kind))
    for header in element.iter("header"):
        for block in header:
            kinds = (block.get("class") or "").split()
            if "summary" in kinds or "opening-note" in kinds:
                for paragraph in block.iter("p"):
                    chosen = italic if "summary" in kinds else roman
                    balance(paragraph, chosen, page.size, page.measure - _INSET * page.size)


def balance(text: Element, font: Path, size: float, measure: float, features: Mapping[str, bool] | None = None) -> None:
    """Narrow a text of several lines as far as the number of its lines stays the same.

    Only ``max-width`` is set: where the measuring is wrong the text breaks otherwise, and nothing is lost. A text in a
    script that the face lacks cannot be measured.
    """
    words = markup.text_of(text).split()
    if fonts.missing(font, "".join(words)):
        return
    widths = [fonts.shape(word, font, size, features).width for word in words[: _MOST_LINES * 20]]
    space = fonts.shape(" ", font, size).width
    needed = _lines(widths, space, measure)
    if not 1 < needed <= _MOST_LINES or len(widths) < len(words):
        return
    low, high = max(widths), measure
    for _ in range(_STEPS):
        middle = (low + high) / 2
        low, high = (low, middle) if _lines(widths, space, middle) <= needed else (middle, high)
    if high < measure:
        text.set("style", f"max-width:{high + _A_HAIR:.1f}pt;margin-left:auto;margin-right:auto")


def _lines(widths: list[float], space: float, measure: float) -> int:
    """Count the lines of words set one after the other."""
    lines, used = 1, 0.0
    for width in widths:
        if used and used + space + width > measure:
            lines, used = lines + 1, width
        else:
            used += (space if used else 0.0) + width
    return lines
