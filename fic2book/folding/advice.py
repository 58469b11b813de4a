"""What a binder would say of a plan that can be folded and should not be."""

from collections.abc import Iterator

from fic2book.folding.orders import order_of
from fic2book.lengths import MILLIMETRE
from fic2book.model import SheetPlan

_THICKEST_FOLD = 1.5 * MILLIMETRE
"""Of one signature's leaves on one side of its fold: fifteen of common paper. A thicker fold gapes."""
_THICKEST_BOOK = 70 * MILLIMETRE
"""No case for hand binding is made for more, and no hand holds it."""


def advice(plan: SheetPlan) -> tuple[str, ...]:
    """Return sentences about a plan: what gapes, what is too thick to be bound as one book."""
    return tuple(_sentences(plan))


def _sentences(plan: SheetPlan) -> Iterator[str]:
    pairs = max(plan.signatures) * order_of(plan.fold).leaves // 2
    if pairs * plan.thickness > _THICKEST_FOLD:
        way_out = "--binding sewn" if plan.binding == "saddle" else "--sheets with a smaller number"
        yield f"{pairs} pairs of leaves in one fold gape, and the inner ones stand out: take {way_out}."
    if plan.spine > _THICKEST_BOOK:
        thick = plan.spine / MILLIMETRE
        yield f"All leaves together are {thick:.0f} mm thick: bind them as several volumes, or take thinner paper."
