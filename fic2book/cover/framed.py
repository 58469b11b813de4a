"""A person's picture in a mat with rules round it, title above and names below it, in the picture's own colours."""

from base64 import b64encode

from fic2book.cover import shapes
from fic2book.cover.design import Brief, Drawing, plain
from fic2book.cover.layouts import parts
from fic2book.cover.shapes import Box
from fic2book.model import Image

_WIDTH = 1260.0
_HEAD = 190.0
_FOOT = 180.0
_SPACE = 110.0
_LEAST = 0.4
"""The picture's least share of the board's height."""
_MAT = 26.0


def lay_out(brief: Brief, image: Image, source: str = "") -> Drawing:
    """Fit the picture between title and names, whole; nothing of it is cut.

    ``source`` is its address where it is not drawn from its bytes.
    """
    board, colours = brief.board, brief.palette
    x, foot = board.width / 2, board.bottom - _FOOT
    lower, lower_placed = parts.foot(brief, _WIDTH, 46)
    most = board.height * (1 - _LEAST) - _HEAD - _FOOT - lower - 2 * _SPACE
    upper, upper_placed = parts.head(brief, (_WIDTH, 560), 70, most=most)
    start = _HEAD + upper + _SPACE if upper_placed else _HEAD
    end = foot - lower - _SPACE if lower_placed else foot
    room = Box(170 + _MAT, start, board.width - 2 * (170 + _MAT), end - start)
    scale = min(room.width / image.width, room.height / image.height)
    width, height = image.width * scale, image.height * scale
    place = Box(x - width / 2, room.y + (room.height - height) / 2, width, height)
    source = source or f"data:{image.media_type};base64,{b64encode(image.data).decode('ascii')}"
    pieces = [
        plain(brief, board),
        shapes.rectangle(place.inset(-_MAT), colours.paper),
        f'<image href="{source}" x="{place.x:.2f}" y="{place.y:.2f}" width="{width:.2f}" height="{height:.2f}" '
        'preserveAspectRatio="none"/>',
        shapes.frame(place.inset(-_MAT - 16), colours.tones[3], 4),
        shapes.frame(board.inset(62), colours.tones[2], 5),
        shapes.frame(board.inset(78), colours.tones[2], 1.8),
    ]
    on_cloth = (colours.paper, colours.ground)
    free = (place.y - start) / 2
    texts = parts.set_column(upper_placed, x, _HEAD + free * 0.6, on_cloth)
    texts += parts.set_column(lower_placed, x, foot - lower - free * 0.6, on_cloth)
    return Drawing(art="".join(pieces), texts=texts, box=board)
