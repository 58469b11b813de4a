"""What goes round a book, by its formulas: printers' wraps, and jackets and cases that are made by hand.

All areas stand side by side, from left to right: back, spine, front; for a book that is read from right to left the
other way round.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from fic2book.bindery import printers
from fic2book.bindery.printer_tables import Paper, Printer
from fic2book.errors import SettingsError
from fic2book.lengths import MILLIMETRE
from fic2book.model import Area, BookBlock, Piece, WrapPlan, WrapSettings

_BLEED = 3 * MILLIMETRE
"""Of what is cut by hand."""
_SAFETY = 5 * MILLIMETRE
"""From edges and folds to words, where no printer says another distance."""
_SPINE_SAFETY = 1.5 * MILLIMETRE
_LEAST_TYPE = 6.0
"""Points of type on a spine; smaller words are hard to read and fill up in print."""
_KINDS = ("paperback", "casewrap", "jacket", "case")
_Parts = Sequence[tuple[str, float]]
"""Areas from the back to the front, each with its width."""


def plan(settings: WrapSettings, block: BookBlock, house: Printer, sheet: Paper) -> WrapPlan:
    """Return the measures of what goes round a book.

    ``house`` and ``sheet`` are the printer and its paper. Raises ``SettingsError`` with the way out for a kind that the
    printer does not make, measures that leave no board, and words that are asked for on a spine that cannot have any.
    """
    kind = settings.kind or ("paperback" if house.cover else "jacket")
    if kind not in _PLANS:
        raise SettingsError(f"there is no wrap “{kind}”", way_out=f"Take one of {', '.join(_KINDS)}.")
    planned = _PLANS[kind](settings, block, house, sheet)
    refusal = planned.spine_refusal
    if refusal and settings.spine_text == "always":
        way_out = 'Leave spine_text = "auto" in [wrap]: then the spine has words as soon as it can.'
        raise SettingsError(refusal, way_out=way_out)
    if settings.spine_text == "never":
        return replace(planned, spine_refusal=refusal or "no words are wanted on the spine")
    return planned


def _paperback(settings: WrapSettings, block: BookBlock, house: Printer, sheet: Paper) -> WrapPlan:
    """Plan back, spine and front on one sheet: W = 2 · bleed + 2 · trim + spine, H = 2 · bleed + trim."""
    rules = house.cover
    spine = settings.spine or (printers.spine(house, sheet, block.pages) if rules else block.thickness)
    safety = rules.safety if rules else _SAFETY
    beside = printers.spine_safety(rules, spine) if rules else _SPINE_SAFETY
    parts = (("back", block.width), ("spine", spine), ("front", block.width))
    planned = _laid_out("paperback", parts, block, (block.height, rules.bleed if rules else _BLEED))
    is_guess = bool(rules) and sheet.is_estimate and not settings.spine
    return replace(
        planned,
        safe=_safe(planned.areas, safety, beside),
        barcode=_barcode(planned, house),
        spine_refusal=_refusal(house, block.pages, spine - 2 * beside, beside),
        told=(_estimate(house, sheet, spine),) if is_guess else (),
    )


def _casewrap(settings: WrapSettings, block: BookBlock, house: Printer, _: Paper) -> WrapPlan:
    """Plan a sheet that is printed and glued round the boards, its edges turned in."""
    spine = settings.spine or printers.casewrap_spine(house, block.pages)
    rules, boards = house.cover, house.casewrap
    if boards is None or rules is None:
        raise SettingsError(f"{house.label} makes no casewrap", way_out='Take kind = "paperback", "jacket" or "case".')
    beside = printers.spine_safety(rules, spine)
    cover = block.width + boards.overhang_width
    parts = (("back", cover), ("spine", spine), ("front", cover))
    planned = _laid_out("casewrap", parts, block, (block.height + boards.overhang_height, boards.wrap))
    return replace(
        planned,
        is_cut=False,
        safe=_safe(planned.areas, rules.safety, beside),
        spine_refusal=_refusal(house, block.pages, spine - 2 * beside, beside),
    )


def _jacket(settings: WrapSettings, block: BookBlock, house: Printer, sheet: Paper) -> WrapPlan:
    """Plan a dust jacket: as high as the boards, and wide enough to turn round their edges."""
    spine = _leaves(settings, block, house, sheet) + 2 * settings.board
    cover = block.width + settings.square + settings.board  # the paper turns round the board's edge
    flaps = (("back flap", settings.flap), ("front flap", settings.flap))
    parts = (flaps[0], ("back", cover), ("spine", spine), ("front", cover), flaps[1])
    planned = _laid_out("jacket", parts, block, (block.height + 2 * settings.square, _BLEED))
    return _by_hand(planned, spine)


def _case(settings: WrapSettings, block: BookBlock, house: Printer, sheet: Paper) -> WrapPlan:
    """Plan two boards and a spine strip with hinges between them, on one sheet that is turned in round them."""
    spine = _leaves(settings, block, house, sheet) + 2 * settings.board
    board = block.width + settings.square - settings.hinge  # the hinge lies on the leaves
    height = block.height + 2 * settings.square
    if board <= 0:
        raise SettingsError("the hinge leaves no room for a board", way_out="7 mm are usual for the hinge in [wrap].")
    hinges = (("back hinge", settings.hinge), ("front hinge", settings.hinge))
    parts = (("back", board), hinges[0], ("spine", spine), hinges[1], ("front", board))
    planned = _by_hand(_laid_out("case", parts, block, (height, settings.turn_in)), spine)
    pieces = (
        Piece("board", 2, board, height),
        Piece("spine strip", 1, spine, height),
        Piece("cloth", 1, planned.width, planned.height),
    )
    return replace(planned, is_cut=False, pieces=pieces)


_PLANS: Mapping[str, Callable[[WrapSettings, BookBlock, Printer, Paper], WrapPlan]] = {
    "paperback": _paperback,
    "casewrap": _casewrap,
    "jacket": _jacket,
    "case": _case,
}


def _leaves(settings: WrapSettings, block: BookBlock, house: Printer, sheet: Paper) -> float:
    """Return the thickness of the leaves: measured, of this paper, or as the printer reckons it."""
    if house.cover and not settings.spine:
        return printers.spine(house, sheet, block.pages)
    return settings.spine or block.thickness


def _by_hand(planned: WrapPlan, spine: float) -> WrapPlan:
    room = spine - 2 * _SPINE_SAFETY
    safe = _safe(planned.areas, _SAFETY, _SPINE_SAFETY)
    return replace(planned, safe=safe, spine_refusal=_too_narrow(spine, room, _SPINE_SAFETY))


def _laid_out(kind: str, parts: _Parts, block: BookBlock, heights: tuple[float, float]) -> WrapPlan:
    """Return areas side by side, as high as the first of ``heights``, with the second of them all round."""
    height, margin = heights
    areas, x = {}, margin
    for name, width in reversed(parts) if block.from_right else parts:
        areas[name] = Area(x, margin, width, height)
        x += width
    return WrapPlan(
        kind=kind,
        width=x + margin,
        height=height + 2 * margin,
        margin=margin,
        is_cut=True,
        areas=areas,
        safe={},
        from_right=block.from_right,
    )


def _safe(areas: Mapping[str, Area], safety: float, beside: float) -> dict[str, Area]:
    """Return what is left inside each area for words; a spine has its own distance at its sides, a hinge no words."""
    return {
        name: area.inset(beside if name == "spine" else safety, safety)
        for name, area in areas.items()
        if "hinge" not in name
    }


def _barcode(planned: WrapPlan, house: Printer) -> Area | None:
    """Return the printer's barcode on the back, beside the spine."""
    box = house.cover.barcode if house.cover else None
    if not box:
        return None
    back = planned.areas["back"]
    x = back.x + box.from_spine if planned.from_right else back.right - box.from_spine - box.width
    return Area(x, back.bottom - box.from_bottom - box.height, box.width, box.height)


def _refusal(house: Printer, pages: int, room: float, beside: float) -> str:
    """Say why a spine has no words: the printer allows none, or they would be too small."""
    if house.cover and pages < house.cover.spine_text:
        least = house.cover.spine_text
        return f"{house.label} prints words on a spine from {least} pages on, and this book has {pages}"
    return _too_narrow(room + 2 * beside, room, beside)


def _too_narrow(spine: float, room: float, beside: float) -> str:
    if room >= _LEAST_TYPE:
        return ""
    least = (_LEAST_TYPE + 2 * beside) / MILLIMETRE
    return f"the spine is {spine / MILLIMETRE:.1f} mm broad, and words on it ask for {least:.1f} mm"


def _estimate(house: Printer, sheet: Paper, spine: float) -> str:
    inches = spine / 72
    return (
        f"{house.label} does not publish how thick its paper “{sheet.name}” is; the spine of {inches:.3f} in is an "
        "estimate. Take the number of its cover template, and give it as spine in [wrap]."
    )
