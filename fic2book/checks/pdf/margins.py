"""The margins of a printer's interior, measured from what stands on each page."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from fic2book import raster
from fic2book.model import InteriorRules, Problem, Severity

_NEAR = 0.072
"""Points by which text may miss a margin: a thousandth of an inch, as printers state them."""
_OVERHANG = 3.0
"""Points by which strokes of letters may stand out of the text's edges, as an italic f does: a cut is no truer."""
_PIXEL = 0.25
_MAY_MISS = (_OVERHANG, _OVERHANG, _NEAR, _NEAR)


class Margins(NamedTuple):
    """What is free on one page, in points; less than 0 where something is cut off."""

    inner: float
    outer: float
    top: float
    bottom: float


def problems(book: bytes, rules: InteriorRules) -> Iterator[Problem]:
    """Compare every page's margins with those that the printer asks for.

    Text is measured by its boxes. A drawing's box may be larger than its ink, for parts of it can be cut away: where
    one reaches out, the page is looked at.
    """
    marks = list(raster.pdf_marks(book))
    short = {number: _short(one.text, number, rules) for number, one in enumerate(marks)}
    drawn = [number for number, one in enumerate(marks) if not short[number] and _short(one.other, number, rules)]
    for number, ink in zip(drawn, raster.pdf_ink(book, drawn), strict=True):
        short[number] = _short((ink,) if ink else (), number, rules, _PIXEL)
    for number, sides in short.items():
        if sides:
            said = f"page {number + 1} of the interior has margins that {rules.printer} refuses: {', '.join(sides)}."
            yield Problem(code="print-margin", severity=Severity.ERROR, message=said)


def margins(boxes: Sequence[raster.Box], number: int, rules: InteriorRules) -> Margins:
    """Return the margins that are left round boxes of a page (from 0)."""
    left, bottom = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right = rules.width - max(box[2] for box in boxes)
    inner, outer = (left, right) if _is_spine_left(number, rules) else (right, left)
    return Margins(inner, outer, rules.height - max(box[3] for box in boxes), bottom)


def _short(boxes: Sequence[raster.Box], number: int, rules: InteriorRules, blur: float = 0.0) -> list[str]:
    """Name the margins that are too narrow: "inner 0.250 in in place of 0.375"."""
    if not boxes:
        return []
    wanted = Margins(rules.inner, rules.outside, rules.outside, rules.outside)
    rows = zip(Margins._fields, margins(boxes, number, rules), wanted, _MAY_MISS, strict=True)
    return [
        f"{name} {have / 72:.3f} in in place of {want / 72:.3f}" for name, have, want, miss in rows
        if have < want - miss - blur
    ]  # fmt: skip


def _is_spine_left(number: int, rules: InteriorRules) -> bool:
    """Tell whether a page (from 0) is a recto with its spine at the left, or a verso whose spine is there."""
    return (number % 2 == 0) != rules.from_right
