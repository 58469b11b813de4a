"""What was reckoned, as a table for people and as JSON."""

import json
from collections.abc import Iterator, Sequence

from fic2book.bindery.sheet_plan import counts, measures
from fic2book.calculating.counting import MISS, Counted
from fic2book.calculating.rows import Folded, Printed
from fic2book.lengths import MILLIMETRE

SCHEMA = 1
_INCH, _OUNCE = 72.0, 28.349523
_KILOGRAMME, _POUND = 1000.0, 16.0
"""From there on in the larger unit."""
_BOOKLET = 10
"""Pairs of leaves that lie well in one another; of more, the inner ones stand out by more than a millimetre."""
_THICK = 40 * MILLIMETRE
"""A spine above it is heavy for its hinges, and for the hand."""


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Give lines with columns, numbers and words flush left."""
    widths = [max(map(len, column)) for column in zip(heads, *rows, strict=True)]
    for row in (heads, *rows):
        yield "  " + "  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)).rstrip()


def folded(rows: Sequence[Folded]) -> Iterator[str]:
    """Give the table of what is folded by hand."""
    heads = ("paper", "fold", "page", "pages", "sheets", "to buy", "signatures", "spine", "weight", "")
    yield from table(heads, [_folded(row) for row in rows])


def _folded(row: Folded) -> tuple[str, ...]:
    plan = row.plan
    return (
        measures.paper(plan),
        plan.fold,
        measures.side_by_side(plan, plan.trim_width, plan.trim_height),
        pages(row.counted),
        f"{len(plan.sheets)}",
        f"{row.ready}",
        counts.signatures(plan).replace(" sheets", "").replace(" sheet", ""),
        measures.thin(plan, plan.spine).partition(" (")[0],
        weight(row.grammes, is_american=measures.is_american(plan)),
        remark(row),
    )


def remark(row: Folded) -> str:
    """Return what is to be thought of before it is printed; mostly nothing."""
    plan = row.plan
    pairs = sum(plan.signatures) * len(plan.sheets[0].front) // 2
    if pairs <= _BOOKLET and len(plan.signatures) > 1:
        return "thin: can be one booklet (--binding saddle)"
    return "thick: better two volumes, or thinner paper" if plan.spine > _THICK else ""


def pages(counted: Counted) -> str:
    """Return ``136``, or ``about 136`` where it is reckoned."""
    return f"{counted.pages}" if counted.is_exact else f"about {counted.pages}"


def weight(grammes: float, *, is_american: bool) -> str:
    """Return ``180 g``, ``1.2 kg``; or ``6.3 oz``, ``2.6 lb``."""
    if is_american:
        ounces = grammes / _OUNCE
        return f"{ounces:.1f} oz" if ounces < _POUND else f"{ounces / _POUND:.1f} lb"
    return f"{grammes:.0f} g" if grammes < _KILOGRAMME else f"{grammes / _KILOGRAMME:.1f} kg"


def printed(rows: Sequence[Printed]) -> Iterator[str]:
    """Give the table of what printers print."""
    heads = ("printer", "page", "pages", "spine", "")
    yield from table(heads, [_printed(row) for row in rows])


def _printed(row: Printed) -> tuple[str, ...]:
    names: dict[str, list[str]] = {}
    for name, points in row.spines:
        names.setdefault(f"{points / _INCH:.2f} in ({points / MILLIMETRE:.1f} mm)", []).append(name)
    spines = "; ".join(f"{width} {', '.join(own)}" for width, own in names.items())
    trim = " × ".join(f"{side / _INCH:.2f}".rstrip("0").rstrip(".") for side in row.trim)
    return row.printer, f"{trim} in", pages(row.counted), spines or "not published", row.remark


def as_json(title: str, by_hand: Sequence[Folded], by_printers: Sequence[Printed]) -> str:
    """Return both tables as JSON; lengths in millimetres, weights in grammes."""
    told = {
        "schema": SCHEMA,
        "title": title,
        "reckoned_pages_may_miss_by_percent": MISS,
        "folded": [_folded_json(row) for row in by_hand],
        "printed": [_printed_json(row) for row in by_printers],
    }
    return json.dumps(told, ensure_ascii=False, indent=1)


def _folded_json(row: Folded) -> dict[str, object]:
    plan = row.plan
    return {
        "paper": plan.paper,
        "fold": plan.fold,
        "page": [_millimetres(plan.trim_width), _millimetres(plan.trim_height)],
        "pages": row.counted.pages,
        "is_exact": row.counted.is_exact,
        "sheets": len(plan.sheets),
        "to_buy": row.ready,
        "signatures": list(plan.signatures),
        "spine": _millimetres(plan.spine),
        "grammes": round(row.grammes),
    }


def _printed_json(row: Printed) -> dict[str, object]:
    return {
        "printer": row.printer,
        "page": [_millimetres(side) for side in row.trim],
        "pages": row.counted.pages,
        "is_exact": row.counted.is_exact,
        "spine": {name: _millimetres(points) for name, points in row.spines},
        "remark": row.remark,
    }


def _millimetres(points: float) -> float:
    return round(points / MILLIMETRE, 2)
