"""What stands in a line box, piece by piece, and how much room its lines have."""

import math
from typing import Any, NamedTuple

Box = Any
"""A box, a style or a length of WeasyPrint's, which ships no types."""

_OBJECT = "\u2e80"  # what WeasyPrint takes a picture in a line for


class Part(NamedTuple):
    """A text box of a line; or, without a box, something that only takes room: a margin, a picture."""

    start: int
    text: str
    box: Box = None
    room: float = 0.0


class UnknownError(Exception):
    """Something stands in the line whose room is not known before it is set."""


def gathered(line: Box) -> list[Part]:
    """Return a line box's parts in order."""
    parts: list[Part] = []
    _gather(line, parts)
    return parts


def _gather(parent: Box, parts: list[Part]) -> None:
    from weasyprint.formatting_structure import boxes

    for child in parent.children:
        place = parts[-1].start + len(parts[-1].text) if parts else 0
        if isinstance(child, boxes.TextBox):
            parts.append(Part(place, child.text, child))
        elif not child.is_in_normal_flow():
            raise UnknownError
        elif isinstance(child, boxes.InlineBox):
            parts.append(Part(place, "", None, _sides(child.style, "left")))
            _gather(child, parts)
            behind = _sides(child.style, "right")
            if behind:
                place = parts[-1].start + len(parts[-1].text)
                parts.append(Part(place - 1, "", None, behind))
                parts.append(Part(place, ""))
        elif isinstance(child, boxes.AtomicInlineLevelBox):
            style = child.style
            room = _px(style["width"]) + _sides(style, "left") + _sides(style, "right")
            parts.append(Part(place, _OBJECT, None, room))
        else:
            raise UnknownError


def _sides(style: Box, side: str) -> float:
    return _px(style[f"margin_{side}"]) + _px(style[f"padding_{side}"]) + float(style[f"border_{side}_width"])


def _px(length: Box) -> float:
    if getattr(length, "unit", None) != "px":
        raise UnknownError
    return float(length.value)


def rooms_of(line: Box, block: Box, top: float, floats: list[Box]) -> tuple[float, ...]:
    """Return the room of the lines that have less than the others, then that of the others.

    ``floats`` are drop caps and what else may stand beside the lines; ``top`` is where the first line begins.
    """
    from weasyprint.layout.percent import resolve_one_percentage
    from weasyprint.text.line_break import strut

    resolve_one_percentage(line, "text_indent", block.width)
    left, width, height = float(block.content_box_x()), float(block.width), strut(line.style)[0]
    lowest = max((shape.position_y + shape.margin_height() for shape in floats), default=top)
    rooms = []
    for number in range(max(math.ceil((lowest - top) / height), 1)):
        head, foot = top + number * height, top + (number + 1) * height
        beside = [one for one in floats if one.position_y < foot and one.position_y + one.margin_height() > head]
        begin, end = left, left + width
        for shape in beside:
            if shape.style["float"] == "left":
                begin = max(begin, shape.position_x + shape.margin_width())
            else:
                end = min(end, shape.position_x)
        rooms.append(end - begin)
    return (rooms[0] - float(line.text_indent), *rooms[1:], width)
