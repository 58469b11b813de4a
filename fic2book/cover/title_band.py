"""A person's picture with a band over its foot that carries title and names, in the manner of Standard Ebooks."""

from base64 import b64encode

from fic2book.cover import shapes
from fic2book.cover.design import Brief, Drawing
from fic2book.cover.layouts import parts
from fic2book.cover.shapes import COVER, Box
from fic2book.model import Image

_WIDTH = 1280.0
_PADDING = 110.0
_FROM_FOOT = 190.0
_HIGHEST = 0.4
"""The title's share of the picture's height, at most."""


def lay_out(brief: Brief, image: Image) -> Drawing:
    """Draw the picture over the board, with a dark band from edge to edge."""
    source = f"data:{image.media_type};base64,{b64encode(image.data).decode('ascii')}"
    picture = (
        f'<image href="{source}" width="{COVER.width:g}" height="{brief.board.height:.2f}" preserveAspectRatio="none"/>'
    )
    return banded(brief, picture)


def banded(brief: Brief, picture: str) -> Drawing:
    """Draw the band over a picture that is drawn already."""
    height = brief.board.height
    upper, upper_placed = parts.head(brief, (_WIDTH, COVER.height * _HIGHEST), 60)
    lower, lower_placed = parts.foot(brief, _WIDTH, 44)
    gap = 80.0 if upper_placed and lower_placed else 0.0
    band_height = upper + gap + lower + 2 * _PADDING
    band = Box(brief.sheet.x, max(0.0, height - band_height - _FROM_FOOT), brief.sheet.width, band_height)
    colours = (brief.palette.paper, brief.palette.ink)
    middle = COVER.width / 2
    texts = parts.set_column(upper_placed, middle, band.y + _PADDING, colours)
    texts += parts.set_column(lower_placed, middle, band.y + _PADDING + upper + gap, colours)
    return Drawing(art=picture + shapes.rectangle(band, brief.palette.ink), texts=texts, box=brief.board)
