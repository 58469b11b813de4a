"""Whether a page fits the folded sheet, and by how much it has to be smaller."""

from typing import NamedTuple

from fic2book.errors import SettingsError
from fic2book.folding.papers import cell, paper, papers, said, spoken
from fic2book.model import BookletSettings, Paper, SheetPlan

_PARTS = {"folio": "half", "quarto": "a quarter of", "octavo": "an eighth of"}
_ALIKE = 0.998
"""Pages that differ by less are of one size; a millimetre on A3 is more."""
_NEARLY = 0.75
"""Points that a page may be larger than its part of the sheet: roundings, which nobody sees and the knife takes."""


def scale(settings: BookletSettings, sheet: Paper, trim: tuple[float, float]) -> float:
    """Return the scale of pages of a trim on folded sheets, 1 where they fit.

    Raises ``SettingsError`` where they do not and nobody asked for smaller ones, with papers on which they do.
    """
    room = cell(sheet, settings.fold)
    if _fits(trim, room):
        return 1.0
    smaller = min(room[0] / trim[0], room[1] / trim[1])
    if settings.scale:
        return smaller
    reason = f"pages of {said(*trim)} do not fit {_PARTS[settings.fold]} a sheet of {spoken(sheet.name)}, {said(*room)}"
    raise SettingsError(reason, way_out=_way_out(settings, trim, smaller))


class Fitted(NamedTuple):
    """A page of another size on the plan's trim."""

    scale: float
    left: float
    bottom: float
    """Of its corner, from the trim's."""


def on_trim(plan: SheetPlan, size: tuple[float, float]) -> Fitted:
    """Return how a page of the interior stands on the trim: in its middle, and smaller where it is too large."""
    smaller = min(1.0, plan.trim_width / (size[0] * plan.scale), plan.trim_height / (size[1] * plan.scale))
    scale = plan.scale * (1.0 if smaller > _ALIKE else smaller)
    return Fitted(scale, (plan.trim_width - size[0] * scale) / 2, (plan.trim_height - size[1] * scale) / 2)


def _fits(trim: tuple[float, float], room: tuple[float, float]) -> bool:
    return trim[0] <= room[0] + _NEARLY and trim[1] <= room[1] + _NEARLY


def _way_out(settings: BookletSettings, trim: tuple[float, float], smaller: float) -> str:
    holding = [spoken(one.name) for one in papers() if _fits(trim, cell(one, settings.fold))][:2]
    larger = f"Take {' or '.join(holding)} paper, " if holding else "Take "
    across, down = cell(paper(settings.paper), settings.fold)
    return (
        f"{larger}pages of at most {said(across, down)}, or ask for --scale: they become {smaller:.0%} of their size."
    )
