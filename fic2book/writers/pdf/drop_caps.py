"""A story's first letter, lines tall, drawn; and the same letter as text before its word, unseen.

A tall letter of type would be read and extracted lines away from its word, and programs that ignore ActualText would
keep it there. So the tall letter is a drawing, which is an artifact, and the text "The" stays in one piece: its first
letter is transparent and stands, without taking room, where the drawing ends.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from fic2book import fonts, markup, press
from fic2book.markup import Element
from fic2book.model import Lettering, PageDesign, Theme
from fic2book.writers.pdf.page import face as text_face
from fic2book.writers.pdf.page import lettering_face

_LETTER = re.compile(r"[^\W\d_]")
_SAFETY = 1.0  # points: without it 55 of 156 samples indented one line more through rounding, with it none
_CAP_ROOM = 0.9  # lines: half a line for the cap itself, and some words for line n + 1
_ENOUGH = 600  # characters: more than n lines and one hold on any page
_TAIL = 0.1  # of the cap's size: ink lower than this would stand in the next line
_TUCKED = {"A": 0.16, "L": 0.12}  # of the cap's size: how far the first line reaches over a letter's open shoulder
_GAP = 0.05  # of the cap's size, between its ink and the text


@dataclass(frozen=True, slots=True, kw_only=True)
class DropCap:
    """One letter of one face, measured in points."""

    name: str
    """The drawing's name among the press's resources."""
    drawing: bytes
    """SVG, one unit a point, as large as the box."""
    box: str
    """Declarations of the box that holds the drawing."""
    tuck: float
    """How far the first line reaches over the letter."""
    ink: tuple[float, float]
    """Top and bottom of the drawn letter, from the head of the first line."""


def wrap(story: Element, page: PageDesign, theme: Theme) -> DropCap | None:
    """Set the first letter of a story's ``p.drop`` as a drop cap; return it, or nothing where none fits.

    A paragraph that would not run one line past the cap keeps its lead-in alone, as does one whose letter the text
    face lacks.
    """
    opening = next((p for p in story.iter("p") if "drop" in (p.get("class") or "").split()), None)
    if opening is None or not page.drop_cap_lines:
        return None
    holder = _first_text(opening)
    text = (holder.text or "").lstrip()
    face = _face(holder, page, theme)
    if face is None or not _LETTER.match(text) or fonts.missing(face, text[0]) or not _fits(opening, page, face):
        return None
    cap = drop_cap(text[0], page, face, _display(theme, page, text[0]))
    box = markup.new("span", class_="drop-cap", style=cap.box)
    alone = text[1:2].isspace()  # "I had", "A house": the cap is a word, and its space must not widen the gap
    said = f"{text[0]} " if alone else text[0]
    width = fonts.width(said, face, page.size)
    style = f"width:{width:.3f}pt;margin-left:{-width - cap.tuck:.3f}pt"
    letter = markup.new("span", said, class_="drop-letter alone" if alone else "drop-letter", style=style)
    letter.tail, holder.text = text[len(said) :], ""
    holder.insert(0, letter)
    opening.insert(0, box)  # not deeper: WeasyPrint shifts what stands beside a float in nested inlines twice
    return cap


def drop_cap(letter: str, page: PageDesign, face: Path, display: Path | None = None) -> DropCap:
    """Draw a capital that stands on the base of line n and is as high as the capitals of the first line.

    Its ink begins at the margin. A letter with a tail (J, Q) takes one line more. ``face`` is the text's, ``display``
    the cap's own where the theme has one.
    """
    heights, drawn = fonts.metrics(face), display or face
    cap_height, ascent, descent = (part / heights.upm for part in (heights.cap_height, heights.ascent, heights.descent))
    lines, lead = page.drop_cap_lines, page.leading
    size = ((lines - 1) * lead + cap_height * page.size) / _cap_height(drawn)
    base = (lines - 1) * lead + (lead - page.size * (ascent + descent)) / 2 + page.size * ascent
    outline = fonts.shape(letter, drawn, size)
    width = outline.right - outline.left + _GAP * size
    taken = (lines + (outline.bottom > _TAIL * size)) * lead
    name = f"{drawn.stem}-{ord(letter):x}.svg"
    return DropCap(
        name=name,
        drawing=_svg(outline, base, width, taken).encode(),
        ink=(base + outline.top, base + outline.bottom),
        box=f"width:{width:.2f}pt;height:{taken - _SAFETY:g}pt;background:url({press.SCHEME}{name}) no-repeat",
        tuck=_TUCKED.get(letter, 0.0) * size,
    )


def _svg(outline: fonts.Outline, base: float, width: float, height: float) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.2f}pt" height="{height:g}pt" '
        f'viewBox="0 0 {width:.2f} {height:g}">'
        f'<path transform="translate({-outline.left:.2f} {base:.2f})" d="{outline.path}"/></svg>'
    )


def _fits(opening: Element, page: PageDesign, face: Path) -> bool:
    """Tell whether the paragraph, set solid, fills n lines and one more."""
    start = " ".join(markup.text_of(opening).split())[:_ENOUGH]
    width = fonts.width(start, face, page.size)
    return width > (page.drop_cap_lines + _CAP_ROOM) * page.measure


def _face(holder: Element, page: PageDesign, theme: Theme) -> Path | None:
    """Return the text face, upright or, inside emphasis, italic."""
    slanted = any(part.tag in {"i", "em"} for part in (holder, *holder.iterancestors()))
    return text_face(theme.fonts, page, "italic" if slanted else "normal")


def _display(theme: Theme, page: PageDesign, letter: str) -> Path | None:
    """Return the theme's own face for drop caps, where there is one that has the letter."""
    found = lettering_face(theme.fonts, page, theme.looks.drop_cap) if theme.looks.drop_cap != Lettering() else None
    return None if found is None or fonts.missing(found, letter) else found


def _cap_height(face: Path) -> float:
    heights = fonts.metrics(face)
    return heights.cap_height / heights.upm


def _first_text(opening: Element) -> Element:
    """Return the element whose text begins the paragraph."""
    holder = opening
    while not (holder.text or "").strip() and len(holder):
        holder = holder[0]
    return holder
