"""A wrap as a printer takes it: one page, words over art, its boxes, and nothing that only a screen knows."""

import io

import pikepdf
from pikepdf import Array, Name, Page

from fic2book.bindery import bare_pages
from fic2book.bindery.saving import saved
from fic2book.model import Area, WrapPlan

_TAGS = ("/StructTreeRoot", "/MarkInfo", "/Lang", "/Names")


def finished(words: bytes, art: bytes, plan: WrapPlan) -> bytes:
    """Return the sheet with its boxes: what is printed, and what is left of it after cutting.

    ``words`` and ``art`` are PDFs of one page of the sheet's size.
    """
    return _laid(words, art, (0.0, 0.0), plan)


def proof(words: bytes, art: bytes, corner: tuple[float, float]) -> bytes:
    """Return a proof: a larger page, with the art under what is drawn there, its lower left corner at ``corner``."""
    return _laid(words, art, corner, None)


def _laid(words: bytes, art: bytes, corner: tuple[float, float], plan: WrapPlan | None) -> bytes:
    with pikepdf.open(io.BytesIO(words)) as pdf, pikepdf.open(io.BytesIO(art)) as under:
        bare_pages.bare(pdf)
        for name in _TAGS:
            if name in pdf.Root:
                del pdf.Root[name]
        page = pdf.pages[0]
        page.add_resource(pdf.copy_foreign(under.pages[0].as_form_xobject()), Name.XObject, Name.Art)
        place = f"q 1 0 0 1 {corner[0]:.4f} {corner[1]:.4f} cm /Art Do Q\n"
        page.contents_add(place.encode(), prepend=True)
        if "/StructParents" in page.obj:
            del page.obj["/StructParents"]
        if plan:
            _box_in(page, plan)
        return saved(pdf)


def _box_in(page: Page, plan: WrapPlan) -> None:
    whole = _box(Area(0, 0, plan.width, plan.height), plan)
    page.obj.MediaBox = page.obj.CropBox = page.obj.BleedBox = whole
    page.obj.TrimBox = _box(plan.trimmed, plan)


def _box(area: Area, plan: WrapPlan) -> Array:
    """Return an area as PDF has it: from the sheet's lower left corner."""
    corners = (area.x, plan.height - area.bottom, area.right, plan.height - area.y)
    return Array([round(corner, 4) for corner in corners])
