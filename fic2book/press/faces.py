"""The faces of this machine, as fontconfig knows them, and where it looks for a glyph that a face lacks."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from fic2book.press import pango


class Installed(NamedTuple):
    """A face of this machine."""

    family: str
    style: str
    """As its maker calls it: ``Regular``, ``Bold Italic``."""
    path: Path


@cache
def installed() -> tuple[Installed, ...]:
    """Return the faces of this machine in the order of their files; none when the press does not work here."""
    if pango.available():
        return ()
    from weasyprint.text.ffi import ffi, fontconfig

    config = ffi.gc(fontconfig.FcInitLoadConfigAndFonts(), fontconfig.FcConfigDestroy)
    found = fontconfig.FcConfigGetFonts(config, fontconfig.FcSetSystem)
    value = ffi.new("FcChar8 **")

    def text(pattern: object, name: bytes, number: int = 0) -> str:
        there = fontconfig.FcPatternGetString(pattern, name, number, value) == fontconfig.FcResultMatch
        return ffi.string(value[0]).decode("utf-8", "replace") if there else ""

    faces = set()
    for pattern in found.fonts[0 : found.nfont]:
        numbers = iter(range(99))
        for family in iter(lambda: text(pattern, b"family", next(numbers)), ""):  # noqa: B023 - used up at once
            faces.add(Installed(family, text(pattern, b"style"), Path(text(pattern, b"file"))))
    return tuple(sorted(faces, key=lambda face: (face.path, face.family, face.style)))


@cache
def look_for_glyphs(rules: str) -> None:
    """Tell fontconfig once where to look; Pango asks its current configuration, for which WeasyPrint has no name."""
    from weasyprint.text.ffi import ffi, fontconfig

    if rules:
        ffi.cdef("FcConfig * FcConfigGetCurrent (void);", override=True)
        fontconfig.FcConfigParseAndLoadFromMemory(fontconfig.FcConfigGetCurrent(), rules.encode(), False)  # noqa: FBT003 - C
