"""A reading PDF's pages without what only a screen knows: cover, links, outline, actions, metadata."""

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf

_OF_THE_BOOK = ("/Outlines", "/OpenAction", "/AA", "/AcroForm", "/PageMode", "/PageLayout", "/Metadata", "/PieceInfo",
                "/Collection", "/OCProperties", "/URI", "/Threads")  # fmt: skip
_OF_A_PAGE = ("/Annots", "/AA", "/Tabs", "/Metadata", "/PieceInfo", "/Thumb", "/Dur", "/Trans", "/B")


def bare(pdf: Pdf) -> None:
    """Take away what is not printed; tags and named places stay, by which the pages are proved."""
    for name in _OF_THE_BOOK:
        _drop(pdf.Root, name)
    names = pdf.Root.get("/Names")
    if isinstance(names, Dictionary):
        for name in set(names.keys()) - {"/Dests"}:
            del names[name]
    view = pdf.Root.get("/ViewerPreferences")
    if isinstance(view, Dictionary):
        for name in set(view.keys()) - {"/Direction"}:
            del view[name]
    for page in pdf.pages:
        for name in _OF_A_PAGE:
            _drop(page.obj, name)
    _forget_annotations(pdf)
    if "/Info" in pdf.trailer:
        del pdf.trailer["/Info"]


def forget_unshown(pdf: Pdf) -> None:
    """Take pictures and forms that no page shows any more out of the pages' resources, which many pages share."""
    shown: dict[tuple[int, int], set[str]] = {}
    for page in pdf.pages:
        if "/Contents" in page.obj and page.obj.Resources.is_indirect:
            names = {str(one.operands[0]) for one in pikepdf.parse_content_stream(page, "Do")}
            shown.setdefault(page.obj.Resources.objgen, set()).update(names)
    for place, names in shown.items():
        held = pdf.get_object(place).get("/XObject")
        if isinstance(held, Dictionary):
            for name in set(held.keys()) - names:
                del held[name]


def _drop(holder: Object, name: str) -> None:
    if name in holder:
        del holder[name]


def _forget_annotations(pdf: Pdf) -> None:
    """Take the references to annotations, and the cover's tags, out of the structure."""
    pages = {page.obj.objgen for page in pdf.pages}
    waiting: list[Object] = [pdf.Root.StructTreeRoot] if "/StructTreeRoot" in pdf.Root else []
    while waiting:
        element = waiting.pop()
        kids = element.get("/K")
        if isinstance(kids, Array):
            stay = [kid for kid in kids if _stays(kid, pages)]
            if len(stay) < len(kids):
                element.K = Array(stay)
            waiting += [kid for kid in stay if isinstance(kid, Dictionary)]
        elif isinstance(kids, Dictionary):
            if _stays(kids, pages):
                waiting.append(kids)
            else:
                del element["/K"]


def _stays(kid: Object | int, pages: set[tuple[int, int]]) -> bool:
    if not isinstance(kid, Dictionary):
        return True
    page = kid.get("/Pg")
    return kid.get("/Type") != Name.OBJR and not (isinstance(page, Dictionary) and page.objgen not in pages)
