"""The proof of a wrap: its measures, and that all its words stand where they may, and nowhere else."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from fic2book import raster
from fic2book.checks.pdf import faces
from fic2book.checks.pdf.opened import Opened, opened
from fic2book.checks.unreadable import UnreadableError
from fic2book.letters import letters
from fic2book.model import Area, Problem, Severity, WrapPlan

_THOUSANDTH = 0.072
"""Of an inch, in points."""
_INCH = 72.0
_LEAST_DPI = 300
_NEARLY = 2.0
"""Pixels an inch that nobody sees."""
_MOST_BYTES = 40_000_000
_BARE = ("/Annots", "/AA")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a finished wrap has to hold."""

    plan: WrapPlan
    texts: tuple[tuple[str, Area, str], ...]
    """Name of an area, where its words stand in it, and the words, as the press sets them."""
    lettered: tuple[tuple[str, Area], ...]
    """Name of an area, and where words stand in it as outlines."""
    bare: bytes
    """The same sheet as PDF without any words."""


def check(wrap: bytes, wanted: Wanted) -> Iterator[Problem]:
    """Prove a finished wrap."""
    try:
        with opened(wrap) as again:
            yield from _measures(again, wanted.plan)
            yield from _extras(again)
            yield from faces.problems(again)
    except UnreadableError as error:
        yield error.problem
        return
    yield from _words(wrap, wanted)
    yield from _places(wrap, wanted)
    yield from _pictures(wrap)


def _measures(book: Opened, plan: WrapPlan) -> Iterator[Problem]:
    """Compare the sheet, and what is left of it after cutting, with the plan."""
    if len(book.pdf.pages) != 1:
        yield _problem("wrap-size", f"the {plan.kind} has {len(book.pdf.pages)} pages: it is one sheet.")
    page = book.pdf.pages[0]
    whole = Area(0, 0, plan.width, plan.height)
    for name, box, area in (("sheet", page.mediabox, whole), ("trimmed sheet", page.trimbox, plan.trimmed)):
        wanted = (area.x, plan.height - area.bottom, area.right, plan.height - area.y)
        found = [float(corner) for corner in box]
        if max(abs(one - other) for one, other in zip(found, wanted, strict=True)) > _THOUSANDTH:
            sides = f"{(found[2] - found[0]) / _INCH:.3f} × {(found[3] - found[1]) / _INCH:.3f} in"
            right = f"{area.width / _INCH:.3f} × {area.height / _INCH:.3f} in"
            yield _problem("wrap-size", f"the {name} of the {plan.kind} is {sides}; it should be {right}.")


def _extras(book: Opened) -> Iterator[Problem]:
    if book.outline or any(name in page.obj for page in book.pdf.pages for name in _BARE):
        yield _problem("wrap-extras", "the wrap has links, notes or bookmarks: printers send such files back.")


def _words(wrap: bytes, wanted: Wanted) -> Iterator[Problem]:
    """Look for the words of back and flaps in their boxes; their order is the reader's, so letters are counted."""
    height = wanted.plan.height
    boxes = [
        (0, (area.x - 1, height - area.bottom - 1, area.right + 1, height - area.y + 1)) for _, area, _ in wanted.texts
    ]
    for (name, _, text), found in zip(wanted.texts, raster.pdf_text_in(wrap, boxes), strict=True):
        lost = Counter(letters(text)) - Counter(letters(found))
        if lost:
            yield _problem("wrap-words", f"the {name} lacks {lost.total()} letters of its words.")


def _places(wrap: bytes, wanted: Wanted) -> Iterator[Problem]:
    """Compare the sheet with one without words: what differs is type."""
    plan = wanted.plan
    regions = [area for _, area in wanted.lettered]
    forbidden = [plan.barcode] if plan.barcode else []
    shown = raster.added(wrap, wanted.bare, [*regions, *forbidden], list(plan.safe.values()))
    for (name, _), is_there in zip(wanted.lettered, shown.touched, strict=False):
        if not is_there:
            yield _problem("wrap-words", f"words that should stand on the {name} are missing.")
    if forbidden and shown.touched[-1]:
        yield _problem("wrap-barcode", "words stand where the printer puts the barcode.")
    if shown.stray:
        x, y = (side / _INCH for side in shown.stray)
        where = f"{x:.2f} in from the left and {y:.2f} in from the upper edge"
        yield _problem("wrap-unsafe", f"words stand too near to a cut or a fold: {where}.")


def _pictures(wrap: bytes) -> Iterator[Problem]:
    coarse = min(raster.resolutions(wrap), default=float(_LEAST_DPI))
    if coarse < _LEAST_DPI - _NEARLY:
        said = f"a picture has {coarse:.0f} pixels an inch in print; {_LEAST_DPI} are sharp. A larger picture helps."
        yield Problem(code="wrap-picture", severity=Severity.INFO, message=said)
    if len(wrap) > _MOST_BYTES:
        said = f"the wrap has {len(wrap) / 1e6:.0f} MB; printers want {_MOST_BYTES // 1_000_000} at the most."
        yield Problem(code="wrap-large", severity=Severity.WARNING, message=said)


def _problem(code: str, said: str) -> Problem:
    return Problem(code=code, severity=Severity.ERROR, message=said)
