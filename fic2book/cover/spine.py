"""The spine: title and names along it, from head to foot, on the book's own cloth or on a label."""

from dataclasses import replace

from fic2book.cover import lettering, shapes
from fic2book.cover.design import Brief, Drawing, Layout
from fic2book.cover.lettering import Block, Lettering, Manner
from fic2book.cover.palettes import contrast
from fic2book.cover.shapes import Box

_SIZES = tuple(range(140, 10, -4))
_TITLE = 0.5
"""The title's size as a share of the spine's breadth; names are set a quarter smaller."""
_MARGIN = 0.06
"""Of the spine's height, above the title and below the names."""
_LEAST = 4.5


def draw(layout: Layout, brief: Brief, box: Box) -> Drawing:
    """Draw the spine of a book in ``box``, in px of its cover; the lettering runs down, as in English."""
    field, colours = _field(layout, brief, box)
    length = field.height
    end = max(0.03 * length, 0.16 * box.width)
    title = _line(
        brief.title,
        Manner(face=brief.faces.title, language=brief.language),
        (0.62 * (length - 2 * end), box.width * _TITLE),
    )
    said = " · ".join(brief.credit.names) or brief.credit.aside
    manner = lettering.small_caps(brief.faces.roman, said, brief.language)
    names = _line(said, manner, (0.3 * (length - 2 * end), box.width * _TITLE * 0.75))
    placed = [
        _down(title, box.centre[0], field.y + end, colours),
        _down(names, box.centre[0], field.bottom - end - _advance(names), colours),
    ]
    ground, ink = colours[1], colours[0]
    pieces = [shapes.rectangle(box, ground) if layout.cloth else layout.boards(brief, box)]
    if not layout.cloth:
        pieces += [shapes.rectangle(field, ground), shapes.frame(field.inset(box.width * 0.05), ink, box.width * 0.014)]
    else:
        pieces += [
            shapes.rule((box.x, y), (box.right, y), ink, box.width * 0.02)
            for y in (field.y - box.width * 0.2, field.bottom + box.width * 0.2)
        ]
    return Drawing(art="".join(pieces), texts=tuple(text for text in placed if text.svg), box=box)


def _field(layout: Layout, brief: Brief, box: Box) -> tuple[Box, tuple[str, str]]:
    """Return the part of the spine that carries type, and the colours of type and ground."""
    colours = brief.palette
    margin = box.height * _MARGIN
    field = Box(box.x, box.y + margin, box.width, box.height - 2 * margin)
    if not layout.cloth:
        return field, (colours.ink, colours.paper)
    ground = layout.cloth(colours)
    return field, (max((colours.paper, colours.ink), key=lambda colour: contrast(colour, ground)), ground)


def _line(text: str, manner: Manner, room: tuple[float, float]) -> Block:
    length, size = room
    sizes = [float(step) for step in _SIZES if step <= size] or [size]
    return lettering.rows((text,) if text else (), manner, length, sizes)


def _advance(block: Block) -> float:
    return max((outline.width for outline in block.outlines), default=0.0)


def _down(block: Block, x: float, top: float, colours: tuple[str, str]) -> Lettering:
    """Place a line turned by a right angle, its capitals' middle on ``x``, beginning at ``top``."""
    flat = lettering.flush(block, 0, -block.cap / 2, *colours)
    if not flat.svg:
        return flat
    turned = shapes.group(flat.svg, at=(x, top), turn=90)
    box = Box(x - flat.box.bottom, top + flat.box.x, flat.box.height, flat.box.width)
    return replace(flat, svg=turned, box=box)
