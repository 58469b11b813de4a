"""A quarter binding: a strip of cloth along the spine, patterned paper on the boards, a label on the paper."""

from fic2book.cover import shapes
from fic2book.cover.design import Back, Brief, Drawing, Layout, patterned
from fic2book.cover.layouts import backs, parts
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
    place = _beside_strip(brief, _LABEL)
    x = place.centre[0]
    lower, lower_placed = parts.foot(brief, inner, 48)
    most = board.height * (1 - _TOP) - _FOOT - lower - 2 * _PADDING - 2 * _HEAD - 60
    upper, upper_placed = parts.head(brief, (inner, 860), 76, most=most)
    large = place._replace(y=_TOP * board.height, height=max(upper + 2 * _HEAD, 520))
    small = place._replace(y=board.bottom - _FOOT - lower - 2 * _PADDING, height=lower + 2 * _PADDING)
    pieces = [patterned(brief, board), _strip(brief)]
    for label in (large, small) if lower_placed else (large,):
        pieces += [shapes.rectangle(label, colours.paper), shapes.frame(label.inset(28), colours.ink, 3)]
    on_paper = (colours.ink, colours.paper)
    texts = parts.set_column(upper_placed, x, large.y + (large.height - upper) / 2, on_paper)
    texts += parts.set_column(lower_placed, x, small.y + _PADDING, on_paper)
    return Drawing(art="".join(pieces), texts=texts, box=board)


def _strip(brief: Brief) -> str:
    """Draw the cloth along the spine, with the line where the paper begins."""
    sheet, colours = brief.sheet, brief.palette
    wide, edge = _STRIP + brief.bleed, _STRIP - 22
    left, x = (sheet.right - wide, brief.board.right - edge) if brief.spine_right else (sheet.x, edge)
    strip = Box(left, sheet.y, wide, sheet.height)
    return shapes.rectangle(strip, _cloth(colours)) + shapes.rule((x, sheet.y), (x, sheet.bottom), colours.tones[3], 3)


def _beside_strip(brief: Brief, box: Box) -> Box:
    """Return a box in the middle of the paper that the strip leaves."""
    start, end = (0.0, brief.board.width - _STRIP) if brief.spine_right else (_STRIP, brief.board.width)
    width = min(box.width, end - start - 2 * (_LABEL.x - _STRIP))
    return box._replace(x=(start + end - width) / 2, width=width)


def _cloth(palette: Palette) -> str:
    """Return the darker cloth of strip and spine."""
    return mix(palette.ground, palette.ink, 0.7)


def _back(brief: Brief, floor: float) -> Back:
    """Let the strip of cloth come round the spine, and paste a label on the paper."""
    label = _beside_strip(brief, backs.panel(brief, floor, _LABEL.x - _STRIP, _HEAD))
    back = backs.on_paper(brief, label, ((28, 3),), 84)
    return back._replace(art=back.art + _strip(brief))


LAYOUT = Layout("quarter", lay_out, patterned, _back, _cloth)
