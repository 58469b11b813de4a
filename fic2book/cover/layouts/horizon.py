"""A clear sky for the title, land or sea below it to the edges, the names in a dark band at the foot."""

from fic2book.cover import shapes
from fic2book.cover.design import Brief, Drawing, Layout, cloth, plain
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
    lower, lower_placed = parts.foot(brief, _WIDTH, 52)
    band_top = board.bottom - lower - 2 * _PADDING if lower_placed else board.bottom - 110
    band = Box(0, band_top, board.width, board.bottom - band_top)
    start = max(_HEAD + upper + 150, board.height * 0.375)
    field = Box(0, start, board.width, band_top - start)
    pieces = [
        plain(brief, board),
        brief.draw_art(field),
        shapes.around_box(board, field, colours.ground),
        shapes.rectangle(Box(0, band_top - 1, band.width, band.height + 1), colours.ink),
    ]
    texts = parts.set_column(upper_placed, x, _HEAD + (start - 150 - _HEAD - upper) / 2, _sky(brief))
    texts += parts.set_column(lower_placed, x, band_top + _PADDING, (colours.paper, colours.ink))
    return Drawing(art="".join(pieces), texts=texts, box=board)


def _sky(brief: Brief) -> tuple[str, str]:
    return brief.palette.type_on_ground, brief.palette.ground


LAYOUT = Layout("horizon", lay_out, plain, cloth)
