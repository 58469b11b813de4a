"""Hills behind hills, flat as in a woodcut, hatched along their backs."""

import math

from fic2book.cover import shapes
from fic2book.cover.dice import Dice
from fic2book.cover.palettes import Palette, mix
from fic2book.cover.shapes import Box, Point

_STEP = 16
_HATCHES = 5


def draw(box: Box, palette: Palette, dice: Dice) -> str:
    """Draw a low sun and six to eight ridges, the nearest the darkest."""
    ridges = dice.whole(6, 8)
    horizon = box.y + box.height * dice.between(0.26, 0.36)
    sun = (box.x + box.width * dice.choose((0.28, 0.38, 0.62, 0.72)), horizon - box.height * dice.between(0.0, 0.05))
    radius = min(box.width, box.height) * dice.between(0.15, 0.2)
    pieces = [shapes.rectangle(box, palette.ground), shapes.dot(sun, radius, palette.accent)]
    for ridge in range(ridges):
        near = ridge / (ridges - 1)
        base = horizon + (box.bottom - horizon) * (0.08 + 0.78 * near**1.15)
        back = _ridge(box, base, box.height * (0.035 + 0.05 * near), dice)
        pieces += _hill(box, back, _shade(palette, near), _shade(palette, max(0.0, near - 0.22)))
    return "".join(pieces)


def _shade(palette: Palette, near: float) -> str:
    """Return a ridge's colour, from the sky's own to ink; on light cloth through the strong tone, else the seen."""
    dark = palette.type_on_ground == palette.paper
    middle = palette.tones[1] if dark else palette.tones[2]
    if near < 0.6:
        return mix(mix(palette.ground, palette.tones[2], 0.55 if dark else 0.4), middle, near / 0.6)
    return mix(mix(middle, palette.ink, 0.35), palette.ink, (near - 0.6) / 0.4)


def _ridge(box: Box, base: float, height: float, dice: Dice) -> list[Point]:
    waves = [
        (dice.between(0.5, 1) / wave**1.1, wave * dice.between(0.8, 1.3), dice.between(0, 6.28))
        for wave in (1, 2, 3, 5, 9)
    ]
    points = []
    for step in range(int(box.width / _STEP) + 2):
        along = step * _STEP / box.width * 4.2
        rise = sum(size * math.sin(rate * along + start) for size, rate, start in waves)
        points.append((box.x + step * _STEP, base - height * rise))
    return points


def _hill(box: Box, back: list[Point], fill: str, hatch: str) -> list[str]:
    corners = [*back, (back[-1][0], box.bottom + 2), (back[0][0], box.bottom + 2)]
    lines = []
    for number in range(1, _HATCHES + 1):
        drop = 13 * number + 1.6 * number**2
        lines.append(shapes.line([(x, y + drop) for x, y in back], hatch, 3.2 - 0.45 * number))
    return [shapes.area(corners, fill), *lines]
