"""Phyllotaxis: each seed turned by the golden angle from the last (Vogel 1979)."""

import math

from fic2book.cover import shapes
from fic2book.cover.dice import Dice
from fic2book.cover.palettes import Palette, mix
from fic2book.cover.shapes import Box

_GOLDEN = math.pi * (3 - math.sqrt(5))
_SPIRALS = (13, 21, 34)


def draw(box: Box, palette: Palette, dice: Dice) -> str:
    """Draw one flower head that fills the box's shorter side, its arms in turning shades."""
    middle = box.centre
    reach = math.hypot(box.width, box.height) / 2
    spread = min(box.width, box.height) / dice.between(44, 54)
    arms = dice.choose(_SPIRALS)
    turned = dice.between(0, 6.28)
    count = int((reach / spread) ** 2) + 1
    dots = []
    for seed in range(1, count):
        distance = spread * math.sqrt(seed)
        angle = turned + seed * _GOLDEN
        place = (middle[0] + distance * math.cos(angle), middle[1] + distance * math.sin(angle))
        size = spread * (0.28 + 0.5 * math.sin(min(1.0, distance / reach) * math.pi) ** 0.8)
        dots.append(shapes.dot(place, size, _shade(palette, seed % arms / arms, distance / reach)))
    return shapes.rectangle(box, palette.ground) + "".join(dots)


def _shade(palette: Palette, arm: float, far: float) -> str:
    """Shade an arm from tone to tone and back; the heart of the flower takes the accent."""
    if far < 0.11:
        return palette.accent
    swing = 0.5 - 0.5 * math.cos(2 * math.pi * arm)
    near = mix(palette.tones[1], palette.tones[2], swing)
    return mix(near, palette.tones[3], max(0.0, swing * 1.4 - 0.55))
