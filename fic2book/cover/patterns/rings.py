"""Growth rings: closed lines round one heart, each a little unlike the last."""

import math

from fic2book.cover import shapes
from fic2book.cover.dice import Dice
from fic2book.cover.palettes import Palette
from fic2book.cover.shapes import Box, Point

_WAVES = 5
_CORNERS = 96


def draw(box: Box, palette: Palette, dice: Dice) -> str:
    """Draw the end of a felled tree that is larger than the box."""
    heart = (box.x + box.width * dice.between(0.3, 0.7), box.y + box.height * dice.between(0.35, 0.75))
    corners = [(x, y) for x in (box.x, box.right) for y in (box.y, box.bottom)]
    reach = max(math.dist(heart, corner) for corner in corners)
    waves = [
        (dice.between(0.2, 1.0) / (wave + 1), dice.between(0, 6.28), dice.between(-2, 2)) for wave in range(_WAVES)
    ]
    accent = dice.whole(9, 16)
    fine = min(1.0, 0.3 + box.width / 2300)
    lines = []
    radius, number = 14.0, 0
    while radius < reach * 1.25:
        colour, width = _line(palette, dice, chosen=number == accent)
        lines.append(shapes.line(_ring(heart, radius, waves), colour, width))
        radius += dice.between(16, 40) * (fine + radius / 2200)
        number += 1
    return shapes.rectangle(box, palette.ground) + "".join(lines)


def _line(palette: Palette, dice: Dice, *, chosen: bool) -> tuple[str, float]:
    if chosen:
        return palette.accent, 9
    colour = dice.choose((palette.tones[1], palette.tones[2], palette.tones[2], palette.tones[3]))
    return colour, dice.choose((2.5, 3.5, 3.5, 5, 7))


def _ring(heart: Point, radius: float, waves: list[tuple[float, float, float]]) -> list[Point]:
    far = radius / 1600
    points = []
    for corner in range(_CORNERS + 1):
        angle = 2 * math.pi * corner / _CORNERS
        swell = sum(
            size * math.sin((number + 1) * angle + start + drift * far)
            for number, (size, start, drift) in enumerate(waves)
        )
        length = radius * (1 + 0.055 * swell)
        points.append((heart[0] + length * math.cos(angle), heart[1] + length * 1.12 * math.sin(angle)))
    return points
