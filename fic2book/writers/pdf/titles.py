"""Centred lines of like length: titles, summaries and short notes, for which no style property exists here."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from fic2book import fonts, markup
from fic2book.markup import Element
from fic2book.model import Lettering, PageDesign, Section, Theme
from fic2book.writers.pdf.page import face, lettering_face
from fic2book.writers.titling import LONG_SCALE, is_long

_FEATURES: Mapping[str, Mapping[str, bool]] = {
    "small-caps": {"smcp": True},
    "all-small-caps": {"smcp": True, "c2sc": True},
}
_OVERHANG = 0.2  # of the size, both sides together: the last stroke of a script stands out of its letter
_INSET = 6  # em: the widest margins that a theme sets beside summary, warnings and notes, both together
_STANDS_APART = {"summary": True, "part-text": True, "opening-note": False, "warnings": False}
"""Blocks of display type on openers and on the pages of parts, and whether a theme may slant them."""
_AUTHORS = 1.18  # of the text's size; base/pdf.css says the same
_MOST_LINES = 6  # longer texts are no display type
_HYPHENED = re.compile(r"\w[\w'’]*(?:[-‐]\w[\w'’]*)+")
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
    """Balance what stands apart in a section: its title, on an opener summary and note, on a title page the names."""
    if section.kind not in page.title_sizes or face(theme.fonts, page) is None:
        return
    for text, pieces, setting in _displayed(element, section.kind, theme, page):
        lines = balance(text, setting, pieces)
        if section.kind == "story" and is_long(text) and lines % 2:  # of one and a half leadings: back to the grid
            text.set("style", f"{text.get('style', '')};padding-bottom:.5rlh".lstrip(";"))


def _displayed(
    element: Element, kind: str, theme: Theme, page: PageDesign
) -> Iterator[tuple[Element, Sequence[str], Setting]]:
    """Yield what is to be balanced, the pieces that stay whole in it, and how it is set."""
    looks = theme.looks
    flush = looks.align == "left"

    def setting(lettering: Lettering, size: float, inset: float) -> Setting:
        found = lettering_face(theme.fonts, page, lettering) or face(theme.fonts, page)
        return Setting(found or Path(), size, page.measure - inset, lettering, flush)

    for title in element.iter("h1"):
        size = page.title_sizes[kind] * (LONG_SCALE if is_long(title) else 1)
        chosen = setting(looks.lettering.get(kind, Lettering()), size, _OVERHANG * size)
        _keep_whole(title, chosen)
        yield title, (), chosen
    slanted = Lettering(style="italic" if looks.italics == "all" else "normal")
    for paragraph, may_slant in _paragraphs_apart(element):
        yield paragraph, (), setting(slanted if may_slant else Lettering(), page.size, _INSET * page.size)
    for names in element.iter("p"):
        kinds = (names.get("class") or "").split()
        if "book-authors" in kinds:
            size = page.size * (1 if "many" in kinds else _AUTHORS)
            yield names, _names(names), setting(looks.lettering.get("authors", Lettering()), size, 2 * size)


def _paragraphs_apart(element: Element) -> Iterator[tuple[Element, bool]]:
    """Yield the paragraphs on an opener and on a part's page, and whether a theme may slant them."""
    blocks = [block for header in element.iter("header") for block in header]
    for block in (*blocks, *element.iterfind("p[@class='part-text']")):
        kinds = _STANDS_APART.keys() & (block.get("class") or "").split()
        for paragraph in block.iter("p") if kinds else ():
            if paragraph.find("br") is None:
                yield paragraph, all(_STANDS_APART[kind] for kind in kinds)


def _keep_whole(title: Element, setting: Setting) -> None:
    """Let no line of a title end behind a hyphen, as in "South-West", where the word fits a line."""
    words = [word for word in _HYPHENED.findall(title.text or "") if width_of(word, setting) < setting.measure]
    for word in reversed(words):
        before, _, behind = (title.text or "").rpartition(word)
        kept = markup.new("span", word, style="white-space:nowrap")
        title.text, kept.tail = before, behind
        title.insert(0, kept)


def _names(line: Element) -> list[str]:
    """Return the pieces between which a line of names may break: whole names, and what joins them."""
    pieces: list[str] = (line.text or "").split()
    for name in line:
        behind = name.tail or ""
        own = markup.text_of(name).strip()
        pieces += [own] if behind[:1].isspace() or not behind else [own + behind.split()[0]]
        pieces += behind.split()[not behind[:1].isspace() :] if behind else []
    return pieces


def balance(text: Element, setting: Setting, pieces: Sequence[str] = ()) -> int:
    """Narrow a text of several lines as far as the number of its lines stays the same; return that number.

    Only ``max-width`` is set: where the measuring is wrong the text breaks otherwise, and nothing is lost. The wider
    word spaces that a theme may give to justified lines are not measured, so they are taken away. A text in a script
    that the face lacks cannot be measured. ``pieces`` are what stays whole, where that is more than a word.
    """
    words = pieces or markup.text_of(text).split()
    if fonts.missing(setting.face, "".join(words)):
        return 0
    widths = [width_of(word, setting) for word in words[: _MOST_LINES * 20]]
    space = width_of(" ", setting)
    needed = _lines(widths, space, setting.measure)
    if not 1 < needed <= _MOST_LINES or len(widths) < len(words):
        return needed
    low, high = max(widths), setting.measure
    for _ in range(_STEPS):
        middle = (low + high) / 2
        low, high = (low, middle) if _lines(widths, space, middle) <= needed else (middle, high)
    if high < setting.measure:
        margins = "" if setting.flush else ";margin-left:auto;margin-right:auto"
        text.set("style", f"max-width:{high + _A_HAIR:.1f}pt;word-spacing:0{margins}")
    return needed


def width_of(text: str, setting: Setting) -> float:
    """Measure a text as it will be lettered; the space behind its last letter counts with it."""
    lettering = setting.lettering
    shown = text.upper() if lettering.caps == "capitals" else text
    tracking = lettering.tracking * setting.size
    features = _FEATURES.get(lettering.caps)
    return fonts.width(shown, setting.face, setting.size, features, tracking) + tracking


def _lines(widths: list[float], space: float, measure: float) -> int:
    """Count the lines of words set one after the other."""
    lines, used = 1, 0.0
    for width in widths:
        if used and used + space + width > measure:
            lines, used = lines + 1, width
        else:
            used += (space if used else 0.0) + width
    return lines
