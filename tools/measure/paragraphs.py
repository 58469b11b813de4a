"""Paragraphs put together again where a page ends inside one."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from tools.measure.leaves import SAME_SIZE, Box, Leaf, Line, Picture, Read, is_prose

HYPHENS = "-\u2010"
_ALIGNED = 0.6  # points: two edges that are one
_AT_MARGIN = 1.5  # points: a justified line ends there
_SPACE = 0.2  # of the size: the narrowest space between words
_ENDS = (".", "!", "?", "…", ":", "”", "’", "»", "“", '"', ")", "—")  # of a sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """The lines of one paragraph, page by page."""

    parts: tuple[tuple[Line, ...], ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """All of them."""
        return tuple(line for part in self.parts for line in part)


def paragraphs(book: Read) -> Iterator[Paragraph]:
    """Give the paragraphs of all stories in order, of whatever kind."""
    parts: tuple[tuple[Line, ...], ...] = ()
    before: Leaf | None = None
    for leaf in book.stories:
        groups = [tuple(lines) for _, lines in groupby(leaf.lines, key=lambda line: line.element.key)]
        for place, group in enumerate(groups):
            if parts and not (place == 0 and before and _goes_on(before, leaf, parts[-1], book.box)):
                yield Paragraph(parts=parts)
                parts = ()
            parts = (*parts, group)
        before = leaf
    if parts:
        yield Paragraph(parts=parts)


def is_running(line: Line, leaf: Leaf, box: Box) -> bool:
    """Tell whether a line is running text of the full measure: it begins at the margin, or at the indent."""
    inset = line.left - box.left[leaf.side]
    near = abs(inset) < _ALIGNED or abs(inset - box.indent) < _ALIGNED
    return near and is_prose(line) and abs(line.size - box.size) < SAME_SIZE * box.size


def is_hyphenated(line: Line) -> bool:
    """Tell whether a line ends with a hyphen, the word's own or one that divides it."""
    last = line.words[-1].text
    return len(last) > 1 and last[-1] in HYPHENS and last[-2].isalpha()


def items(leaf: Leaf) -> list[Line | Picture]:
    """Return what stands on a page from head to foot, furniture and drop caps left out."""
    pictures = [one for one in leaf.pictures if one.element is not None]
    return sorted((*leaf.lines, *pictures), key=lambda item: item.base)


def _goes_on(before: Leaf, leaf: Leaf, above: tuple[Line, ...], box: Box) -> bool:
    """Tell whether the first lines of a page belong to the last paragraph of the one before it.

    They do when the last line above had no room for the next word, and the first one below is not indented.
    """
    first, last = leaf.lines[0], above[-1]
    same = before.section == leaf.section and before.number + 1 == leaf.number
    if not same or items(before)[-1] is not last or items(leaf)[0] is not first:
        return False
    if first.element.path[-1] != last.element.path[-1] or abs(first.size - last.size) > SAME_SIZE * box.size:
        return False
    inset = last.left - box.left[before.side]
    is_first_line = len(above) == 1 and abs(inset - box.indent) < _ALIGNED
    wanted = 0.0 if is_first_line else inset
    if abs(first.left - box.left[leaf.side] - wanted) > _ALIGNED:
        return False
    right = box.right[before.side] - (0 if inset < box.indent + _ALIGNED else inset)
    word = first.words[0]
    has_no_room = right - last.right < max(_AT_MARGIN, word.right - word.left + _SPACE * box.size)
    return has_no_room or (first.text[:1].islower() and not last.text.endswith(_ENDS))
