"""Window tracery: quatrefoils edge to edge, a star in every gap, as in the stone of a rose window."""

from fic2book.cover import shapes
from fic2book.cover.dice import Dice
from fic2book.cover.palettes import Palette
from fic2book.cover.shapes import Box


def draw(box: Box, palette: Palette, dice: Dice) -> str:
    """Draw large quatrefoils in rows, double-lined, with a small one in each and where four meet."""
    wide = dice.choose((266.0, 320.0, 400.0))
    glass = palette.tones[0] if dice.fraction() < 0.5 else palette.ground
    large = _quatrefoil(wide / 4, 9, palette.tones[2], glass)
    large += _quatrefoil(wide / 4 * 0.84, 3, palette.tones[1], "none") + _heart(
        palette, wide * 0.2, dice.choose((4, 6, 8))
    )
    small = _quatrefoil(wide / 16, 5, palette.tones[2], palette.accent if dice.fraction() < 0.35 else palette.tones[0])
    pieces = [shapes.rectangle(box, palette.ground)]
    shift = (box.width % wide) / 2
    for row in range(int(box.height / wide) + 2):
        for column in range(int(box.width / wide) + 3):
            x, y = box.x + shift + (column - 0.5) * wide, box.y + row * wide
            pieces += [shapes.group(large, at=(x, y)), shapes.group(small, at=(x + wide / 2, y + wide / 2))]
    return "".join(pieces)


def _quatrefoil(lobe: float, width: float, colour: str, fill: str) -> str:
    """Draw four lobes about 0, 0, each a half circle of this radius."""
    arc = f"a{lobe:.1f} {lobe:.1f} 0 0 1"
    lobes = "".join(f"{arc} {x * 2 * lobe:.1f} {y * 2 * lobe:.1f}" for x, y in ((1, 0), (0, 1), (-1, 0), (0, -1)))
    path = f"M{-lobe:.1f} {-lobe:.1f}{lobes}z"
    return f'<path d="{path}" fill="{fill}" stroke="{colour}" stroke-width="{width:g}"/>'


def _heart(palette: Palette, reach: float, petals: int) -> str:
    side = reach * 0.2
    petal = shapes.area(
        [(0, -reach * 0.22), (side, -reach * 0.62), (0, -reach), (-side, -reach * 0.62)], palette.tones[3]
    )
    ring = "".join(shapes.group(petal, turn=360 * number / petals) for number in range(petals))
    return ring + shapes.dot((0, 0), reach * 0.14, palette.tones[2])
