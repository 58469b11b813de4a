"""Proofs of imposed sheets: they are printed, folded and sewn in code, and read against the interior.

What is read comes from pdfium, place by place; which place is read when comes from folding alone. Neither knows the
order in which the pages were laid.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from fic2book import raster
from fic2book.checks.booklet import order, pages, position
from fic2book.checks.booklet.order import Pair
from fic2book.checks.booklet.pages import Page
from fic2book.checks.booklet.sheets import Print, Sheets, Stand, cells, is_booklet, opened, stands
from fic2book.checks.unreadable import UnreadableError
from fic2book.model import Problem, Severity, SheetPlan

Standing = tuple[Pair, Stand]
_LOOKS = (24, 32)
_ALIKE = 24
"""Of 255, the most by which two looks of one page differ on average: marks in the fold, and the edges of pixels."""


def prints(interior: bytes) -> tuple[tuple[str, int], ...]:
    """Return what tells the interior's pages apart, for the imposed file to keep; nothing where that cannot be told.

    Words outside the trim are read on the sheets too, at places that are others'.
    """
    known = pages.interior(interior)
    if any(page.strays for page in known):
        return ()
    return tuple((page.print.letters, page.print.angle) for page in known)


def problems(files: Mapping[str, bytes], interior: bytes) -> Iterator[Problem]:
    """Prove imposed files, by their names, against the interior that they were made of."""
    try:
        for sheets in opened(files):
            yield from _named(sheets, _proved(files, sheets, pages.interior(interior), interior))
    except UnreadableError as error:
        yield error.problem


def alone(files: Mapping[str, bytes]) -> Iterator[Problem]:
    """Prove imposed files against what they say of the interior themselves."""
    try:
        for sheets in opened(files):
            yield from _named(sheets, _proved(files, sheets, (), b""))
    except UnreadableError as error:
        yield error.problem


def _proved(files: Mapping[str, bytes], sheets: Sheets, wanted: Sequence[Page], source: bytes) -> Iterator[Problem]:
    """Prove the sheets of one booklet; without ``wanted`` by the prints that they keep."""
    known = tuple(page.print for page in wanted) or sheets.prints
    incomplete = _incomplete(files, sheets, known)
    if incomplete:
        yield incomplete
        return
    order_of_pages = list(_order(sheets))
    places = list(stands(sheets))
    nothing = Print("", 0)
    found = pages.found(files, sheets.plan, places, [nothing if one is None else known[one] for one in order_of_pages])
    if any(page.strays for page in wanted):
        found = pages.among_strays(found, order_of_pages, wanted)
    pairs = [Pair(page, one) for page, one in zip(order_of_pages, found, strict=True)]
    yield from order.problems(pairs, known)
    if wanted:
        there = list(zip(pairs, places, strict=True))
        right = _at_their_places(there, wanted)
        for kind, seen in (("shifted", position.shifted), ("edge", position.at_edge)):
            if numbers := list(seen(sheets.plan, right)):
                yield order.said(kind, numbers)
        yield from _looks(files, (source, wanted), sheets.plan, there)


def _named(sheets: Sheets, found: Iterator[Problem]) -> Iterator[Problem]:
    """Give problems with the files' names."""
    place = ", ".join(dict.fromkeys(name for name, _ in sheets.sides))
    return (problem if problem.place else replace(problem, place=place) for problem in found)


def _order(sheets: Sheets) -> Iterator[int | None]:
    """Give the page of the interior that belongs on each page of the signatures that are here."""
    plan = sheets.plan
    front = 2 * plan.flyleaves + plan.blanks[0]
    for place in range(sheets.first, sheets.first + sum(1 for _ in stands(sheets))):
        page = place - front
        yield page if 0 <= page < plan.pages else None


def _incomplete(files: Mapping[str, bytes], sheets: Sheets, known: Sequence[Print]) -> Problem | None:
    """Return why nothing can be folded: sides are missing, or sheets are of several sizes."""
    code = "booklet-sides"
    names = {name for name, _ in sheets.sides}
    sides = 2 * sum(sheets.sizes)
    if len(sheets.sides) != sides:
        said = f"{sides} sides of sheets are wanted, fronts and backs together, and there are {len(sheets.sides)}."
        return Problem(code=code, severity=Severity.ERROR, message=said)
    for name in sorted(names):
        seen = pages.sheet_sides(files[name], cells(sheets.plan))
        if wrong := list(position.odd_sides(seen, sheets.plan)):
            said = f"{order.listed(wrong)} of the file is of another size than the sheet."
            return Problem(code=code, severity=Severity.ERROR, message=said, place=name)
    if not known:
        said = "whether it folds into order can only be seen beside the PDF that it was made of."
        return Problem(code="booklet-alone", severity=Severity.INFO, message=said)
    if len(known) != sheets.plan.pages:
        said = f"the interior has {len(known)} pages, and the sheets were made for {sheets.plan.pages}."
        return Problem(code=code, severity=Severity.ERROR, message=said)
    return None


def _at_their_places(there: Sequence[Standing], wanted: Sequence[Page]) -> list[position.Placed]:
    return [
        position.Placed(pair.page, stand, pair.found.extent, wanted[pair.page])
        for pair, stand in there
        if pair.page is not None and pair.found.extent and pair.found.print == wanted[pair.page].print
    ]


def _looks(
    files: Mapping[str, bytes], interior: tuple[bytes, Sequence[Page]], plan: SheetPlan, there: Sequence[Standing]
) -> Iterator[Problem]:
    """Compare the looks of pages that have no words: pictures, ornaments, blank ones."""
    source, wanted = interior
    silent = [
        (pair.page, stand)
        for pair, stand in there
        if pair.page is not None and not wanted[pair.page].print.letters and not pair.found.print.letters
    ]
    changed = []
    for page, stand in silent:
        (own,) = raster.pdf_looks(source, [wanted[page].cut], _LOOKS)
        cuts = list(position.cuts(plan, stand, wanted[page].size))
        if not any(_is_alike(own, seen) for seen in raster.pdf_looks(files[stand.file], cuts, _LOOKS)):
            changed.append(page)
    if changed:
        yield order.said("changed", changed)


def _is_alike(one: bytes, other: bytes) -> bool:
    return sum(abs(a - b) for a, b in zip(one, other, strict=True)) <= _ALIKE * len(one)


__all__ = ["alone", "is_booklet", "prints", "problems"]
