"""Combed marbling (nonpareil): thin bands of colour drawn into arches by the teeth of a comb."""

from fic2book.cover import shapes
from fic2book.cover.dice import Dice
from fic2book.cover.palettes import Palette
from fic2book.cover.shapes import Box

_SAMPLES = 12
"""Points along one arch."""


def draw(box: Box, palette: Palette, dice: Dice) -> str:
    """Draw bands from top to bottom, each covering what is below the last."""
    tooth = dice.choose((64.0, 80.0, 100.0))
    arches = _arches(box, tooth, dice)
    lift = tooth * dice.between(0.9, 1.3)
    colours = (palette.tones[0], palette.tones[1], palette.tones[2], palette.tones[3], palette.ground, palette.accent)
    weights = (3, 3, 3, 2, 4, 1)
    drops = [colour for colour, weight in zip(colours, weights, strict=True) for _ in range(weight)]
    pieces = [shapes.rectangle(box, palette.ground)]
    y, last = box.y - lift * 1.5, ""
    while y < box.bottom + lift:
        colour = dice.choose([drop for drop in drops if drop != last])
        edge = [(x, y + rise * lift + shift) for x, rise, shift in arches]
        pieces.append(
            shapes.area([*edge, (edge[-1][0], box.bottom + 2 * lift), (edge[0][0], box.bottom + 2 * lift)], colour)
        )
        y, last = y + dice.between(6, 19) * (0.55 if colour in {palette.accent, palette.tones[3]} else 1), colour
    return "".join(pieces)


def _arches(box: Box, tooth: float, dice: Dice) -> list[tuple[float, float, float]]:
    """Return (x, how far the comb has pulled, how far this arch stands off) along the box's width."""
    points = []
    count = int(box.width / tooth) + 2
    for arch in range(count):
        shift = dice.between(-0.09, 0.09) * tooth
        for sample in range(_SAMPLES):
            share = sample / _SAMPLES
            off = abs(2 * share - 1)
            points.append((box.x + (arch - 0.5 + share) * tooth, off**2.4, shift * (1 - off)))
    return points
