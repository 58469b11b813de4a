"""Where two PDFs of one drawing differ, as a viewer draws them."""

import io
from collections.abc import Sequence
from contextlib import closing
from typing import TYPE_CHECKING, NamedTuple

from fic2book.raster.pages import opened_document, pdf_pages

if TYPE_CHECKING:
    from PIL.Image import Image as Pixels

Region = tuple[float, float, float, float]
"""Left, top, width and height in points from the page's upper left corner."""
_SCALE = 2.0
_FAINT = 20
"""Of 255: less is the play of smoothed edges."""
_PICTURE_OBJECT = 3  # FPDF_PAGEOBJ_IMAGE
_DEEPEST = 8


class Added(NamedTuple):
    """What the first page of one PDF has and that of the other has not."""

    touched: tuple[bool, ...]
    """For each region that was asked for: whether there is any in it."""
    stray: tuple[float, float] | None
    """Where there is some outside all that was allowed: its upper left corner, in points."""


def added(printed: bytes, bare: bytes, regions: Sequence[Region], allowed: Sequence[Region]) -> Added:
    """Compare a page with the same page without its type."""
    from PIL import ImageChops

    pages = [_page(pdf) for pdf in (printed, bare)]
    if pages[0].size != pages[1].size:
        return Added(tuple(False for _ in regions), (0.0, 0.0))
    differing = ImageChops.difference(*pages).convert("L").point(lambda light: 255 if light > _FAINT else 0)
    touched = tuple(differing.crop(_pixels(region)).getbbox() is not None for region in regions)
    for region in allowed:
        left, top, right, foot = _pixels(region, slack=1)
        differing.paste(0, (left, top, right, foot))
    left_over = differing.getbbox()
    return Added(touched, (left_over[0] / _SCALE, left_over[1] / _SCALE) if left_over else None)


def resolutions(pdf: bytes) -> tuple[float, ...]:
    """Return how many pixels an inch each picture of a PDF has, on the page, in the direction that has fewer."""
    found = []
    with closing(opened_document(pdf)) as opened:
        for page in opened:
            for shown in page.get_objects(filter=[_PICTURE_OBJECT], max_depth=_DEEPEST):
                facts = shown.get_metadata()
                found.append(min(facts.horizontal_dpi, facts.vertical_dpi))
            page.close()
    return tuple(found)


def _page(pdf: bytes) -> "Pixels":
    from PIL import Image as pictures  # noqa: N813 — 0.1 s that --help must not wait for

    return pictures.open(io.BytesIO(next(iter(pdf_pages(pdf, _SCALE))))).convert("RGB")


def _pixels(region: Region, slack: int = 0) -> tuple[int, int, int, int]:
    left, top, width, height = (side * _SCALE for side in region)
    return round(left) - slack, round(top) - slack, round(left + width) + slack, round(top + height) + slack
