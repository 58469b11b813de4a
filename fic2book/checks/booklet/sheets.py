"""Imposed files opened again: which sheets they hold, and what a binder reads who has printed, folded and sewn them."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from fic2book import folding, raster
from fic2book.checks.unreadable import UnreadableError
from fic2book.errors import OutputError
from fic2book.model import SheetPlan

KEY = "Fic2bookSheets"
"""Where an imposed file says what it holds, in the document's information."""
_AGAIN = "Make the booklet again."


class Print(NamedTuple):
    """What tells a page from others."""

    letters: str
    """A digest of its letters; empty for a page that has none."""
    angle: int
    """How most of its letters stand, in degrees clockwise: 0, 90, 180 or 270."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheets:
    """The sheets of one booklet, or of one of its signatures."""

    plan: SheetPlan
    """As the file tells it; without its own sheets."""
    signature: int | None
    """0-based; nothing where all are here."""
    prints: tuple[Print, ...]
    """The interior's pages as the file tells them; none where it does not."""
    sides: tuple[tuple[str, int], ...]
    """File and page (from 0) of each side: front and back of the first sheet, of the second …"""

    @property
    def sizes(self) -> tuple[int, ...]:
        """Sheets of each signature that is here."""
        return self.plan.signatures if self.signature is None else (self.plan.signatures[self.signature],)

    @property
    def first(self) -> int:
        """The first page of these signatures, counted from the bound book's first flyleaf."""
        before = self.plan.signatures[: self.signature or 0]
        return sum(before) * folding.order_of(self.plan.fold).leaves * 2


class Stand(NamedTuple):
    """One page's place in the bound book, in reading order."""

    file: str
    cut: raster.Cut
    """Where it is printed; turned where folding turns it."""
    of_signature: int
    leaves: int
    """Of its signature."""


def is_booklet(pdf: bytes) -> bool:
    """Tell whether a PDF says that it was imposed by us."""
    try:
        return bool(raster.pdf_entry(pdf, KEY))
    except OutputError:
        return False


def opened(files: Mapping[str, bytes]) -> Iterator[Sheets]:
    """Give the booklets that imposed files hold, fronts and backs put together; half a booklet has half its sides.

    Raises ``UnreadableError`` for a file that says nothing of its sheets, or nothing that can be understood.
    """
    waiting: dict[str, tuple[Sheets, str]] = {}
    for name, data in files.items():
        sheets, sides = _told(name, data)
        if sides == "both":
            yield sheets
            continue
        key = json.dumps([repr(sheets.plan), sheets.signature, sheets.prints])
        if key in waiting and waiting[key][1] != sides:
            other, _ = waiting.pop(key)
            yield _together((sheets, other) if sides == "fronts" else (other, sheets))
        else:
            waiting[key] = (sheets, sides)
    yield from (sheets for sheets, _ in waiting.values())


def stands(sheets: Sheets) -> Iterator[Stand]:
    """Give the places of all pages in reading order: printed, turned over the edge that is said, folded, gathered."""
    plan = sheets.plan
    order = folding.order_of(plan.fold)
    parts = cells(plan)
    first = 0
    for size in sheets.sizes:
        numbered = [_numbered(order, side) for side in range(2 * first, 2 * (first + size))]
        printed = [
            folding.Printed(front, back if plan.flip == order.natural_flip else folding.turned_over(back))
            for front, back in zip(numbered[::2], numbered[1::2], strict=True)
        ]
        faces = folding.folded(printed, together=plan.folded == "together", from_right=plan.from_right)
        for place, face in enumerate(faces):
            side, cell = divmod(face.page or 0, order.leaves)
            file, page = sheets.sides[side]
            yield Stand(file, raster.Cut(page, parts[cell], face.turned), place, size * order.leaves)
        first += size


def _numbered(order: folding.Order, side: int) -> folding.Side:
    """Return a side whose places have numbers, for what lies there to be found again when they are folded."""
    start = side * order.leaves
    return [
        [folding.Face(start + row * order.columns + column, turned=False) for column in range(order.columns)]
        for row in range(order.rows)
    ]


def cells(plan: SheetPlan) -> tuple[raster.Box, ...]:
    """Return the parts of a side that pages have, row by row from its head, from left to right."""
    order = folding.order_of(plan.fold)
    across, down = plan.width / order.columns, plan.height / order.rows
    return tuple(
        (column * across, row * down, (column + 1) * across, (row + 1) * down)
        for row in reversed(range(order.rows))
        for column in range(order.columns)
    )


def _told(name: str, data: bytes) -> tuple[Sheets, str]:
    """Return what a file says of its sheets, and which of their sides it holds."""
    try:
        said = json.loads(raster.pdf_entry(data, KEY) or "{}")
        told: dict[str, Any] = {
            key: tuple(value) if isinstance(value, list) else value for key, value in said["plan"].items()
        }
        plan = SheetPlan(**told)
        prints = tuple(Print(letters, angle) for letters, angle in said["prints"])
        count = raster.page_count(data)
        sides = tuple((name, page) for page in range(count))
        if said["sides"] == "backs" and plan.reverse_backs:
            sides = sides[::-1]
        sheets = Sheets(plan=plan, signature=said["signature"], prints=prints, sides=sides)
        folding.order_of(plan.fold)
        _ = sheets.sizes, str(said["sides"])
    except OutputError as error:
        raise UnreadableError("booklet-unreadable", f"the PDF is cut off, locked or damaged. {_AGAIN}") from error
    except (KeyError, TypeError, ValueError, IndexError, AttributeError) as error:
        reason = "what the file says of its sheets cannot be understood"
        raise UnreadableError("booklet-unreadable", f"{reason}. {_AGAIN}") from error
    return sheets, said["sides"]


def _together(halves: Sequence[Sheets]) -> Sheets:
    fronts, backs = halves
    sides = [side for pair in zip(fronts.sides, backs.sides, strict=False) for side in pair]
    longer = fronts.sides if len(fronts.sides) > len(backs.sides) else backs.sides
    return Sheets(
        plan=fronts.plan,
        signature=fronts.signature,
        prints=fronts.prints,
        sides=(*sides, *longer[len(sides) // 2 :]),
    )
