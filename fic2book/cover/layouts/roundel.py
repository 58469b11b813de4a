"""Plain cloth with a round picture in the middle, the title above, the names below."""

from fic2book.cover import shapes
from fic2book.cover.design import Back, Brief, Drawing, Layout, cloth, plain
from fic2book.cover.layouts import parts
from fic2book.cover.shapes import Box

_WIDTH = 1260.0
_HEAD = 240.0
_FOOT = 200.0
_LARGEST = 620.0
_SPACE = 120.0


def lay_out(brief: Brief) -> Drawing:
    """Draw the circle as large as title and names allow."""
    board, colours = brief.board, brief.palette
    upper, upper_placed = parts.head(brief, (_WIDTH, 700), 84)
    lower, lower_placed = parts.foot(brief, _WIDTH, 50)
    start = _HEAD + upper + _SPACE
    foot = board.bottom - _FOOT
    end = foot - lower - _SPACE
    radius = min(_LARGEST, (end - start) / 2)
    middle = (board.width / 2, max((start + end) / 2, start + radius))
    field = Box(middle[0] - radius, middle[1] - radius, 2 * radius, 2 * radius)
    tone = colours.type_on_ground
    pieces = [
        plain(brief, board),
        brief.draw_art(field),
        shapes.around_circle(brief.sheet, middle, radius, colours.ground),
    ]
    if brief.art.name != "stars":  # the map has its own edge
        pieces += [shapes.ring(middle, radius, tone, 4), shapes.ring(middle, radius + 18, tone, 1.6)]
    on_cloth = (tone, colours.ground)
    spare = (end - start - 2 * radius) / 2
    texts = parts.set_column(upper_placed, middle[0], _HEAD + spare * 0.5, on_cloth)
    texts += parts.set_column(lower_placed, middle[0], foot - lower, on_cloth)
    return Drawing(art="".join(pieces), texts=texts, box=board)


def _back(brief: Brief, floor: float) -> Back:
    """Put a small round picture over the words."""
    tone, board = brief.palette.type_on_ground, brief.board
    middle, radius = (board.width / 2, _HEAD + 200), 200.0
    field = Box(middle[0] - radius, middle[1] - radius, 2 * radius, 2 * radius)
    pieces = [
        plain(brief, board),
        brief.draw_art(field),
        shapes.around_circle(brief.sheet, middle, radius, brief.palette.ground),
    ]
    if brief.art.name != "stars":
        pieces += [shapes.ring(middle, radius, tone, 4), shapes.ring(middle, radius + 14, tone, 1.6)]
    top, foot = field.bottom + 110, min(floor - 60, board.bottom - _FOOT)
    return Back("".join(pieces), Box(190, top, board.width - 380, foot - top), (tone, brief.palette.ground))


LAYOUT = Layout("roundel", lay_out, plain, _back, cloth)
