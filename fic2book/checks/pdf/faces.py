"""The PDF brings its fonts, and every sign in it has a shape."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from pikepdf import Array, Dictionary, Name, Object, Stream

from fic2book.checks.pdf.opened import Opened
from fic2book.model import Problem, Severity

_EMBEDDED = ("/FontFile", "/FontFile2", "/FontFile3")
_FIXED_PITCH = 1  # the flag of a font descriptor, ISO 32000-1, table 123
_SHOWN = re.compile(rb"/(?P<font>[^\s/<>\[\]()]+)\s+-?[\d.]+\s+Tf\b|<(?P<glyphs>[0-9A-Fa-f]{4,})>")
_MAPPED = re.compile(rb"<([0-9A-Fa-f]{4})>\s*<((?:[0-9A-Fa-f]{4})+)>")
_ENCODED = re.compile(rb"<([0-9A-Fa-f]{4})>\s+0*[1-9]")
_MOST = 12  # characters named in one sentence
_NO_SHAPE = b"0000"  # glyph 0 of a font with two-byte codes: .notdef, the empty box


def problems(book: Opened) -> Iterator[Problem]:
    """Look at every font and at every glyph that is shown."""
    fonts = {font.objgen: font for painted in _painted(book) for font in painted.fonts.values()}
    for font in fonts.values():
        if not _is_embedded(font):
            said = f"the font {_name(font)} is not in the PDF: other machines show another one, or nothing."
            yield Problem(code="font-missing", severity=Severity.ERROR, message=said)
    without_shape = sorted({sign for font in fonts.values() for sign in _left_out(font)})
    if without_shape:
        named = ", ".join(f"{sign} (U+{ord(sign):04X})" for sign in without_shape[:_MOST])
        more = f" and {len(without_shape) - _MOST} more" if len(without_shape) > _MOST else ""
        said = f"no font on the machine that made the PDF has {named}{more}: readers see empty boxes."
        yield Problem(code="glyph-missing", severity=Severity.ERROR, message=said)
    boxes_on = Counter[int]()
    for painted in _painted(book):
        boxes_on[painted.page] += _boxes(painted)
    for number, boxes in sorted(boxes_on.items()):
        if boxes:
            many = f"{boxes} characters have" if boxes > 1 else "a character has"
            said = f"on page {book.labels[number]} of the PDF {many} no shape in the font: readers see an empty box."
            yield Problem(code="glyph-missing", severity=Severity.ERROR, message=said, place=book.labels[number])


def families(book: Opened) -> dict[str, frozenset[str]]:
    """Return the faces in which the PDF shows text, each with the characters that it brings for it.

    Typewriter faces are left out: ``code`` asks for whichever the machine has.
    """
    all_fonts = (font for painted in _painted(book) for font in painted.fonts.values())
    fonts = {font.objgen: font for font in all_fonts if not _is_typewriter(font)}
    found: dict[str, frozenset[str]] = {}
    for font in fonts.values():
        name = _name(font).partition("+")[2] or _name(font)
        found[name] = found.get(name, frozenset()) | _characters(font)
    return found


def _characters(font: Object) -> frozenset[str]:
    """Return the characters for which a font has shapes in the book."""
    shapes = _shapes(font)
    return frozenset(sign for code, sign in _meanings(font).items() if shapes is None or code in shapes)


def _left_out(font: Object) -> frozenset[str]:
    """Return the characters that the book shows in a font without a shape for them."""
    shapes = _shapes(font)
    meanings = _meanings(font)
    return frozenset(sign for code, sign in meanings.items() if shapes is not None and code not in shapes and code)


def _meanings(font: Object) -> dict[int, str]:
    """Return what each code of a font stands for, as its ToUnicode map says: its first character."""
    table = font.get("/ToUnicode")
    if not isinstance(table, Stream):
        return {}
    pairs = _MAPPED.findall(table.read_bytes())
    texts = ((int(code, 16), bytes.fromhex(text.decode()).decode("utf-16-be", "ignore")[:1]) for code, text in pairs)
    return {code: text for code, text in texts if text not in ("", "\uffff")}


def _shapes(font: Object) -> frozenset[int] | None:
    """Return the codes that lead to a glyph; nothing where all do.

    WeasyPrint gives characters that no font has codes of their own, which the font's encoding leads to glyph 0: the
    empty box.
    """
    encoding = font.get("/Encoding")
    if not isinstance(encoding, Stream):
        return None
    return frozenset(int(code, 16) for code in _ENCODED.findall(encoding.read_bytes()))


class _Painted(NamedTuple):
    """A page, or a form that is painted on it, as a running head is."""

    page: int
    streams: tuple[Object, ...]
    fonts: dict[str, Object]
    """By the name that its text uses."""


def _painted(book: Opened) -> Iterator[_Painted]:
    """Yield each page, and each form that it names, at any depth, once for the page."""
    for number, page in enumerate(book.pdf.pages):
        contents = page.obj.get("/Contents")
        streams = contents if isinstance(contents, Array) else () if contents is None else (contents,)
        waiting = [(tuple(streams), page.obj.get("/Resources"))]
        known: set[tuple[int, int]] = set()
        while waiting:
            painted, resources = waiting.pop(0)
            yield _Painted(number, painted, _named(resources, "/Font", Dictionary))
            for form in _named(resources, "/XObject", Stream).values():
                if form.get("/Subtype") == "/Form" and form.objgen not in known:
                    known.add(form.objgen)
                    waiting.append(((form,), form.get("/Resources")))


def _named(resources: object, key: str, kind: type) -> dict[str, Object]:
    """Return what resources name under a key."""
    found = resources.get(key) if isinstance(resources, Dictionary) else None
    return {name: one for name, one in found.items() if isinstance(one, kind)} if isinstance(found, Dictionary) else {}


def _is_embedded(font: Object) -> bool:
    if font.get("/Subtype") == "/Type3":
        return "/CharProcs" in font
    descriptor = _descriptor(font)
    return descriptor is not None and any(name in descriptor for name in _EMBEDDED)


def _is_typewriter(font: Object) -> bool:
    descriptor = _descriptor(font)
    return descriptor is not None and bool(int(descriptor.get("/Flags", 0)) & _FIXED_PITCH)


def _descriptor(font: Object) -> Dictionary | None:
    inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
    descriptor = inner.get("/FontDescriptor")
    return descriptor if isinstance(descriptor, Dictionary) else None


def _name(font: Object) -> str:
    name = font.get("/BaseFont")
    return str(name).removeprefix("/") if isinstance(name, Name) else "without a name"


def _boxes(painted: _Painted) -> int:
    """Count the glyphs without a shape. Only two-byte fonts are looked at: WeasyPrint writes no others for text."""
    content = b"\n".join(stream.read_bytes() for stream in painted.streams)
    if _NO_SHAPE not in content:
        return 0
    boxes = 0
    is_wide = False
    for shown in _SHOWN.finditer(content):
        if shown["font"]:
            font = painted.fonts.get(f"/{shown['font'].decode('latin-1')}")
            is_wide = font is not None and font.get("/Subtype") == "/Type0"
        elif is_wide:
            glyphs = shown["glyphs"]
            boxes += sum(glyphs[place : place + 4] == _NO_SHAPE for place in range(0, len(glyphs), 4))
    return boxes
