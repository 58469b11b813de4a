"""Small PDFs for imposing, and imposed ones read as a printer's tray shows them: sheet by sheet, place by place."""

import io
import re

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream

from fic2book import folding, raster
from fic2book.model import SheetPlan

A5 = (419.53, 595.28)
A6 = (297.64, 419.53)


def interior(pages: int, size: tuple[float, float] = A6) -> bytes:
    """Return a PDF of so many pages, each with its folio at the head and at the foot."""
    pdf = Pdf.new()
    for number in range(1, pages + 1):
        add_page(pdf, number, (0, 0, *size))
    return written(pdf)


def add_page(pdf: Pdf, number: int, box: tuple[float, float, float, float]) -> pikepdf.Page:
    """Add a page whose words stand inside a box of its own coordinates, and return it."""
    left, bottom, right, top = box
    said = (
        f"BT /F 10 Tf {left + 30} {top - 40} Td (Folio {number}) Tj ET "
        f"BT /F 8 Tf {left + 30} {(top + bottom) / 2} Td (It is told on leaf {number}, all of it.) Tj ET "
        f"BT /F 8 Tf {right - 60} {bottom + 30} Td (foot {number}) Tj ET"
    )
    pdf.add_blank_page(page_size=(10, 10))
    page = pdf.pages[-1]
    page.obj.MediaBox = Array([round(side, 3) for side in box])
    page.obj.Resources = Dictionary(Font=Dictionary(F=_face(pdf)))
    page.obj.Contents = Stream(pdf, said.encode("ascii"))
    return page


def written(pdf: Pdf) -> bytes:
    """Return the bytes of a PDF."""
    out = io.BytesIO()
    pdf.save(out, deterministic_id=True)
    return out.getvalue()


def _face(pdf: Pdf) -> pikepdf.Object:
    if "/KeptFace" not in pdf.Root:
        face = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        pdf.Root.KeptFace = pdf.make_indirect(face)
    return pdf.Root.KeptFace


def printed(pdf: bytes, plan: SheetPlan) -> list[folding.Side]:
    """Return each side as pdfium sees it: folio (from 0) and way up of what stands at each place."""
    order = folding.order_of(plan.fold)
    across, down = plan.width / order.columns, plan.height / order.rows
    cuts = [
        _upright(raster.Cut(number, (column * across, row * down, (column + 1) * across, (row + 1) * down)), side)
        for number, side in enumerate(raster.pdf_seen(pdf))
        for row in reversed(range(order.rows))
        for column in range(order.columns)
    ]
    faces = [_face_of(cut, text) for cut, text in zip(cuts, raster.pdf_text_cut(pdf, cuts), strict=True)]
    rows = [faces[start : start + order.columns] for start in range(0, len(faces), order.columns)]
    return [rows[start : start + order.rows] for start in range(0, len(rows), order.rows)]


def _upright(cut: raster.Cut, side: raster.PageSeen) -> raster.Cut:
    left, bottom, right, top = cut.box
    own = [line for line in side.lines if left < line.box[0] < right and bottom < line.box[1] < top]
    angles = {round(line.angle) for line in own}
    assert angles <= {0} or angles <= {180}, f"words stand this way and that: {angles}"
    return cut._replace(is_turned=angles == {180})


def _face_of(cut: raster.Cut, text: str) -> folding.Face:
    folios = {int(found) - 1 for found in re.findall(r"(?:Folio|foot|leaf) (\d+)", text)}
    assert len(folios) <= 1, f"several pages stand at one place: {text}"
    assert bool(folios) == bool(text.strip()), f"words that are on no page: {text}"
    return folding.Face(next(iter(folios), None), cut.is_turned)


def bound(sides: list[folding.Side], plan: SheetPlan) -> list[folding.Face]:
    """Return what is read when fronts and backs by turns are printed, folded and sewn as the plan says."""
    is_landscape = plan.width > plan.height
    left_to_right = (plan.flip == "short") == is_landscape
    sheets = [
        folding.Printed(front, back if left_to_right else folding.turned_over(back))
        for front, back in zip(sides[::2], sides[1::2], strict=True)
    ]
    read: list[folding.Face] = []
    for size in plan.signatures:
        signature, sheets = sheets[:size], sheets[size:]
        read += folding.folded(signature, together=plan.folded == "together", from_right=plan.from_right)
    return [folding.Face(face.page, face.turned and face.page is not None) for face in read]
