"""A fragment on its way from the press: tags tidied, languages said, fonts taken out that the whole book shares."""

import io
from collections.abc import Collection, Mapping, Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf

from fic2book.press import Fragment, Shown
from fic2book.writers.pdf import accent, painted, tags

FIGURES = "/Fic2bookFigures"
"""In a fragment's structure root: the figures, whose boxes move with their pages."""

COLOURED = "/Fic2bookColoured"
"""There too: the streams that paint in the colour which stands for the book's."""


def settled(made: Fragment, languages: Sequence[tuple[str, str]], origins: Collection[str]) -> bytes:
    """Return a fragment's PDF, ready to be put into a book."""
    with pikepdf.open(io.BytesIO(made.pdf)) as pdf:
        tags.tidy(pdf)
        places = {anchor.name: anchor.page for anchor in made.anchors}
        starts = [(places[section], language) for section, language in languages if section in places]
        ends = [*(start for start, _ in starts[1:]), len(pdf.pages)]
        for (start, language), end in zip(starts, ends, strict=True):
            tags.read_in_language(pdf, start, end, language)
        _name_cells(pdf, next((section for section, _ in languages), ""))
        figures = [one for one in tags.elements(pdf) if Name.Figure == one.S and "/BBox" in one.get("/A", Dictionary())]
        pdf.Root.StructTreeRoot[FIGURES] = Array(figures)
        coloured = [one for one in painted.streams(pdf) if _is_content(one) and accent.is_in(one.read_bytes())]
        pdf.Root.StructTreeRoot[COLOURED] = Array(coloured)
        _empty_fonts(pdf, made.faces, origins)
        for key in ("/Names", "/Outlines"):  # the whole book has its own
            if key in pdf.Root:
                del pdf.Root[key]
        return _saved(pdf)


def emptied(data: bytes, faces: Mapping[str, Shown], origins: Collection[str]) -> bytes:
    """Return a PDF without the fonts that the whole book shares."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        _empty_fonts(pdf, faces, origins)
        return _saved(pdf)


def _is_content(stream: Object) -> bool:
    return stream.get("/Subtype") != Name.Image


def _empty_fonts(pdf: Pdf, faces: Mapping[str, Shown], origins: Collection[str]) -> None:
    """Take out of the fonts what the book has once: the face's file, and of a whole one the tables too."""
    for font in pdf.pages[0].obj.Resources.get("/Font", Dictionary()).values():
        shown = faces.get(str(font.BaseFont).removeprefix("/"))
        if shown is None or shown.origin not in origins or "/DescendantFonts" not in font:
            continue
        descendant = font.DescendantFonts[0]
        if "/FontFile2" in descendant.FontDescriptor:
            del descendant.FontDescriptor.FontFile2
            if shown.is_whole:
                del font.ToUnicode, descendant.W


def _name_cells(pdf: Pdf, name: str) -> None:
    """Give the cells of tables names that no other piece of the book gives."""
    for element in tags.elements(pdf):
        if "/ID" in element:
            element.ID = pikepdf.String(f"{name}-{element.ID}")
        headers = element.get("/A", Dictionary()).get("/Headers") if isinstance(element.get("/A"), Dictionary) else None
        if headers is not None:
            element.A.Headers = Array([pikepdf.String(f"{name}-{header}") for header in headers])


def _saved(pdf: Pdf) -> bytes:
    out = io.BytesIO()
    pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate, compress_streams=True)
    return out.getvalue()
