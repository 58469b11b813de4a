"""Round waves in rows, each over the last, as on Japanese papers (seigaiha)."""

from collections.abc import Sequence

from fic2book.cover import shapes
from fic2book.cover.dice import Dice
from fic2book.cover.palettes import Palette, mix
from fic2book.cover.shapes import Box, Point

_HEART = 0.3
_LIT = 0.035
"""One scale in thirty has a lit heart."""


def draw(box: Box, palette: Palette, dice: Dice) -> str:
    """Draw rows of scales, every scale of three rings; a few have a lit heart."""
    radius = dice.choose((100.0, 114.0, 133.0))
    drop = radius * dice.choose((0.5, 0.6))
    columns = int(box.width / radius / 2) + 2
    shift = (box.width % (2 * radius)) / 2
    pieces = [shapes.rectangle(box, palette.ground)]
    for row in range(int((box.height + radius) / drop) + 1):
        y = box.y + row * drop
        hearts = [(box.x + shift + (2 * column - row % 2 - 0.5) * radius, y) for column in range(columns + 1)]
        pieces += _scales(hearts, radius, palette)
        lit = [heart for heart in hearts if dice.fraction() < _LIT]
        pieces.append(shapes.domes(lit, radius * _HEART, palette.accent) if lit else "")
    return "".join(pieces)


def _scales(hearts: Sequence[Point], radius: float, palette: Palette) -> list[str]:
    """Return one row; only the upper halves, for the next rows hide the lower."""
    faint, seen, strong, _ = palette.tones
    back = mix(palette.ground, faint, 0.5)
    rings = ((1.0, strong), (0.955, back), (0.78, strong), (0.74, faint), (0.55, strong), (0.51, back), (_HEART, seen))
    return [shapes.domes(hearts, radius * share, colour) for share, colour in rings]
