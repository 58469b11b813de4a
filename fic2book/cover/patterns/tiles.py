"""Printed tiles: quarter circles, halves, discs and corners in a few flat colours."""

from collections.abc import Callable

from fic2book.cover import shapes
from fic2book.cover.dice import Dice
from fic2book.cover.palettes import Palette
from fic2book.cover.shapes import Box


def draw(box: Box, palette: Palette, dice: Dice) -> str:
    """Draw a grid of square tiles, each with one figure, turned as the dice fall; whole tiles over the width."""
    side = box.width / max(2, round(box.width / dice.choose((228.6, 266.7, 320.0))))
    pieces = [shapes.rectangle(box, palette.ground)]
    for row in range(int(box.height / side) + 1):
        for column in range(round(box.width / side)):
            under, over = _colours(palette, dice)
            tile = shapes.rectangle(Box(-0.5, -0.5, side + 1, side + 1), under) + dice.choose(_FIGURES)(side, over)
            turned = shapes.group(shapes.group(tile, at=(-side / 2, -side / 2)), turn=90 * dice.whole(0, 3))
            pieces.append(shapes.group(turned, at=(box.x + (column + 0.5) * side, box.y + (row + 0.5) * side)))
    return "".join(pieces)


def _colours(palette: Palette, dice: Dice) -> tuple[str, str]:
    """Return a tile's ground and figure, never the same."""
    faint, seen, strong, light = palette.tones
    under = dice.choose((palette.ground, palette.ground, faint, seen, strong))
    over = dice.choose(
        [colour for colour in (strong, light, light, palette.accent, seen, palette.ink) if colour != under]
    )
    return under, over


def _quarter(side: float, colour: str) -> str:
    return shapes.path(f"M0 0h{side:.1f}a{side:.1f} {side:.1f} 0 0 1 {-side:.1f} {side:.1f}z", colour)


def _half(side: float, colour: str) -> str:
    return shapes.path(f"M0 0h{side:.1f}a{side / 2:.1f} {side / 2:.1f} 0 0 1 {-side:.1f} 0z", colour)


def _disc(side: float, colour: str) -> str:
    return shapes.dot((side / 2, side / 2), side * 0.34, colour)


def _corner(side: float, colour: str) -> str:
    return shapes.area([(0, 0), (side, 0), (0, side)], colour)


def _leaf(side: float, colour: str) -> str:
    return shapes.path(
        f"M0 0a{side:.1f} {side:.1f} 0 0 1 {side:.1f} {side:.1f}a{side:.1f} {side:.1f} 0 0 1 {-side:.1f} {-side:.1f}z",
        colour,
    )


_FIGURES: tuple[Callable[[float, str], str], ...] = (_quarter, _quarter, _half, _disc, _corner, _leaf)
