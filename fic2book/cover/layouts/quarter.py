"""A quarter binding: a strip of cloth along the spine, patterned paper on the boards, a label on the paper."""

from fic2book.cover import shapes
from fic2book.cover.design import Brief, Drawing, Layout, patterned
from fic2book.cover.layouts import parts
from fic2book.cover.palettes import Palette, mix
from fic2book.cover.shapes import Box

_STRIP = 250.0
_LABEL = Box(_STRIP + 150, 0, 1600 - _STRIP - 300, 0)
_PADDING = 100.0
_HEAD = 180.0
_TOP = 0.13
_FOOT = 220.0


def lay_out(brief: Brief) -> Drawing:
    """Draw the paper, the strip with a fine line along it, a label for the title and a small one for the names."""
    board, colours = brief.board, brief.palette
    inner = _LABEL.width - 2 * _PADDING
    x = _LABEL.centre[0]
    lower, lower_placed = parts.foot(brief, inner, 48)
    most = board.height * (1 - _TOP) - _FOOT - lower - 2 * _PADDING - 2 * _HEAD - 60
    upper, upper_placed = parts.head(brief, (inner, 860), 76, most=most)
    large = _LABEL._replace(y=_TOP * board.height, height=max(upper + 2 * _HEAD, 520))
    small = _LABEL._replace(y=board.bottom - _FOOT - lower - 2 * _PADDING, height=lower + 2 * _PADDING)
    pieces = [
        patterned(brief, board),
        shapes.rectangle(Box(0, 0, _STRIP, board.height), _cloth(colours)),
        shapes.rule((_STRIP - 22, 0), (_STRIP - 22, board.height), colours.tones[3], 3),
    ]
    for label in (large, small) if lower_placed else (large,):
        pieces += [shapes.rectangle(label, colours.paper), shapes.frame(label.inset(28), colours.ink, 3)]
    on_paper = (colours.ink, colours.paper)
    texts = parts.set_column(upper_placed, x, large.y + (large.height - upper) / 2, on_paper)
    texts += parts.set_column(lower_placed, x, small.y + _PADDING, on_paper)
    return Drawing(art="".join(pieces), texts=texts, box=board)


def _cloth(palette: Palette) -> str:
    """Return the darker cloth of strip and spine."""
    return mix(palette.ground, palette.ink, 0.7)


LAYOUT = Layout("quarter", lay_out, patterned, _cloth)
