"""What goes round a book, in boxes. Lengths are in points, from the sheet's upper left corner; y runs downwards."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


class Area(NamedTuple):
    """An upright rectangle."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.height

    def inset(self, across: float, down: float) -> "Area":
        """Return the area with its sides, and its head and foot, moved inwards."""
        return Area(self.x + across, self.y + down, self.width - 2 * across, self.height - 2 * down)

    def holds(self, other: "Area", slack: float = 0.0) -> bool:
        """Tell whether another area lies inside this one, or out of it by no more than ``slack``."""
        upright = self.y - slack <= other.y and other.bottom <= self.bottom + slack
        return upright and self.x - slack <= other.x and other.right <= self.right + slack

    def meets(self, other: "Area") -> bool:
        """Tell whether two areas share more than an edge."""
        upright = self.y < other.bottom and other.y < self.bottom
        return upright and self.x < other.right and other.x < self.right


class Piece(NamedTuple):
    """Something to cut for a case."""

    name: str
    """``board``, ``spine strip`` or ``cloth``."""
    number: int
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class BookBlock:
    """The leaves that are wrapped."""

    width: float
    """Of a trimmed page."""
    height: float
    pages: int
    thickness: float = 0.0
    """Of all leaves together; only a printer's book may leave it to the printer's formula."""
    from_right: bool = False
    """Whether the spine is at the right of the front cover, as in books in Arabic or Hebrew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WrapPlan:
    """A wrap, jacket or case by its measures."""

    kind: str
    """``paperback``, ``casewrap``, ``jacket`` or ``case``."""
    width: float
    height: float
    """Of the whole sheet."""
    margin: float
    """Round all areas: bleed, or what is turned in round the boards."""
    is_cut: bool
    """Whether the margin is bleed, and cut off; else it is turned in and glued."""
    areas: Mapping[str, Area]
    """``back``, ``spine`` and ``front``, and where there are any ``back flap``, ``front flap``, ``back hinge``,
    ``front hinge``; from left to right."""
    safe: Mapping[str, Area]
    """Where words may stand, by the area's name."""
    barcode: Area | None = None
    """What stays free of words for the printer's barcode."""
    spine_refusal: str = ""
    """Why there can be no words on the spine; empty: there can."""
    from_right: bool = False
    pieces: tuple[Piece, ...] = field(default=())
    """What is cut for a case."""
    told: tuple[str, ...] = field(default=())
    """What the maker of the book has to know of the measures, a sentence each."""

    @property
    def trimmed(self) -> Area:
        """What is left of the sheet after cutting."""
        whole = Area(0, 0, self.width, self.height)
        return whole.inset(self.margin, self.margin) if self.is_cut else whole
