"""A person's picture as the front of a wrap: it fills the front and what is cut off, or stands in cloth whole."""

from collections.abc import Callable

from fic2book import press
from fic2book.cover import framed, shapes, title_band
from fic2book.cover.design import Brief, Drawing, Layout, cloth, plain
from fic2book.cover.layouts import backs
from fic2book.cover.shapes import Box
from fic2book.model import Image

Front = Callable[[Brief], Drawing]
_MAY_BE_CUT = 0.06
"""Of its width or height: what a picture may lose at the edges of a page; more is not cut but framed."""
_SUFFIXES = {"image/jpeg": ".jpg", "image/png": ".png"}

LAYOUT = Layout("picture", lambda brief: Drawing(art="", texts=(), box=brief.board), plain, backs.in_mat, cloth)
"""What is round a person's picture: cloth in its colours."""


def name(image: Image) -> str:
    """Return the picture's name among what the press is given."""
    return f"picture{_SUFFIXES.get(image.media_type, '.jpg')}"


def of_picture(image: Image, shown: str) -> Front:
    """Return the front that shows a picture ``full``, ``framed`` or under a ``band``."""
    fronts: dict[str, Front] = {
        "framed": lambda brief: framed.lay_out(brief, image, press.SCHEME + name(image)),
        "band": lambda brief: title_band.banded(brief, _filling(brief, image)),
    }
    return fronts.get(shown, lambda brief: _full(brief, image))


def _full(brief: Brief, image: Image) -> Drawing:
    ratio = image.width / image.height * brief.board.height / brief.board.width
    art = _filling(brief, image) if abs(ratio - 1) <= _MAY_BE_CUT else _whole(brief, image)
    return Drawing(art=art, texts=(), box=brief.board)


def _filling(brief: Brief, image: Image) -> str:
    """Fill the front as the book's first page does, and go on past its edges as in a mirror."""
    board = brief.board
    scale = max(board.width / image.width, board.height / image.height)
    width, height = image.width * scale, image.height * scale
    left, top = board.centre[0] - width / 2, board.centre[1] - height / 2
    picture = _drawn(image, Box(left, top, width, height))
    across = ((1, 0.0), (-1, 2 * left), (-1, 2 * (left + width)))
    down = ((1, 0.0), (-1, 2 * top), (-1, 2 * (top + height)))
    return "".join(
        f'<g transform="matrix({turn} 0 0 {tip} {x:.2f} {y:.2f})">{picture}</g>'
        for turn, x in across
        for tip, y in down
    )


def _whole(brief: Brief, image: Image) -> str:
    """Stand a picture of other proportions in the middle of the cloth, between fine rules."""
    room = brief.board.inset(120)
    scale = min(room.width / image.width, room.height / image.height)
    width, height = image.width * scale, image.height * scale
    place = Box(room.centre[0] - width / 2, room.centre[1] - height / 2, width, height)
    edge = shapes.frame(place.inset(-22), brief.palette.tones[2], 4)
    return plain(brief, brief.board) + _drawn(image, place) + edge


def _drawn(image: Image, place: Box) -> str:
    return (
        f'<image href="{press.SCHEME}{name(image)}" x="{place.x:.2f}" y="{place.y:.2f}" width="{place.width:.2f}" '
        f'height="{place.height:.2f}" preserveAspectRatio="none"/>'
    )
