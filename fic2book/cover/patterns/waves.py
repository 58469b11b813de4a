"""Round waves in rows, each over the last, as on Japanese papers (seigaiha)."""

from fic2book.cover import shapes
from fic2book.cover.dice import Dice
from fic2book.cover.palettes import Palette, mix
from fic2book.cover.shapes import Box


def draw(box: Box, palette: Palette, dice: Dice) -> str:
    """Draw rows of scales, every scale of four rings; a few have a lit heart."""
    columns = dice.choose((7, 8, 10))
    radius = box.width / columns / 2
    drop = radius * dice.choose((0.5, 0.62))
    plain, lit = _scale(palette, radius, lit=False), _scale(palette, radius, lit=True)
    pieces = [shapes.rectangle(box, palette.ground)]
    for row in range(int((box.height + 2 * radius) / drop) + 2):
        for column in range(columns + 2):
            place = (box.x + (2 * column - (row % 2)) * radius, box.y + row * drop)
            pieces.append(shapes.group(lit if dice.fraction() < 0.035 else plain, at=place))
    return "".join(pieces)


def _scale(palette: Palette, radius: float, *, lit: bool) -> str:
    tones = palette.tones
    heart = palette.accent if lit else tones[1]
    edge = mix(palette.ground, tones[0], 0.5)
    rings = (
        (1.0, tones[2]),
        (0.955, edge),
        (0.78, tones[2]),
        (0.745, tones[0]),
        (0.55, tones[2]),
        (0.52, edge),
        (0.3, heart),
    )
    return "".join(shapes.dot((0, 0), radius * share, colour) for share, colour in rings)
