"""A sheet plan from wishes, the number of pages and their size."""

from collections.abc import Iterator
from dataclasses import replace

from fic2book.folding import fit, wishes
from fic2book.folding.orders import GATHERED, Order, Rows, order_of
from fic2book.folding.papers import lying, paper
from fic2book.folding.signatures import blanks, signatures
from fic2book.folding.stations import stations
from fic2book.folding.thickness import thickness
from fic2book.model import BookletSettings, PlacedPage, Sheet, SheetPlan

_CREEP_FROM = 6
"""Pairs of leaves inside one another; up to five, the trimming takes less than half a millimetre more inside."""
_Leaf = tuple[int | None, int | None]


def plan(settings: BookletSettings, pages: int, trim: tuple[float, float], *, from_right: bool = False) -> SheetPlan:
    """Return where ``pages`` pages of a trim (width and height in points) lie on sheets, in the order of the fold.

    ``from_right``: the spine is at the right. Raises ``SettingsError`` with the way out for wishes that cannot be
    followed: a page too large for the folded sheet, an unknown paper, a signature without sheets.
    """
    wishes.prove(settings)
    marks = tuple(mark for mark in settings.marks if mark != "none")
    sizes = signatures(settings, order_of(settings.fold), pages)
    planned = _measured(settings, pages, trim, sizes)
    planned = replace(
        planned,
        marks=marks,
        stations=stations(settings, planned.trim_height) if "sewing" in marks else (),
        from_right=from_right,
    )
    return replace(planned, sheets=tuple(_sheets(planned)))


def _measured(settings: BookletSettings, pages: int, trim: tuple[float, float], sizes: tuple[int, ...]) -> SheetPlan:
    """Return a plan for a book from left to right, without marks, its sheets still unwritten."""
    order, sheet, thick = order_of(settings.fold), paper(settings.paper), thickness(settings)
    scale = fit.scale(settings, sheet, trim)
    width, height = lying(sheet, settings.fold)
    flip = settings.flip or order.natural_flip
    return SheetPlan(
        paper=sheet.name,
        width=width,
        height=height,
        trim_width=trim[0] * scale,
        trim_height=trim[1] * scale,
        scale=scale,
        fold=settings.fold,
        folded=settings.folded,
        binding=settings.binding,
        pages=pages,
        flyleaves=settings.flyleaves,
        blanks=blanks(settings, pages, sum(sizes) * 2 * order.leaves),
        signatures=sizes,
        flip=flip,
        turned_backs=flip != order.natural_flip,
        two_files=settings.two_files or settings.reverse_backs,
        reverse_backs=settings.reverse_backs,
        grammes=settings.paper_weight,
        thickness=thick,
        spine=sum(sizes) * order.leaves * thick,
        creep=thick if _creeps(settings, max(sizes) * order.leaves // 2) else 0.0,
    )


def _creeps(settings: BookletSettings, pairs: int) -> bool:
    return {"always": True, "never": False}.get(settings.creep, pairs >= _CREEP_FROM)


def _sheets(planned: SheetPlan) -> Iterator[Sheet]:
    order = order_of(planned.fold)
    front = 2 * planned.flyleaves + planned.blanks[0]
    first = -front
    for signature, sheets in enumerate(planned.signatures):
        for number in range(sheets):
            yield Sheet(
                signature=signature,
                number=number,
                front=tuple(_side(planned, order.front, (first, number, sheets))),
                back=tuple(_side(planned, order.back, (first, number, sheets))),
            )
        first += sheets * order.leaves * 2


def _side(planned: SheetPlan, rows: Rows, where: tuple[int, int, int]) -> Iterator[PlacedPage]:
    """Give the pages of one side; ``where``: the signature's first page, the sheet's number, how many it has."""
    first, number, sheets = where
    order = order_of(planned.fold)
    for row, pages in enumerate(rows):
        for column, place in enumerate(reversed(pages) if planned.from_right else pages):
            leaf, face = divmod(place - 1, 2)
            leaf = GATHERED[planned.folded](leaf, number, sheets, order.leaves)
            inside = min(leaf, sheets * order.leaves - 1 - leaf)
            blank = _placed(planned, order, (row, column), inside)
            page = first + 2 * leaf + face
            yield replace(blank, page=page if 0 <= page < planned.pages else None, of_signature=2 * leaf + face)


def _placed(planned: SheetPlan, order: Order, at: tuple[int, int], inside: int) -> PlacedPage:
    """Return the place at a row and column, still blank; ``inside``: how many pairs of leaves are around its own."""
    row, column = at
    across, down = planned.width / order.columns, planned.height / order.rows
    is_left_of_spine = column % 2 == 0
    spine = (column + is_left_of_spine) * across
    shift = inside * planned.creep
    left = spine - planned.trim_width + shift if is_left_of_spine else spine - shift
    return PlacedPage(
        page=None,
        of_signature=0,
        left=left,
        bottom=(order.rows - 1 - row) * down + (down - planned.trim_height) / 2,
        spine=spine,
        turned=order.rows > 1 and row == 0,
    )
