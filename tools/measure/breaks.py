"""Where pages end: scene breaks, headings and lone lines at their edges, words divided over a leaf."""

from collections.abc import Iterator

from tools.measure.figures import Figures, Finding, counted, finding
from tools.measure.leaves import Box, Leaf, Line, Picture, Read
from tools.measure.paragraphs import Paragraph, is_hyphenated, items

NAMES = ("break at head", "break at foot", "heading at foot", "orphans", "widows", "turned")
_SCENE_HEIGHT = 2.2  # lines: an ornament with its space; a plate is higher
_SCENE_WIDTH = 0.5  # of the measure
_CENTRED = 3.0  # points


def measure(book: Read, found: tuple[Paragraph, ...]) -> Figures:
    """Count what should stand at no page's edge."""
    return counted(NAMES, (*_edges(book), *_lone_lines(book, found)))


def scenes(leaf: Leaf, box: Box) -> list[Picture]:
    """Return the scene breaks of a page: small pictures alone on the middle of a line."""
    middle = (box.left[leaf.side] + box.right[leaf.side]) / 2
    return [one for one in leaf.pictures if one.element is not None and _is_scene(one, middle, box)]


def _is_scene(picture: Picture, middle: float, box: Box) -> bool:
    ink, path = picture.drawing, picture.element.path if picture.element else ()
    return (
        path[-1:] == ("Figure",)
        and path[-2:-1] != ("P",)
        and ink.bottom - ink.top < _SCENE_HEIGHT * box.leading
        and ink.right - ink.left < _SCENE_WIDTH * (box.right[0] - box.left[0])
        and abs((ink.left + ink.right) / 2 - middle) < _CENTRED
    )


def _edges(book: Read) -> Iterator[Finding]:
    last_pages = {leaf.section: leaf.number for leaf in book.leaves if leaf.lines}
    for leaf in book.leaves:
        things = items(leaf)
        if not things:
            continue
        if leaf.is_story:
            yield from _scene_edges(leaf, things, book.box)
        is_heading = isinstance(things[-1], Line) and any(name[:1] == "H" for name in things[-1].element.path)
        if is_heading and leaf.number != last_pages[leaf.section]:
            yield finding("heading at foot", leaf, _line(things[-1]))


def _scene_edges(leaf: Leaf, things: list[Line | Picture], box: Box) -> Iterator[Finding]:
    breaks = scenes(leaf, box)
    if things[0] in breaks:
        yield finding("break at head", leaf, _line(next(iter(things[1:]), None)))
    if things[-1] in breaks:
        yield finding("break at foot", leaf, _line(things[-2] if len(things) > 1 else None))


def _line(thing: Line | Picture | None) -> Line | None:
    return thing if isinstance(thing, Line) else None


def _lone_lines(book: Read, found: tuple[Paragraph, ...]) -> Iterator[Finding]:
    for paragraph in found:
        if len(paragraph.parts) < 2:
            continue
        first, *_, last = paragraph.parts
        if len(first) == 1:
            yield finding("orphans", book.leaves[first[0].page], first[0])
        if len(last) == 1:
            yield finding("widows", book.leaves[last[0].page], last[0])
        for part in paragraph.parts[:-1]:
            leaf = book.leaves[part[-1].page]
            if leaf.side == 0 and is_hyphenated(part[-1]):
                yield finding("turned", leaf, part[-1])
