"""Small PDFs with a cover, as a press makes them, and what stands in them."""

import io
from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

WIDTH, HEIGHT = 360.0, 576.0  # 5 × 8 in


def reading(*contents: bytes, cover: int = 2, resources: Dictionary | None = None) -> Pdf:
    """Return a PDF of a cover and a page for each content, of the same resources, with what only a screen knows."""
    pdf = pikepdf.new()
    shared = pdf.make_indirect(resources if resources is not None else Dictionary())
    for content in (*[b"1 0 0 rg 0 0 360 576 re f"] * cover, *contents):
        pdf.add_blank_page(page_size=(WIDTH, HEIGHT))
        page = pdf.pages[-1].obj
        page.Resources = shared
        if content:
            page.Contents = pdf.make_stream(content)
    labels = [0, Dictionary(S=Name.D, P=String("C"))] if cover else []
    pdf.Root.PageLabels = Dictionary(Nums=Array([*labels, cover, Dictionary(S=Name.D)]))
    if contents:
        _for_screens(pdf, cover)
    return pdf


def _for_screens(pdf: Pdf, cover: int) -> None:
    """Add a link, an outline, an action, a script, a file, metadata and names for the cover and the first page."""
    first = pdf.pages[cover].obj
    annotation = pdf.make_indirect(
        Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], Dest=Array([first, Name.Fit]))
    )
    first.Annots = Array([annotation])
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem("A line", cover))
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
    pdf.Root.PageMode = Name.UseOutlines
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True, Direction=Name.R2L)
    names = Array(
        [String("a-story"), Array([first, Name.Fit]), String("cover.page"), Array([pdf.pages[0].obj, Name.Fit])]
    )
    script = Dictionary(Names=Array([String("x"), Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))]))
    pdf.Root.Names = Dictionary(Dests=Dictionary(Names=names), JavaScript=script)
    element = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Link, Pg=first))
    element.K = Array([0, Dictionary(Type=Name.OBJR, Obj=annotation)])
    pdf.Root.StructTreeRoot = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=Array([element])))
    pdf.docinfo["/Title"] = "A book"
    with pdf.open_metadata() as metadata:
        metadata["dc:title"] = "A book"


def data(pdf: Pdf) -> bytes:
    """Return a PDF's bytes."""
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def written(stream: Stream | pikepdf.Page) -> list[str]:
    """Return the instructions of a content stream, each as it is written."""
    return [pikepdf.unparse_content_stream([one]).decode() for one in pikepdf.parse_content_stream(stream)]


def objects(pdf: Pdf, kind: Name) -> Iterator[pikepdf.Object]:
    """Yield a PDF's objects of a type."""
    for one in pdf.objects:
        if isinstance(one, Dictionary | Stream) and kind in (one.get("/Type"), one.get("/Subtype")):
            yield one
