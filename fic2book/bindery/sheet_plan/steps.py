"""The plan in words: what to do, in its order, said to somebody who has never bound a book."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from fic2book.bindery.sheet_plan import counts, figures, folds, measures
from fic2book.bindery.sheet_plan.drawing import Drawing
from fic2book.bindery.sheet_plan.measures import counted
from fic2book.model.bound import SheetPlan

_FEW_HOLES = 8
"""More of them are told in one unit: who wants the other has the drawing's, and a ruler."""


class Step(NamedTuple):
    """One thing to do; words between asterisks are those to look at."""

    heading: str
    words: tuple[str, ...]
    drawing: Drawing


def steps(plan: SheetPlan) -> tuple[Step, ...]:
    """Return what is to be done, in its order."""
    return tuple(step(plan) for step in _STEPS)


def _paper(plan: SheetPlan) -> Step:
    sheet = measures.size(plan, *sorted((plan.width, plan.height)))
    edge = "short" if figures.is_landscape(plan) else "long"
    usual = "is mostly long grain; it will do, but its pages stand up a little" if edge == "short" else "is mostly so"
    return Step(
        "Paper",
        (
            f"{measures.paper(plan)}, {sheet}, {plan.grammes:g} g/m². "
            f"*Have {counted(counts.ready(plan), 'sheet')} ready:* {len(plan.sheets)} for the book, "
            f"{counts.tried(plan)} to try with, {counts.spare(plan)} spare.",
            f"*The grain runs along the spine,* so along the sheet’s {edge} edge (“{edge} grain”). Bend a sheet "
            "gently, one way, then the other: the bend that gives more easily lies along the grain. Copy paper "
            f"{usual}.",
        ),
        figures.grain(plan),
    )


def _printing(plan: SheetPlan) -> Step:
    sides, *words = (_two_files if plan.two_files else _duplex)(plan)
    dialog = (
        f"In the print dialog: paper {measures.paper(plan)}; *actual size (100 %), not “fit to page”;* *{sides};* "
        "leave “booklet” and “pages per sheet” alone."
    )
    return Step("Print", (dialog, *words, *_smaller(plan)), figures.turning(plan))


def _duplex(plan: SheetPlan) -> tuple[str, ...]:
    tried = counts.tried(plan)
    first = "the first signature" if plan.binding == "sewn" else counted(tried, "sheet")
    return (
        f"both sides, flip on {plan.flip} edge",
        f"*Print {first} first,* pages 1–{2 * tried} of the file; fold and read it. If its backs stand on their heads, "
        "flip on the other edge. Then print the rest.",
    )


def _two_files(plan: SheetPlan) -> tuple[str, ...]:
    tried, sheets = counts.tried(plan), len(plan.sheets)
    backs = _span(sheets - tried + 1, sheets) if plan.reverse_backs else _span(1, tried)
    drawn = "last" if plan.reverse_backs else "first"
    return (
        "one side",
        f"*Print the fronts.* Keep the stack in its order, turn it over its *{plan.flip} edge* and lay it in again, "
        f"so that *the {drawn} sheet is drawn in first. Print the backs.*",
        f"*Try {counted(tried, 'sheet')} first:* pages {_span(1, tried)} of the fronts, {backs} of the backs. If a "
        "back is on the wrong sheet or on its head, turn the stack the other way.",
    )


def _span(first: int, last: int) -> str:
    return f"{first}–{last}" if first < last else f"{first}"


def _smaller(plan: SheetPlan) -> tuple[str, ...]:
    if plan.scale == 1:
        return ()
    return (f"The pages are made smaller already, to {100 * plan.scale:.0f} % of their size.",)


def _folding(plan: SheetPlan) -> Step:
    moves = folds.said(plan)
    numbered = "; ".join(f"({number}) {move}" for number, move in enumerate(moves, 1)) if moves[1:] else moves[0]
    side = "right" if plan.from_right else "left"
    what = (
        "*Stack the sheets of a signature* in their order and fold them as one:"
        if folds.is_stacked(plan)
        else "*Fold each sheet by itself:*"
    )
    words = (
        f"{what} front down, the lowest page underneath at the {side}; then {numbered}. Turned over, the lowest page "
        f"is on top, the spine at the {side}. Crease with something smooth, such as a spoon’s back."
    )
    return Step("Fold", (words, *_slit(plan)), folds.folds(plan))


def _slit(plan: SheetPlan) -> tuple[str, ...]:
    closed, fastened = folds.FOLDS[plan.fold].closed, "glued" if plan.binding == "perfect" else "sewn"
    if not closed:
        return ()
    return (f"The folds {closed} stay closed until the book is {fastened}; then slit them with a long, thin knife.",)


def _gathering(plan: SheetPlan) -> Step:
    return Step("Gather", (_GATHERED[plan.binding](plan), *_blank(plan)), figures.gathering(plan))


def _signed(plan: SheetPlan) -> str:
    nested = plan.signatures[0] > 1 and not folds.is_stacked(plan)
    nest = "*Put the sheets of a signature into one another,* the first outermost. " if nested else ""
    if len(plan.signatures) == 1:
        return f"{nest}One signature is the whole book."
    return f"{nest}*Lay the signatures on one another,* the first on top: {counts.signatures(plan)}.{_stair(plan)}"


def _inserted(plan: SheetPlan) -> str:
    if folds.is_stacked(plan) or plan.signatures[0] == 1:
        return "What is folded is the whole booklet."
    return f"*Put all {counted(len(plan.sheets), 'sheet')} into one another,* the first outermost: one booklet."


def _piled(plan: SheetPlan) -> str:
    return f"*Lay the {counted(len(plan.sheets), 'folded sheet')} on one another,* the first on top.{_stair(plan)}"


def _stair(plan: SheetPlan) -> str:
    if "collation" not in plan.marks or len(plan.signatures) == 1:
        return ""
    return " The black marks on the spines make *a stair going down:* a step out of line is a fold out of place."


_GATHERED: Mapping[str, Callable[[SheetPlan], str]] = {"sewn": _signed, "saddle": _inserted, "perfect": _piled}


def _blank(plan: SheetPlan) -> tuple[str, ...]:
    front, behind = counts.blank(plan)
    where = [f"{number} {place}" for number, place in ((front, "in front"), (behind, "behind")) if number]
    if not where:
        return ()
    leaves = "flyleaves, and what fills the last sheet" if any(plan.blanks) else "the flyleaves"
    leaves = leaves if plan.flyleaves else "they fill the last sheet"
    return (f"Blank pages are no mistake: {', '.join(where)} ({leaves}).",)


def _fastening(plan: SheetPlan) -> Step:
    heading, words = _FASTENED[plan.binding]
    if not plan.stations:
        return Step(heading, (words,), figures.spine(plan))
    own, other = measures.places(plan, plan.stations)
    too = f" ({other})" if len(plan.stations) <= _FEW_HOLES else ""
    holes = (
        f"*Prick {counted(len(plan.stations), 'hole')} through the fold* from the inside, at the ticks, with a needle "
        f"or an awl. From the head: *{own}*{too}."
    )
    return Step(heading, (holes, words), figures.stations(plan))


_FASTENED: Mapping[str, tuple[str, str]] = {
    "sewn": (
        "Sew",
        "Sew along each fold with linen thread and tie every signature to the one before it at the first and the last "
        "hole (the kettle stitches).",
    ),
    "saddle": ("Sew or staple", "Begin and end at the middle hole, and tie a knot there; or staple through the fold."),
    "perfect": (
        "Glue",
        "*Knock the pile level* at spine and head and clamp it near the spine. Roughen the folds with coarse "
        "sandpaper, brush on flexible bookbinder’s glue (PVA), let it dry, and glue again with a strip of thin cloth.",
    ),
}


def _covering(plan: SheetPlan) -> Step:
    more = "glue adds" if plan.binding == "perfect" else "thread adds"
    words = (
        f"*Press the book overnight, then measure its spine:* the paper makes {measures.thin(plan, plan.spine)}, "
        f"{more} to it. Give what you measured (--spine), and the cover is made to it."
    )
    return Step("Cover", (words, *_crept(plan)), figures.book(plan))


def _crept(plan: SheetPlan) -> tuple[str, ...]:
    pairs = max(plan.signatures) * len(plan.sheets[0].front) // 2
    moved = plan.creep * (pairs - 1)
    if not moved:
        return ()
    return (
        f"Inner pages stand up to {measures.thin(plan, moved)} nearer to the spine: once the fore edge is trimmed, all "
        "margins are the same.",
    )


_STEPS: tuple[Callable[[SheetPlan], Step], ...] = (_paper, _printing, _folding, _gathering, _fastening, _covering)
