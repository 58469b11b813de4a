"""The folds of a sheet, drawn one beside the other: what lies before you, and which half goes over which."""

from typing import NamedTuple

from fic2book import folding
from fic2book.bindery.sheet_plan import drawing
from fic2book.bindery.sheet_plan.drawing import WIDTH, Drawing, Point
from fic2book.folding.orders import GATHERED
from fic2book.model.bound import SheetPlan

Rows = tuple[tuple[int, ...], ...]


class Fold(NamedTuple):
    """How a sheet becomes leaves, its front lying face down."""

    moves: str
    """``s``: a side over the other, along the spine; ``h``: the head down."""
    closed: str
    """Where folds hold the leaves together until they are slit."""


FOLDS = {
    "folio": Fold("s", ""),
    "quarto": Fold("hs", "at the head"),
    "octavo": Fold("shs", "at the head and at the fore edge"),
}
HEIGHT = 84.0
_ROOM, _GAP, _TOP, _WIDEST = 58.0, 19.0, 13.0, 44.0


def said(plan: SheetPlan) -> tuple[str, ...]:
    """Return each move in words."""
    over = "left half over the right" if plan.from_right else "right half over the left"
    words = {"s": f"the {over}", "h": "the upper half down"}
    return tuple(words[move] for move in FOLDS[plan.fold].moves)


def seen(plan: SheetPlan) -> tuple[Rows, ...]:
    """Return the pages that lie upwards before each move, and the one on top of the folded sheet when it is turned.

    They are those of a signature's outermost sheet, or of the stack that is folded as one, counted in the signature;
    where a row has one below it, its pages stand on their heads.
    """
    order = folding.order_of(plan.fold)
    under = tuple(tuple(reversed(row)) for row in _numbered(plan, order.front, 0))
    states = [_numbered(plan, order.back, plan.signatures[0] - 1 if is_stacked(plan) else 0)]
    for move in FOLDS[plan.fold].moves[:-1]:
        table, under = _folded(under, move, from_right=plan.from_right)
        states.append(table)
    return (*states, ((1,),))


def is_stacked(plan: SheetPlan) -> bool:
    """Tell whether the sheets of a signature are folded as one; for folded once it is all the same."""
    return plan.folded == "together" and plan.fold != "folio" and plan.signatures[0] > 1


def _numbered(plan: SheetPlan, rows: Rows, sheet: int) -> Rows:
    """Return the pages of one sheet in a signature, for those of a sheet alone."""
    place, (sheets, *_) = GATHERED[plan.folded], plan.signatures
    leaves = folding.order_of(plan.fold).leaves
    numbers = [[2 * place((page - 1) // 2, sheet, sheets, leaves) + 2 - page % 2 for page in row] for row in rows]
    return tuple(tuple(reversed(row)) if plan.from_right else tuple(row) for row in numbers)


def _folded(under: Rows, move: str, *, from_right: bool) -> tuple[Rows, Rows]:
    """Return what lies upwards and downwards after a move: the outer side of the half that went over the other."""
    if move == "h":
        return under[:1], under[1:]
    half = len(under[0]) // 2
    if from_right:
        return tuple(tuple(reversed(row[:half])) for row in under), tuple(row[half:] for row in under)
    return tuple(tuple(reversed(row[half:])) for row in under), tuple(row[:half] for row in under)


def folds(plan: SheetPlan) -> Drawing:
    """Draw the sheet before each fold, and the folded sheet with its spine."""
    fold, states = FOLDS[plan.fold], seen(plan)
    columns, rows = sum(len(state[0]) for state in states), len(states[0])
    free = WIDTH - 4 - _GAP * len(fold.moves)
    wide = min(free / columns, _ROOM / rows * plan.trim_width / plan.trim_height, _WIDEST)
    high = wide * plan.trim_height / plan.trim_width
    x = 2 + (free - columns * wide) / 2
    pieces = []
    for number, (state, move) in enumerate(zip(states, (*fold.moves, ""), strict=True), 1):
        size = (len(state[0]) * wide, len(state) * high)
        at = (x, _TOP + (_ROOM - size[1]) / 2)
        pieces += [_pages(state, at, size), _move(move, at, size, from_right=plan.from_right)]
        if not move:
            pieces.append(drawing.label((x + size[0], HEIGHT - 2), "turned", "end"))
        elif fold.moves[1:]:
            pieces.append(drawing.label((x + size[0] / 2, HEIGHT - 2), f"{number}"))
        x += size[0] + _GAP
    side = "right" if plan.from_right else "left"
    spoken = f"A sheet, front down: {', then '.join(said(plan))}. Turned over, its spine is at the {side}."
    return drawing.drawing(HEIGHT, pieces, spoken)


def _pages(state: Rows, at: Point, size: Point) -> str:
    wide, high = size[0] / len(state[0]), size[1] / len(state)
    letters = max(7.0, min(wide * 0.36, 14.0))
    pieces = [drawing.leaf(*at, *size)]
    for row, numbers in enumerate(state):
        write = drawing.upside_down if row + 1 < len(state) else drawing.label
        for column, number in enumerate(numbers):
            x, y = at[0] + column * wide, at[1] + row * high
            pieces.append(write((x + wide / 2, y + high / 2 + letters * 0.33), f"{number}", size=letters))
            pieces.append(drawing.hairline((x, y), (x, y + high)))
            pieces.append(drawing.hairline((x, y), (x + wide, y)))
    return "".join((*pieces, drawing.leaf(*at, *size, fill="none")))


def _move(move: str, at: Point, size: Point, *, from_right: bool) -> str:
    """Draw the crease and the arrow of a fold; a folded sheet has its spine."""
    (x, y), (wide, high) = at, size
    if move == "s":
        start, end = (0.22, 0.78) if from_right else (0.78, 0.22)
        bend = drawing.arrow((x + wide * start, y - 1), (x + wide / 2, y - 16), (x + wide * end, y - 1))
        return drawing.crease((x + wide / 2, y - 3), (x + wide / 2, y + high + 3)) + bend
    if move == "h":
        edge = x + wide + 1
        bend = drawing.arrow((edge, y + high * 0.22), (edge + 14, y + high / 2), (edge, y + high * 0.78))
        return drawing.crease((x - 3, y + high / 2), (edge + 2, y + high / 2)) + bend
    spine = x + wide if from_right else x
    return drawing.stroke((spine, y), (spine, y + high), drawing.ACCENT, 3)
