"""A pointed arch that opens in patterned boards: a portal with a rose in its head, the title in the dark below it."""

import math

from fic2book.cover import shapes
from fic2book.cover.design import Back, Brief, Drawing, Layout, patterned
from fic2book.cover.layouts import parts
from fic2book.cover.palettes import Palette, mix
from fic2book.cover.shapes import Box, Point

_WIDTH = 1180.0
_BOW = 0.8
"""Radius of the arch as a share of its width: the smaller, the blunter."""
_HEAD = 150.0
_FOOT = 150.0
_INNER = 900.0
_ROSE = 128.0
_PADDING = 150.0


def lay_out(brief: Brief) -> Drawing:
    """Draw the boards, the portal with its mouldings, the rose, title and names one below the other."""
    board, colours = brief.board, brief.palette
    x, foot = board.width / 2, board.bottom - _FOOT
    spring = _HEAD + _rise(0)
    dark = _dark(colours)
    lower, lower_placed = parts.foot(brief, _INNER, 50)
    names_top = foot - _PADDING - lower
    title_top = spring - 180
    upper, upper_placed = parts.head(brief, (_INNER, 900), 74, most=names_top - title_top - 110)
    pieces = [patterned(brief, board)]
    for inset, colour in ((-26, colours.ink), (0, colours.tones[2]), (16, dark), (40, colours.tones[2]), (46, dark)):
        pieces.append(shapes.path(_portal(x, spring, foot, inset), colour))
    pieces.append(_rose((x, spring - 430), colours))
    on_dark = (colours.paper, dark)
    free = names_top - title_top - 110 - upper
    texts = parts.set_column(upper_placed, x, title_top + min(free / 2, 260), on_dark)
    texts += parts.set_column(lower_placed, x, names_top, on_dark)
    return Drawing(art="".join(pieces), texts=texts, box=board)


def _dark(palette: Palette) -> str:
    """Return the colour of the opening."""
    return mix(palette.ground, palette.ink, 0.85 if palette.type_on_ground == palette.paper else 0.97)


def _rise(inset: float) -> float:
    """Return the height of the arch above its springing."""
    radius, half = _BOW * _WIDTH, _WIDTH / 2
    return math.sqrt((radius - inset) ** 2 - (radius - half) ** 2)


def _portal(x: float, spring: float, foot: float, inset: float) -> str:
    """Return the outline of an arch inside (or, below 0, round) the opening."""
    radius, half = _BOW * _WIDTH - inset, _WIDTH / 2 - inset
    top, bottom = spring - _rise(inset), foot - inset
    arc = f"A{radius:.1f} {radius:.1f} 0 0 1"
    sides = (f"M{x - half:.1f} {bottom:.1f}V{spring:.1f}", f"{x + half:.1f} {spring:.1f}V{bottom:.1f}Z")
    return f"{sides[0]}{arc} {x:.1f} {top:.1f}{arc} {sides[1]}"


def _rose(middle: Point, palette: Palette) -> str:
    """Draw a rose window: eight foils round a heart, in a double ring."""
    foils = "".join(
        shapes.group(shapes.ring((0, -_ROSE * 0.56), _ROSE * 0.27, palette.tones[3], 5), turn=45 * number)
        for number in range(8)
    )
    rings = shapes.ring((0, 0), _ROSE, palette.tones[2], 9) + shapes.ring((0, 0), _ROSE * 0.88, palette.tones[2], 3)
    return shapes.group(rings + foils + shapes.dot((0, 0), _ROSE * 0.2, palette.accent), at=middle)


def _back(brief: Brief, floor: float) -> Back:
    """Open the same portal on the back, with the words in its dark."""
    board, colours = brief.board, brief.palette
    x, foot = board.width / 2, min(floor - 90, board.bottom - _FOOT)
    spring, dark = _HEAD + _rise(0), _dark(brief.palette)
    pieces = [patterned(brief, board)]
    for inset, colour in ((-26, colours.ink), (0, colours.tones[2]), (16, dark), (40, colours.tones[2]), (46, dark)):
        pieces.append(shapes.path(_portal(x, spring, foot, inset), colour))
    pieces.append(_rose((x, spring - 500), colours))
    room = Box(x - 470, spring - 300, 940, foot - spring + 300 - 110)
    return Back("".join(pieces), room, (colours.paper, dark))


LAYOUT = Layout("arch", lay_out, patterned, _back, _dark)
