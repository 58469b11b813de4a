"""The spine: title and names along it, on the book's own cloth or on a label."""

from dataclasses import replace
from typing import NamedTuple

from fic2book.cover import lettering, shapes, upright
from fic2book.cover.design import Brief, Drawing, Layout
from fic2book.cover.lettering import Block, Lettering, Manner
from fic2book.cover.palettes import contrast
from fic2book.cover.shapes import Box
from fic2book.words import primary, writing_direction

_SIZES = tuple(range(140, 10, -4))
_TITLE = 0.5
"""The title's size as a share of the spine's breadth; names are set a quarter smaller."""
_MARGIN = 0.06
"""Of the spine's height, above the title and below the names."""
_DOWN, _UP = 90, -90
_READ_DOWN = frozenset(
    {"en", "nl", "af", "fy", "da", "sv", "nb", "nn", "no", "fi", "is", "fo", "ga", "cy", "ja", "zh", "ko"}
)
"""Languages whose spines are lettered from head to foot: of Britain and North America, the Netherlands, Scandinavia
(ISO 6357) and East Asia. In most others of Europe, and in Latin America, lettering climbs: names, then the title."""


class Kept(NamedTuple):
    """What a printer asks of a spine, in px."""

    breadth: float
    """What words may take of it; 0: there are none."""
    bleed: float = 0.0
    """By which its art runs over head and foot."""
    is_covered: bool = False
    """Whether the boards' art goes round it already."""


def draw(layout: Layout, brief: Brief, box: Box, kept: Kept | None = None) -> Drawing:
    """Draw the spine of a book in ``box``, in px of its cover."""
    kept = kept or Kept(box.width)
    field, colours = _field(layout, brief, box)
    if kept.is_covered and not layout.cloth:  # a fold is never quite where it should be: paper shows at both sides
        field = field._replace(x=field.x + (box.width - kept.breadth) / 4, width=(box.width + kept.breadth) / 2)
    whole = Box(box.x, box.y - kept.bleed, box.width, box.height + 2 * kept.bleed)
    pieces = [shapes.rectangle(whole, colours[1])] if layout.cloth else []
    if not layout.cloth and not kept.is_covered:
        pieces.append(layout.boards(brief, box))
    if not kept.breadth:
        return Drawing(art="".join(pieces), texts=(), box=box)
    ground, ink = colours[1], colours[0]
    if not layout.cloth:
        pieces += [shapes.rectangle(field, ground), shapes.frame(field.inset(box.width * 0.05), ink, box.width * 0.014)]
    else:
        pieces += [
            shapes.rule((box.x, y), (box.right, y), ink, box.width * 0.02)
            for y in (field.y - box.width * 0.2, field.bottom + box.width * 0.2)
        ]
    return Drawing(art="".join(pieces), texts=_lettered(brief, box, field, colours, kept.breadth), box=box)


def turn(language: str) -> int:
    """Return by how many degrees a spine's lettering is turned: it runs down (90), or up (-90).

    A book that opens from the right lies on its back with the spine at its right, so its lettering stands on its other
    side to be read then; it begins at the head all the same.
    """
    if writing_direction(language) == "rtl":
        return _UP
    return _DOWN if primary(language) in _READ_DOWN else _UP


def _lettered(brief: Brief, box: Box, field: Box, colours: tuple[str, str], breadth: float) -> tuple[Lettering, ...]:
    """Set the title at the head and the names at the foot; signs of Chinese and Japanese stand upright."""
    end = max(0.03 * field.height, 0.16 * box.width)
    length = field.height - 2 * end
    said = " · ".join(brief.credit.names) or brief.credit.aside
    largest = min(box.width * _TITLE, breadth / 0.98)
    heading = Manner(face=brief.faces.title, language=brief.language)
    small = lettering.small_caps(brief.faces.roman, said, brief.language)
    placed: list[Lettering] = []
    title = " · ".join(part for part in (brief.title, brief.volume) if part)
    for text, manner, size, at_foot in ((title, heading, 1.0, False), (said, small, 0.75, True)):
        taken = sum(one.box.height for one in placed)
        room = (max(0.3 * length, 0.92 * length - taken) if at_foot else 0.62 * length, largest * size)
        edge = field.bottom - end if at_foot else field.y + end
        if upright.stands(text):
            placed.append(upright.set_down(text, manner, room, (box.centre[0], edge, at_foot), colours))
        else:
            block = _line(text, manner, room, breadth)
            top = edge - _advance(block) if at_foot else edge
            placed.append(_turned(block, (box.centre[0], top), colours, turn(brief.language)))
    return tuple(text for text in placed if text.svg)


def _field(layout: Layout, brief: Brief, box: Box) -> tuple[Box, tuple[str, str]]:
    """Return the part of the spine that carries type, and the colours of type and ground."""
    colours = brief.palette
    margin = box.height * _MARGIN
    field = Box(box.x, box.y + margin, box.width, box.height - 2 * margin)
    if not layout.cloth:
        return field, (colours.ink, colours.paper)
    ground = layout.cloth(colours)
    return field, (max((colours.paper, colours.ink), key=lambda colour: contrast(colour, ground)), ground)


def _line(text: str, manner: Manner, room: tuple[float, float], breadth: float) -> Block:
    """Set a line as large as the length and the breadth let it be, accents and tails among them."""
    length, size = room
    if text:
        shaped = lettering.outline(text, manner, 1000)
        ink = 2 * max(-shaped.top - 500 * lettering.cap(manner), shaped.bottom + 500 * lettering.cap(manner))
        size = min(size, 1000 * breadth / (ink or 1000))
    sizes = [float(step) for step in _SIZES if step <= size] or [size]
    return lettering.rows((text,) if text else (), manner, length, sizes)


def _advance(block: Block) -> float:
    return max((outline.width for outline in block.outlines), default=0.0)


def _turned(block: Block, at: shapes.Point, colours: tuple[str, str], degrees: int) -> Lettering:
    """Place a line turned by a right angle, its capitals' middle on ``at``'s x, its upper end at ``at``'s y."""
    x, top = at
    flat = lettering.flush(block, 0, -block.cap / 2, *colours)
    if not flat.svg:
        return flat
    if degrees == _DOWN:
        turned = shapes.group(flat.svg, at=at, turn=_DOWN)
        return replace(
            flat, svg=turned, box=Box(x - flat.box.bottom, top + flat.box.x, flat.box.height, flat.box.width)
        )
    foot = top + flat.box.right
    turned = shapes.group(flat.svg, at=(x, foot), turn=_UP)
    return replace(flat, svg=turned, box=Box(x + flat.box.y, top, flat.box.height, flat.box.width))
