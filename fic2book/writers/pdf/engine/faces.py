"""Each face of the theme once in the book: a subset of all glyphs that any piece of it shows."""

from collections.abc import Mapping

from pikepdf import Name, Object, Pdf, Stream

from fic2book import fonts
from fic2book.press import Shown


class Shared:
    """The faces of a book while it is put together."""

    def __init__(self, pdf: Pdf, origins: Mapping[str, bytes]) -> None:
        self._pdf = pdf
        self._origins = origins
        self._glyphs: dict[str, set[int]] = {}
        self._descriptors: dict[str, list[Object]] = {}

    def take(self, used: Object, faces: Mapping[str, Shown]) -> None:
        """Take the fonts of a piece, as its pages name them."""
        for font in used.values():
            shown = faces.get(str(font.get("/BaseFont", "")).removeprefix("/"))
            if shown is None or shown.origin not in self._origins or "/DescendantFonts" not in font:
                continue
            descriptor = font.DescendantFonts[0].FontDescriptor
            if "/FontFile2" not in descriptor:
                self._glyphs.setdefault(shown.origin, set()).update(shown.glyphs)
                self._descriptors.setdefault(shown.origin, []).append(descriptor)

    def finish(self) -> None:
        """Make the subsets, and hang each on all fonts that show it."""
        for origin in sorted(self._glyphs):
            data = fonts.glyphs(self._origins[origin], frozenset(self._glyphs[origin]))
            stream = self._pdf.make_indirect(Stream(self._pdf, data))
            stream.Length1 = len(data)
            for descriptor in self._descriptors[origin]:
                descriptor[Name.FontFile2] = stream
