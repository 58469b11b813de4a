"""The few shapes that covers are drawn from, as SVG text; all numbers are px of a 1600 × 2560 cover."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

Point = tuple[float, float]


class Box(NamedTuple):
    """An upright rectangle."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.height

    @property
    def centre(self) -> Point:
        """The middle."""
        return self.x + self.width / 2, self.y + self.height / 2

    def inset(self, by: float) -> "Box":
        """Return the box with every edge moved inwards."""
        return Box(self.x + by, self.y + by, self.width - 2 * by, self.height - 2 * by)


COVER = Box(0, 0, 1600, 2560)
"""Amazon's and Kobo's recommended size, within Apple's 5.6 million pixels."""
SAFE = 110.0
"""No type nearer to an edge: readers crop covers, and print needs a margin."""


def rectangle(box: Box, fill: str) -> str:
    """Fill a box."""
    return f'<rect x="{box.x:g}" y="{box.y:g}" width="{box.width:g}" height="{box.height:g}" fill="{fill}"/>'


def frame(box: Box, colour: str, width: float) -> str:
    """Draw a box's edge, the line's middle on it."""
    return (
        f'<rect x="{box.x:g}" y="{box.y:g}" width="{box.width:g}" height="{box.height:g}" fill="none" '
        f'stroke="{colour}" stroke-width="{width:g}"/>'
    )


def rule(start: Point, end: Point, colour: str, width: float) -> str:
    """Draw a straight line."""
    return line([start, end], colour, width)


def dot(middle: Point, radius: float, fill: str) -> str:
    """Fill a circle."""
    return f'<circle cx="{middle[0]:.1f}" cy="{middle[1]:.1f}" r="{radius:.1f}" fill="{fill}"/>'


def ring(middle: Point, radius: float, colour: str, width: float) -> str:
    """Draw a circle's edge."""
    return (
        f'<circle cx="{middle[0]:.1f}" cy="{middle[1]:.1f}" r="{radius:.1f}" fill="none" stroke="{colour}" '
        f'stroke-width="{width:.1f}"/>'
    )


def ellipse(middle: Point, reach: Point, fill: str) -> str:
    """Fill an ellipse; ``reach`` is half its width and half its height."""
    return f'<ellipse cx="{middle[0]:.1f}" cy="{middle[1]:.1f}" rx="{reach[0]:.1f}" ry="{reach[1]:.1f}" fill="{fill}"/>'


def line(points: Sequence[Point], colour: str, width: float) -> str:
    """Draw an open line through points."""
    return (
        f'<path d="{through(points)}" fill="none" stroke="{colour}" stroke-width="{width:.1f}" '
        'stroke-linecap="round" stroke-linejoin="round"/>'
    )


def area(points: Sequence[Point], fill: str) -> str:
    """Fill the shape whose corners are the points."""
    return f'<path d="{through(points)}Z" fill="{fill}"/>'


def through(points: Iterable[Point]) -> str:
    """Return a path through points."""
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)


def path(data: str, fill: str) -> str:
    """Fill a path."""
    return f'<path d="{data}" fill="{fill}"/>'


def outlined(data: str, colour: str, width: float) -> str:
    """Draw a path's edge."""
    return f'<path d="{data}" fill="none" stroke="{colour}" stroke-width="{width:g}"/>'


def group(content: str, *, at: Point = (0, 0), turn: float = 0, scale: float = 1) -> str:
    """Move, turn (degrees) and scale a drawing."""
    return f'<g transform="translate({at[0]:.1f} {at[1]:.1f}) rotate({turn:.2f}) scale({scale:.4g})">{content}</g>'


def around_box(board: Box, box: Box, fill: str) -> str:
    """Fill a board all round a box. Painting over costs a twentieth of a second; a clip path costs half a second."""
    inner = f"M{box.x:g} {box.y:g}h{box.width:g}v{box.height:g}h{-box.width:g}z"
    return around(board, inner, fill)


def around_circle(board: Box, middle: Point, radius: float, fill: str) -> str:
    """Fill a board all round a circle."""
    arcs = f"a{radius:g} {radius:g} 0 1 0 {2 * radius:g} 0a{radius:g} {radius:g} 0 1 0 {-2 * radius:g} 0z"
    return around(board, f"M{middle[0] - radius:g} {middle[1]:g}{arcs}", fill)


def around(board: Box, inner: str, fill: str) -> str:
    """Fill a board all round a closed path inside it."""
    outer = f"M{board.x:g} {board.y:g}h{board.width:g}v{board.height:g}h{-board.width:g}z"
    return f'<path d="{outer}{inner}" fill="{fill}" fill-rule="evenodd"/>'


def domes(middles: Iterable[Point], radius: float, fill: str) -> str:
    """Fill the upper halves of circles; each is a shape of its own, for one broad shape takes twice as long."""
    half = f"a{radius:.1f} {radius:.1f} 0 0 1 {2 * radius:.1f} 0z"
    return "".join(path(f"M{x - radius:.1f} {y:.1f}{half}", fill) for x, y in middles)


def mirrored(drawing: str, tile: Box, axis: float) -> str:
    """Draw what fills a tile, and its reflection at the upright ``axis``: so that no seam shows where they meet."""
    cell = (
        f'<svg x="{tile.x:.2f}" y="{tile.y:.2f}" width="{tile.width:.2f}" height="{tile.height:.2f}" '
        f'viewBox="{tile.x:.2f} {tile.y:.2f} {tile.width:.2f} {tile.height:.2f}">{drawing}</svg>'
    )
    return f'{cell}<g transform="matrix(-1 0 0 1 {2 * axis:.2f} 0)">{cell}</g>'


def window(svg: str, at: Point, box: Box, scale: float) -> str:
    """Set a whole drawing of ``box`` into another one, at a scale; what runs over its edges is cut off."""
    place = f'x="{at[0]:.2f}" y="{at[1]:.2f}" width="{box.width * scale:.2f}" height="{box.height * scale:.2f}"'
    return svg.replace("<svg ", f"<svg {place} ", 1)
