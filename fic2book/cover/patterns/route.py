"""A chart: islands in their depth lines, a dotted course from a harbour to a cross, a compass rose."""

import math
from itertools import pairwise

from fic2book.cover import shapes
from fic2book.cover.dice import Dice
from fic2book.cover.palettes import Palette
from fic2book.cover.shapes import Box, Point

_CORNERS = 60


def draw(box: Box, palette: Palette, dice: Dice) -> str:
    """Draw the grid, islands large and small, the course between them and the rose in a corner that is free."""
    unit = min(box.width, box.height) / 10
    pieces = [shapes.rectangle(box, palette.ground), *_grid(box, unit * 2, palette)]
    lands = _places(box, unit, dice)
    for number, heart in enumerate(lands):
        pieces += _island(heart, unit * dice.between(0.9, 1.9) * (1.3 if number % 2 else 0.8), palette, dice)
    course = sorted(lands, key=lambda place: place[1])
    pieces += _course(course, unit, palette, dice)
    left = dice.fraction() < 0.5
    corner = (box.x + unit * 1.9 if left else box.right - unit * 1.9, box.bottom - unit * 2.1)
    return "".join([*pieces, _rose(corner, unit * 1.25, palette)])


def _grid(box: Box, step: float, palette: Palette) -> list[str]:
    lines = [
        shapes.rule(
            (box.x + step * (number + 0.5), box.y), (box.x + step * (number + 0.5), box.bottom), palette.tones[0], 3
        )
        for number in range(int(box.width / step) + 1)
    ]
    return lines + [
        shapes.rule(
            (box.x, box.y + step * (number + 0.5)), (box.right, box.y + step * (number + 0.5)), palette.tones[0], 3
        )
        for number in range(int(box.height / step) + 1)
    ]


def _places(box: Box, unit: float, dice: Dice) -> list[Point]:
    """Return hearts of islands down the box, left and right in turn."""
    rows = max(3, round(box.height / (unit * 3.2)))
    places = []
    for row in range(rows):
        share = 0.26 if row % 2 else 0.74
        x = box.x + box.width * (share + dice.between(-0.12, 0.12))
        places.append((x, box.y + box.height * (row + 0.5) / rows + unit * dice.between(-0.4, 0.4)))
    return places


def _island(heart: Point, reach: float, palette: Palette, dice: Dice) -> list[str]:
    waves = [(dice.between(0.3, 1) / wave, dice.between(0, 6.28)) for wave in range(2, 7)]
    shores = []
    for number, (grown, colour, width) in enumerate(
        ((1.62, palette.tones[1], 3), (1.4, palette.tones[1], 3.5), (1.2, palette.tones[2], 4))
    ):
        shores.append(shapes.line(_shore(heart, reach * grown, waves, 0.8 - 0.1 * number), colour, width))
    land = shapes.area(_shore(heart, reach, waves, 1), palette.tones[2])
    hill = shapes.area(_shore(heart, reach * 0.52, waves, 1), palette.tones[3])
    return [*shores, land, hill]


def _shore(heart: Point, reach: float, waves: list[tuple[float, float]], rough: float) -> list[Point]:
    points = []
    for corner in range(_CORNERS + 1):
        angle = 2 * math.pi * corner / _CORNERS
        swell = sum(size * math.sin((number + 2) * angle + start) for number, (size, start) in enumerate(waves))
        length = reach * (1 + 0.24 * rough * swell)
        points.append((heart[0] + 1.25 * length * math.cos(angle), heart[1] + 0.8 * length * math.sin(angle)))
    return points


def _course(places: list[Point], unit: float, palette: Palette, dice: Dice) -> list[str]:
    """Return dashes along a swinging line through the places, a ring where it begins and a cross where it ends."""
    dots = []
    for start, end in pairwise(places):
        swing = unit * dice.between(0.6, 1.3) * dice.choose((-1, 1))
        steps = max(4, round(math.dist(start, end) / (unit * 0.42)))
        for step in range(steps):
            share = step / steps
            bend = math.sin(math.pi * share) * swing
            place = (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share + bend)
            dots.append(shapes.dot(place, unit * 0.085, palette.accent))
    (x, y), arm = places[-1], unit * 0.42
    cross = [
        shapes.line([(x - arm, y - side * arm), (x + arm, y + side * arm)], palette.accent, unit * 0.2)
        for side in (-1, 1)
    ]
    return [*dots, shapes.ring(places[0], unit * 0.28, palette.accent, unit * 0.12), *cross]


def _rose(middle: Point, reach: float, palette: Palette) -> str:
    """Draw eight points, each half light and half dark, in two rings."""
    pieces = [shapes.dot((0, 0), reach * 1.08, palette.ground), shapes.ring((0, 0), reach * 0.66, palette.tones[2], 5)]
    for number in (1, 3, 5, 7, 0, 2, 4, 6):
        length = reach if number % 2 == 0 else reach * 0.62
        halves = [
            shapes.area([(0, 0), (side * reach * 0.15, -reach * 0.2), (0, -length)], colour)
            for side, colour in ((-1, palette.tones[3]), (1, palette.tones[2]))
        ]
        pieces.append(shapes.group("".join(halves), turn=45 * number))
    return shapes.group("".join(pieces), at=middle)
