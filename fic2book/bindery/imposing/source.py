"""The pages of an interior as a person sees them: their trimmed boxes, turned and in points."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pikepdf
from pikepdf import Dictionary, Name, Page, Pdf

from fic2book.errors import OutputError
from fic2book.words import writing_direction

_DAMAGE = (pikepdf.PdfError, RecursionError, AttributeError, LookupError, TypeError, ValueError, RuntimeError)
_AGAIN = "Save or print it as a PDF once more in the program that it comes from."
_LEAST = 1.0
"""Points; a page that is narrower or lower is none."""
_DEEPEST = 60
"""Nodes above a page in the tree of pages; more are a circle."""
Box = tuple[float, float, float, float]
Matrix = tuple[float, float, float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One page of an interior, upright."""

    width: float
    height: float
    box: Box
    """What is seen of it after the knife, in its own coordinates: left, bottom, right, top."""
    matrix: Matrix
    """From its own coordinates to points from its lower left corner."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Interior:
    """What a plan needs to know of a PDF."""

    sizes: tuple[tuple[float, float], ...]
    """Width and height of each page in points."""
    from_right: bool
    """Whether its spine is at the right."""
    title: str
    """As its information has it; empty where it says none."""


def interior_of(data: bytes, name: str = "") -> Interior:
    """Return the pages' sizes; raises ``OutputError`` for what cannot be opened and for a page without room."""
    with opened(data, name) as (pdf, leaves):
        sizes = tuple((leaf.width, leaf.height) for leaf in leaves)
        return Interior(sizes=sizes, from_right=_is_from_right(pdf), title=title_of(pdf))


@contextmanager
def opened(data: bytes, name: str = "") -> Iterator[tuple[Pdf, tuple[Leaf, ...]]]:
    """Open an interior and measure its pages; raises ``OutputError`` where that cannot be done."""
    if b"%PDF-" not in data[:1024]:
        raise OutputError("this is no PDF file", file=name, way_out="Print or save the text as a PDF first.")
    try:
        pdf = pikepdf.open(io.BytesIO(data))
    except pikepdf.PasswordError:
        way_out = "Open it with its password and save a copy without one."
        raise OutputError("the PDF is locked with a password", file=name, way_out=way_out) from None
    except _DAMAGE:
        raise OutputError("the PDF is cut off or damaged", file=name, way_out=_AGAIN) from None
    with pdf:
        try:
            yield pdf, tuple(_leaf(page, number, name) for number, page in enumerate(pdf.pages, 1))
        except _DAMAGE:
            raise OutputError("the PDF is damaged inside", file=name, way_out=_AGAIN) from None


def _is_from_right(pdf: Pdf) -> bool:
    """Tell on which side a book is bound: as it says, else by its language, which PDFs of ours always name."""
    view = pdf.Root.get("/ViewerPreferences")
    said = view.get("/Direction") if isinstance(view, Dictionary) else None
    if said is not None:
        return bool(said == Name.R2L)
    return writing_direction(str(pdf.Root.get("/Lang", ""))) == "rtl"


def title_of(pdf: Pdf) -> str:
    """Return the title in a document's information; empty where it says none."""
    title = pdf.docinfo.get("/Title") if "/Info" in pdf.trailer else None
    return "" if title is None else str(title).strip()


def _leaf(page: Page, number: int, name: str) -> Leaf:
    left, bottom, right, top = box = _trimmed(page)
    unit = float(page.obj.get("/UserUnit", 1))
    width, height = (right - left) * unit, (top - bottom) * unit
    if min(width, height) < _LEAST:
        way_out = "Take that page out of the PDF, or give it a size in the program that it comes from."
        raise OutputError(f"page {number} is {width:.0f} × {height:.0f} points large", file=name, way_out=way_out)
    turns = round(float(inherited(page.obj, "/Rotate") or 0) / 90) % 4
    matrix = _turned(turns, (width, height), unit)
    away = _moved(matrix, -left, -bottom)
    if turns % 2:
        width, height = height, width
    return Leaf(width=width, height=height, box=box, matrix=away)


def _trimmed(page: Page) -> Box:
    """Return the trim box where it lies in what is shown; a program that crops a page leaves the trim box behind."""
    trim, crop, media = (_in_order(box) for box in (page.trimbox, page.cropbox, page.mediabox))
    shown = _common(crop, media)
    return _common(trim, shown) if _area(_common(trim, shown)) else shown


def _in_order(box: pikepdf.Array) -> Box:
    across, up = sorted((float(box[0]), float(box[2]))), sorted((float(box[1]), float(box[3])))
    return across[0], up[0], across[1], up[1]


def _common(one: Box, other: Box) -> Box:
    return max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3])


def _area(box: Box) -> float:
    return max(box[2] - box[0], 0) * max(box[3] - box[1], 0)


def inherited(node: pikepdf.Object, key: str) -> pikepdf.Object | None:
    """Return an entry of a page, or of what stands above it in the tree of pages."""
    for _ in range(_DEEPEST):
        if key in node:
            return node[key]
        if "/Parent" not in node:
            return None
        node = node["/Parent"]
    return None


def _turned(turns: int, size: tuple[float, float], unit: float) -> Matrix:
    """Return the matrix that turns a page clockwise by quarters, and its corner back to the origin."""
    width, height = size
    return (
        (unit, 0, 0, unit, 0, 0),
        (0, -unit, unit, 0, 0, width),
        (-unit, 0, 0, -unit, width, height),
        (0, unit, -unit, 0, height, 0),
    )[turns]


def _moved(matrix: Matrix, across: float, up: float) -> Matrix:
    a, b, c, d, e, f = matrix
    return a, b, c, d, e + a * across + c * up, f + b * across + d * up
