"""The contact sheet: every cover that can be drawn of a book, each with its spine and the words to type for it."""

from dataclasses import replace
from typing import NamedTuple

from fic2book.cover import lettering, shapes, spine
from fic2book.cover.choice import Choice
from fic2book.cover.design import Brief
from fic2book.cover.lettering import Manner
from fic2book.cover.shapes import COVER, Box

_COLUMNS = 8
_SCALE = 0.13
"""Of a cover of 1600 px: a little more than the 160 px of a shop's thumbnail."""
_SPINE = 210.0
_GAP = 44.0
_CAPTION = 74.0
_MARGIN = 60.0
_PAGE, _TYPE, _QUIET = "#f7f4ee", "#1d1d1d", "#5c5650"


class Sheet(NamedTuple):
    """A picture of all candidates."""

    svg: str
    width: int
    height: int


def contact_sheet(brief: Brief, candidates: tuple[Choice, ...]) -> Sheet:
    """Lay all candidates out in rows, numbered; the first is the one that is drawn when nothing is asked for."""
    cell = (_SCALE * (_SPINE + COVER.width) + _GAP, _SCALE * COVER.height + _CAPTION + _GAP)
    rows = -(-len(candidates) // _COLUMNS)
    width, height = round(2 * _MARGIN - _GAP + _COLUMNS * cell[0]), round(2 * _MARGIN - _GAP + rows * cell[1])
    pieces = [shapes.rectangle(Box(0, 0, width, height), _PAGE)]
    for number, choice in enumerate(candidates):
        x = _MARGIN + number % _COLUMNS * cell[0]
        y = _MARGIN + number // _COLUMNS * cell[1]
        pieces += [_book(brief, choice, (x, y)), _caption(brief, choice, number + 1, (x, y + _SCALE * COVER.height))]
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">{"".join(pieces)}</svg>'
    return Sheet(svg, width, height)


def _book(brief: Brief, choice: Choice, at: shapes.Point) -> str:
    """Draw one book as it lies on a table, the spine beside the front."""
    mine = replace(brief, art=choice.art, palette=choice.palette)
    front = choice.layout.front(mine)
    back = spine.draw(choice.layout, mine, Box(0, 0, _SPINE, COVER.height))
    x, y = at
    joint = x + _SPINE * _SCALE
    shade = shapes.rule((joint, y), (joint, y + _SCALE * COVER.height), "#00000055", 1.4)
    return (
        shapes.window(back.svg(), (x, y), back.box, _SCALE)
        + shapes.window(front.svg(), (joint, y), front.box, _SCALE)
        + shade
    )


def _caption(brief: Brief, choice: Choice, number: int, at: shapes.Point) -> str:
    x, y = at
    plain = Manner(face=brief.faces.roman)
    width = _SCALE * (_SPINE + COVER.width)
    lines = ((f"{number}", _TYPE), (choice.words, _QUIET))
    blocks = [lettering.rows((text,), plain, width, (22,)) for text, _ in lines]
    return "".join(
        lettering.flush(block, x, y + 16 + 28 * row, colour, _PAGE).svg
        for row, (block, (_, colour)) in enumerate(zip(blocks, lines, strict=True))
    )
