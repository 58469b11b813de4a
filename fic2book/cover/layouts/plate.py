"""Plain cloth, the title flush left at the head, a picture plate, the names below it."""

from fic2book.cover import shapes
from fic2book.cover.design import Brief, Drawing
from fic2book.cover.layouts import parts
from fic2book.cover.shapes import COVER, Box

_LEFT = 170.0
_WIDTH = COVER.width - 2 * _LEFT
_HEAD = 230.0
_FOOT = 2370.0


def lay_out(brief: Brief) -> Drawing:
    """Draw the plate between the title and the names, as high as they leave room."""
    colours = brief.palette
    upper, upper_placed = parts.column((parts.title(brief, (_WIDTH, 760)), parts.subtitle(brief, _WIDTH)), 84)
    lower, lower_placed = parts.column((parts.names(brief, _WIDTH), parts.aside(brief, _WIDTH)), 50)
    start = max(_HEAD + upper + 130, 820.0)
    end = _FOOT - lower - 120 if lower_placed else _FOOT
    plate = Box(_LEFT, start, _WIDTH, end - start)
    tone = colours.type_on_ground
    art = brief.art.draw(plate, colours, brief.dice)
    pieces = [
        art,
        shapes.around_box(plate, colours.ground),
        shapes.frame(plate, tone, 3.5),
        shapes.frame(plate.inset(-17), tone, 1.6),
    ]
    on_cloth = (tone, colours.ground)
    title_top = _HEAD + (start - 130 - _HEAD - upper) / 2
    texts = parts.set_column(upper_placed, _LEFT, title_top, on_cloth, left=True)
    texts += parts.set_column(lower_placed, _LEFT, _FOOT - lower, on_cloth, left=True)
    return Drawing(art="".join(pieces), texts=texts)
