"""Each face of the theme once in the book: a subset of all glyphs that any piece of it shows, one font that shows them.

A piece of its own has its own table of widths, since what stands between its glyphs was computed from them as they
were rounded. Where two pieces have rounded otherwise, the face has two fonts with one file.
"""

import itertools
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from pikepdf import Array, Name, Object, Pdf, Stream

from fic2book import fonts
from fic2book.press import Glyph, Shown

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

    def __init__(self, pdf: Pdf, origins: Mapping[str, bytes]) -> None:
        self._pdf = pdf
        self._origins = origins
        self._fonts: dict[str, list[_Font]] = {}
        self._descriptors: dict[str, list[Object]] = {}
        self._meanings: dict[str, dict[int, str]] = {}

    def take(self, used: Object, faces: Mapping[str, Shown]) -> None:
        """Take the fonts of a piece as its pages name them, and let those names mean the book's."""
        for name, font in list(used.items()):
            shown = faces.get(str(font.get("/BaseFont", "")).removeprefix("/"))
            if shown is None or shown.origin not in self._origins:
                continue
            meanings = self._meanings.setdefault(shown.origin, {})
            for glyph in shown.glyphs:
                meanings.setdefault(glyph.number, glyph.text)
            if is_empty(font):
                used[name] = self._font(font, shown)
            else:  # it has signs that the face lacks, and so codes of its own
                self._descriptors.setdefault(shown.origin, []).append(font.DescendantFonts[0].FontDescriptor)

    def finish(self) -> None:
        """Make the subsets, and write what each font shows."""
        for origin, meanings in sorted(self._meanings.items()):
            data = fonts.glyphs(self._origins[origin], frozenset(meanings))
            stream = self._pdf.make_indirect(Stream(self._pdf, data))
            stream.Length1 = len(data)
            for descriptor in self._descriptors.get(origin, ()):
                descriptor[Name.FontFile2] = stream
            for font in self._fonts.get(origin, ()):
                descendant = font.object.DescendantFonts[0]
                descendant.FontDescriptor[Name.FontFile2] = stream
                descendant.W = Array(_runs(font.widths))
                shown = {number: meanings[number] for number in sorted(font.widths)}
                font.object.ToUnicode = self._pdf.make_indirect(Stream(self._pdf, _cmap(shown)))

    def _font(self, font: Object, shown: Shown) -> Object:
        """Return the first of the face's fonts that agrees in all widths, or this one."""
        some = self._fonts.setdefault(shown.origin, [])
        found = next((one for one in some if _agrees(one.widths, shown.glyphs)), None)
        if found is None:
            found = _Font(font, {})
            some.append(found)
        found.widths.update({glyph.number: glyph.width for glyph in shown.glyphs})
        return found.object


def is_empty(font: Object) -> bool:
    """Tell whether a font was emptied, because the book's own takes its place."""
    return "/DescendantFonts" in font and "/ToUnicode" not in font


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
