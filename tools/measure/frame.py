"""The text box: what stands outside it, how deep pages are, whether lines keep the grid, how drop caps stand."""

from collections.abc import Iterator
from itertools import pairwise

from tools.measure.figures import Figures, Finding, counted, finding, percent, together
from tools.measure.leaves import Box, Leaf, Line, Picture, Read, is_prose
from tools.measure.paragraphs import items

_A_HAIR = 0.11  # of the size: what the ink of a slanted letter reaches beyond its advance; no eye sees it
_OVERHANG = 0.2  # of the size: as far a face may pull these letters into the space behind them, and so over the margin
_LEAST_OVERHANG = 2.0  # points: that much of an italic f nobody minds, however small the type
_BLEED = 1.0  # points: a drawing's own box is rounded outwards
_SLOPING = tuple("fTVWY")
_OFF_GRID = 0.05  # of a line
_CAP = (1.2, 9.0)  # lines: what is lower is no drop cap, what is higher a picture
_THINNEST = 0.25  # lines: what is narrower is a rule beside the text
_WIDEST = 8.0  # lines: a border's drawing is as wide as what it stands beside
_AT_EDGE = 3.0  # points from the margin at which a drop cap's ink begins
_ASCENT = 0.7  # of the size: how high a line's letters stand


def measure(book: Read) -> Figures:
    """Measure the pages of all stories; text outside the box is looked for on all pages but the cover."""
    outside = (one for leaf in book.leaves if not leaf.label.startswith("C") for one in _outside(leaf, book.box))
    return together((counted(["outside"], outside), _depths(book), _grid(book), _caps(book)))


def _outside(leaf: Leaf, box: Box) -> Iterator[Finding]:
    hair = _A_HAIR * box.size
    left, right = box.left[leaf.side] - hair, box.right[leaf.side] + hair
    caps = [one.drawing.bottom for one in _drop_caps(leaf, box)]
    for line in leaf.lines:
        begins = line.words[1 if caps and line.base < max(caps) and len(line.words) > 1 else 0].left
        lowest = box.last + box.leading / 2
        overhang = max(_OVERHANG * line.size, _LEAST_OVERHANG) if line.text.endswith(_SLOPING) else hair
        ends = line.right - overhang + hair
        if begins < left or ends > right or line.base > lowest:
            over = f"({left - begins:.1f} pt left, {ends - right:.1f} right, {line.base - box.last:.1f} low)"
            yield finding("outside", leaf, line, over)
    for picture in leaf.pictures:
        ink = picture.drawing
        over = max(left - ink.left, ink.right - right)
        if picture.element is not None and over > _BLEED:
            yield finding("outside", leaf, None, f"({over:.1f} pt)")


def _depths(book: Read) -> Figures:
    """Measure how far pages are filled that the same story goes on behind; and facing ones beside each other."""
    depth = {
        before.number: _short(before, book.box) for before, after in pairwise(book.stories) if _go_on(before, after)
    }
    facing = [abs(depth[page] - depth[page + 1]) for page in depth if page % 2 and page + 1 in depth]
    short = list(depth.values())
    return Figures(
        values={
            "full": percent(sum(lines <= 0 for lines in short), len(short)),
            "one short": percent(sum(lines == 1 for lines in short), len(short)),
            "shorter": percent(sum(lines > 1 for lines in short), len(short)),
            "facing even": percent(sum(lines == 0 for lines in facing), len(facing)),
            "facing one": percent(sum(lines == 1 for lines in facing), len(facing)),
            "facing more": percent(sum(lines > 1 for lines in facing), len(facing)),
            "pages": len(book.leaves),
        }
    )


def _go_on(before: Leaf, after: Leaf) -> bool:
    return before.section == after.section and before.number + 1 == after.number and bool(before.lines)


def _short(leaf: Leaf, box: Box) -> int:
    return box.rows - 1 - round(box.row(items(leaf)[-1].base))


def _grid(book: Read) -> Figures:
    """Count the lines of running text that do not stand on the lines of the leaf's other side."""
    rows = [book.box.row(line.base) for leaf in book.stories for line in leaf.lines if is_prose(line)]
    off = sum(abs(row - round(row)) > _OFF_GRID for row in rows)
    return Figures(values={"off the grid": percent(off, len(rows))})


def _caps(book: Read) -> Figures:
    """Look at each drop cap: as many lines stand beside it as its ink reaches down, and none runs into it."""
    caps = [(leaf, cap) for leaf in book.stories for cap in _drop_caps(leaf, book.box)]
    wrong = [
        finding("caps wrong", leaf, line, said) for leaf, cap in caps for line, said in _cap_faults(leaf, cap, book.box)
    ]
    return together((Figures(values={"caps": len(caps)}), counted(["caps wrong"], wrong)))


def _drop_caps(leaf: Leaf, box: Box) -> list[Picture]:
    low, high = _CAP
    return [
        one
        for one in leaf.pictures
        if one.element is None
        and leaf.is_story
        and one.drawing.top > box.first - box.leading
        and _THINNEST < (one.drawing.right - one.drawing.left) / box.leading < _WIDEST
        and abs(one.drawing.left - box.left[leaf.side]) < _AT_EDGE
        and low * box.leading < one.drawing.bottom - one.drawing.top < high * box.leading
    ]


def _cap_faults(leaf: Leaf, cap: Picture, box: Box) -> Iterator[tuple[Line | None, str]]:
    ink = cap.drawing
    beside = [
        line
        for line in leaf.lines
        if ink.top - box.leading < line.base and line.base - _ASCENT * line.size < ink.bottom
    ]
    beside = [line for line in beside if line.base > ink.top]
    paragraph = [line for line in leaf.lines if beside and line.element == beside[0].element]
    if not beside:
        yield None, "(no line beside the cap)"
        return
    indented = 1 + sum(line.left > box.left[leaf.side] + box.indent / 2 for line in paragraph[1:])
    if indented != len(beside):
        yield beside[0], f"({indented} lines beside a cap of {len(beside)})"
    yield from ((line, "(runs into the cap)") for line in beside[1:] if line.left < ink.right - _A_HAIR * box.size)
