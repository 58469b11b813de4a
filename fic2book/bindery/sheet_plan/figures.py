"""The other drawings: the sheet and its grain, how it is turned, how sheets nest, the holes, the parts of a book."""

from fic2book import folding
from fic2book.bindery.sheet_plan import drawing, measures
from fic2book.bindery.sheet_plan.drawing import ACCENT, WIDTH, Drawing, Point
from fic2book.model.bound import SheetPlan

_FIBRES = 9
_MOST_NESTED, _MOST_STACKED = 7, 24
_MARKS = 8
"""Fewer signatures have marks as long as so many."""
_LABEL = 21.0
"""Points that a distance takes beside its neighbour; where holes are nearer, some have theirs in the text alone."""


def is_landscape(plan: SheetPlan) -> bool:
    """Tell whether the sheet lies on its long edge, pages upright."""
    return plan.width > plan.height


def is_turned_like_a_page(plan: SheetPlan) -> bool:
    """Tell whether a flip over the edge that is asked for turns the sheet as it lies from side to side."""
    return is_landscape(plan) == (plan.flip == "short")


def grain(plan: SheetPlan) -> Drawing:
    """Draw the sheet as it lies under its pages, its fibres along the spine."""
    top, high = 10.0, 58.0 if is_landscape(plan) else 70.0
    wide = high * plan.width / plan.height
    left, bottom = (WIDTH - wide) / 2, top + high
    step, beside = wide / (_FIBRES + 1), (WIDTH + wide) / 2 + 17
    fibres = [
        drawing.hairline((x, top + 5 + number % 3 * 4), (x, bottom - 5 - number * 2 % 3 * 4))
        for number, x in ((number, left + step * (number + 1)) for number in range(_FIBRES))
    ]
    columns = folding.order_of(plan.fold).columns
    spines = [left + wide * column / columns for column in range(1, columns, 2)]
    across, down = (measures.side_by_side(plan, side) for side in (plan.width, plan.height))
    pieces = [
        drawing.leaf(left, top, wide, high),
        *fibres,
        *(drawing.crease((x, top - 3), (x, bottom + 3)) for x in spines),
        *(drawing.label((x, top - 4), "spine", colour=ACCENT) for x in spines),
        drawing.label((WIDTH / 2, bottom + 11), across),
        drawing.label((left - 5, top + high / 2 + 3), down, "end"),
        drawing.label((beside, top + high / 2 + 3), "grain"),
        drawing.arrow((beside, top + high / 2 - 8), (beside, top + high / 4), (beside, top + 3), drawing.INK),
        drawing.arrow((beside, top + high / 2 + 8), (beside, bottom - high / 4), (beside, bottom - 3), drawing.INK),
    ]
    spoken = f"A sheet, {across} wide and {down} high. Its fibres run from top to bottom, as the spine does."
    return drawing.drawing(bottom + 14, pieces, spoken)


def turning(plan: SheetPlan) -> Drawing:
    """Draw how a sheet, or the stack of them, is turned over between its two sides."""
    wide = 62.0 if is_landscape(plan) else 44.0
    high, top, gap = wide * plan.height / plan.width, 18.0, 34.0
    lefts = ((WIDTH - 2 * wide - gap) / 2 + 4, (WIDTH + gap) / 2 + 4)
    pieces = []
    for left, word in zip(lefts, ("front", "back"), strict=True):
        pieces += [drawing.leaf(left + under, top - under, wide, high) for under in ((4, 2) if plan.two_files else ())]
        pieces += [drawing.leaf(left, top, wide, high), *_rows(left, top, wide, high)]
        pieces.append(drawing.label((left + wide / 2, top + high + 11), word))
    left, bottom, edge = lefts[0], top + high, f"{plan.flip} edge"
    if is_turned_like_a_page(plan):
        pieces.append(drawing.stroke((left, top), (left, bottom), ACCENT, 2.5))
        pieces.append(drawing.upwards((left - 5, top + high / 2), edge, ACCENT))
        bend = ((left + wide - 4, top - 5), (left + wide / 2, top - 23), (left + 4, top - 5))
    else:
        pieces.append(drawing.stroke((left, bottom), (left + wide, bottom), ACCENT, 2.5))
        pieces.append(drawing.label((left + wide / 2, top - 8), edge, colour=ACCENT))
        bend = ((left + wide + 6, top + 4), (left + wide + 24, top + high / 2), (left + wide + 6, bottom - 4))
    what = "The stack of printed sheets" if plan.two_files else "Each sheet"
    how = "like the page of a book" if is_turned_like_a_page(plan) else "from top to bottom, like a wall calendar"
    return drawing.drawing(bottom + 14, [*pieces, drawing.arrow(*bend)], f"{what} is turned over its {edge}, {how}.")


def _rows(left: float, top: float, wide: float, high: float) -> list[str]:
    """Draw two columns of text, the first row shorter, so that one sees what is up."""
    rows = [(top + high * (0.18 + row * 0.13), 0.15 if not row else 0.0) for row in range(6)]
    starts = (left + wide * 0.06, left + wide * 0.56)
    return [
        drawing.hairline((start + wide * indent, y), (start + wide * 0.38, y)) for start in starts for y, indent in rows
    ]


def gathering(plan: SheetPlan) -> Drawing:
    """Draw the sheets of one signature in one another, and the signatures' spines with the stair of their marks."""
    sheets, signatures = plan.signatures[0], len(plan.signatures)
    nest = f"{measures.counted(sheets, 'folded sheet')} in one another, the first outermost."
    stair = f"{measures.counted(signatures, 'signature')} on one another" if signatures > 1 else ""
    marked = ", their marks a stair" if "collation" in plan.marks else ""
    pieces = _nested(0 if stair else (WIDTH - 84) / 2, min(sheets, _MOST_NESTED))
    return drawing.drawing(
        82, [*pieces, *(_stair(plan) if stair else ())], f"{nest} {stair}{marked}.".replace(" .", "")
    )


def _nested(left: float, sheets: int) -> list[str]:
    """Draw folded sheets from the head, the spine at the left; the first is the outermost."""
    gap, middle, end = min(5.0, 28 / sheets), 36.0, left + 84
    pieces = []
    for number in range(sheets):
        x, reach = left + 2 + number * gap, 3 + (sheets - 1 - number) * gap
        top, bottom, round_ = middle - reach, middle + reach, left + 2 + sheets * gap
        pull = x - (round_ - x) / 3
        pieces.append(drawing.curve(((round_, top), (pull, top), (pull, bottom), (round_, bottom))))
        pieces += [drawing.stroke((round_, y), (end, y)) for y in (top, bottom)]
    words = "first sheet outermost" if sheets > 1 else "one folded sheet"
    return [*pieces, drawing.label((left + 44, 79), words)]


def _stair(plan: SheetPlan) -> list[str]:
    """Draw the spines of the signatures, lying on one another, the head at the left and the first at the top."""
    signatures = min(len(plan.signatures), _MOST_STACKED)
    left, right = 106.0, WIDTH - 2
    step = min(60 / signatures, 11)
    top = 36 - signatures * step / 2
    mark = (right - left - 12) / max(signatures, _MARKS)
    pieces = []
    for number in range(signatures):
        y = top + number * step
        pieces.append(drawing.leaf(left, y, right - left, step))
        if "collation" in plan.marks:
            pieces.append(drawing.block(left + 6 + number * mark, y, mark, step))
    return [*pieces, drawing.label((left, 79), "head", "start"), drawing.label((right, 79), "tail", "end")]


def stations(plan: SheetPlan) -> Drawing:
    """Draw the fold from head to tail with the holes, their distances from the head above and below it in turn."""
    left, right, y = 6.0, WIDTH - 6, 26.0
    scale = (right - left) / plan.trim_height
    pieces, last = [drawing.stroke((left, y), (right, y), width=2.2)], {True: -_LABEL, False: -_LABEL}
    for number, place in enumerate(plan.stations):
        x, up = left + place * scale, number % 2 == 0
        pieces.append(drawing.dot((x, y), 2.4))
        if x - last[up] >= _LABEL:
            last[up] = x
            pieces.append(drawing.hairline((x, y), (x, y - 11 if up else y + 11)))
            pieces.append(drawing.label((x, y - 13 if up else y + 19), measures.place(plan, place)))
    ends = [drawing.stroke((x, y - 5), (x, y + 5)) for x in (left, right)]
    names = [drawing.label((left, y + 36), "head", "start"), drawing.label((right, y + 36), "tail", "end")]
    first = measures.places(plan, plan.stations)[0]
    spoken = f"The fold from head to tail with {measures.counted(len(plan.stations), 'hole')}, {first} from the head."
    return drawing.drawing(y + 39, [*pieces, *ends, *names], spoken)


def book(plan: SheetPlan) -> Drawing:
    """Draw the block of leaves with the names of its sides, and how thick it is."""
    top, wide, high, deep = 22.0, 36.0, 46.0, 10.0
    turn = -1 if plan.from_right else 1

    def at(x: float, y: float) -> Point:
        return WIDTH / 2 + turn * (x - wide / 2), y

    head = [at(0, top), at(deep, top - deep), at(wide + deep, top - deep), at(wide, top)]
    fore = [at(wide, top), at(wide + deep, top - deep), at(wide + deep, top + high - deep), at(wide, top + high)]
    leaves = [deep * quarter / 4 for quarter in (1, 2, 3)]
    near, far = ("end", "start")[::turn]
    pieces = [
        drawing.polygon([at(0, top), at(wide, top), at(wide, top + high), at(0, top + high)]),
        drawing.polygon(head),
        drawing.polygon(fore),
        *(drawing.hairline(at(wide + one, top - one), at(wide + one, top + high - one)) for one in leaves),
        drawing.stroke(at(0, top), at(0, top + high), ACCENT, 3),
        drawing.label(at(-6, top + high / 2), "spine", near, colour=ACCENT),
        drawing.label(at((wide + deep) / 2, top - deep - 4), "head"),
        drawing.label(at(wide / 2, top + high + 9), "tail"),
        drawing.label(at(wide + deep + 5, top + high / 2), "fore edge", far),
        drawing.label(at(wide + deep + 5, top - deep / 2), measures.thin(plan, plan.spine).partition(" (")[0], far),
    ]
    return drawing.drawing(top + high + 11, pieces, "A book with its spine, head, tail and fore edge.")


def spine(plan: SheetPlan) -> Drawing:
    """Draw a pile of folded sheets between boards, glue on its spine."""
    left, top, wide, high = 46.0, 14.0, 94.0, 34.0
    rows = (top + high * row / 8 for row in range(1, 8))
    pieces = [
        drawing.leaf(left + 14, top - 7, wide - 14, 7, "#e4ddd0"),
        drawing.leaf(left + 14, top + high, wide - 14, 7, "#e4ddd0"),
        drawing.leaf(left, top, wide, high),
        *(drawing.hairline((left, y), (left + wide, y)) for y in rows),
        drawing.stroke((left, top), (left, top + high), ACCENT, 4),
        drawing.label((left - 6, top + high / 2 + 3), "glue" if not plan.stations else "spine", "end", colour=ACCENT),
        drawing.label((left + wide + 6, top + high + 7), "board", "start"),
        drawing.label((left + wide + 6, top - 1), "board", "start"),
    ]
    return drawing.drawing(62, pieces, "A pile of folded sheets, pressed between two boards, its spine free.")
