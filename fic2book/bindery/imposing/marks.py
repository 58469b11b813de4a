"""Marks for folding, gathering, sewing and cutting, as PDF operators: thin, black, clear of the sheet's edge."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from fic2book.folding import order_of
from fic2book.lengths import MILLIMETRE
from fic2book.model import PlacedPage, Sheet, SheetPlan

_CLEAR = 5 * MILLIMETRE
"""Of the sheet's edge, which printers at home leave white."""
_FINE = 0.3
_BAR = 3.0
"""Width of a collation mark, half of it on each side of the fold: what a folded edge shows of it, and no more."""
_STEP = 14.0
"""Height of a collation mark, where there is room for all of them."""
_FROM_HEAD = 0.15
"""Of the page's height, above the first collation mark and below the last."""
_TICK = 2.5
"""On each side of the fold, for a needle to be put between."""
_AWAY, _LONG = 3.0, 11.0
"""Where a crop mark begins and ends, from the trimmed page's corner."""
_DASHES = 9.0
_SHORTEST = 2.0


class Line(NamedTuple):
    """From one point to another."""

    x0: float
    y0: float
    x1: float
    y1: float


class _Area(NamedTuple):
    left: float
    bottom: float
    right: float
    top: float


def drawn(plan: SheetPlan, sheet: Sheet, *, is_front: bool) -> str:
    """Return the operators that draw the plan's marks on one side of a sheet; nothing where it has none."""
    pieces = [piece for mark in plan.marks for piece in _MARKS[mark](plan, sheet, is_front)]
    return "\n".join(("q 0 G 0 g", *pieces, "Q")) if pieces else ""


def _collation(plan: SheetPlan, sheet: Sheet, is_front: bool) -> Iterator[str]:  # noqa: FBT001 — one of a table
    """Give a bar on the outermost fold, a step lower for each signature: a wrong order breaks the stairs."""
    if not is_front or sheet.number or len(plan.signatures) == 1:
        return
    first = next(page for page in sheet.front if page.of_signature == 0)
    stairs = plan.trim_height * (1 - 2 * _FROM_HEAD)
    step = min(_STEP, stairs / len(plan.signatures))
    top = first.bottom + plan.trim_height * (1 - _FROM_HEAD) - step * sheet.signature
    yield f"{_points(first.spine - _BAR / 2, top - step, _BAR, step)} re f"


def _sewing(plan: SheetPlan, sheet: Sheet, is_front: bool) -> Iterator[str]:  # noqa: FBT001 — the same
    """Give a tick for each hole across the innermost fold."""
    middle = plan.signatures[sheet.signature] * order_of(plan.fold).leaves
    for page in sheet.front if is_front else sheet.back:
        if page.of_signature == middle - 1:
            for station in plan.stations:
                height = _from_head(plan, page, station)
                yield from _stroke(plan, Line(page.spine - _TICK, height, page.spine + _TICK, height))


def _from_head(plan: SheetPlan, page: PlacedPage, away: float) -> float:
    return page.bottom + (away if page.turned else plan.trim_height - away)


def _crop(plan: SheetPlan, sheet: Sheet, is_front: bool) -> Iterator[str]:  # noqa: FBT001 — the same
    """Give the marks at the three edges that the knife takes, where a page leaves room for them on its part."""
    order = order_of(plan.fold)
    across, down = plan.width / order.columns, plan.height / order.rows
    for number, page in enumerate(sheet.front if is_front else sheet.back):
        row, column = divmod(number, order.columns)
        bottom = (order.rows - 1 - row) * down
        own = _Area(column * across, bottom, (column + 1) * across, bottom + down)
        for line in _corners(plan, page, is_left_of_spine=column % 2 == 0):
            yield from _stroke(plan, line, own)


def _corners(plan: SheetPlan, page: PlacedPage, *, is_left_of_spine: bool) -> Iterator[Line]:
    """Give the lines of a page's two corners at the fore edge; creep moves none, for the knife cuts all at once."""
    out = -1 if is_left_of_spine else 1
    fore = page.spine + out * plan.trim_width
    for edge, away in ((page.bottom, -1), (page.bottom + plan.trim_height, 1)):
        yield Line(fore, edge + away * _AWAY, fore, edge + away * _LONG)
        yield Line(fore + out * _AWAY, edge, fore + out * _LONG, edge)


def _folds(plan: SheetPlan, _sheet: Sheet, is_front: bool) -> Iterator[str]:  # noqa: FBT001 — the same
    """Give a short broken line at both ends of every fold, on the outside of the sheet."""
    if not is_front:
        return
    order = order_of(plan.fold)
    ends = [(_CLEAR, _CLEAR + _DASHES)]
    yield "[2 1.5] 0 d"
    for column in range(1, order.columns):
        at = plan.width * column / order.columns
        for start, end in (*ends, (plan.height - _CLEAR - _DASHES, plan.height - _CLEAR)):
            yield from _stroke(plan, Line(at, start, at, end))
    for row in range(1, order.rows):
        at = plan.height * row / order.rows
        for start, end in (*ends, (plan.width - _CLEAR - _DASHES, plan.width - _CLEAR)):
            yield from _stroke(plan, Line(start, at, end, at))
    yield "[] 0 d"


_MARKS: Mapping[str, Callable[[SheetPlan, Sheet, bool], Iterator[str]]] = {
    "collation": _collation,
    "sewing": _sewing,
    "crop": _crop,
    "fold": _folds,
}


def _stroke(plan: SheetPlan, line: Line, within: _Area | None = None) -> Iterator[str]:
    """Give the operators of a line as far as it lies where printers print, and inside an area; nothing of a stump."""
    area = _Area(_CLEAR, _CLEAR, plan.width - _CLEAR, plan.height - _CLEAR)
    for one in (area, within) if within else (area,):
        line = _cut(line, one)
    if abs(line.x1 - line.x0) + abs(line.y1 - line.y0) >= _SHORTEST:
        yield f"{_FINE} w {_points(line.x0, line.y0)} m {_points(line.x1, line.y1)} l S"


def _cut(line: Line, area: _Area) -> Line:
    """Return what an upright or level line has in an area; a line without length where that is nothing."""
    x0, x1 = (min(max(x, area.left), area.right) for x in (line.x0, line.x1))
    y0, y1 = (min(max(y, area.bottom), area.top) for y in (line.y0, line.y1))
    is_outside = (line.x0 == line.x1 and x0 != line.x0) or (line.y0 == line.y1 and y0 != line.y0)
    return Line(x0, y0, x0, y0) if is_outside else Line(x0, y0, x1, y1)


def _points(*numbers: float) -> str:
    return " ".join(f"{number:.3f}".rstrip("0").rstrip(".") for number in numbers)
