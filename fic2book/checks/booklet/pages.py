"""The pages of an interior and of a folded book as they are compared: by their letters, how and where they stand."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from fic2book import raster
from fic2book.checks.booklet.sheets import Print, Stand, cells
from fic2book.model import SheetPlan
from fic2book.walk import directions
from fic2book.walk.joined_letters import folded

_DIGITS = 12
"""Of a digest: two of ten thousand pages have the same one once in thirty thousand books."""


_TOUCHING = 3.0
"""Points from the page's edge: what is as near may be read on the neighbour's part of the sheet."""


_NEARLY_ALL = 0.97
_PIECE = 7
_MOST_PIECES = 0.6
"""Of the pieces of so many letters, of the page that has more of them."""


class Extent(NamedTuple):
    """How far the words of a page reach."""

    left: float
    bottom: float
    right: float
    top: float


class Page(NamedTuple):
    """A page of an interior as a viewer shows it."""

    print: Print
    size: tuple[float, float]
    extent: Extent | None
    """In points from the page's lower left corner; nothing for a page without words."""
    cut: raster.Cut
    letters: str
    strays: bool
    """Whether pdfium may find some of its words at other places of a sheet: those outside the trim, which it reads
    though they are cut off, those at its very edge, and those that stand for what is drawn."""


class Found(NamedTuple):
    """What was found at a place of the folded book."""

    print: Print
    extent: Extent | None
    """In points from the lower left corner of its part of the sheet, upright."""
    letters: str


@lru_cache(maxsize=1)
def interior(pdf: bytes) -> tuple[Page, ...]:
    """Return the pages of an interior; the last one's are kept, for it is asked for before and after it is imposed."""
    return tuple(_page(seen, raster.Cut(number, seen.box)) for number, seen in enumerate(raster.pdf_seen(pdf)))


@lru_cache(maxsize=2)
def sheet_sides(pdf: bytes, parts: tuple[raster.Box, ...]) -> tuple[raster.PageSeen, ...]:
    """Return the sides of sheets, their parts read; those of the last fronts and backs are kept."""
    return tuple(raster.pdf_seen(pdf, parts))


def found(files: Mapping[str, bytes], plan: SheetPlan, stands: Sequence[Stand], wanted: Sequence[Print]) -> list[Found]:
    """Return what is read at places of the folded book, in their order.

    ``wanted`` is what should stand at each: only which way up it stands is taken from it, for words that are on their
    heads are read in another order.
    """
    parts = cells(plan)
    seen = {name: sheet_sides(files[name], parts) for name in {stand.file for stand in stands}}
    readings: list[tuple[Stand, raster.Cut, int]] = []
    for stand, want in zip(stands, wanted, strict=True):
        lines = _inside(seen[stand.file][stand.cut.page].lines, stand.cut.box)
        angle = (_most(line.angle for line in lines) + 180 * stand.cut.is_turned) % 360
        is_on_its_head = (angle - want.angle) % 360 == 180
        readings.append((stand, stand.cut._replace(is_turned=stand.cut.is_turned != is_on_its_head), angle))
    texts: dict[tuple[str, raster.Cut], str] = {}
    for name, sides in seen.items():
        own = [cut for stand, cut, _ in readings if stand.file == name]
        turned = [cut for cut in own if cut.is_turned]
        texts |= {(name, cut): sides[cut.page].texts[parts.index(cut.box)] for cut in own if not cut.is_turned}
        texts |= {(name, cut): text for cut, text in zip(turned, raster.pdf_text_cut(files[name], turned), strict=True)}
    texts = {place: folded(text) for place, text in texts.items()}
    return [
        Found(
            Print(digest(texts[stand.file, cut]), angle),
            _on_cell(seen[stand.file][cut.page], stand.cut),
            texts[stand.file, cut],
        )
        for stand, cut, angle in readings
    ]


def among_strays(found: Sequence[Found], order: Sequence[int | None], wanted: Sequence[Page]) -> list[Found]:
    """Return what was found without the strays of neighbours: a page is there when its letters are, in one piece.

    How far its own words reach cannot be told then.
    """
    return [_known(one, page, wanted) for one, page in zip(found, order, strict=True)]


def _known(found: Found, page: int | None, wanted: Sequence[Page]) -> Found:
    own = [wanted[page]] if page is not None else []
    there = [one for one in own if _is_there(one, found)] or [
        one for one in wanted if one.letters and _is_there(one, found)
    ]
    letters = max(there, key=lambda one: len(one.letters)).print.letters if there else ""
    return found._replace(print=Print(letters, own[0].print.angle if own else found.print.angle), extent=None)


def _is_there(page: Page, found: Found) -> bool:
    """Tell whether a page's letters are among those found: in one piece, or in many but for a few strays.

    A page from right to left is known by which letters it has, for pdfium changes their order.
    """
    if page.letters in found.letters:
        return True
    if directions.is_from_right(page.letters):
        common = (Counter(page.letters) & Counter(found.letters)).total()
        return common >= _NEARLY_ALL * max(len(page.letters), len(found.letters))
    own, there = _pieces(page.letters), _pieces(found.letters)
    return len(own & there) >= _MOST_PIECES * max(len(own), len(there))


def _pieces(letters: str) -> set[str]:
    return {letters[start : start + _PIECE] for start in range(max(1, len(letters) - _PIECE + 1))}


def digest(letters: str) -> str:
    """Return a digest of a page's letters; nothing where it has none.

    pdfium orders lines from right to left by what stands beside them on the sheet, so the order of such letters says
    nothing of the page.
    """
    if directions.is_from_right(letters):
        letters = "".join(sorted(letters))
    return hashlib.sha256(letters.encode()).hexdigest()[:_DIGITS] if letters else ""


def _page(seen: raster.PageSeen, cut: raster.Cut) -> Page:
    left, bottom, right, top = seen.box
    width, height = right - left, top - bottom
    lines = list(_inside(seen.lines, seen.box))
    angle = (_most(line.angle for line in lines) + 90 * seen.turns) % 360
    extent = _extent(line.box for line in lines)
    if extent:
        extent = Extent(extent.left - left, extent.bottom - bottom, extent.right - left, extent.top - bottom)
        for _ in range(seen.turns):
            extent = Extent(extent.bottom, width - extent.right, extent.top, width - extent.left)
            width, height = height, width
    elif seen.turns % 2:
        width, height = height, width
    letters = folded(seen.texts[0])
    strays = seen.has_spoken_words or any(_is_outside(line.box, seen.box) for line in seen.lines)
    return Page(Print(digest(letters), angle), (width, height), extent, cut, letters, strays)


def _on_cell(seen: raster.PageSeen, cut: raster.Cut) -> Extent | None:
    """Return how far words reach on their part of a sheet, when it is turned upright."""
    left, bottom, right, top = cut.box
    extent = _extent(line.box for line in _inside(seen.lines, cut.box))
    if not extent:
        return None
    if cut.is_turned:
        return Extent(right - extent.right, top - extent.top, right - extent.left, top - extent.bottom)
    return Extent(extent.left - left, extent.bottom - bottom, extent.right - left, extent.top - bottom)


def _inside(lines: Iterable[raster.Line], box: raster.Box) -> Iterator[raster.Line]:
    return (line for line in lines if _is_within(line.box, box))


def _is_within(line: raster.Box, box: raster.Box) -> bool:
    """Tell whether the middle of a line of words lies in a box."""
    across, up = (line[0] + line[2]) / 2, (line[1] + line[3]) / 2
    return box[0] <= across < box[2] and box[1] <= up < box[3]


def _is_outside(line: raster.Box, box: raster.Box) -> bool:
    """Tell whether a line of words begins or ends outside a box, or touches its edge."""
    gaps = (line[0] - box[0], line[1] - box[1], box[2] - line[2], box[3] - line[3])
    return min(gaps) < _TOUCHING


def _extent(lines: Iterable[raster.Box]) -> Extent | None:
    sides = list(zip(*lines, strict=True))
    return Extent(min(sides[0]), min(sides[1]), max(sides[2]), max(sides[3])) if sides else None


def _most(angles: Iterable[float]) -> int:
    """Return how most lines stand, in whole quarters; upright where there are none."""
    quarters = Counter(round(angle / 90) * 90 % 360 for angle in angles)
    return max(sorted(quarters), key=quarters.__getitem__, default=0)
