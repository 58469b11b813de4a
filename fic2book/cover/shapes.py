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
SAFE = COVER.inset(110)
"""No type outside: readers crop covers, and print needs a margin."""


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


def group(content: str, *, at: Point = (0, 0), turn: float = 0, scale: float = 1) -> str:
    """Move, turn (degrees) and scale a drawing."""
    return f'<g transform="translate({at[0]:.1f} {at[1]:.1f}) rotate({turn:.2f}) scale({scale:.4g})">{content}</g>'


def clipped(content: str, box: Box, name: str) -> str:
    """Cut a drawing off at a box's edges; ``name`` is unique in the cover."""
    return f'<clipPath id="{name}">{rectangle(box, "#000")}</clipPath><g clip-path="url(#{name})">{content}</g>'


def rounded(content: str, middle: Point, radius: float, name: str) -> str:
    """Cut a drawing off at a circle; ``name`` is unique in the cover."""
    return f'<clipPath id="{name}">{dot(middle, radius, "#000")}</clipPath><g clip-path="url(#{name})">{content}</g>'
