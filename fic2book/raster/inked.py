"""What a finished PDF's pages show, and where: boxes of text and drawings, and the ink itself."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from ctypes import c_int, c_uint
from typing import Any, NamedTuple

from fic2book.raster.pages import Box, opened_document

_FINE, _PAPER = 4, 250  # pixels a point; shades from here on are paper


class Marks(NamedTuple):
    """What a page shows, each as the box round it."""

    text: tuple[Box, ...]
    other: tuple[Box, ...]
    """Pictures and drawings; white surfaces show nothing."""


def pdf_marks(pdf: bytes) -> Iterator[Marks]:
    """Yield what each page shows: a box for each run of text, picture and drawing."""
    from pypdfium2 import raw  # as for the document

    with closing(opened_document(pdf)) as document:
        for page in document:
            found = [(one.type, one.get_bounds()) for one in page.get_objects(max_depth=1) if not _is_white(one, raw)]
            text = tuple(box for kind, box in found if kind == raw.FPDF_PAGEOBJ_TEXT)
            other = tuple(box for kind, box in found if kind != raw.FPDF_PAGEOBJ_TEXT)
            yield Marks(text, other)
            page.close()


def pdf_ink(pdf: bytes, pages: Sequence[int]) -> tuple[Box | None, ...]:
    """Return the box round all that is printed on each of some pages (from 0), to a quarter of a point."""
    found: list[Box | None] = []
    with closing(opened_document(pdf)) as document:
        for number in pages:
            page = document[number]
            seen = page.render(scale=_FINE, grayscale=True).to_pil().convert("L")
            edges = seen.point(lambda shade: 255 if shade < _PAPER else 0).getbbox()
            left, upper, right, lower = (edge / _FINE for edge in edges or (0, 0, 0, 0))
            high = seen.height / _FINE
            found.append((left, high - lower, right, high - upper) if edges else None)
            page.close()
    return tuple(found)


def _is_white(drawn: Any, raw: Any) -> bool:  # noqa: ANN401 — pypdfium2 has no types
    """Tell whether a drawing is a surface as white as the paper, without an edge."""
    if drawn.type != raw.FPDF_PAGEOBJ_PATH:
        return False
    mode, has_edge = c_int(), c_int()
    parts = [c_uint() for _ in range(4)]
    raw.FPDFPath_GetDrawMode(drawn.raw, mode, has_edge)
    raw.FPDFPageObj_GetFillColor(drawn.raw, *parts)
    is_white = bool(mode.value) and [part.value for part in parts[:3]] == [255, 255, 255]
    return not has_edge.value and (is_white or not mode.value)
