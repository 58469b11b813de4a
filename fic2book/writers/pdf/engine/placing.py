"""Where each piece of the book stands: its first page, blank pages before it, its side of the leaf, its numbers."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from fic2book.press import Leaf
from fic2book.writers.pdf.engine.pieces import Piece

_RECTO, _VERSO = frozenset({"recto"}), frozenset({"verso"})


class Sheet(NamedTuple):
    """A page of the book as it will be."""

    kind: Leaf
    """What decides its running matter, and nothing else."""
    number: int
    strings: tuple[tuple[str, str], ...]
    """All named strings in force, with what each says."""
    shift: float
    """Points by which its content moves to the right."""


class Run(NamedTuple):
    """The state behind the last page that was placed."""

    pages: int = 0
    number: int = 0
    strings: Mapping[str, str] = {}


class Placed(NamedTuple):
    """A piece at its place: blank pages, then its own."""

    blanks: tuple[Sheet, ...]
    sheets: tuple[Sheet, ...]
    behind: Run


class Spread(NamedTuple):
    """Which way the book's leaves turn."""

    is_ltr: bool = True

    def side(self, page: int) -> str:
        """Return the side of a page, counted from 0: the first is a recto."""
        return "right" if (page % 2 == 0) == self.is_ltr else "left"

    def wanted(self, opens: str) -> str:
        """Return the side on which a piece wants to open; empty for any."""
        recto = self.side(0)
        other = self.side(1)
        return {"recto": recto, "verso": other, "left": "left", "right": "right"}.get(opens, "")


def first_side(run: Run, opens: str, spread: Spread) -> str:
    """Return the side on which the next piece begins."""
    return spread.wanted(opens) or spread.side(run.pages)


def placed(piece: Piece, run: Run, spread: Spread) -> Placed | None:
    """Place a piece behind what was placed; nothing if its pages cannot be moved to the side where they come to lie."""
    blanks: list[Sheet] = []
    number, strings = run.number, dict(run.strings)
    first = run.pages
    if spread.side(first) != first_side(run, piece.opens, spread):
        number, first = number + 1, first + 1
        blank = Leaf("", (), spread.side(run.pages), True, 0, False, (), None)  # noqa: FBT003 — a record
        blanks.append(Sheet(blank, number, tuple(sorted(strings.items())), 0.0))
    is_moved = spread.side(first) != piece.leaves[0].side
    if is_moved and any(leaf.shift is None for leaf in piece.leaves):
        return None
    sheets = []
    counted = False
    for place, leaf in enumerate(piece.leaves):
        counted = counted or leaf.is_restart
        number = leaf.number if counted else number + 1
        said = {**strings, **{name: values[0] for name, values in leaf.strings}}
        strings.update({name: values[-1] for name, values in leaf.strings})
        kind = _kind(leaf, spread.side(first + place))
        shift = leaf.shift if is_moved and leaf.shift is not None else 0.0
        sheets.append(Sheet(kind, number, tuple(sorted(said.items())), shift))
    return Placed(tuple(blanks), tuple(sheets), Run(first + len(sheets), number, strings))


def numbers(piece: Piece, at: Placed) -> Iterator[tuple[str, int]]:
    """Yield the places of a piece that have names, each with its page number."""
    for anchor in piece.anchors:
        yield anchor.name, at.sheets[anchor.page].number


def _kind(leaf: Leaf, side: str) -> Leaf:
    """Return a page without all that its running matter does not depend on: first page of its run, or a later one."""
    groups = tuple((name, min(index, 1)) for name, index in leaf.groups)
    return Leaf(leaf.name, groups, side, leaf.blank, 0, False, (), None)  # noqa: FBT003 — a record
