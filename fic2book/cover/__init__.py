"""Covers: drawn from the book's own words when there is no picture, else the person's picture.

The art is seeded by title and authors, so a book keeps its cover. All type is shaped to outlines: no system font
is looked at. Characters that the theme's faces lack are left out of the drawing, never a box; the alternative text
has them all.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import replace

from fic2book import fonts, raster
from fic2book.cover import lettering, names, title_band
from fic2book.cover.design import Brief, Drawing, Layout
from fic2book.cover.dice import Dice
from fic2book.cover.layouts import COMPOSITIONS
from fic2book.cover.lettering import Faces
from fic2book.cover.palettes import PALETTES
from fic2book.cover.shapes import COVER
from fic2book.model import Anthology, Image, Theme

_FLAG_LETTERS = range(0x1F1E6, 0x1F200)
"""They have glyphs in some faces, but as dashed boxes."""


def cover(anthology: Anthology, theme: Theme) -> Image:
    """Draw a cover of 1600 × 2560 px as JPEG, with its alternative text."""
    brief, drawing = design(anthology, theme)
    width, height = int(COVER.width), int(COVER.height)
    data = raster.svg_to_jpeg(drawing.svg(), width, height)
    alt = names.alternative(anthology, brief.art.says)
    return Image(data=data, media_type="image/jpeg", width=width, height=height, alt=alt)


def for_image(anthology: Anthology, theme: Theme, image: Image, *, band: bool = False) -> Image:
    """Return the person's picture as the cover: untouched, or with title and names on a band over its foot."""
    alt = image.alt or names.alternative(anthology, "")
    if not band:
        return replace(image, alt=alt)
    _, brief = brief_of(anthology, theme)
    data = raster.svg_to_jpeg(title_band.svg(brief, image), image.width, image.height)
    return replace(image, data=data, media_type="image/jpeg", alt=alt)


def design(anthology: Anthology, theme: Theme) -> tuple[Brief, Drawing]:
    """Choose composition and palette by the book's title and authors, and lay the cover out."""
    layout, brief = brief_of(anthology, theme)
    return brief, layout(brief)


def brief_of(anthology: Anthology, theme: Theme) -> tuple[Layout, Brief]:
    """Throw the dice for layout, pattern and palette, and gather what can be drawn of the texts."""
    dice = Dice("\n".join((anthology.title, *anthology.authors)))
    layout, art = dice.choose(COMPOSITIONS)
    faces = lettering.faces(theme)
    credit = names.credit(anthology)
    return layout, Brief(
        title=_drawable(anthology.title, faces),
        subtitle=_drawable(anthology.subtitle, faces),
        credit=names.Credit(tuple(_drawables(credit.names, faces)), _drawable(credit.aside, faces)),
        faces=faces,
        palette=dice.choose(PALETTES),
        art=art,
        dice=dice,
    )


def left_out(anthology: Anthology, theme: Theme) -> frozenset[str]:
    """Return the characters of the cover's texts that the theme's faces cannot draw."""
    faces = lettering.faces(theme)
    credit = names.credit(anthology)
    texts = "".join((anthology.title, anthology.subtitle, *credit.names, credit.aside))
    return frozenset(sign for sign in texts if not sign.isspace() and not _drawable(sign, faces))


def _drawables(texts: Iterable[str], faces: Faces) -> Iterable[str]:
    return (drawable for text in texts if (drawable := _drawable(text, faces)))


def _drawable(text: str, faces: Faces) -> str:
    """Return the text without what the faces cannot draw, and without the gaps that leaves."""
    normal = unicodedata.normalize("NFC", text)
    lacking = fonts.missing(faces.roman, normal) | fonts.missing(faces.italic, normal)
    kept = "".join(sign for sign in normal if sign not in lacking and ord(sign) not in _FLAG_LETTERS)
    shown = "".join(sign for sign in kept if sign.isspace() or unicodedata.category(sign) not in {"Cc", "Cf"})
    return " ".join(word for word in shown.replace("\n", " ").replace("\t", " ").split(" ") if word)
