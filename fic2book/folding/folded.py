"""Sheets folded as hands fold them: printed sides in, pages in reading order out.

Nothing here knows which page belongs where; so it proves the orders, and finished files, by another way.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple


class Face(NamedTuple):
    """What is printed on one page's place."""

    page: int | None
    """Whatever tells pages apart; nothing for a blank place."""
    turned: bool
    """Whether it stands on its head."""


Side = Sequence[Sequence[Face]]
"""Row by row from the head, from left to right, as it is seen from this side."""


class _Leaf(NamedTuple):
    upper: Face
    lower: Face


_Pile = tuple[_Leaf, ...]
"""Leaves upon one another, the uppermost first."""
_Table = tuple[tuple[_Pile, ...], ...]


class Printed(NamedTuple):
    """One sheet as the printer gives it out."""

    front: Side
    back: Side
    """As it is seen when the sheet is turned over from left to right."""


def turned_over(back: Side) -> Side:
    """Return the back of a sheet that the printer has turned over its other edge: head for tail."""
    return tuple(tuple(_upside_down(face) for face in reversed(row)) for row in reversed(back))


def folded(signature: Sequence[Printed], *, together: bool, from_right: bool = False) -> tuple[Face, ...]:
    """Fold a signature's sheets, the outermost first, and return its pages in reading order.

    ``together``: all are laid upon one another and folded at once; else each is folded and put inside the one before.
    ``from_right``: the spine comes to lie at the right.
    """
    tables = [_laid(sheet) for sheet in signature]
    if together:
        tables = [_upon_one_another(tables)]
    pile: _Pile = ()
    for table in reversed(tables):
        outer = _pile_of(table, from_right=from_right)
        half = len(outer) // 2
        pile = (*outer[:half], *pile, *outer[half:])
    return tuple(face for leaf in pile for face in leaf)


def _upside_down(face: Face) -> Face:
    return Face(face.page, not face.turned)


def _laid(sheet: Printed) -> _Table:
    """Lay a sheet on the table, its front up."""
    return tuple(
        tuple((_Leaf(upper, lower),) for upper, lower in zip(front, reversed(back), strict=True))
        for front, back in zip(sheet.front, sheet.back, strict=True)
    )


def _upon_one_another(tables: Sequence[_Table]) -> _Table:
    return tuple(
        tuple(tuple(leaf for pile in piles for leaf in pile) for piles in zip(*rows, strict=True))
        for rows in zip(*tables, strict=True)
    )


def _left_behind(table: _Table) -> _Table:
    half = len(table[0]) // 2
    return tuple(
        tuple(right + _over(left) for right, left in zip(row[half:], reversed(row[:half]), strict=True))
        for row in table
    )


def _right_behind(table: _Table) -> _Table:
    mirrored = tuple(tuple(reversed(row)) for row in table)
    return tuple(tuple(reversed(row)) for row in _left_behind(mirrored))


def _head_behind(table: _Table) -> _Table:
    half = len(table) // 2
    return tuple(
        tuple(low + _head_over(high) for low, high in zip(lower, upper, strict=True))
        for lower, upper in zip(table[half:], reversed(table[:half]), strict=True)
    )


def _over(pile: _Pile) -> _Pile:
    return tuple(_Leaf(leaf.lower, leaf.upper) for leaf in reversed(pile))


def _head_over(pile: _Pile) -> _Pile:
    return tuple(_Leaf(_upside_down(leaf.lower), _upside_down(leaf.upper)) for leaf in reversed(pile))


_STEPS: Mapping[tuple[int, int], str] = {(1, 2): "s", (2, 2): "hs", (2, 4): "shs"}
"""Rows and columns → folds one after the other: ``s`` makes a fold along the spine, ``h`` along the head."""


def _pile_of(table: _Table, *, from_right: bool) -> _Pile:
    folds: Mapping[str, Callable[[_Table], _Table]] = {
        "s": _right_behind if from_right else _left_behind,
        "h": _head_behind,
    }
    for step in _STEPS[len(table), len(table[0])]:
        table = folds[step](table)
    return table[0][0]
