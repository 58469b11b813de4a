"""A broad patterned border round a clean paper panel with fine rules."""

from fic2book.cover import shapes, tints
from fic2book.cover.design import Back, Brief, Drawing, Layout, ornament, patterned
from fic2book.cover.layouts import backs, parts
from fic2book.cover.shapes import Box

_BORDER = 168.0
_INNER = 1000.0
_SIGN = 190.0


def lay_out(brief: Brief) -> Drawing:
    """Draw the border, the title high in the panel, an ornament in the space, the names at the panel's foot."""
    board, colours = brief.board, brief.palette
    panel = board.inset(_BORDER)
    upper, upper_placed = parts.head(brief, (_INNER, 860), 90)
    lower, lower_placed = parts.foot(brief, _INNER, 54)
    x = board.width / 2
    top = max(panel.y + 220, panel.y + panel.height * 0.3 - upper / 2)
    foot = panel.bottom - 220 - lower
    free = Box(panel.x, top + upper, panel.width, foot - top - upper) if upper_placed else panel
    pieces = [
        patterned(brief, board),
        shapes.rectangle(panel, colours.paper),
        shapes.frame(panel, colours.ink, 7),
        shapes.frame(panel.inset(34), colours.ink, 2.4),
        ornament(brief, free.centre, min(_SIGN, free.height * 0.4), tints.accent(colours) or colours.ink),
    ]
    on_paper = (colours.ink, colours.paper)
    texts = parts.set_column(upper_placed, x, top, on_paper) + parts.set_column(lower_placed, x, foot, on_paper)
    return Drawing(art="".join(pieces), texts=texts, box=board)


def _back(brief: Brief, floor: float) -> Back:
    """Leave the same border round a panel for the words."""
    return backs.on_paper(brief, backs.panel(brief, floor, _BORDER, _BORDER), ((0, 7), (34, 2.4)), 104)


LAYOUT = Layout("frame", lay_out, patterned, _back)
