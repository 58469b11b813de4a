"""A person's picture in the place of the theme's sign between scenes."""

from pathlib import Path

from fic2book import raster
from fic2book.model import Ornament

_HEIGHT = 1.3  # times the text's size: about a line's height
_WIDEST = 14.0  # the same: half the measure of a book's page
_BLACK = "#000000"


def own_ornament(place: Path) -> Ornament:
    """Return a PNG, JPEG or SVG as an ornament a line high; one that is wider than half the measure is lower.

    A drawing in black becomes ink on nothing, so that the EPUB can show it in the text's own colour.
    """
    picture = raster.mark(place)
    ink = raster.ink(picture, _BLACK)
    size = min(_HEIGHT, _WIDEST * picture.height / picture.width)
    return Ornament(picture=ink or picture, size=round(size, 3), is_coloured=ink is None)
