"""A person's picture with a band over its foot that carries title and names, in the manner of Standard Ebooks."""

from base64 import b64encode

from fic2book.cover import shapes
from fic2book.cover.design import Brief
from fic2book.cover.layouts import parts
from fic2book.cover.shapes import COVER, Box
from fic2book.model import Image

_WIDTH = 1280.0
_PADDING = 110.0
_FROM_FOOT = 190.0
_HIGHEST = 0.4
"""The title's share of the picture's height, at most."""


def svg(brief: Brief, image: Image) -> str:
    """Return the picture, 1600 wide, with a dark band from edge to edge."""
    height = COVER.width * image.height / image.width
    upper, upper_placed = parts.head(brief, (_WIDTH, COVER.height * _HIGHEST), 60)
    lower, lower_placed = parts.foot(brief, _WIDTH, 44)
    gap = 80.0 if upper_placed and lower_placed else 0.0
    band_height = upper + gap + lower + 2 * _PADDING
    band = Box(0, max(0.0, height - band_height - _FROM_FOOT), COVER.width, band_height)
    colours = (brief.palette.paper, brief.palette.ink)
    middle = COVER.width / 2
    texts = parts.set_column(upper_placed, middle, band.y + _PADDING, colours)
    texts += parts.set_column(lower_placed, middle, band.y + _PADDING + upper + gap, colours)
    source = f"data:{image.media_type};base64,{b64encode(image.data).decode('ascii')}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {COVER.width:g} {height:.2f}">'
        f'<image href="{source}" width="{COVER.width:g}" height="{height:.2f}" preserveAspectRatio="none"/>'
        f"{shapes.rectangle(band, brief.palette.ink)}{''.join(text.svg for text in texts)}</svg>"
    )
