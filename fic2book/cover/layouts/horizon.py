"""A clear sky for the title, land or sea below it to the edges, the names in a dark band at the foot."""

from fic2book.cover import shapes
from fic2book.cover.design import Back, Brief, Drawing, Layout, cloth, plain
from fic2book.cover.layouts import parts
from fic2book.cover.shapes import Box

_WIDTH = 1320.0
_HEAD = 250.0
_PADDING = 130.0


def lay_out(brief: Brief) -> Drawing:
    """Draw the art from below the title to the band."""
    board, colours = brief.board, brief.palette
    x = board.width / 2
    upper, upper_placed = parts.head(brief, (_WIDTH, 860), 90)
    lower_placed = parts.foot(brief, _WIDTH, 52)[1]
    band_top = _band_top(brief)
    start = max(_HEAD + upper + 150, board.height * 0.375)
    pieces = [plain(brief, board), _land(brief, start, band_top)]
    texts = parts.set_column(upper_placed, x, _HEAD + (start - 150 - _HEAD - upper) / 2, _sky(brief))
    texts += parts.set_column(lower_placed, x, band_top + _PADDING, (colours.paper, colours.ink))
    return Drawing(art="".join(pieces), texts=texts, box=board)


def _sky(brief: Brief) -> tuple[str, str]:
    return brief.palette.type_on_ground, brief.palette.ground


def _back(brief: Brief, floor: float) -> Back:
    """Let the land lie low on the back, under a wide sky for the words."""
    board = brief.board
    foot = _band_top(brief)
    start = min(board.height * 0.66, floor - 60)
    art = plain(brief, board) + _land(brief, start, foot)
    return Back(art, Box(170, 230, board.width - 340, start - 330), _sky(brief))


def _band_top(brief: Brief) -> float:
    lower, placed = parts.foot(brief, _WIDTH, 52)
    return brief.board.bottom - lower - 2 * _PADDING if placed else brief.board.bottom - 110


def _land(brief: Brief, start: float, end: float) -> str:
    """Draw the art between two heights, from edge to edge, and the dark band below it."""
    sheet, colours = brief.sheet, brief.palette
    field = Box(sheet.x, start, sheet.width, end - start)
    band = Box(sheet.x, end - 1, sheet.width, sheet.bottom - end + 1)
    return brief.draw_art(field) + shapes.around_box(sheet, field, colours.ground) + shapes.rectangle(band, colours.ink)


LAYOUT = Layout("horizon", lay_out, plain, _back, cloth)
