"""Whether pages stand where the fold and the knife want them, and clear of the sheet's edge."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from fic2book import folding, lengths, raster
from fic2book.checks.booklet.pages import Extent, Page
from fic2book.checks.booklet.sheets import Stand
from fic2book.model import SheetPlan

_NEAR = 1.5
"""Points; boxes of words are measured anew at each size."""
_CLEAR = 5 * lengths.MILLIMETRE - 0.5


class Placed(NamedTuple):
    """A page that was found at its place."""

    page: int
    stand: Stand
    extent: Extent
    wanted: Page


def shifted(plan: SheetPlan, placed: Sequence[Placed]) -> Iterator[int]:
    """Give the pages (from 0) whose words stand elsewhere than the plan has them."""
    for one in placed:
        expected = list(_expected(plan, one))
        if not any(_is_near(one.extent, extent) for extent in expected):
            yield one.page


def at_edge(plan: SheetPlan, placed: Sequence[Placed]) -> Iterator[int]:
    """Give the pages (from 0) that have words where printers print nothing."""
    for one in placed:
        left, bottom, right, top = one.stand.cut.box
        extent = one.extent
        if one.stand.cut.is_turned:
            width, height = right - left, top - bottom
            extent = Extent(width - extent.right, height - extent.top, width - extent.left, height - extent.bottom)
        gaps = (
            left + extent.left, bottom + extent.bottom, plan.width - left - extent.right,
            plan.height - bottom - extent.top,
        )  # fmt: skip
        if min(gaps) < _CLEAR:
            yield one.page


def cuts(plan: SheetPlan, stand: Stand, size: tuple[float, float]) -> Iterator[raster.Cut]:
    """Give the parts of a side that a page of a size should fill."""
    left, bottom, right, top = stand.cut.box
    for x, y, scale in _corners(plan, stand, size):
        box = (left + x, bottom + y, left + x + size[0] * scale, bottom + y + size[1] * scale)
        if stand.cut.is_turned:
            box = (left + right - box[2], bottom + top - box[3], left + right - box[0], bottom + top - box[1])
        yield stand.cut._replace(box=box)


def _expected(plan: SheetPlan, one: Placed) -> Iterator[Extent]:
    """Give where words should reach on their part of the sheet."""
    sides = one.wanted.extent or Extent(0, 0, 0, 0)
    for x, y, scale in _corners(plan, one.stand, one.wanted.size):
        yield Extent(x + sides.left * scale, y + sides.bottom * scale, x + sides.right * scale, y + sides.top * scale)


def _corners(plan: SheetPlan, stand: Stand, size: tuple[float, float]) -> Iterator[tuple[float, float, float]]:
    """Give a page's lower left corner on its part of the sheet, upright, and its scale.

    There are two where pdfium tells the page's size in units that are not points: then the page fills the trim.
    """
    across, down = stand.cut.box[2] - stand.cut.box[0], stand.cut.box[3] - stand.cut.box[1]
    leaf = stand.of_signature // 2
    shift = plan.creep * min(leaf, stand.leaves - 1 - leaf)
    is_recto = stand.of_signature % 2 == 0
    left = -shift if is_recto != plan.from_right else across - plan.trim_width + shift
    bottom = (down - plan.trim_height) / 2
    filled = min(plan.trim_width / size[0], plan.trim_height / size[1])
    for scale in (folding.on_trim(plan, size).scale, filled):
        x, y = (plan.trim_width - size[0] * scale) / 2, (plan.trim_height - size[1] * scale) / 2
        yield left + x, bottom + y, scale


def _is_near(one: Extent, other: Extent) -> bool:
    """Tell whether words reach as far on one side at least each way: pdfium may count a last space."""
    left, bottom, right, top = (abs(side - wanted) for side, wanted in zip(one, other, strict=True))
    return min(left, right) <= _NEAR and min(bottom, top) <= _NEAR


def odd_sides(seen: Sequence[raster.PageSeen], plan: SheetPlan) -> Iterator[int]:
    """Give the sides (from 0) that are of another size than the plan's sheet."""
    for page, side in enumerate(seen):
        left, bottom, right, top = side.box
        if abs(right - left - plan.width) > _NEAR or abs(top - bottom - plan.height) > _NEAR:
            yield page
