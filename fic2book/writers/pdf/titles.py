"""Centred lines of like length: titles, summaries and short notes, for which no style property exists here."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from fic2book import fonts, markup
from fic2book.markup import Element
from fic2book.model import Lettering, PageDesign, Section, Theme
from fic2book.writers.pdf.page import face, lettering_face

_FEATURES: Mapping[str, Mapping[str, bool]] = {
    "small-caps": {"smcp": True},
    "all-small-caps": {"smcp": True, "c2sc": True},
}
_INSET = 4  # em: the margins of summary and opening note together, as base/pdf.css sets them
_MOST_LINES = 6  # longer texts are no display type
_A_HAIR = 0.5  # points: a line measured here fits there
_STEPS = 12  # halvings: under a tenth of a point


class Setting(NamedTuple):
    """How a text is set that is to be balanced."""

    face: Path
    size: float
    measure: float
    lettering: Lettering = Lettering()
    flush: bool = False
    """Whether its lines begin at the margin; else they are centred."""


def balance_display(element: Element, section: Section, theme: Theme, page: PageDesign) -> None:
    """Balance what stands apart in a section: its title and, on an opener, summary and note."""
    looks = theme.looks
    flush = looks.align == "left"
    lettering = looks.lettering.get(section.kind, Lettering())
    roman, italic = face(theme.fonts, page), face(theme.fonts, page, "italic") or face(theme.fonts, page)
    if roman is None or italic is None or section.kind not in page.title_sizes:
        return
    titling = lettering_face(theme.fonts, page, lettering) or roman
    for title in element.iter("h1"):
        balance(title, Setting(titling, page.title_sizes[section.kind], page.measure, lettering, flush))
    for block in () if flush else (block for header in element.iter("header") for block in header):
        kinds = (block.get("class") or "").split()
        if "summary" in kinds or "opening-note" in kinds:
            chosen = italic if "summary" in kinds else roman
            for paragraph in block.iter("p"):
                balance(paragraph, Setting(chosen, page.size, page.measure - _INSET * page.size))


def balance(text: Element, setting: Setting) -> None:
    """Narrow a text of several lines as far as the number of its lines stays the same.

    Only ``max-width`` is set: where the measuring is wrong the text breaks otherwise, and nothing is lost. A text in a
    script that the face lacks cannot be measured.
    """
    words = markup.text_of(text).split()
    if fonts.missing(setting.face, "".join(words)):
        return
    widths = [_width(word, setting) for word in words[: _MOST_LINES * 20]]
    space = _width(" ", setting)
    needed = _lines(widths, space, setting.measure)
    if not 1 < needed <= _MOST_LINES or len(widths) < len(words):
        return
    low, high = max(widths), setting.measure
    for _ in range(_STEPS):
        middle = (low + high) / 2
        low, high = (low, middle) if _lines(widths, space, middle) <= needed else (middle, high)
    if high < setting.measure:
        margins = "" if setting.flush else ";margin-left:auto;margin-right:auto"
        text.set("style", f"max-width:{high + _A_HAIR:.1f}pt{margins}")


def _width(word: str, setting: Setting) -> float:
    """Measure a word as it will be lettered; the space behind its last letter counts with it."""
    lettering = setting.lettering
    shown = word.upper() if lettering.caps == "capitals" else word
    tracking = lettering.tracking * setting.size
    features = _FEATURES.get(lettering.caps)
    return fonts.shape(shown, setting.face, setting.size, features, tracking).width + tracking


def _lines(widths: list[float], space: float, measure: float) -> int:
    """Count the lines of words set one after the other."""
    lines, used = 1, 0.0
    for width in widths:
        if used and used + space + width > measure:
            lines, used = lines + 1, width
        else:
            used += (space if used else 0.0) + width
    return lines
