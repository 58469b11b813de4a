"""Widths of words as Pango will set them, measured once for each face."""

import re
from typing import NamedTuple

from fic2book.press.parts import Box, Part

_SPACE = re.compile("[ \u00a0]")


class Face:
    """Widths of words in one face, as Pango sets them."""

    def __init__(self, style: Box) -> None:
        from weasyprint.text.line_break import Layout, line_size

        self.style = style.copy()
        self.style["word_spacing"] = 0  # Pango would widen the spaces, which are measured alone
        self.layout, self.line_size = Layout(self.style), line_size
        self.known: dict[str, float] = {}
        self.space = self.width(" ") + float(style["word_spacing"])
        self.hyphen = self.width(str(style["hyphenate_character"]))

    def width(self, word: str) -> float:
        """Return a word's width in px."""
        width = self.known.get(word)
        if width is None:
            self.layout.set_text(word)
            width = self.known[word] = float(self.line_size(self.layout.get_first_line()[0], self.style)[0])
        return width


class Measured(NamedTuple):
    """A line box's text with the faces that it is set in."""

    text: str
    parts: list[Part]
    faces: list[Face | None]

    def stretch(self, start: int, end: int) -> tuple[float, float]:
        """Return the width of the words between two places, and that of the spaces."""
        if len(self.parts) == 1 and self.faces[0]:
            return _stretch(self.faces[0], self.text[start:end])
        words = spaces = 0.0
        for part, face in zip(self.parts, self.faces, strict=True):
            if face is None:
                words += part.room * (start <= part.start < end)
            elif part.start < end and start < part.start + len(part.text):
                inside = part.text[max(start - part.start, 0) : end - part.start]
                said, gaps = _stretch(face, inside)
                words += said
                spaces += gaps
        return words, spaces

    def words(self, start: int, end: int) -> float:
        """Return the width of the words between two places."""
        return self.stretch(start, end)[0]


def _stretch(face: Face, text: str) -> tuple[float, float]:
    """Return the width of the words of a text in one face, and that of its spaces."""
    if " " not in text and "\u00a0" not in text:  # a word, as most are
        return face.width(text) if text else 0.0, 0.0
    pieces = _SPACE.split(text)
    return sum((face.width(piece) for piece in pieces if piece), 0.0), face.space * (len(pieces) - 1)
