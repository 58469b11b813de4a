"""Patterned boards with a pasted paper label that carries all the type."""

from fic2book.cover import shapes
from fic2book.cover.design import Back, Brief, Drawing, Layout, ornament, patterned
from fic2book.cover.layouts import backs, parts
from fic2book.cover.shapes import Box

_WIDTH = 1100.0
_PADDING = 110.0
_HEAD = 190.0
_EDGE = 34.0
_SIGN = 76.0


def lay_out(brief: Brief) -> Drawing:
    """Draw the pattern over all, the label in the upper third, as high as its words need."""
    board, colours = brief.board, brief.palette
    inner = _WIDTH - 2 * _PADDING
    upper, upper_placed = parts.head(brief, (inner, 800), 78)
    lower, lower_placed = parts.foot(brief, inner, 50)
    middle = _SIGN + 2 * 78 if lower_placed else 0.0
    content = upper + middle + lower
    height = max(content + 2 * _HEAD, 620.0)
    label = Box(
        (board.width - _WIDTH) / 2, max(board.height * 0.117, board.height * 0.352 - height / 2), _WIDTH, height
    )
    top = label.y + (height - content) / 2
    x = board.width / 2
    pieces = [
        patterned(brief, board),
        shapes.rectangle(label, colours.paper),
        shapes.frame(label.inset(_EDGE), colours.ink, 5),
        shapes.frame(label.inset(_EDGE + 13), colours.ink, 1.8),
    ]
    if lower_placed:
        pieces.append(ornament(brief, (x, top + upper + middle / 2), _SIGN, colours.ink))
    on_paper = (colours.ink, colours.paper)
    texts = parts.set_column(upper_placed, x, top, on_paper)
    texts += parts.set_column(lower_placed, x, top + upper + middle, on_paper)
    return Drawing(art="".join(pieces), texts=texts, box=board)


def _back(brief: Brief, floor: float) -> Back:
    """Paste a larger label of the same paper and rules on the back."""
    return backs.on_paper(brief, backs.panel(brief, floor, 200, 230), ((_EDGE, 5), (_EDGE + 13, 1.8)), 84)


LAYOUT = Layout("label", lay_out, patterned, _back)
