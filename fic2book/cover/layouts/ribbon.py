"""A picture to the edges in a broad border, a ribbon with swallow tails across it that carries the title."""

from fic2book.cover import shapes
from fic2book.cover.design import Back, Brief, Drawing, Layout, patterned
from fic2book.cover.layouts import backs, parts
from fic2book.cover.palettes import Palette, mix
from fic2book.cover.shapes import Box

_BORDER = 84.0
_WIDTH = 1300.0
_INNER = 1120.0
_PADDING = 100.0
_TAIL = 118.0
_DROP = 62.0
"""How far the tails hang below the ribbon."""
_TOP = 0.1
_FOOT = 190.0


def lay_out(brief: Brief) -> Drawing:
    """Draw the border, the picture, the ribbon high in it and a plate for the names at its foot."""
    board, colours = brief.board, brief.palette
    x = board.width / 2
    lower, lower_placed = parts.foot(brief, _INNER - 140, 44)
    plate = Box(x - 560, board.bottom - _FOOT - lower - 2 * 64, 1120, lower + 2 * 64)
    top = board.height * _TOP
    most = plate.y - top - 2 * _PADDING - _DROP - board.height * 0.2
    upper, upper_placed = parts.head(brief, (_INNER, 760), 64, most=most)
    ribbon = Box(x - _WIDTH / 2, top, _WIDTH, max(upper + 2 * _PADDING, 300))
    pieces = [
        _framed(brief),
        *(_tail(ribbon, side, brief) for side in (-1, 1)),
        shapes.rectangle(ribbon, colours.paper),
        *(_edge(ribbon, y, colours.ink) for y in (ribbon.y + 20, ribbon.bottom - 20)),
    ]
    if lower_placed:
        pieces += [shapes.rectangle(plate, colours.ink), shapes.frame(plate.inset(18), colours.tones[3], 3)]
    texts = parts.set_column(upper_placed, x, ribbon.y + (ribbon.height - upper) / 2, (colours.ink, colours.paper))
    texts += parts.set_column(lower_placed, x, plate.y + 64, (colours.paper, colours.ink))
    return Drawing(art="".join(pieces), texts=texts, box=board)


def _edge(ribbon: Box, y: float, colour: str) -> str:
    return shapes.rule((ribbon.x, y), (ribbon.right, y), colour, 4)


def _tail(ribbon: Box, side: int, brief: Brief) -> str:
    """Draw the end behind the ribbon with its notch, and the fold that joins them."""
    colours = brief.palette
    edge = ribbon.right if side > 0 else ribbon.x
    inner, outer = edge - side * 92, edge + side * _TAIL
    top, bottom = ribbon.y + _DROP, ribbon.bottom + _DROP
    notch = (edge + side * _TAIL * 0.42, (top + bottom) / 2)
    tail = [(inner, top), (outer, top), notch, (outer, bottom), (inner, bottom)]
    fold = [(edge, ribbon.bottom), (inner, bottom), (inner, ribbon.bottom)]
    shade = mix(colours.paper, colours.ink, 0.22)
    return shapes.area(tail, shade) + shapes.area(fold, mix(colours.paper, colours.ink, 0.6))


def _back(brief: Brief, floor: float) -> Back:
    """Draw the border and the picture again, with a panel for the words between two rules."""
    label = backs.panel(brief, floor, 230, 250)
    back = backs.on_paper(brief, label, (), 110, _framed(brief))
    edges = "".join(_edge(label, y, brief.palette.ink) for y in (label.y + 20, label.bottom - 20))
    return back._replace(art=back.art + edges)


def _framed(brief: Brief) -> str:
    """Draw the picture in its border."""
    board, colours = brief.board, brief.palette
    picture = board.inset(_BORDER)
    pieces = [
        brief.draw_art(picture),
        shapes.around_box(brief.sheet, picture, colours.paper),
        shapes.frame(picture, colours.ink, 6),
        shapes.frame(board.inset(_BORDER * 0.45), colours.ink, 3),
    ]
    return "".join(pieces)


def _cloth(palette: Palette) -> str:
    """Return the border's paper, which goes round the spine."""
    return palette.paper


LAYOUT = Layout("ribbon", lay_out, patterned, _back, _cloth)
