"""How many of everything: what is asked first, and what is bought."""

from itertools import groupby

from fic2book.bindery.sheet_plan import measures
from fic2book.bindery.sheet_plan.measures import counted
from fic2book.model.bound import SheetPlan

_FEWEST_SPARE, _SPARE = 3, 10
"""One sheet in ten goes wrong, or three: a jam, a crooked fold."""
_TRIED = 2
"""Sheets to try printer and fold with, where no signature stands for the others."""


def facts(plan: SheetPlan) -> tuple[tuple[str, str], ...]:
    """Return what is asked first, as (name, value)."""
    sewn = (("Signatures", signatures(plan)),) if plan.binding == "sewn" else ()
    return (
        ("Page", measures.size(plan, plan.trim_width, plan.trim_height)),
        ("Sheets", f"{len(plan.sheets)} of {measures.paper(plan)}"),
        *sewn,
        ("Spine", f"about {measures.thin(plan, plan.spine)}"),
        ("Have ready", counted(ready(plan), "sheet")),
    )


def signatures(plan: SheetPlan) -> str:
    """Return ``7 of 4 sheets``, or ``1 of 4 sheets, 2 of 3``."""
    first, *others = [(sheets, len(list(group))) for sheets, group in groupby(plan.signatures)]
    rest = [f"{number} of {sheets}" for sheets, number in others]
    return ", ".join((f"{first[1]} of {counted(first[0], 'sheet')}", *rest))


def tried(plan: SheetPlan) -> int:
    """Return the sheets of the test: the first signature."""
    return plan.signatures[0] if plan.binding == "sewn" else min(_TRIED, len(plan.sheets))


def spare(plan: SheetPlan) -> int:
    """Return the sheets that may go wrong."""
    return max(_FEWEST_SPARE, -(-len(plan.sheets) // _SPARE))


def ready(plan: SheetPlan) -> int:
    """Return the sheets to have ready: the book's, the test's, and some that go wrong."""
    return len(plan.sheets) + tried(plan) + spare(plan)


def blank(plan: SheetPlan) -> tuple[int, int]:
    """Return the blank pages in front and behind, flyleaves among them."""
    return 2 * plan.flyleaves + plan.blanks[0], 2 * plan.flyleaves + plan.blanks[1]
