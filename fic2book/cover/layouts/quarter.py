"""A quarter binding: a strip of cloth along the spine, patterned paper on the boards, a label on the paper."""

from fic2book.cover import shapes
from fic2book.cover.design import Brief, Drawing
from fic2book.cover.layouts import parts
from fic2book.cover.palettes import mix
from fic2book.cover.shapes import COVER, Box

_STRIP = 250.0
_LABEL = Box(_STRIP + 150, 0, COVER.width - _STRIP - 300, 0)
_PADDING = 100.0
_HEAD = 180.0
_TOP = 330.0
_FOOT = 2340.0


def lay_out(brief: Brief) -> Drawing:
    """Draw the paper, the strip with a fine line along it, a label for the title and a small one for the names."""
    colours = brief.palette
    inner = _LABEL.width - 2 * _PADDING
    x = _LABEL.centre[0]
    upper, upper_placed = parts.column((parts.title(brief, (inner, 860)), parts.subtitle(brief, inner)), 76)
    lower, lower_placed = parts.column((parts.names(brief, inner), parts.aside(brief, inner)), 48)
    large = _LABEL._replace(y=_TOP, height=max(upper + 2 * _HEAD, 520))
    small = _LABEL._replace(y=_FOOT - lower - 2 * _PADDING, height=lower + 2 * _PADDING)
    cloth = mix(colours.ground, colours.ink, 0.7)
    pieces = [
        brief.art.draw(COVER, colours, brief.dice),
        shapes.rectangle(Box(0, 0, _STRIP, COVER.height), cloth),
        shapes.rule((_STRIP - 22, 0), (_STRIP - 22, COVER.height), colours.tones[3], 3),
    ]
    for label in (large, small) if lower_placed else (large,):
        pieces += [shapes.rectangle(label, colours.paper), shapes.frame(label.inset(28), colours.ink, 3)]
    on_paper = (colours.ink, colours.paper)
    texts = parts.set_column(upper_placed, x, large.y + (large.height - upper) / 2, on_paper)
    texts += parts.set_column(lower_placed, x, small.y + _PADDING, on_paper)
    return Drawing(art="".join(pieces), texts=texts)
