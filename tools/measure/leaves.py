"""The pages of a book as its reader sees them: lines and pictures of each, and the box that the text stands in."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, pairwise
from statistics import median

from tools.measure.glyphs import Drawing, Sheet, Word, sheets
from tools.measure.structure import Element, Structure, structure

_ALIGNED = 0.6  # points: two edges that are one
SAME_SIZE = 0.035
"""Of the size: a paragraph is set so little larger or smaller where its lines are better then, and no eye sees it."""
_FULL = 0.25  # of the lines end at the margin where text is justified; of ragged lines no two are as long
_HEADS = (0.055, 0.945)  # of the height: a book that says nothing of its structure has its heads and folios beyond


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of one paragraph."""

    page: int
    words: tuple[Word, ...]
    element: Element

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Where the last advance ends."""
        return max(word.right for word in self.words)

    @property
    def size(self) -> float:
        """Size of its largest type."""
        return max(word.size for word in self.words)

    @property
    def base(self) -> float:
        """Its base line: that of its largest type."""
        return max(self.words, key=lambda word: word.size).base

    @property
    def text(self) -> str:
        """Its words."""
        return " ".join(word.text for word in self.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A drawing with its element; a drop cap and whatever else is no content has none."""

    page: int
    drawing: Drawing
    element: Element | None

    @property
    def base(self) -> float:
        """Its foot."""
        return self.drawing.bottom


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One page."""

    number: int
    label: str
    width: float
    section: str
    is_story: bool
    lines: tuple[Line, ...]
    """From head to foot, without running heads and folios."""
    pictures: tuple[Picture, ...]

    @property
    def side(self) -> int:
        """0 for a right-hand page, 1 for a left-hand one."""
        return self.number % 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """The text's place on right-hand and left-hand pages, and its lines' places."""

    left: tuple[float, float]
    right: tuple[float, float]
    first: float
    """Base line of a full page's first line, from the head of the page."""
    last: float
    leading: float
    size: float
    """Of the running text."""
    indent: float
    is_justified: bool

    def row(self, base: float) -> float:
        """Return the line that a base line is on, from 0; a fraction where it is off the grid."""
        return (base - self.first) / self.leading

    @property
    def rows(self) -> int:
        """Lines of a full page."""
        return round(self.row(self.last)) + 1


@dataclass(frozen=True, kw_only=True)
class Read:
    """A finished book."""

    leaves: tuple[Leaf, ...]

    @cached_property
    def stories(self) -> tuple[Leaf, ...]:
        """The pages of its stories."""
        return tuple(leaf for leaf in self.leaves if leaf.is_story)

    @cached_property
    def box(self) -> Box:
        """Where its text stands, as most lines of its stories say."""
        return _box(self.stories)


def read(book: bytes) -> Read:
    """Read a finished PDF."""
    said = structure(book)
    return Read(leaves=tuple(_leaves(sheets(book), said)))


def _leaves(pages: Iterable[Sheet], said: Structure) -> Iterator[Leaf]:
    section = ""
    for sheet in pages:
        section = said.sections.get(sheet.number, section)
        yield Leaf(
            number=sheet.number,
            label=said.labels[sheet.number],
            width=sheet.width,
            section=section,
            is_story=section in said.stories or not said.is_tagged,
            lines=tuple(_lines(sheet, said)),
            pictures=tuple(
                Picture(page=sheet.number, drawing=one, element=said.elements.get((sheet.number, one.mark)))
                for one in sheet.drawings
            ),
        )


def _lines(sheet: Sheet, said: Structure) -> Iterator[Line]:
    """Give the lines of each element; what belongs to none is furniture."""
    if not said.is_tagged:
        yield from _untagged(sheet)
        return
    for row in sheet.rows:
        found = [(said.elements.get((sheet.number, word.mark)), word) for word in row]
        for element, words in groupby(found, key=lambda pair: pair[0]):
            if element is not None:
                yield Line(page=sheet.number, words=tuple(word for _, word in words), element=element)


def _untagged(sheet: Sheet) -> Iterator[Line]:
    """Tell paragraphs by their indents."""
    rows = [row for row in sheet.rows if _HEADS[0] < row[0].base / sheet.height < _HEADS[1]]
    if not rows:
        return
    edge = min(row[0].left for row in rows)
    key = 0
    for row in rows:
        key += row[0].left > edge + row[0].size / 2
        yield Line(
            page=sheet.number, words=row, element=Element(key=sheet.number << 16 | key, path=("Sect", "Div", "P"))
        )


def _box(leaves: tuple[Leaf, ...]) -> Box:
    sizes = [line.size for leaf in leaves for line in leaf.lines for _ in line.words]
    size = _usual(sizes)
    size = round(median([one for one in sizes if abs(one - size) < SAME_SIZE * size]), 2)
    own = [
        (leaf, line)
        for leaf in leaves
        for line in leaf.lines
        if abs(line.size - size) < SAME_SIZE * size and is_prose(line)
    ]
    left = _edges([(leaf.side, line.left) for leaf, line in own])
    width = leaves[0].width
    mirrored = (width - left[1], width - left[0])
    ends = Counter(round(line.right - mirrored[leaf.side], 0) for leaf, line in own)
    is_justified = ends.most_common(1)[0][1] > _FULL * len(own)
    right = _edges([(leaf.side, line.right) for leaf, line in own]) if is_justified else mirrored
    steps = [
        after.base - before.base
        for leaf in leaves
        for before, after in pairwise(leaf.lines)
        if before.element == after.element and after.base > before.base + 1
    ]
    return Box(
        left=left,
        right=right,
        first=_usual([leaf.lines[0].base for leaf in leaves if leaf.lines]),
        last=_deepest([round(leaf.lines[-1].base, 1) for leaf in leaves if leaf.lines]),
        leading=_usual(steps),
        size=size,
        indent=_indent(own, left),
        is_justified=is_justified,
    )


def is_prose(line: Line) -> bool:
    """Tell whether a line is of a plain paragraph of a story's text: not of its opener, notes, headings or lists."""
    path = line.element.path
    return path[-1] == "P" and not {"NonStruct", "Aside", "LI", "TD", "TH"} & set(path)


def _edges(places: list[tuple[int, float]]) -> tuple[float, float]:
    """Return the edge that most lines share, of right-hand and left-hand pages; of the other where one has none."""
    sides = [_most(Counter(round(place, 1) for side, place in places if side == wanted)) for wanted in (0, 1)]
    return sides[0] or sides[1], sides[1] or sides[0]


def _indent(own: list[tuple[Leaf, Line]], left: tuple[float, float]) -> float:
    """Return how far first lines are set in; 0 where they are not."""
    insets = Counter(round(line.left - left[leaf.side], 1) for leaf, line in own)
    del insets[0.0]
    found = Counter({inset: many for inset, many in insets.items() if inset > _ALIGNED and many > len(own) / 20})
    return _most(found)


def _deepest(bases: list[float]) -> float:
    """Return the lowest last line that some pages share: one page alone may have run over."""
    shared = [base for base, many in Counter(bases).items() if many >= min(max(2, len(bases) / 50), len(bases))]
    return max(shared, default=max(bases, default=0.0))


def _usual(values: list[float]) -> float:
    """Return the value that most have to a tenth, to a hundredth."""
    tenth = _most(Counter(round(value, 1) for value in values))
    return round(median([value for value in values if abs(value - tenth) < 0.1] or [tenth]), 2)


def _most(found: Counter[float]) -> float:
    """Return what was found most often, the smallest of several; 0 of nothing."""
    return min(found, key=lambda value: (-found[value], value)) if found else 0.0
