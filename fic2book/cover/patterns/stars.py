"""A star map: circles of declination, hours, a tilted ecliptic, constellations nobody has named."""

import math

from fic2book.cover import shapes
from fic2book.cover.dice import Dice
from fic2book.cover.palettes import Palette, mix
from fic2book.cover.shapes import Box, Point

_HOURS = 24
_CONSTELLATIONS = 9


def draw(box: Box, palette: Palette, dice: Dice) -> str:
    """Draw one round map that nearly fills the box's shorter side, on plain ground."""
    middle, reach = box.centre, min(box.width, box.height) * 0.5
    sky = shapes.dot(middle, reach, _sky(palette))
    pieces = [shapes.rectangle(box, palette.ground), sky, *_grid(middle, reach, palette, dice)]
    for _ in range(130):
        place = _inside(middle, reach * 0.88, dice)
        pieces.append(shapes.dot(place, reach * dice.choose((0.003, 0.003, 0.0045, 0.006)), palette.tones[3]))
    for number in range(_CONSTELLATIONS):
        angle = 2 * math.pi * (number + dice.between(-0.25, 0.25)) / (_CONSTELLATIONS - 1)
        far = 0.0 if number == _CONSTELLATIONS - 1 else dice.between(0.5, 0.66)
        heart = (middle[0] + reach * far * math.cos(angle), middle[1] + reach * far * math.sin(angle))
        pieces += _constellation(heart, (middle, reach), palette, dice)
    return "".join(pieces)


def _sky(palette: Palette) -> str:
    """Return the night: ink on light cloth, a shade darker than dark cloth."""
    return mix(palette.ground, palette.ink, 0.55 if palette.type_on_ground == palette.paper else 0.92)


def _lines(palette: Palette) -> tuple[str, str]:
    """Return the colours of the grid and of the constellations, both on the night sky."""
    return mix(_sky(palette), palette.tones[3], 0.26), mix(_sky(palette), palette.tones[3], 0.6)


def _grid(middle: Point, reach: float, palette: Palette, dice: Dice) -> list[str]:
    faint, clear = _lines(palette)
    lines = [shapes.ring(middle, reach * share, faint, 2.5) for share in (0.25, 0.5, 0.75)]
    for hour in range(_HOURS):
        angle = 2 * math.pi * hour / _HOURS
        across, up = math.cos(angle), math.sin(angle)
        start = 0.25 if hour % 6 else 0.0
        for near, far, colour in ((start, 0.93, faint), (0.945, 0.965, clear)):
            ends = [(middle[0] + reach * part * across, middle[1] + reach * part * up) for part in (near, far)]
            lines.append(shapes.line(ends, colour, 2.5))
    tilt = dice.between(0, 2 * math.pi)
    ecliptic = (middle[0] + reach * 0.2 * math.cos(tilt), middle[1] + reach * 0.2 * math.sin(tilt))
    lines.append(shapes.ring(ecliptic, reach * 0.62, palette.accent, 4))
    return lines + [shapes.ring(middle, reach * share, clear, width) for share, width in ((0.93, 3), (0.98, 6))]


def _inside(middle: Point, reach: float, dice: Dice) -> Point:
    far, angle = reach * math.sqrt(dice.fraction()), dice.between(0, 2 * math.pi)
    return middle[0] + far * math.cos(angle), middle[1] + far * math.sin(angle)


def _constellation(heart: Point, sky: tuple[Point, float], palette: Palette, dice: Dice) -> list[str]:
    """Return a chain of up to seven stars that wanders through its heart and stays inside the sky."""
    (middle, reach), (x, y) = sky, heart
    heading = dice.between(0, 2 * math.pi)
    stars = [(x - reach * 0.12 * math.cos(heading), y - reach * 0.12 * math.sin(heading))]
    for _ in range(dice.whole(3, 6)):
        heading += dice.between(-0.95, 0.95)
        step = reach * dice.between(0.07, 0.13)
        last = stars[-1]
        onward = (last[0] + step * math.cos(heading), last[1] + step * math.sin(heading))
        if math.dist(onward, middle) < reach * 0.88:
            stars.append(onward)
    lines = [shapes.line(stars, _lines(palette)[1], 4)]
    brightness = [dice.choose((0.01, 0.012, 0.016, 0.021)) for _ in stars]
    return lines + [_star(place, reach, size, palette) for place, size in zip(stars, brightness, strict=True)]


def _star(place: Point, reach: float, brightness: float, palette: Palette) -> str:
    """Draw a dot; the brightest are sparks of eight rays, on a little clear ground."""
    size = reach * brightness
    clear = shapes.dot(place, size * 1.5, _sky(palette))
    if brightness < 0.016:
        return clear + shapes.dot(place, size, palette.tones[3])
    corners = []
    for ray in range(16):
        length = size * (1.7 if ray % 4 == 0 else 1.15 if ray % 2 == 0 else 0.5)
        angle = math.pi * ray / 8
        corners.append((place[0] + length * math.cos(angle), place[1] + length * math.sin(angle)))
    return clear + shapes.area(corners, palette.tones[3])
