"""An oval in a wreath of leaves and blossom that carries the title; the names on a plate at the foot."""

import math

from fic2book.cover import shapes
from fic2book.cover.design import Back, Brief, Drawing, Layout, patterned
from fic2book.cover.layouts import backs, parts
from fic2book.cover.palettes import Palette
from fic2book.cover.shapes import Box, Point

_ACROSS = 560.0
_DOWN = 0.262
"""Half the oval's height as a share of the board's."""
_MIDDLE = 0.4
_BAND = 150.0
_INNER = 780.0
_LEAVES = 21
"""Pairs of leaves up each side."""
_FOOT = 150.0
_PADDING = 70.0


def lay_out(brief: Brief) -> Drawing:
    """Draw the boards, a band of cloth with the wreath on it, the oval of paper, the plate."""
    board, colours = brief.board, brief.palette
    middle = (board.width / 2, board.height * _MIDDLE)
    down = board.height * _DOWN
    upper, upper_placed = parts.head(brief, (_INNER, 760), 64, most=down * 1.24)
    lower, lower_placed = parts.foot(brief, 980, 44)
    plate = Box(middle[0] - 590, board.bottom - _FOOT - lower - 2 * _PADDING, 1180, lower + 2 * _PADDING)
    pieces = [
        patterned(brief, board),
        *(
            shapes.ellipse(middle, (_ACROSS + grown, down + grown), colour)
            for grown, colour in ((_BAND, colours.ground), (0, colours.paper), (-26, colours.ink), (-30, colours.paper))
        ),
        *_wreath(middle, (_ACROSS + _BAND * 0.42, down + _BAND * 0.42), colours),
    ]
    if lower_placed:
        pieces += [shapes.rectangle(plate, colours.paper), shapes.frame(plate.inset(22), colours.ink, 3)]
    on_paper = (colours.ink, colours.paper)
    texts = parts.set_column(upper_placed, middle[0], middle[1] - upper / 2, on_paper)
    texts += parts.set_column(lower_placed, middle[0], plate.y + _PADDING, on_paper)
    return Drawing(art="".join(pieces), texts=texts, box=board)


def _wreath(middle: Point, reach: tuple[float, float], palette: Palette) -> list[str]:
    """Return leaves that climb both sides from the foot, and blossoms among them, the largest at head and foot."""
    pieces = []
    for side in (-1, 1):
        for number in range(_LEAVES):
            share = (number + 0.6) / _LEAVES
            place, heading = _on_oval(middle, reach, side, share)
            for lean, colour in ((-52, palette.tones[2]), (44, palette.tones[3])):
                pieces.append(shapes.group(_leaf(colour, 104), at=place, turn=heading + side * lean))
    for share, size in ((0.27, 46), (0.5, 56), (0.75, 46)):
        pieces += [_blossom(_on_oval(middle, reach, side, share)[0], size, palette) for side in (-1, 1)]
    return [*pieces, *(_blossom(_on_oval(middle, reach, 1, share)[0], 74, palette) for share in (0.0, 1.0))]


def _on_oval(middle: Point, reach: tuple[float, float], side: int, share: float) -> tuple[Point, float]:
    """Return a point of the oval, from its foot (0) to its head (1), and the heading there in degrees."""
    angle = math.pi * share
    x, y = middle[0] + side * reach[0] * math.sin(angle), middle[1] + reach[1] * math.cos(angle)
    heading = math.degrees(math.atan2(side * reach[0] * math.cos(angle), reach[1] * math.sin(angle)))
    return (x, y), heading


def _leaf(colour: str, length: float) -> str:
    half = length * 0.3
    return shapes.path(
        f"M0 0C{half:.1f} {-length * 0.22:.1f} {half:.1f} {-length * 0.72:.1f} 0 {-length:.1f}"
        f"C{-half:.1f} {-length * 0.72:.1f} {-half:.1f} {-length * 0.22:.1f} 0 0Z",
        colour,
    )


def _blossom(place: Point, size: float, palette: Palette) -> str:
    """Draw five round petals about a heart."""
    petals = "".join(
        shapes.group(shapes.dot((0, -size * 0.62), size * 0.46, palette.paper), turn=72 * number) for number in range(5)
    )
    rims = "".join(
        shapes.group(shapes.ring((0, -size * 0.62), size * 0.46, palette.ink, 2.5), turn=72 * number)
        for number in range(5)
    )
    heart = shapes.dot((0, 0), size * 0.34, palette.accent) + shapes.ring((0, 0), size * 0.34, palette.ink, 2.5)
    return shapes.group(rims + petals + heart, at=place)


def _back(brief: Brief, floor: float) -> Back:
    """Set a panel of paper on a band of cloth, with leaves and blossom at its head and foot."""
    colours = brief.palette
    label = backs.panel(brief, floor, 250, 330)
    band = _BAND * 0.62
    pieces = [shapes.rectangle(Box(label.x, label.y - band, label.width, label.height + 2 * band), colours.ground)]
    for y in (label.y - band / 2, label.bottom + band / 2):
        pieces += [shapes.group(_garland(label.width, side, colours), at=(label.centre[0], y)) for side in (-1, 1)]
        pieces.append(_blossom((label.centre[0], y), 60, colours))
    back = backs.on_paper(brief, label, ((22, 3),), 84, "".join(pieces))
    corners = [(x, y) for x in (label.x, label.right) for y in (label.y, label.bottom)]
    return back._replace(art=back.art + "".join(_blossom(corner, 50, colours) for corner in corners))


def _garland(width: float, side: int, palette: Palette) -> str:
    """Draw leaves in pairs from the middle to one side."""
    leaves = []
    for number in range(1, 6):
        place = (side * number * width * 0.092, 0.0)
        for lean, colour in ((60, palette.tones[2]), (120, palette.tones[3])):
            leaves.append(shapes.group(_leaf(colour, 74), at=place, turn=side * lean))
    return "".join(leaves)


LAYOUT = Layout("cartouche", lay_out, patterned, _back)
