"""A star map: circles of declination, hours, a tilted ecliptic, constellations nobody has named."""

import math

from fic2book.cover import shapes
from fic2book.cover.dice import Dice
from fic2book.cover.palettes import Palette
from fic2book.cover.shapes import Box, Point

_HOURS = 24
_CONSTELLATIONS = 9


def draw(box: Box, palette: Palette, dice: Dice) -> str:
    """Draw one round map that nearly fills the box's shorter side, on plain ground."""
    middle, reach = box.centre, min(box.width, box.height) * 0.46
    pieces = [shapes.rectangle(box, palette.ground), *_grid(middle, reach, palette, dice)]
    for _ in range(130):
        place = _inside(middle, reach * 0.9, dice)
        pieces.append(shapes.dot(place, reach * dice.choose((0.0028, 0.0028, 0.004, 0.0055)), palette.tones[3]))
    for number in range(_CONSTELLATIONS):
        angle = 2 * math.pi * (number + dice.between(-0.25, 0.25)) / (_CONSTELLATIONS - 1)
        far = 0.0 if number == _CONSTELLATIONS - 1 else dice.between(0.48, 0.7)
        heart = (middle[0] + reach * far * math.cos(angle), middle[1] + reach * far * math.sin(angle))
        pieces += _constellation(heart, reach, palette, dice)
    return "".join(pieces)


def _grid(middle: Point, reach: float, palette: Palette, dice: Dice) -> list[str]:
    lines = [shapes.ring(middle, reach * share, palette.tones[1], 2.5) for share in (0.25, 0.5, 0.75)]
    for hour in range(_HOURS):
        angle = 2 * math.pi * hour / _HOURS
        across, up = math.cos(angle), math.sin(angle)
        start = 0.25 if hour % 6 else 0.0
        for near, far, colour in ((start, 0.94, palette.tones[1]), (0.955, 0.985, palette.tones[2])):
            ends = [(middle[0] + reach * part * across, middle[1] + reach * part * up) for part in (near, far)]
            lines.append(shapes.line(ends, colour, 2))
    tilt = dice.between(0, 2 * math.pi)
    ecliptic = (middle[0] + reach * 0.2 * math.cos(tilt), middle[1] + reach * 0.2 * math.sin(tilt))
    lines.append(shapes.ring(ecliptic, reach * 0.62, palette.accent, 3.5))
    edges = ((0.94, 3), (1.0, 7))
    return lines + [shapes.ring(middle, reach * share, palette.tones[2], width) for share, width in edges]


def _inside(middle: Point, reach: float, dice: Dice) -> Point:
    far, angle = reach * math.sqrt(dice.fraction()), dice.between(0, 2 * math.pi)
    return middle[0] + far * math.cos(angle), middle[1] + far * math.sin(angle)


def _constellation(heart: Point, reach: float, palette: Palette, dice: Dice) -> list[str]:
    """Return a chain of four to seven stars that wanders through its heart, now and then with a branch."""
    x, y = heart
    heading = dice.between(0, 2 * math.pi)
    stars = [(x - reach * 0.12 * math.cos(heading), y - reach * 0.12 * math.sin(heading))]
    for _ in range(dice.whole(3, 6)):
        heading += dice.between(-0.95, 0.95)
        step = reach * dice.between(0.07, 0.13)
        last = stars[-1]
        stars.append((last[0] + step * math.cos(heading), last[1] + step * math.sin(heading)))
    lines = [shapes.line(stars, palette.tones[2], 3)]
    brightness = [dice.choose((0.009, 0.011, 0.014, 0.018)) for _ in stars]
    return lines + [_star(place, reach, size, palette) for place, size in zip(stars, brightness, strict=True)]


def _star(place: Point, reach: float, brightness: float, palette: Palette) -> str:
    """A dot; the brightest are sparks of eight rays, on a little clear ground."""
    size = reach * brightness
    clear = shapes.dot(place, size * 1.5, palette.ground)
    if brightness < 0.014:
        return clear + shapes.dot(place, size, palette.tones[3])
    corners = []
    for ray in range(16):
        length = size * (1.7 if ray % 4 == 0 else 1.15 if ray % 2 == 0 else 0.5)
        angle = math.pi * ray / 8
        corners.append((place[0] + length * math.cos(angle), place[1] + length * math.sin(angle)))
    return clear + shapes.area(corners, palette.tones[3])
