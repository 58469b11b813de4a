"""A rising sun that throws broad rays, sharp peaks before it: the poster of a voyage."""

import math

from fic2book.cover import shapes
from fic2book.cover.dice import Dice
from fic2book.cover.palettes import Palette, mix
from fic2book.cover.shapes import Box, Point


def draw(box: Box, palette: Palette, dice: Dice) -> str:
    """Draw the rays over the whole box, the sun low in it, two or three ranges of peaks at its foot."""
    sun = (box.x + box.width * dice.choose((0.34, 0.5, 0.5, 0.66)), box.y + box.height * dice.between(0.62, 0.7))
    radius = min(box.width, box.height) * dice.between(0.2, 0.27)
    reach = math.hypot(box.width, box.height)
    pieces = [shapes.rectangle(box, palette.ground), *_rays(sun, reach, dice.choose((16, 20, 24)), palette)]
    pieces += [shapes.dot(sun, radius * 1.16, palette.tones[1]), shapes.dot(sun, radius, palette.accent)]
    ranges = dice.whole(2, 3)
    for number in range(ranges):
        near = (number + 1) / ranges
        base = sun[1] + radius * 0.4 + (box.bottom - sun[1] - radius * 0.4) * (near - 1 / ranges)
        peaks = _peaks(box, base, box.height * (0.1 + 0.03 * number), dice)
        corners = [*peaks, (box.right + 2, box.bottom + 2), (box.x - 2, box.bottom + 2)]
        pieces.append(shapes.area(corners, mix(palette.tones[2], palette.ink, 0.25 + 0.75 * near)))
    return "".join(pieces)


def _rays(sun: Point, reach: float, count: int, palette: Palette) -> list[str]:
    half = math.pi / count / 2
    rays = []
    for number in range(count):
        angle = 2 * math.pi * number / count
        ends = [
            (sun[0] + reach * math.cos(angle + turn), sun[1] + reach * math.sin(angle + turn)) for turn in (-half, half)
        ]
        rays.append(shapes.area([sun, *ends], palette.tones[0] if number % 2 else palette.tones[1]))
    return rays


def _peaks(box: Box, base: float, height: float, dice: Dice) -> list[Point]:
    """Return a jagged line from edge to edge."""
    points, x, up = [(box.x - 2, base)], box.x - 2, True
    while x < box.right:
        x += box.width * dice.between(0.05, 0.13)
        points.append((x, base - height * dice.between(0.5, 1.1) if up else base - height * dice.between(0.0, 0.3)))
        up = not up
    return points
