"""The few strokes that the plan's drawings are made of, as SVG text; all numbers are points of the printed page."""

import math
from collections.abc import Sequence
from html import escape
from typing import NamedTuple

Point = tuple[float, float]

INK, QUIET, PAPER, ACCENT = "#1d1d1b", "#6f6a61", "#fbf9f4", "#8c2f1b"
FACE = "Atkinson Hyperlegible"
WIDTH = 186.0
"""Of every figure: the column beside the words."""
_HAIRLINE, _LINE = 0.5, 1.0
_LABEL = 8.0


class Drawing(NamedTuple):
    """A figure of the plan."""

    svg: str
    height: float
    """In points."""
    spoken: str
    """What it shows, for a listener."""


def drawing(height: float, pieces: Sequence[str], spoken: str) -> Drawing:
    """Return a figure of the usual width from its pieces, painted in their order."""
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH:g}pt" height="{height:g}pt"'
    return Drawing(f'{head} viewBox="0 0 {WIDTH:g} {height:g}">{"".join(pieces)}</svg>', height, spoken)


def leaf(x: float, y: float, width: float, height: float, fill: str = PAPER) -> str:
    """Draw a sheet of paper lying flat."""
    box = f'x="{x:.2f}" y="{y:.2f}" width="{width:.2f}" height="{height:.2f}"'
    return f'<rect {box} fill="{fill}" stroke="{INK}" stroke-width="{_LINE}"/>'


def block(x: float, y: float, width: float, height: float, fill: str = INK) -> str:
    """Fill a box."""
    return f'<rect x="{x:.2f}" y="{y:.2f}" width="{width:.2f}" height="{height:.2f}" fill="{fill}"/>'


def polygon(points: Sequence[Point], fill: str = PAPER, stroke: str = INK) -> str:
    """Draw a closed shape."""
    corners = " ".join(f"{x:.2f},{y:.2f}" for x, y in points)
    return (
        f'<polygon points="{corners}" fill="{fill}" stroke="{stroke}" stroke-width="{_LINE}" stroke-linejoin="round"/>'
    )


def stroke(start: Point, end: Point, colour: str = INK, width: float = _LINE, dashes: str = "") -> str:
    """Draw a straight line; ``dashes`` such as ``4 2``."""
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    ends = f'x1="{start[0]:.2f}" y1="{start[1]:.2f}" x2="{end[0]:.2f}" y2="{end[1]:.2f}"'
    return f'<line {ends} stroke="{colour}" stroke-width="{width:g}"{dashed}/>'


def hairline(start: Point, end: Point, colour: str = QUIET) -> str:
    """Draw the thinnest line that every printer shows."""
    return stroke(start, end, colour, _HAIRLINE)


def crease(start: Point, end: Point) -> str:
    """Draw a line to fold at."""
    return stroke(start, end, ACCENT, 1.1, "4 2.5")


def dot(middle: Point, radius: float, colour: str = ACCENT) -> str:
    """Fill a circle."""
    return f'<circle cx="{middle[0]:.2f}" cy="{middle[1]:.2f}" r="{radius:g}" fill="{colour}"/>'


def curve(points: Sequence[Point], colour: str = INK, width: float = _LINE) -> str:
    """Draw a line from a start to an end that one point between them, or two, pull out of the straight."""
    start, *rest = points
    path = f"M{start[0]:.2f} {start[1]:.2f}{'Q' if len(rest) < 3 else 'C'}"
    path += " ".join(f"{x:.2f} {y:.2f}" for x, y in rest)
    return f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{width:g}"/>'


def arrow(start: Point, pull: Point, end: Point, colour: str = ACCENT) -> str:
    """Draw a bent arrow; ``pull`` is the point that bends it."""
    angle = math.atan2(end[1] - pull[1], end[0] - pull[0])
    neck = (end[0] - 4 * math.cos(angle), end[1] - 4 * math.sin(angle))
    sides = (angle + 0.42, angle - 0.42)
    wings = [(end[0] - 6.5 * math.cos(side), end[1] - 6.5 * math.sin(side)) for side in sides]
    corners = " ".join(f"{x:.2f},{y:.2f}" for x, y in (end, *wings))
    return curve((start, pull, neck), colour, 1.3) + f'<polygon points="{corners}" fill="{colour}"/>'


def label(place: Point, words: str, anchor: str = "middle", size: float = _LABEL, colour: str = INK) -> str:
    """Write a word; ``place`` is its baseline's start, middle or end."""
    at = f'x="{place[0]:.2f}" y="{place[1]:.2f}" text-anchor="{anchor}"'
    return f'<text {at} font-family="{FACE}" font-size="{size:g}" fill="{colour}">{escape(words)}</text>'


def upwards(place: Point, words: str, colour: str = INK) -> str:
    """Write a word from below to above; ``place`` is the middle of its baseline."""
    return f'<g transform="rotate(-90 {place[0]:.2f} {place[1]:.2f})">{label(place, words, colour=colour)}</g>'


def upside_down(place: Point, words: str, size: float) -> str:
    """Write a word on its head, round the middle of its letters."""
    middle = (place[0], place[1] - size * 0.33)
    turned = f'transform="rotate(180 {middle[0]:.2f} {middle[1]:.2f})"'
    return f"<g {turned}>{label(place, words, size=size)}</g>"
