"""Lengths and counts as a person at the printer reads them: millimetres and inches, the paper's own unit first."""

from collections.abc import Sequence

from fic2book.lengths import MILLIMETRE
from fic2book.model.bound import SheetPlan

_INCH = 72.0
_QUARTER = _INCH / 4
_HAIR = 0.05  # points


def is_american(plan: SheetPlan) -> bool:
    """Tell whether the paper is measured in inches: both its sides are whole quarters of one."""
    quarters = (side / _QUARTER for side in (plan.width, plan.height))
    return not plan.paper.endswith(("mm", "cm")) and all(abs(one - round(one)) * _QUARTER < _HAIR for one in quarters)


def paper(plan: SheetPlan) -> str:
    """Return the paper's name as shops write it: ``A4``, ``Letter``; its measures where it has none."""
    name = plan.paper.replace("-", " ")
    if name[0].isdigit():
        return side_by_side(plan, *sorted((plan.width, plan.height)))
    return name.title() if name.isalpha() and len(name) > 2 else name.upper()


def size(plan: SheetPlan, *sides: float) -> str:
    """Return ``148 × 210 mm (5.83 × 8.27 in)`` for points, or the inches first."""
    return _first(plan, _metric(sides), _imperial(sides))


def side_by_side(plan: SheetPlan, *sides: float) -> str:
    """Return the same in the paper's own unit alone: ``148 × 210 mm``."""
    return _imperial(sides) if is_american(plan) else _metric(sides)


def thin(plan: SheetPlan, points: float) -> str:
    """Return ``5.6 mm (0.22 in)`` for what is only some millimetres thick."""
    return _first(plan, f"{points / MILLIMETRE:.1f} mm", f"{points / _INCH:.2f} in")


def places(plan: SheetPlan, points: Sequence[float]) -> tuple[str, str]:
    """Return distances in millimetres and in inches, the paper's own unit first."""
    metric = " · ".join(f"{place / MILLIMETRE:.0f}" for place in points) + " mm"
    imperial = " · ".join(f"{place / _INCH:.2f}" for place in points) + " in"
    return (imperial, metric) if is_american(plan) else (metric, imperial)


def place(plan: SheetPlan, points: float) -> str:
    """Return a distance as a bare figure in the paper's own unit."""
    return places(plan, (points,))[0].partition(" ")[0]


def counted(number: int, one: str) -> str:
    """Return ``1 sheet``, ``4 sheets``."""
    return f"{number} {one}{'' if number == 1 else 's'}"


def _first(plan: SheetPlan, metric: str, imperial: str) -> str:
    return f"{imperial} ({metric})" if is_american(plan) else f"{metric} ({imperial})"


def _metric(sides: Sequence[float]) -> str:
    return " × ".join(f"{side / MILLIMETRE:.0f}" for side in sides) + " mm"


def _imperial(sides: Sequence[float]) -> str:
    return " × ".join(f"{side / _INCH:.2f}".rstrip("0").rstrip(".") for side in sides) + " in"
