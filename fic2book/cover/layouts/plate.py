"""Plain cloth, the title flush left at the head, a picture plate, the names below it."""

from fic2book.cover import shapes
from fic2book.cover.design import Back, Brief, Drawing, Layout, cloth, plain
from fic2book.cover.layouts import parts
from fic2book.cover.shapes import Box

_LEFT = 170.0
_WIDTH = 1600 - 2 * _LEFT
_HEAD = 230.0
_FOOT = 190.0


def lay_out(brief: Brief) -> Drawing:
    """Draw the plate between the title and the names, as high as they leave room."""
    board, colours = brief.board, brief.palette
    upper, upper_placed = parts.head(brief, (_WIDTH, 760), 84)
    lower, lower_placed = parts.foot(brief, _WIDTH, 50)
    foot = board.bottom - _FOOT
    start = max(_HEAD + upper + 130, board.height * 0.32)
    end = foot - lower - 120 if lower_placed else foot
    plate = Box(_LEFT, start, _WIDTH, end - start)
    tone = colours.type_on_ground
    art = brief.draw_art(plate)
    pieces = [
        plain(brief, board),
        art,
        shapes.around_box(brief.sheet, plate, colours.ground),
        shapes.frame(plate, tone, 3.5),
        shapes.frame(plate.inset(-17), tone, 1.6),
    ]
    on_cloth = (tone, colours.ground)
    title_top = _HEAD + (start - 130 - _HEAD - upper) / 2
    texts = parts.margin(brief, upper_placed, _LEFT, title_top, on_cloth)
    texts += parts.margin(brief, lower_placed, _LEFT, foot - lower, on_cloth)
    return Drawing(art="".join(pieces), texts=texts, box=board)


def _back(brief: Brief, floor: float) -> Back:
    """Put a low plate over the words, framed as the front's."""
    tone, board = brief.palette.type_on_ground, brief.board
    plate = Box(_LEFT, _HEAD, _WIDTH, board.height * 0.15)
    pieces = [
        plain(brief, board),
        brief.draw_art(plate),
        shapes.around_box(brief.sheet, plate, brief.palette.ground),
        shapes.frame(plate, tone, 3.5),
        shapes.frame(plate.inset(-17), tone, 1.6),
    ]
    foot = min(floor - 60, board.bottom - _FOOT)
    room = Box(_LEFT, plate.bottom + 120, _WIDTH, foot - plate.bottom - 120)
    return Back("".join(pieces), room, (tone, brief.palette.ground), is_centred=False)


LAYOUT = Layout("plate", lay_out, plain, _back, cloth)
