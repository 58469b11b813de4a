"""An interior laid on sheets: each page a form, drawn where the plan has it; marks; one file, or several."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from fic2book.bindery.imposing import marks
from fic2book.bindery.imposing.record import KEY, Part, Print, record
from fic2book.bindery.imposing.source import Interior, Leaf, inherited, interior_of, opened, title_of
from fic2book.bindery.saving import saved
from fic2book.folding import on_trim, order_of
from fic2book.model import PlacedPage, Sheet, SheetPlan


class Sides(NamedTuple):
    """A file to be made: which sides of which sheets, in the order of printing."""

    part: Part
    sides: tuple[tuple[Sheet, bool], ...]
    """Each with whether it is the front."""


class _Source(NamedTuple):
    pdf: Pdf
    leaves: tuple[Leaf, ...]
    forms: list[Object]


def impose(
    interior: bytes, plan: SheetPlan, prints: tuple[Print, ...] = (), *, signatures: bool = False, test: bool = False
) -> dict[str, bytes]:
    """Return the imposed files by suffix: ``-booklet-a4-short-edge.pdf``, or one for the fronts and one for the backs.

    ``signatures``: a file for each too; ``test``: one of the first alone. ``prints``: what tells the interior's pages
    apart (``checks.booklet.prints``), kept in the file for its proof. Raises ``OutputError`` for an interior that
    cannot be opened.
    """
    with opened(interior) as (pdf, leaves):
        source = _Source(pdf, leaves, [])
        source.forms.extend(_form(pdf, page, leaf) for page, leaf in zip(pdf.pages, leaves, strict=True))
        wanted = files(plan, signatures=signatures, test=test)
        return {suffix: _file(source, plan, sides, prints) for suffix, sides in wanted.items()}


def files(plan: SheetPlan, *, signatures: bool, test: bool) -> Mapping[str, Sides]:
    """Return what stands in each file, by its suffix."""
    stem = f"-booklet-{plan.paper}-{plan.flip}-edge"
    made = dict(_sides(plan, stem, None))
    digits = max(2, len(str(len(plan.signatures))))
    for number in range(len(plan.signatures)) if signatures else ():
        made |= _sides(plan, f"{stem}-signature-{number + 1:0{digits}}", number)
    return made | dict(_sides(plan, f"{stem}-test-signature", 0)) if test else made


def _sides(plan: SheetPlan, stem: str, signature: int | None) -> Iterator[tuple[str, Sides]]:
    sheets = [sheet for sheet in plan.sheets if signature in (None, sheet.signature)]
    if not plan.two_files:
        both = tuple((sheet, is_front) for sheet in sheets for is_front in (True, False))
        yield f"{stem}.pdf", Sides(Part(signature=signature), both)
        return
    backs = reversed(sheets) if plan.reverse_backs else sheets
    fronts = tuple((sheet, True) for sheet in sheets)
    yield f"{stem}-fronts.pdf", Sides(Part(signature=signature, sides="fronts"), fronts)
    yield (
        f"{stem}-backs.pdf",
        Sides(Part(signature=signature, sides="backs"), tuple((sheet, False) for sheet in backs)),
    )


def _form(pdf: Pdf, page: pikepdf.Page, leaf: Leaf) -> Object:
    form = page.as_form_xobject(handle_transformations=False)
    form.BBox = Array([round(side, 4) for side in leaf.box])
    form.Resources = _shared(pdf, inherited(page.obj, "/Resources") or Dictionary())
    return form


def _shared(pdf: Pdf, resources: Object) -> Object:
    """Return resources as an object of their own: a copy in each form would make the file half as large again."""
    return resources if resources.is_indirect else pdf.make_indirect(resources)


def _file(source: _Source, plan: SheetPlan, wanted: Sides, prints: tuple[Print, ...]) -> bytes:
    out = Pdf.new()
    known: dict[int, Object] = {}
    for sheet, is_front in wanted.sides:
        places = sheet.front if is_front else sheet.back
        resources = Dictionary()
        for place in places:
            if place.page is not None:
                if place.page not in known:
                    known[place.page] = out.copy_foreign(source.forms[place.page])
                resources[f"/P{place.page + 1}"] = known[place.page]
        out.add_blank_page(page_size=(plan.width, plan.height))
        page = out.pages[-1].obj
        page.Resources = Dictionary(XObject=resources)
        page.Contents = Stream(out, _content(source, plan, sheet, is_front=is_front).encode("ascii"))
    _keep(source.pdf, out)
    out.Root.ViewerPreferences = _dialog(plan)
    out.docinfo[Name(f"/{KEY}")] = record(plan, wanted.part, prints)
    return saved(out)


def _content(source: _Source, plan: SheetPlan, sheet: Sheet, *, is_front: bool) -> str:
    """Return the operators of one side, turned by half where the printer's flip asks for it."""
    places = sheet.front if is_front else sheet.back
    columns = order_of(plan.fold).columns
    pieces = [
        _drawn(plan, place, source.leaves[place.page], is_left_of_spine=number % columns % 2 == 0)
        for number, place in enumerate(places)
        if place.page is not None
    ]
    said = "\n".join((*pieces, marks.drawn(plan, sheet, is_front=is_front)))
    if is_front or not plan.turned_backs:
        return said
    return f"q {_numbers(-1, 0, 0, -1, plan.width, plan.height)} cm\n{said}\nQ"


def _drawn(plan: SheetPlan, place: PlacedPage, leaf: Leaf, *, is_left_of_spine: bool) -> str:
    """Return the operators that draw a page at its place; what creep moves over the spine is cut off there."""
    fitted = on_trim(plan, (leaf.width, leaf.height))
    scale = -fitted.scale if place.turned else fitted.scale
    left = place.left + (plan.trim_width - fitted.left if place.turned else fitted.left)
    bottom = place.bottom + (plan.trim_height - fitted.bottom if place.turned else fitted.bottom)
    a, b, c, d, e, f = leaf.matrix
    matrix = (a * scale, b * scale, c * scale, d * scale, e * scale + left, f * scale + bottom)
    across = plan.width / order_of(plan.fold).columns
    corner = place.spine - across if is_left_of_spine else place.spine
    clip = f"{_numbers(corner, 0, across, plan.height)} re W n " if plan.creep else ""
    return f"q {clip}{_numbers(*matrix)} cm /P{(place.page or 0) + 1} Do Q"


def _keep(source: Pdf, out: Pdf) -> None:
    """Keep what the pages' colours and layers need: without it hidden layers would be printed."""
    for key in ("/OCProperties", "/OutputIntents"):
        if key in source.Root:
            out.Root[key] = out.copy_foreign(source.make_indirect(source.Root[key]))
    if title := title_of(source):
        out.docinfo[Name.Title] = title


def _dialog(plan: SheetPlan) -> Dictionary:
    """Return what a print dialog should show at first: actual size, and the edge to flip."""
    edge = "/DuplexFlipShortEdge" if plan.flip == "short" else "/DuplexFlipLongEdge"
    return Dictionary(PrintScaling=Name("/None"), Duplex=Name("/Simplex" if plan.two_files else edge))


def _numbers(*numbers: float) -> str:
    return " ".join(f"{number:.4f}".rstrip("0").rstrip(".") for number in numbers)


__all__ = ["KEY", "Interior", "files", "impose", "interior_of"]
