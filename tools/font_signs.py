"""Signs that stories use and text faces lack: drawn to one height for every face. For development only."""

import math
from collections.abc import Callable

from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

_LIKE = {0x202F: 0x2009, 0x2217: 0x2A, 0x2055: 0x2A, 0x2010: 0x2D, 0x2011: 0x2D}
"""Characters that get the glyph of another: narrow no-break space, asterisks, hyphens."""
_CENTRE = 300
"""Height of the drawn signs' middle, near the middle of the lower-case letters and capitals taken together."""

Point = tuple[float, float]


def add_signs(face: TTFont) -> None:
    """Give a face of 1000 units an em the signs that it lacks."""
    known = set(face.getBestCmap())
    for table in face["cmap"].tables:
        if table.isUnicode():
            for code, like in _LIKE.items():
                if like in table.cmap:
                    table.cmap.setdefault(code, table.cmap[like])
    for code, (draw, width) in _drawn(face).items():
        if code in known:
            continue
        name = f"uni{code:04X}"
        pen = TTGlyphPen(face.getGlyphSet())
        draw(pen)
        order = face.getGlyphOrder()
        glyph = pen.glyph()
        face["glyf"][name] = glyph
        face.setGlyphOrder([*(known for known in order if known != name), name])
        glyph.recalcBounds(face["glyf"])
        face["hmtx"][name] = (width, glyph.xMin)
        if "vmtx" in face:
            face["vmtx"][name] = (1000, 880 - glyph.yMax)
        for table in face["cmap"].tables:
            if table.isUnicode():
                table.cmap[code] = name


def _drawn(face: TTFont) -> dict[int, tuple[Callable[[TTGlyphPen], None], int]]:
    """Return code point → (how it is drawn, advance width)."""
    star, spark = _star(310, 0.382, 5), _star(330, 0.3, 4)
    heart = _heart(1.0)
    asterisk = face.getBestCmap()[0x2A]
    wide = face["hmtx"][asterisk][0]
    return {
        0x2042: (lambda pen: _asterism(pen, asterisk, wide), 2 * wide),
        0x25CB: (lambda pen: (_round(pen, 250, 250), _round(pen, 218, -218)), 600),
        0x25CF: (lambda pen: _round(pen, 250, 250), 600),
        0x2605: (lambda pen: _polygon(pen, star), 660),
        0x2606: (lambda pen: (_polygon(pen, star), _polygon(pen, _star(215, 0.382, 5)[::-1])), 660),
        0x2726: (lambda pen: _polygon(pen, spark), 560),
        0x2727: (lambda pen: (_polygon(pen, spark), _polygon(pen, _star(220, 0.3, 4)[::-1])), 560),
        0x2665: (lambda pen: _curve(pen, heart), 600),
        0x2661: (lambda pen: (_curve(pen, heart), _curve(pen, _heart(0.82)[::-1])), 600),
        0x266A: (_note, 480),
    }


def _asterism(pen: TTGlyphPen, asterisk: str, wide: int) -> None:
    """Three asterisks as a triangle: the font's own hangs high, so all three come down."""
    for x, y in ((wide / 2, -100), (0, -430), (wide, -430)):
        pen.addComponent(asterisk, (1, 0, 0, 1, round(x), y))


def _star(radius: float, inner: float, points: int) -> list[Point]:
    """Return a star's corners clockwise, as TrueType's outer contours run."""
    middle = 280 if points == 4 else 330
    corners = []
    for step in range(2 * points):
        length = radius * (inner if step % 2 else 1)
        angle = math.pi / 2 - step * math.pi / points
        corners.append((round(middle + length * math.cos(angle)), round(_CENTRE + length * math.sin(angle))))
    return corners


def _heart(scale: float) -> list[Point]:
    """Return a heart as off-curve points of quadratic curves with implied on-curve points between them, clockwise."""
    half = [(0, -300), (-110, -190), (-290, -10), (-290, 150), (-250, 270), (-130, 285), (-40, 250), (0, 150)]
    outline = half + [(-x, y) for x, y in half[-2:0:-1]]
    return [(round(300 + x * scale), round(_CENTRE + (y + 10) * scale - 10)) for x, y in outline]


def _polygon(pen: TTGlyphPen, corners: list[Point]) -> None:
    pen.moveTo(corners[0])
    for corner in corners[1:]:
        pen.lineTo(corner)
    pen.closePath()


def _round(pen: TTGlyphPen, width: float, height: float, middle: Point = (300, _CENTRE)) -> None:
    """Draw an ellipse of these half axes, clockwise; a negative height turns it round and so makes a hole."""
    angles = [math.pi / 8 * (7 - 2 * step) for step in range(8)]
    reach = 1 / math.cos(math.pi / 8)
    across, up = abs(width) * reach, height * reach
    points = [(round(middle[0] + across * math.cos(a)), round(middle[1] + up * math.sin(a))) for a in angles]
    pen.qCurveTo(*points, None)
    pen.closePath()


def _note(pen: TTGlyphPen) -> None:
    """Draw an eighth note: head, stem and flag."""
    _round(pen, 115, 85, (150, 20))
    _polygon(pen, [(230, 20), (230, 660), (265, 660), (265, 20)])
    pen.moveTo((265, 660))
    pen.qCurveTo((275, 540), (430, 470), (400, 250))
    pen.qCurveTo((390, 400), (275, 440), (265, 480))
    pen.closePath()


def _curve(pen: TTGlyphPen, points: list[Point]) -> None:
    """Draw a heart: sharp at its foot and its cleft, round elsewhere."""
    sharp = {min(points, key=lambda point: point[1]), min(points, key=lambda point: (abs(point[0] - 300), -point[1]))}
    start = next(place for place, point in enumerate(points) if point in sharp)
    turned = points[start:] + points[:start]
    pen.moveTo(turned[0])
    pending: list[Point] = []
    for point in [*turned[1:], turned[0]]:
        pending.append(point)
        if point in sharp:
            pen.qCurveTo(*pending)
            pending = []
    pen.closePath()
