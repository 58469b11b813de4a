"""A trellis of swelling lines with a flower in every opening, as on endpapers."""

import math

from fic2book.cover import shapes
from fic2book.cover.dice import Dice
from fic2book.cover.palettes import Palette
from fic2book.cover.shapes import Box, Point


def draw(box: Box, palette: Palette, dice: Dice) -> str:
    """Draw ogees, half a step apart from row to row, and a flower of four to eight petals in each."""
    wide = dice.choose((160.0, 200.0, 228.0))
    tall = wide * dice.choose((1.25, 1.5))
    petals = dice.choose((4, 5, 6, 8))
    flower = _flower(palette, wide * 0.25, petals, dice)
    bud = shapes.dot((0, 0), wide * 0.034, palette.tones[2])
    pieces = [shapes.rectangle(box, palette.ground)]
    for column in range(int(box.width / wide) + 3):
        x = box.x + (box.width % wide) / 2 + (column - 1) * wide
        pieces += _pair(box, x, wide, tall, palette)
        for row in range(int(box.height / tall) + 3):
            y = box.y + (row - 1) * tall
            pieces += [shapes.group(flower, at=(x, y)), shapes.group(flower, at=(x + wide / 2, y + tall / 2))]
            pieces += [shapes.group(bud, at=(x + wide / 2, y)), shapes.group(bud, at=(x, y + tall / 2))]
    return "".join(pieces)


def _pair(box: Box, x: float, wide: float, tall: float, palette: Palette) -> list[str]:
    """Return the two lines that part and meet along one column: around the flowers, through the buds' places."""
    lines = []
    for side in (-1, 1):
        points: list[Point] = []
        for step in range(int((box.height + 2 * tall) / (tall / 16)) + 1):
            y = box.y - tall + step * tall / 16
            swing = math.cos(2 * math.pi * (y - box.y) / tall)
            points.append((x + side * wide * 0.25 * (1 + 0.86 * swing), y))
        lines.append(shapes.line(points, palette.tones[1], 5))
    return lines


def _flower(palette: Palette, reach: float, petals: int, dice: Dice) -> str:
    colour = dice.choose((palette.tones[2], palette.tones[3]))
    width = min(0.42, 1.9 / petals) * reach
    petal = shapes.path(
        f"M0 {-reach * 0.2:.1f}C{width:.1f} {-reach * 0.45:.1f} {width * 0.9:.1f} {-reach:.1f} 0 {-reach:.1f}"
        f"C{-width * 0.9:.1f} {-reach:.1f} {-width:.1f} {-reach * 0.45:.1f} 0 {-reach * 0.2:.1f}Z",
        colour,
    )
    ring = "".join(shapes.group(petal, turn=360 * number / petals) for number in range(petals))
    return ring + shapes.dot((0, 0), reach * 0.15, palette.accent)
