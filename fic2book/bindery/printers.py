"""What printers ask for: their formulas. Lengths are in points."""

from collections.abc import Sequence
from difflib import get_close_matches
from math import hypot

from fic2book.bindery.printer_tables import Barcode, Casewrap, CoverRules, Limits, Paper, Printer, Trim, read, table
from fic2book.errors import SettingsError

_SAME = 0.02 * 72
"""By how much a page may miss a trim and be meant: A5 is 148 × 210 mm here, 5.83 × 8.27 in there."""


def names() -> tuple[str, ...]:
    """Return the printers' names, in their order in the file."""
    return tuple(table())


def printer(name: str) -> Printer:
    """Return a printer; raises ``SettingsError`` for one that nobody knows."""
    if name not in table():
        raise _unknown(f"there is no printer “{name}”", name, names())
    return read(name)


def paper(house: Printer, name: str = "") -> Paper:
    """Return a printer's paper, the usual one without a name; raises ``SettingsError`` for an unknown one."""
    papers = {one.name: one for one in house.papers}
    if name and name not in papers:
        raise _unknown(f"{house.label} has no paper “{name}”", name, tuple(papers))
    return papers[name] if name else house.papers[0]


def gutter(house: Printer, pages: int) -> float:
    """Return the least inner margin of a book of so many pages."""
    return next((inner for most, inner in house.gutters if pages <= most), house.gutters[-1][1])


def outside(house: Printer, *, bleed: bool = False) -> float:
    """Return how far from the three other edges of the trimmed page everything has to stay that does not bleed."""
    return house.outside_bleed if bleed else house.outside


def sheet_size(house: Printer, page: Trim, *, bleed: bool = False) -> Trim:
    """Return the size of the file's pages: the trim, and where art bleeds what is cut off at the edges that do."""
    if not bleed:
        return page
    across = len(house.bleed_edges & {"inside", "outside"})
    down = len(house.bleed_edges & {"top", "bottom"})
    return Trim(page.width + across * house.bleed, page.height + down * house.bleed)


def limits(house: Printer, sheet: Paper, page: Trim) -> Limits:
    """Return how many pages of a paper can be bound in a trim; one of one's own measures has the nearest one's."""
    near = nearest(house, *page)
    return Limits(sheet.limits.least, dict(sheet.fewer).get(near, sheet.limits.most))


def spine(house: Printer, sheet: Paper, pages: int) -> float:
    """Return the width of a paperback's spine; raises ``SettingsError`` where the printer does not publish it."""
    if sheet.spine_page is None:
        way_out = "Take the width from the printer's cover template and give it as spine in [wrap]."
        raise SettingsError(f"{house.label} does not say how thick its paper “{sheet.name}” is", way_out=way_out)
    return pages * sheet.spine_page + sheet.spine_more


def spine_safety(cover: CoverRules, width: float) -> float:
    """Return what stays free of words at both sides of a spine."""
    return max(free for least, free in cover.spine_safety if width >= least)


def casewrap_spine(house: Printer, pages: int) -> float:
    """Return the width of a casewrap's spine; raises ``SettingsError`` where the printer binds no such book."""
    if house.casewrap is None:
        raise SettingsError(f"{house.label} makes no casewrap here", way_out="Ask for a paperback, or for lulu.")
    for most, width in house.casewrap.spines:
        if pages <= most:
            return width
    most = house.casewrap.spines[-1][0]
    raise SettingsError(f"{house.label} binds no casewrap of {pages} pages", way_out=f"It may have {most} at the most.")


def trim(house: Printer, width: float, height: float) -> Trim | None:
    """Return the printer's trim that a page is meant to have: one of its own, or the page within its range."""
    page = Trim(width, height)
    near = nearest(house, width, height)
    if abs(near.width - width) <= _SAME and abs(near.height - height) <= _SAME:
        return near
    if house.custom is None:
        return None
    least, most = house.custom
    return page if least.width <= width <= most.width and least.height <= height <= most.height else None


def nearest(house: Printer, width: float, height: float) -> Trim:
    """Return the printer's own trim that is nearest to a page; the page itself where any will do."""
    asked = Trim(width, height)
    return min(house.trims, key=lambda one: hypot(one.width - width, one.height - height), default=asked)


def fits(house: Printer, sheet: Paper, page: Trim, pages: int) -> bool:
    """Tell whether a printer binds so many pages of a trim."""
    least, most = limits(house, sheet, page)
    return least <= pages <= most


def _unknown(reason: str, name: str, known: Sequence[str]) -> SettingsError:
    near = get_close_matches(name, known, n=1, cutoff=0.5)
    hint = f" Did you mean {near[0]}?" if near else ""
    return SettingsError(reason, way_out=f"Take one of {', '.join(known)}.{hint}")


__all__ = [
    "Barcode",
    "Casewrap",
    "CoverRules",
    "Limits",
    "Paper",
    "Printer",
    "Trim",
    "casewrap_spine",
    "fits",
    "gutter",
    "limits",
    "names",
    "nearest",
    "outside",
    "paper",
    "printer",
    "sheet_size",
    "spine",
    "spine_safety",
    "trim",
]
