"""Each face of the theme once in the book: a subset of all glyphs that any piece of it shows, one font that shows them.

A piece of its own has its own table of widths, since what stands between its glyphs was computed from them as they
were rounded. Where two pieces have rounded otherwise, the face has two fonts with one file.
"""

import itertools
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from pikepdf import Array, Name, Object, Pdf, Stream

from fic2book import fonts
from fic2book.press import Glyph, Shown

Origins = Callable[[str, int, int], tuple[bytes, int] | None]
"""SHA-256 and size of a font's file, and a face's number in it → that file, where it is here, and the number."""

_Origin = tuple[str, int, int]
_CFF = b"OTTO"
_AT_ONCE = 100  # pairs in one block of a CMap, Adobe Technical Note 5411
_BEGIN = b"""/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
"""
_END = b"endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"


class _Font(NamedTuple):
    """A font of the book, with the width of each glyph that it shows."""

    object: Object
    widths: dict[int, int]


class Shared:
    """The faces of a book while it is put together."""

    def __init__(self, pdf: Pdf, origins: Origins) -> None:
        self._pdf = pdf
        self._origins = origins
        self._fonts: dict[_Origin, list[_Font]] = {}
        self._descriptors: dict[_Origin, list[Object]] = {}
        self._meanings: dict[_Origin, dict[int, str]] = {}

    def take(self, used: Object, faces: Mapping[str, Shown]) -> None:
        """Take the fonts of a piece as its pages name them, and let those names mean the book's."""
        for name, font in list(used.items()):
            shown = faces.get(str(font.get("/BaseFont", "")).removeprefix("/"))
            if shown is None or "/DescendantFonts" not in font or not self._origins(*_origin(shown)):
                continue
            meanings = self._meanings.setdefault(_origin(shown), {})
            for glyph in shown.glyphs:
                meanings.setdefault(glyph.number, glyph.text)
            if shown.is_whole:
                used[name] = self._font(font, shown)
            else:  # it has signs that the face lacks, and so codes of its own
                self._descriptors.setdefault(_origin(shown), []).append(font.DescendantFonts[0].FontDescriptor)

    def finish(self) -> None:
        """Make the subsets, and write what each font shows."""
        for origin, meanings in sorted(self._meanings.items()):
            data, index = self._origins(*origin) or (b"", 0)
            key, stream = self._file(fonts.glyphs(data, index, frozenset(meanings)))
            for descriptor in self._descriptors.get(origin, ()):
                descriptor[key] = stream
            for font in self._fonts.get(origin, ()):
                descendant = font.object.DescendantFonts[0]
                descendant.FontDescriptor[key] = stream
                descendant.W = Array(_runs(font.widths))
                shown = {number: meanings[number] for number in sorted(font.widths)}
                font.object.ToUnicode = self._pdf.make_indirect(Stream(self._pdf, _cmap(shown)))

    def _file(self, data: bytes) -> tuple[str, Object]:
        """Return a font's file, and the key under which a descriptor has it (ISO 32000-1, table 126)."""
        stream = self._pdf.make_indirect(Stream(self._pdf, data))
        if data.startswith(_CFF):
            stream.Subtype = Name.OpenType
            return "/FontFile3", stream
        stream["/Length1"] = len(data)
        return "/FontFile2", stream

    def _font(self, font: Object, shown: Shown) -> Object:
        """Return the first of the face's fonts that agrees in all widths, or this one."""
        some = self._fonts.setdefault(_origin(shown), [])
        found = next((one for one in some if _agrees(one.widths, shown.glyphs)), None)
        if found is None:
            found = _Font(font, {})
            some.append(found)
        found.widths.update({glyph.number: glyph.width for glyph in shown.glyphs})
        return found.object


def _origin(shown: Shown) -> _Origin:
    return shown.origin, shown.size, shown.number


def _agrees(widths: Mapping[int, int], glyphs: tuple[Glyph, ...]) -> bool:
    return all(widths.get(glyph.number, glyph.width) == glyph.width for glyph in glyphs)


def _runs(widths: Mapping[int, int]) -> Iterator[object]:
    """Yield widths as ISO 32000-1, 9.7.4.3 has them: the first glyph of each run, then its widths."""
    numbered = enumerate(sorted(widths))
    for _, run in itertools.groupby(numbered, key=lambda pair: pair[1] - pair[0]):
        numbers = [number for _, number in run]
        yield numbers[0]
        yield Array([widths[number] for number in numbers])


def _cmap(meanings: Mapping[int, str]) -> bytes:
    lines = [f"<{number:04x}> <{text.encode('utf-16-be').hex()}>" for number, text in meanings.items()]
    blocks = [lines[start : start + _AT_ONCE] for start in range(0, len(lines), _AT_ONCE)]
    said = "".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks)
    return _BEGIN + said.encode() + _END
