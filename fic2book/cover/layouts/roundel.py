"""Plain cloth with a round picture in the middle, the title above, the names below."""

from fic2book.cover import shapes
from fic2book.cover.design import Brief, Drawing
from fic2book.cover.layouts import parts
from fic2book.cover.shapes import COVER, Box

_WIDTH = 1260.0
_HEAD = 240.0
_FOOT = 2360.0
_LARGEST = 620.0
_SPACE = 120.0


def lay_out(brief: Brief) -> Drawing:
    """Draw the circle as large as title and names allow."""
    colours = brief.palette
    upper, upper_placed = parts.column((parts.title(brief, (_WIDTH, 700)), parts.subtitle(brief, _WIDTH)), 84)
    lower, lower_placed = parts.column((parts.names(brief, _WIDTH), parts.aside(brief, _WIDTH)), 50)
    start = _HEAD + upper + _SPACE
    end = _FOOT - lower - _SPACE
    radius = min(_LARGEST, (end - start) / 2)
    middle = (COVER.width / 2, max((start + end) / 2, start + radius))
    field = Box(middle[0] - radius, middle[1] - radius, 2 * radius, 2 * radius)
    tone = colours.type_on_ground
    pieces = [
        brief.art.draw(field, colours, brief.dice),
        shapes.around_circle(middle, radius, colours.ground),
    ]
    if brief.art.name != "stars":  # the map has its own edge
        pieces += [shapes.ring(middle, radius, tone, 4), shapes.ring(middle, radius + 18, tone, 1.6)]
    on_cloth = (tone, colours.ground)
    spare = (end - start - 2 * radius) / 2
    texts = parts.set_column(upper_placed, middle[0], _HEAD + spare * 0.5, on_cloth)
    texts += parts.set_column(lower_placed, middle[0], _FOOT - lower, on_cloth)
    return Drawing(art="".join(pieces), texts=texts)
