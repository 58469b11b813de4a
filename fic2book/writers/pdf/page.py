"""The style rules that follow from a page's numbers."""

from pathlib import Path

from fic2book import press
from fic2book.model import Font, Lettering, PageDesign
from fic2book.words import writing_direction
from fic2book.writers.titling import LONG, LONG_SCALE

_TITLES = {
    "half-title": ".half-title .book-title",
    "title-page": ".title-page .book-title",
    "part": ".part-title",
    "story": ".story-title",
}
_SHRINK = ("title-page", "story")

_RAGGED = "html, body, .story-text { text-align: start; hyphens: manual }"
"""Ragged lines are there for those who read with difficulty: they divide no words either."""
_SINGLE = ":root:root > body > :not(.cover) { break-before: page }"
"""On single leaves and screens nothing waits for a right-hand page; so no page is blank."""

_SMALL = """:root .title-page { padding-top: 3rlh }
:root .title-page .ornament { margin: 1rlh 0 2rlh }
:root :is(.half-title, .part, .dedication) { padding-top: 6rlh }
:root .page-title { padding: 2rlh 0 }"""
"""A page of few lines has less white to give: a title page that runs over leaves one lone line on the next."""
_FEW_LINES = 30


def css(page: PageDesign) -> str:
    """Return the rules that depend on numbers: page box, mirrored margins, sizes and leading, hyphenation."""
    shortest, before, after = page.hyphenate
    titles = "\n".join(f"{_TITLES[kind]} {{ font-size: {size:g}pt }}" for kind, size in page.title_sizes.items())
    titles += "\n" + "\n".join(
        f"{_TITLES[kind]}.{LONG} {{ font-size: {page.title_sizes[kind] * LONG_SCALE:.4g}pt }}" for kind in _SHRINK
    )
    margins = f"{page.top:g}pt {page.outer:g}pt {page.bottom:g}pt {page.inner:g}pt"
    left = f"margin-left: {page.outer:g}pt; margin-right: {page.inner:g}pt" if page.is_bound else ""
    ragged = "" if page.is_justified else _RAGGED
    small = _SMALL if page.lines < _FEW_LINES else ""
    single = "" if page.is_bound else _SINGLE
    return f"""
@page {{ size: {page.width:g}pt {page.height:g}pt; margin: {margins} }}
@page :left {{ {left} }}
html {{ font-family: "{page.face}", serif }}
html {{ font-size: {page.size:g}pt; line-height: {page.leading:g}pt;
  hyphenate-limit-chars: {shortest} {before} {after}; hyphenate-limit-zone: {page.hyphenation_zone:g}% }}
{titles}
{ragged}
{single}
{small}
"""


def turned(language: str) -> str:
    """Return the rules of a book whose leaves turn the other way: its rectos are left pages, its spine is right."""
    if writing_direction(language) == "ltr":
        return ""
    return "html { direction: rtl } body > * { direction: ltr } body > [dir=rtl] { direction: rtl }"


def faces(fonts: tuple[Font, ...]) -> str:
    """Return the ``@font-face`` rules for a theme's fonts, served by the press under their file names."""
    return "\n".join(
        f'@font-face {{ font-family: "{font.family}"; font-style: {font.style}; font-weight: {font.weight}; '
        f"src: url({press.SCHEME}{font.path.name}) }}"
        for font in fonts
    )


def face(fonts: tuple[Font, ...], page: PageDesign, style: str = "normal") -> Path | None:
    """Return the file of the text face, upright or ``italic``."""
    return next(
        (font.path for font in fonts if (font.family, font.style, font.weight) == (page.face, style, 400)), None
    )


def lettering_face(fonts: tuple[Font, ...], page: PageDesign, lettering: Lettering) -> Path | None:
    """Return the file of the face that a lettering asks for: of that family and slope, the nearest weight."""
    family = lettering.face or page.face
    found = (font for font in fonts if (font.family, font.style) == (family, lettering.style))
    nearest = min(found, key=lambda font: abs(font.weight - lettering.weight), default=None)
    return nearest.path if nearest else None
