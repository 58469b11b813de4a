"""The breaks of a whole paragraph chosen together, as Knuth and Plass did (Software: Practice and Experience, 1981).

Each way to break a paragraph has its demerits: for word spaces far from the normal, for hyphens, for two or more of
them in a row, for a loose line under a tight one, for a last line of one short word. The way with the fewest is taken.
Several passes, as in TeX: without dividing words; with; and at last with lines as loose as they must be.

How loose, and how dear a hyphen is, the page's hyphenation zone says: the part of a line that may stay empty before a
word is divided. No word is divided where all lines are filled to within little more than half of the zone, at the
normal word space; a hyphen is as bad as a line that is short by five sixths of it. A face with narrow word spaces,
which grow more when the same room is shared among them, so divides fewer words than one with wide ones.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from fic2book.press.paragraphs import Paragraph, Piece
from fic2book.writers.pdf.lines import hyphenation

TIGHTEST = 0.8
"""The narrowest word space, in normal ones."""
_SHORTEST = (0.55, 0.83, 1.22, 1.78)  # how much of the zone a line may be short, by pass; the first divides no words
_LOOSEST = (4.0, 40.0)  # the widest word space in the last passes, which must find something
_SIZES = (1.0, 0.99, 1.01, 0.985, 1.015)  # of the type; the others are tried where the first gives no good lines
_OTHER_SIZE = 4e5  # demerits of a line, times the difference
_HAIR = 1e-6
_STRETCH, _SHRINK = 0.5, 0.3  # at these a line's badness is 100
_RAGGED = 4.0  # em: a ragged line as much shorter than the measure is as bad as one with spaces of 1.5
_HYPHEN = 0.83  # of the zone: a line that is short by this is as bad as a hyphen
_OWN_HYPHEN = 150.0  # as badness, before it is squared: a line's end at a compound's own hyphen
_RUN_OF_HYPHENS = 15_000.0  # demerits, times the square of the hyphens before
_MOST_HYPHENS = 2  # in a row; more only where nothing else is left
_HYPHEN_BEFORE_LAST = 6_000.0
_UNLIKE_NEIGHBOUR = 4_000.0
_RUNT, _SHORTEST_END = 6_000.0, 2.2  # demerits, em
_LOOSE_SLOPE = 1e5  # per normal space beyond what badness tells apart
_LEAST_SPACES = 0.05  # of a line, for text that has hardly any
_DASHES = ("—", "―")
_CLASSES = (0.93, 1.25, 1.5)


class Break(NamedTuple):
    """Where a line ends."""

    piece: int
    """The piece that it ends in or with."""
    place: int
    """Behind its last letter."""
    is_hyphen: bool
    """Whether a word is divided here."""


class Lines(NamedTuple):
    """A paragraph's lines."""

    breaks: tuple[Break, ...]
    """The end of each line; that of the last is the paragraph's."""
    ratios: tuple[float, ...]
    """Each line's word space, in normal ones; at most 1 for the last."""
    size: float
    """How much larger than asked the type is set: by a hundredth or so, which nobody sees."""


class _Node(NamedTuple):
    """One way to come to a break."""

    words: float
    spaces: float
    demerits: float
    line: int
    hyphens: int
    kind: int
    ratio: float
    at: Break | None
    before: "_Node | None"


class _Chance(NamedTuple):
    """A place where a line may end."""

    at: Break
    words: float
    """Width of all words up to here, with the hyphen."""
    spaces: float
    next_words: float
    """Width of all words before the next line."""
    next_spaces: float
    penalty: float
    is_last: bool


def lines(paragraph: Paragraph) -> Lines | None:
    """Return the best lines; nothing for text that cannot be broken into lines of this room."""
    chances: tuple[_Chance, ...] = ()
    zone = paragraph.zone / _elasticity(paragraph)
    hyphen = max(_badness(1 + _HYPHEN * zone), 1.0)
    for number, loosest in enumerate((*(1 + part * zone for part in _SHORTEST), *_LOOSEST)):
        if number < 2:
            chances = tuple(_chances(paragraph, hyphen if number else None))
        ways = []
        for size in _SIZES if paragraph.is_justified else _SIZES[:1]:
            end = _search(paragraph, chances, size, loosest)
            if end is not None:
                ways.append((end.demerits + _OTHER_SIZE * abs(size - 1) * end.line, size, end))
                if size == 1 and not number:
                    break
        if ways:
            _, size, end = min(ways, key=lambda way: way[0])
            return _told(end, size)
    return None


def _elasticity(paragraph: Paragraph) -> float:
    """Return the part of a line by which it is short when its word spaces would have to be twice the normal."""
    if not paragraph.is_justified:
        return _RAGGED * paragraph.size / paragraph.lines[-1]
    spaces = sum(piece.inner + piece.gap for piece in paragraph.pieces)
    return max(spaces / (spaces + sum(piece.width for piece in paragraph.pieces)), _LEAST_SPACES)


def _chances(paragraph: Paragraph, hyphen: float | None) -> Iterator[_Chance]:
    """Yield where lines may end; ``hyphen`` is how bad it is to divide a word, nothing where none is divided."""
    words = spaces = 0.0
    count = len(paragraph.pieces)
    for number, piece in enumerate(paragraph.pieces):
        if hyphen and paragraph.hyphenate:
            for place in _points(paragraph, piece):
                part = paragraph.width(piece.start, place)
                at, before = Break(number, place, is_hyphen=True), words + part
                yield _Chance(at, before + paragraph.hyphen, spaces, before, spaces, hyphen, is_last=False)
        words, spaces = words + piece.width, spaces + piece.inner
        own = _OWN_HYPHEN if piece.next == piece.end and paragraph.text[piece.end - 1] in "-‐" else 0.0
        at = Break(number, piece.end, is_hyphen=False)
        if not is_before_dash(paragraph.text, piece.next):
            yield _Chance(at, words, spaces, words, spaces + piece.gap, own, is_last=number == count - 1)
        spaces += piece.gap


def is_before_dash(text: str, place: int) -> bool:
    """Tell whether the dash behind a word stands here: a line may end behind it, and none begins with it."""
    return text[place : place + 1] in _DASHES and not text[place - 1 : place].isspace()


def _points(paragraph: Paragraph, piece: Piece) -> Iterator[int]:
    shortest = paragraph.hyphenate[0] if paragraph.hyphenate else 0
    if paragraph.hyphenate and piece.end - piece.start >= shortest:
        for run in paragraph.runs:
            if run.start < piece.end and piece.start < run.start + len(run.text):
                yield from hyphenation.points(run, (piece.start, piece.end), paragraph.hyphenate)


def _search(paragraph: Paragraph, chances: Sequence[_Chance], size: float, loosest: float) -> _Node | None:
    """Return the end of the way with the fewest demerits whose lines are no looser than asked."""
    active = [_Node(0.0, 0.0, 0.0, 0, 0, 1, 1.0, None, None)]
    rooms, last_room = [room / size for room in paragraph.lines], len(paragraph.lines) - 1
    slack = 0.0 if paragraph.is_justified else _RAGGED * paragraph.size
    most = _MOST_HYPHENS if loosest < _LOOSEST[-1] else len(chances)
    for chance in chances:
        best: dict[tuple[int, int, int], _Node] = {}
        kept = []
        for node in active:
            words, spaces = chance.words - node.words, chance.spaces - node.spaces
            left = rooms[node.line if node.line < last_room else last_room] - words
            fits = left >= TIGHTEST * spaces - _HAIR
            if fits or chance.at.is_hyphen:
                kept.append(node)
            if chance.penalty and node.hyphens >= most:
                continue
            if fits and (left <= loosest * (spaces + slack) or chance.is_last):
                found = _node(node, chance, _ratio(left, spaces, slack), (words + spaces) / paragraph.size)
                key = (found.line, found.kind, found.hyphens)
                if key not in best or found.demerits < best[key].demerits:
                    best[key] = found
        active = kept
        active += best.values()
        if chance.is_last or not active:
            return min(best.values(), key=lambda node: node.demerits, default=None)
    return None


def _ratio(left: float, spaces: float, slack: float) -> float:
    """Return how wide, in normal ones, a line's spaces must be to fill what its words leave of the room."""
    if slack:
        return 1 + max(left - spaces, 0.0) / slack
    return left / spaces if spaces > _HAIR else 1.0 if left < 1 else _LOOSEST[-1]


def _node(node: _Node, chance: _Chance, ratio: float, length: float) -> _Node:
    """Return the way through ``node`` to a chance; ``length`` is the line's own, in em."""
    ratio = min(ratio, 1.0) if chance.is_last else ratio
    badness = _badness(ratio)
    kind = sum(ratio > bound for bound in _CLASSES)
    demerits = (1 + badness) ** 2 + chance.penalty**2
    demerits += _LOOSE_SLOPE * ratio if badness == 10_000 else 0
    demerits += _UNLIKE_NEIGHBOUR if abs(kind - node.kind) > 1 else 0
    hyphens = node.hyphens + 1 if chance.penalty else 0
    demerits += _RUN_OF_HYPHENS * node.hyphens**2 if hyphens else 0
    if chance.is_last:
        demerits += _HYPHEN_BEFORE_LAST if node.hyphens else 0
        demerits += _RUNT if length < _SHORTEST_END else 0
    return _Node(
        chance.next_words, chance.next_spaces, node.demerits + demerits, node.line + 1, hyphens, kind, ratio,
        chance.at, node,
    )  # fmt: skip


def _badness(ratio: float) -> float:
    """Return how bad word spaces of ``ratio`` normal ones are: 100 where they are stretched or shrunk to the bounds."""
    part = (ratio - 1) / _STRETCH if ratio >= 1 else (1 - ratio) / _SHRINK
    return min(100 * part**3, 10_000.0)


def _told(last: _Node, size: float) -> Lines:
    nodes = []
    node: _Node | None = last
    while node is not None and node.at is not None:
        nodes.append(node)
        node = node.before
    nodes.reverse()
    return Lines(tuple(node.at for node in nodes if node.at), tuple(node.ratio for node in nodes), size)
