"""A block's text as one string, so that typography sees across ``<em>`` and ``<br/>``.

Borders of inline elements stand in the string as lone surrogates, which no document can hold: a change may move
characters, but must keep the borders and their order.
"""

import re
from collections.abc import Callable, Iterator

from fic2book import markup
from fic2book.markup import Element
from fic2book.restoration.context import Context

OPEN = "\ud800"
CLOSE = "\ud801"
BREAK = "\ud802"
OBJECT = "\ud803"
"""Something whose inside is not this block's prose: code, ruby readings, a block inside the block."""

BORDERS = re.compile("[\ud800-\ud803]")
_OBJECTS = frozenset({"code", "kbd", "pre", "rt", "rp"}) | markup.BLOCKS
_PROSE = tuple(sorted(markup.BLOCKS - {"pre", "hr", "body"}))


def blocks(root: Element) -> Iterator[Element]:
    """Go through the blocks that may hold prose, in order, preformatted ones left out."""
    return root.iter(*_PROSE)


def flatten(block: Element) -> str:
    """Return a block's text with its borders."""
    if not len(block):
        return block.text or ""
    return "".join(
        border + ((element.tail if is_tail else element.text) or "") for border, element, is_tail in _slots(block)
    )


def write(block: Element, flat: str) -> None:
    """Put a changed text back between the borders."""
    if not len(block):
        block.text = flat
        return
    for text, (_, element, is_tail) in zip(BORDERS.split(flat), list(_slots(block)), strict=True):
        if is_tail:
            element.tail = text or None
        else:
            element.text = text or None


def change_blocks(
    root: Element, context: Context, rule: str, wanted: Callable[[str], object], change: Callable[[str], str]
) -> None:
    """Rewrite the text of each block that is ``wanted`` (a quick look), with one ledger entry a block."""
    for block in list(blocks(root)):
        flat = flatten(block)
        if wanted(flat):
            put(block, flat, change(flat), rule, context)


def put(block: Element, flat: str, changed: str, rule: str, context: Context) -> None:
    """Write a changed text and enter its changed piece into the ledger; space at a paragraph's edges is none."""
    if changed == flat:
        return
    write(block, changed)
    if changed.strip() == flat.strip():
        return
    before, after = changed_piece(BORDERS.sub("", flat), BORDERS.sub("", changed))
    context.ledger.rewritten(rule, markup.line_of(block), before, after)


def changed_piece(before: str, after: str) -> tuple[str, str]:
    """Return the part in which two texts differ, widened to whole words."""
    start = _common(before, after)
    shorter = min(len(before), len(after)) - start
    end = _common(before[::-1][:shorter], after[::-1][:shorter])
    start = before.rfind(" ", 0, start) + 1
    stop = before.find(" ", len(before) - end) if end else -1
    keep = len(before) - stop if stop >= 0 else 0
    return before[start : len(before) - keep], after[start : len(after) - keep]


def _common(first: str, second: str) -> int:
    """Return the length of the common beginning, by halving: paragraphs are long and slices are cheap."""
    low, high = 0, min(len(first), len(second))
    while low < high:
        middle = (low + high + 1) // 2
        if first[low:middle] == second[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _slots(block: Element) -> Iterator[tuple[str, Element, bool]]:
    yield "", block, False
    for child in block:
        yield from _child_slots(child)


def _child_slots(element: Element) -> Iterator[tuple[str, Element, bool]]:
    if element.tag in _OBJECTS:
        yield OBJECT, element, True
    elif element.tag == "br":
        yield BREAK, element, True
    else:
        yield OPEN, element, False
        for child in element:
            yield from _child_slots(child)
        yield CLOSE, element, True
