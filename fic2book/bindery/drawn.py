"""All that a PDF's pages draw with: contents, forms, patterns, glyphs, pictures, shadings and graphics states."""

from collections.abc import Iterator
from typing import NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, Stream

_ELSEWHERE = frozenset({"/Parent", "/P", "/StructParents", "/Annots", "/Metadata", "/PieceInfo", "/FontDescriptor"})
"""What leads from a page to what it does not draw."""


_PAINTING = frozenset(
    ("Tj", "TJ", "'", '"', "f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "Do", "sh", "INLINE IMAGE")
)
"""The operators that leave ink, and pikepdf's name for a picture that stands in the content itself."""


class Drawn(NamedTuple):
    """A content stream with what its names stand for."""

    content: Stream | Page
    resources: Dictionary


class Drawing(NamedTuple):
    """Everything, each thing once."""

    contents: tuple[Drawn, ...]
    pictures: tuple[Stream, ...]
    shadings: tuple[Dictionary | Stream, ...]
    states: tuple[Dictionary, ...]
    forms: tuple[Stream, ...]


def drawing(pdf: Pdf) -> Drawing:
    """Return what the pages draw with, in their order."""
    found = list(_reached(pdf))
    streams = [one for one in found if isinstance(one, Stream)]
    forms = [one for one in streams if one.get("/Subtype") == Name.Form]
    patterns = [one for one in streams if one.get("/PatternType") == 1]
    pages = [Drawn(page, _resources(page.obj)) for page in pdf.pages if "/Contents" in page.obj]
    glyphs = [
        Drawn(glyph, _resources(font))
        for font in found
        if isinstance(font, Dictionary) and font.get("/Subtype") == Name.Type3
        for glyph in font.CharProcs.values()
        if isinstance(glyph, Stream)
    ]
    return Drawing(
        contents=(*pages, *(Drawn(one, _resources(one)) for one in (*forms, *patterns)), *glyphs),
        pictures=tuple(one for one in streams if one.get("/Subtype") == Name.Image),
        shadings=tuple(one for one in found if isinstance(one, Dictionary | Stream) and "/ShadingType" in one),
        states=tuple(_states(found)),
        forms=tuple(forms),
    )


def is_blank(page: Page) -> bool:
    """Tell whether a page shows nothing."""
    if "/Contents" not in page.obj:
        return True
    return not any(str(one.operator) in _PAINTING for one in pikepdf.parse_content_stream(page))


def _resources(holder: Object) -> Dictionary:
    own = holder.get("/Resources")
    return own if isinstance(own, Dictionary) else Dictionary()


def _states(found: list[Object]) -> Iterator[Dictionary]:
    for one in found:
        states = one.get("/ExtGState") if isinstance(one, Dictionary) else None
        if isinstance(states, Dictionary):
            yield from (state for state in states.values() if isinstance(state, Dictionary))


def _reached(pdf: Pdf) -> Iterator[Object]:
    """Yield every dictionary and stream that the pages lead to."""
    waiting: list[Object] = [page.obj for page in reversed(pdf.pages)]
    seen: set[tuple[int, int]] = set()
    while waiting:
        one = waiting.pop()
        if one.is_indirect:
            if one.objgen in seen:
                continue
            seen.add(one.objgen)
        if isinstance(one, Array):
            waiting += [kid for kid in one if isinstance(kid, Array | Dictionary | Stream)]
        else:
            yield one
            kids = (kid for key, kid in one.items() if key not in _ELSEWHERE)
            waiting += [kid for kid in kids if isinstance(kid, Array | Dictionary | Stream)]
