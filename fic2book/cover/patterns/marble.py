"""Combed marbling (nonpareil): thin bands of colour drawn into arches by the teeth of a comb."""

from collections.abc import Sequence

from fic2book.cover import shapes
from fic2book.cover.dice import Dice
from fic2book.cover.palettes import Palette
from fic2book.cover.shapes import Box, Point

Pull = tuple[float, float, float]
"""x; how far the comb has pulled, 0 to 1; how far this arch stands off."""

_SAMPLES = 14
"""Points along one arch."""
_OVERLAP = 1.5
"""Px that a band reaches under the next, so that nothing shows between them."""


def draw(box: Box, palette: Palette, dice: Dice) -> str:
    """Draw bands from top to bottom, each a little over the next."""
    tooth = dice.choose((106, 134, 160))
    arches = _arches(box.width, tooth, dice)
    lift = tooth * dice.between(0.9, 1.25)
    drops = [colour for colour, weight in _weights(palette) for _ in range(weight)]
    pieces = [shapes.rectangle(box, palette.ground)]
    y, last = box.y - lift * 1.2, ""
    while y < box.bottom:
        colour = dice.choose([drop for drop in drops if drop != last])
        fine = colour in {palette.accent, palette.tones[3]}
        thick = dice.between(17, 44) * (0.5 if fine else 1)
        if colour != palette.ground:
            pieces += [_band(arch, (box.x, y), (lift, thick), colour) for arch in arches]
        y, last = y + thick, colour
    return "".join(pieces)


def _band(arch: Sequence[Pull], start: Point, reach: tuple[float, float], colour: str) -> str:
    """Draw one band under one tooth. Narrow shapes are drawn twice as fast as one band from edge to edge."""
    (left, top), (lift, thick) = start, reach
    upper = [(left + x, top + rise * lift + shift) for x, rise, shift in arch]
    return shapes.area([*upper, *((x, y + thick + _OVERLAP) for x, y in reversed(upper))], colour)


def _weights(palette: Palette) -> tuple[tuple[str, int], ...]:
    """Return how often each colour was dropped on the bath."""
    faint, seen, strong, highlight = palette.tones
    return (faint, 3), (seen, 3), (strong, 3), (highlight, 2), (palette.ground, 4), (palette.accent, 1)


def _arches(width: float, tooth: int, dice: Dice) -> list[list[Pull]]:
    """Return the teeth side by side; they meet on whole px, so that no seam shows."""
    teeth = []
    for arch in range(int(width / tooth) + 2):
        shift = dice.between(-0.09, 0.09) * tooth
        start = arch * tooth - tooth // 2
        shares = [sample / _SAMPLES for sample in range(_SAMPLES + 1)]
        offs = [abs(2 * share - 1) for share in shares]
        teeth.append(
            [(start + share * tooth, off**2.4, shift * (1 - off)) for share, off in zip(shares, offs, strict=True)]
        )
    return teeth
