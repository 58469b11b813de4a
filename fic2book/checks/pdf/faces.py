"""The PDF brings its fonts, and every sign in it has a shape."""

import re
from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object

from fic2book.checks.pdf.opened import Opened
from fic2book.model import Problem, Severity

_EMBEDDED = ("/FontFile", "/FontFile2", "/FontFile3")
_SHOWN = re.compile(rb"/(?P<font>[^\s/<>\[\]()]+)\s+-?[\d.]+\s+Tf\b|<(?P<glyphs>[0-9A-Fa-f]{4,})>")
_MAPPED = re.compile(rb"<([0-9A-Fa-f]{4})>\s*<((?:[0-9A-Fa-f]{4})+)>")
_NO_SHAPE = b"0000"  # glyph 0 of a font with two-byte codes: .notdef, the empty box


def problems(book: Opened) -> Iterator[Problem]:
    """Look at every font and at every glyph that is shown."""
    fonts = {font.objgen: font for _, page in _pages(book) for font in page.values()}
    for font in fonts.values():
        if not _is_embedded(font):
            said = f"the font {_name(font)} is not in the PDF: other machines show another one, or nothing."
            yield Problem(code="font-missing", severity=Severity.ERROR, message=said)
    for number, page in _pages(book):
        boxes = _boxes(book.pdf.pages[number].obj, page)
        if boxes:
            many = f"{boxes} characters have" if boxes > 1 else "a character has"
            said = f"on page {book.labels[number]} of the PDF {many} no shape in the font: readers see an empty box."
            yield Problem(code="glyph-missing", severity=Severity.ERROR, message=said, place=book.labels[number])


def families(book: Opened) -> dict[str, frozenset[str]]:
    """Return the faces in which the PDF shows text, each with the characters that it brings for it."""
    fonts = {font.objgen: font for _, page in _pages(book) for font in page.values()}
    found: dict[str, frozenset[str]] = {}
    for font in fonts.values():
        name = _name(font).partition("+")[2] or _name(font)
        found[name] = found.get(name, frozenset()) | _characters(font)
    return found


def _characters(font: Object) -> frozenset[str]:
    """Return the characters that a font's glyphs stand for, as its ToUnicode map says."""
    table = font.get("/ToUnicode")
    if table is None:
        return frozenset()
    codes = (code for _, code in _MAPPED.findall(table.read_bytes()))
    return frozenset(bytes.fromhex(code.decode()).decode("utf-16-be", "ignore")[:1] for code in codes) - {"", "\uffff"}


def _pages(book: Opened) -> Iterator[tuple[int, dict[str, Object]]]:
    """Yield each page's number and its fonts by the name that its text uses."""
    for number, page in enumerate(book.pdf.pages):
        resources = page.obj.get("/Resources")
        fonts = resources.get("/Font") if isinstance(resources, Dictionary) else None
        found = dict(fonts.items()) if isinstance(fonts, Dictionary) else {}
        yield number, {name: font for name, font in found.items() if isinstance(font, Dictionary)}


def _is_embedded(font: Object) -> bool:
    if font.get("/Subtype") == "/Type3":
        return "/CharProcs" in font
    inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
    descriptor = inner.get("/FontDescriptor")
    return isinstance(descriptor, Dictionary) and any(name in descriptor for name in _EMBEDDED)


def _name(font: Object) -> str:
    name = font.get("/BaseFont")
    return str(name).removeprefix("/") if isinstance(name, Name) else "without a name"


def _boxes(page: Dictionary, fonts: dict[str, Object]) -> int:
    """Count the glyphs without a shape. Only two-byte fonts are looked at: WeasyPrint writes no others for text."""
    contents = page.get("/Contents")
    if contents is None:
        return 0
    streams = list(contents) if isinstance(contents, Array) else [contents]
    content = b"\n".join(stream.read_bytes() for stream in streams)
    if _NO_SHAPE not in content:
        return 0
    boxes = 0
    is_wide = False
    for shown in _SHOWN.finditer(content):
        if shown["font"]:
            font = fonts.get(f"/{shown['font'].decode('latin-1')}")
            is_wide = font is not None and font.get("/Subtype") == "/Type0"
        elif is_wide:
            glyphs = shown["glyphs"]
            boxes += sum(glyphs[place : place + 4] == _NO_SHAPE for place in range(0, len(glyphs), 4))
    return boxes
