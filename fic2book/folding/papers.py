"""Papers by their names, and the pages that come of one when it is folded. Lengths are in points."""

import re
from difflib import get_close_matches
from typing import NamedTuple

from fic2book.errors import SettingsError
from fic2book.folding.orders import order_of
from fic2book.lengths import MILLIMETRE, UNITS
from fic2book.model import Paper

_NAMED: dict[str, tuple[float, float, str]] = {
    "a3": (297, 420, "mm"),
    "a4": (210, 297, "mm"),
    "a5": (148, 210, "mm"),
    "a6": (105, 148, "mm"),
    "a7": (74, 105, "mm"),
    "b4": (250, 353, "mm"),
    "b5": (176, 250, "mm"),
    "jis-b4": (257, 364, "mm"),
    "jis-b5": (182, 257, "mm"),
    "letter": (8.5, 11, "in"),
    "legal": (8.5, 14, "in"),
    "tabloid": (11, 17, "in"),
    "half-letter": (5.5, 8.5, "in"),
}
"""ISO 216, JIS P 0138, ANSI/ASME Y14.1; width before height, upright."""
_OTHER_NAMES = {
    "11x17": "tabloid",
    "ledger": "tabloid",
    "us-letter": "letter",
    "us-legal": "legal",
    "statement": "half-letter",
    "iso-b4": "b4",
    "iso-b5": "b5",
    "b4-jis": "jis-b4",
    "b5-jis": "jis-b5",
}
_MEASURES = re.compile(r"(\d+(?:\.\d+)?)(mm|cm|in|pt|)x(\d+(?:\.\d+)?)(mm|cm|in|pt)\Z")
_LEAST, _MOST = 70 * MILLIMETRE, 1000 * MILLIMETRE
_NARROWEST, _LOWEST = 95 * MILLIMETRE, 130 * MILLIMETRE
"""A page of prose in 11 points needs as much; A6 (105 × 148 mm) and a quarter of Letter (108 × 140 mm) are more."""
_PAGES = {"148x210mm": "a5", "5.5x8.5in": "5.5x8.5", "105x148mm": "a6"}
"""Measures that are a page design with a name; ``a4`` is none of them, for it is made for single leaves."""


class Trim(NamedTuple):
    """The page that a folded sheet gives."""

    width: float
    height: float
    page: str
    """As a page design is asked for: ``a5``, ``7x8.5in``."""


def paper(asked: str) -> Paper:
    """Return a paper by its name or measures (``210x297mm``, ``8.5x13in``); A4 where nothing is asked.

    Raises ``SettingsError`` for one that nobody knows, with the name that is nearest.
    """
    name = re.sub(r"[\s_]+", "-", asked.strip().lower().replace("×", "x")) or "a4"
    name = _OTHER_NAMES.get(name, name)
    if name in _NAMED:
        width, height, unit = _NAMED[name]
        return Paper(name=name, width=width * UNITS[unit], height=height * UNITS[unit])
    if found := _MEASURES.match(name.replace("-", "").replace(",", ".").replace("*", "x")):
        return _measured(asked, found)
    near = get_close_matches(name, (*_NAMED, *_OTHER_NAMES), n=1, cutoff=0.5)
    hint = f" Did you mean {near[0]}?" if near else ""
    way_out = f"Take one of {', '.join(_NAMED)}, or measures such as 210x297mm.{hint}"
    raise SettingsError(f"there is no paper “{asked}”", way_out=way_out)


def papers() -> tuple[Paper, ...]:
    """Return all papers that have a name, the smallest first."""
    return tuple(sorted(map(paper, _NAMED), key=lambda one: one.width * one.height))


def trim_of(sheet: Paper, fold: str) -> Trim:
    """Return the page that a paper gives when it is folded: A4 in folio A5, Letter in quarto 4.25 × 5.5 in.

    A half of a paper in millimetres is cut down to whole ones, as ISO 216 does. Raises ``SettingsError`` where the
    page is too small for prose.
    """
    across, down = cell(sheet, fold)
    unit = "in" if _is_in_inches(sheet) else "mm"
    width, height = (_rounded(side, unit) for side in (across, down))
    if width < _NARROWEST or height < _LOWEST:
        reason = f"{spoken(sheet.name)} folded in {fold} gives pages of {said(across, down)}, too small for prose"
        raise SettingsError(reason, way_out=_larger(fold))
    name = f"{_figure(width, unit)}x{_figure(height, unit)}{unit}"
    return Trim(width, height, _PAGES.get(name, name))


def cell(sheet: Paper, fold: str) -> tuple[float, float]:
    """Return width and height of what each page has of a sheet."""
    order = order_of(fold)
    across, down = lying(sheet, fold)
    return across / order.columns, down / order.rows


def lying(sheet: Paper, fold: str) -> tuple[float, float]:
    """Return width and height of a sheet as it lies to be printed."""
    return (sheet.width, sheet.height) if order_of(fold).is_upright else (sheet.height, sheet.width)


def spoken(name: str) -> str:
    """Return a paper's name as shops write it: ``A4``, ``Letter``, ``JIS B5``, ``210 × 297 mm``."""
    if found := _MEASURES.match(name):
        return f"{found[1]} × {found[3]} {found[4]}"
    words = name.split("-")
    return " ".join(word.upper() if len(word) <= len("jis") else word.title() for word in words)


def said(width: float, height: float) -> str:
    """Return measures as people say them on both sides of the ocean."""
    metric = f"{width / MILLIMETRE:.0f} × {height / MILLIMETRE:.0f} mm"
    return f"{metric} ({width / 72:.3g} × {height / 72:.3g} in)"


def _measured(asked: str, found: re.Match[str]) -> Paper:
    unit = found[4]
    sides = [float(found[1]) * UNITS[found[2] or unit], float(found[3]) * UNITS[unit]]
    width, height = sorted(sides)
    if width < _LEAST or height > _MOST:
        way_out = "A sheet is between 70 mm and 1 m (2.8 and 39 inches) wide and high."
        raise SettingsError(f"no printer takes paper of “{asked}”", way_out=way_out)
    name = f"{_figure(width, unit)}x{_figure(height, unit)}{unit}"
    return Paper(name=name, width=width, height=height)


def _is_in_inches(sheet: Paper) -> bool:
    unit = _NAMED[sheet.name][2] if sheet.name in _NAMED else sheet.name[-2:]
    return unit in ("in", "pt")


def _rounded(side: float, unit: str) -> float:
    return side if unit == "in" else int(side / MILLIMETRE + 1e-6) * MILLIMETRE


def _figure(points: float, unit: str) -> str:
    return f"{points / UNITS[unit]:.3f}".rstrip("0").rstrip(".")


def _larger(fold: str) -> str:
    rooms = ((one.name, cell(one, fold)) for one in papers())
    fitting = [spoken(name) for name, (across, down) in rooms if across >= _NARROWEST and down >= _LOWEST]
    return f"Take {' or '.join(fitting[:2])} paper, or a fold of fewer pages: folio, then quarto."
