"""Sprigs in rows, half a step apart, each a little turned: block-printed paper."""

import math

from fic2book.cover import shapes
from fic2book.cover.dice import Dice
from fic2book.cover.palettes import Palette
from fic2book.cover.shapes import Box


def draw(box: Box, palette: Palette, dice: Dice) -> str:
    """Draw two kinds of sprig in turn over the box."""
    wide = dice.choose((200.0, 229.0, 267.0))
    tall = wide * 0.98
    blocks = [_fern(palette, wide, dice.whole(4, 6)), _berries(palette, wide, dice.whole(2, 3))]
    lean = dice.between(8, 28)
    speck = shapes.dot((0, 0), wide * 0.018, palette.tones[2])
    pieces = [shapes.rectangle(box, palette.ground)]
    for row in range(int(box.height / tall) + 3):
        for column in range(int(box.width / wide) + 3):
            x = box.x + (column - 0.5 + (row % 2) / 2) * wide
            y = box.y + (row - 0.3) * tall
            turn = (lean if row % 2 else -lean) + dice.between(-5, 5)
            pieces.append(shapes.group(blocks[(row + column) % 2], at=(x, y), turn=turn))
            pieces.append(shapes.group(speck, at=(x + wide / 2, y - tall * 0.04)))
    return "".join(pieces)


def _fern(palette: Palette, wide: float, pairs: int) -> str:
    """Draw a stalk with pairs of leaves that grow smaller towards the tip."""
    length = wide * 0.98
    stalk = shapes.line([(0, length / 2), (0, -length * 0.42)], palette.tones[2], 4)
    leaves = []
    for pair in range(pairs):
        share = pair / pairs
        y = length * (0.34 - 0.74 * share)
        size = wide * (0.34 - 0.17 * share)
        leaves += [
            shapes.group(_leaf(palette.tones[2], size), at=(0, y), turn=side * (58 - 18 * share)) for side in (-1, 1)
        ]
    return stalk + "".join(leaves) + shapes.group(_leaf(palette.tones[3], wide * 0.2), at=(0, -length * 0.4))


def _berries(palette: Palette, wide: float, pairs: int) -> str:
    """Draw a stalk that forks; every fork carries a berry."""
    length = wide * 0.92
    pieces = [shapes.line([(0, length / 2), (0, -length * 0.36)], palette.tones[1], 4)]
    for pair in range(pairs):
        y = length * (0.3 - 0.5 * pair / pairs)
        for side in (-1, 1):
            reach = wide * (0.32 - 0.06 * pair)
            angle = math.radians(48)
            end = (side * reach * math.sin(angle), y - reach * math.cos(angle))
            pieces += [shapes.line([(0, y), end], palette.tones[1], 4), shapes.dot(end, wide * 0.058, palette.tones[3])]
    return "".join(pieces) + shapes.dot((0, -length * 0.4), wide * 0.07, palette.accent)


def _leaf(colour: str, length: float) -> str:
    """Draw a leaf that points upwards from 0, 0."""
    half = length * 0.26
    return shapes.path(
        f"M0 0C{half:.1f} {-length * 0.25:.1f} {half:.1f} {-length * 0.7:.1f} 0 {-length:.1f}"
        f"C{-half:.1f} {-length * 0.7:.1f} {-half:.1f} {-length * 0.25:.1f} 0 0Z",
        colour,
    )
