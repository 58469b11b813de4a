"""Which page lies where on a sheet, by the way it is folded; what Gaskell and the manuals call imposition schemes.

A sheet's back is given as it is seen when the sheet is turned over from left to right. So the leaf at a row and column
of the front has its other page in the same row of the back, as many columns from the other side.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from fic2book.errors import SettingsError

Rows = tuple[tuple[int, ...], ...]
"""Pages of a sheet, counted from 1, row by row from its head."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A way of folding one sheet."""

    front: Rows
    back: Rows
    is_upright: bool
    """Whether the sheet stands on its short side."""

    @property
    def rows(self) -> int:
        """Rows of pages; those of the upper one stand on their heads where there are two."""
        return len(self.front)

    @property
    def columns(self) -> int:
        """Pages side by side; the first and second, the third and fourth share a spine."""
        return len(self.front[0])

    @property
    def leaves(self) -> int:
        """Leaves that one sheet gives."""
        return self.rows * self.columns

    @property
    def natural_flip(self) -> str:
        """The edge over which a sheet is turned from left to right."""
        return "long" if self.is_upright else "short"


ORDERS: Mapping[str, Order] = {
    "folio": Order(front=((4, 1),), back=((2, 3),), is_upright=False),
    "quarto": Order(front=((5, 4), (8, 1)), back=((3, 6), (2, 7)), is_upright=True),
    "octavo": Order(front=((5, 12, 9, 8), (4, 13, 16, 1)), back=((7, 10, 11, 6), (2, 15, 14, 3)), is_upright=False),
}
"""Fold once; twice; three times (spine, head, spine)."""


def order_of(fold: str) -> Order:
    """Return the order of a fold; raises ``SettingsError`` for one that nobody knows."""
    if fold not in ORDERS:
        raise SettingsError(f"there is no fold “{fold}”", way_out=f"Take one of {', '.join(ORDERS)}.")
    return ORDERS[fold]


def nested(leaf: int, sheet: int, sheets: int, leaves: int) -> int:
    """Return the place in its signature of a leaf of a sheet (all from 0) when each sheet is folded, then put inside.

    ``leaves`` are those of one sheet.
    """
    half = leaves // 2
    return sheet * half + leaf if leaf < half else sheets * leaves - (sheet + 1) * half + leaf - half


def stacked(leaf: int, sheet: int, sheets: int, _leaves: int) -> int:
    """Return the same when all sheets are laid upon one another first and folded together."""
    return leaf * sheets + (sheet if leaf % 2 == 0 else sheets - 1 - sheet)


GATHERED = {"each": nested, "together": stacked}
"""How several sheets become one signature."""
