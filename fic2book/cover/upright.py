"""Chinese, Japanese and Korean down a spine: each sign upright under the last, words of other scripts turned."""

from itertools import groupby

from fic2book import fonts
from fic2book.cover import cjk, lettering, runs, shapes
from fic2book.cover.lettering import Lettering, Manner
from fic2book.cover.shapes import Box

_HANGUL = range(0xAC00, 0xD7A4)
_GAP = 0.25
"""Ems between an upright sign and a turned word."""


def stands(text: str) -> bool:
    """Tell whether most letters of a text are of a script that can be written downwards."""
    letters = [sign for sign in text if sign.isalpha()]
    return 2 * sum(map(_is_upright, letters)) > len(letters)


def set_down(
    text: str, manner: Manner, room: tuple[float, float], at: tuple[float, float, bool], colours: tuple[str, str]
) -> Lettering:
    """Set a text downwards.

    ``room`` is its greatest length and size; ``at`` the spine's middle, one end, and whether that is the text's foot.
    """
    x, edge, at_foot = at
    stretches = [(upright, "".join(signs)) for upright, signs in groupby(text, _is_upright)]
    parts = [(upright, part) for upright, part in stretches if part.strip()]
    measured = sum(_length(part, manner, 1000, is_upright=upright) for upright, part in parts) / 1000
    size = min(room[1], room[0] / (measured or 1))
    top = edge - measured * size if at_foot else edge
    drawn: list[tuple[str, Box]] = []
    for upright, part in parts:
        if upright:
            drawn += _set(part, manner, (x, top), size, colours[0])
        else:
            drawn.append(_word(part.strip(), manner, (x, top + _GAP / 2 * size), size, colours[0]))
        top += _length(part, manner, size, is_upright=upright)
    boxes = [box for _, box in drawn]
    left, upper = min(box.x for box in boxes), min(box.y for box in boxes)
    right, lower = max(box.right for box in boxes), max(box.bottom for box in boxes)
    return Lettering(
        svg="".join(svg for svg, _ in drawn),
        box=Box(left, upper, right - left, lower - upper),
        colour=colours[0],
        behind=colours[1],
    )


def _is_upright(sign: str) -> bool:
    return cjk.is_written_so(sign) or ord(sign) in _HANGUL


def _length(part: str, manner: Manner, size: float, *, is_upright: bool) -> float:
    return len(part) * size if is_upright else lettering.outline(part.strip(), manner, size).width + _GAP * size


def _set(part: str, manner: Manner, at: shapes.Point, size: float, colour: str) -> list[tuple[str, Box]]:
    """Set signs one under the other, each in the middle of its square but where its face places it otherwise."""
    set_, (x, top) = [], at
    for number, sign in enumerate(part):
        face = runs.drawn_by(sign, manner.face, manner.language, part) or manner.face
        drawn = fonts.shape(sign, face, size, {"vert": True})
        if drawn.path:
            start, base = x - drawn.width / 2, top + number * size + 0.88 * size
            box = Box(start + drawn.left, base + drawn.top, drawn.right - drawn.left, drawn.bottom - drawn.top)
            set_.append((shapes.group(shapes.path(drawn.path, colour), at=(start, base)), box))
    return set_


def _word(word: str, manner: Manner, at: shapes.Point, size: float, colour: str) -> tuple[str, Box]:
    """Set a word turned to the right."""
    drawn, (x, top) = lettering.outline(word, manner, size), at
    base = x - size * lettering.cap(manner) / 2
    svg = shapes.group(shapes.path(drawn.path, colour), at=(base, top), turn=90)
    return svg, Box(base - drawn.bottom, top + drawn.left, drawn.bottom - drawn.top, drawn.right - drawn.left)
