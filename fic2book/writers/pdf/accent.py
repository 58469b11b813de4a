"""The book's one colour on paper: ornaments and the rules at titles take it from the cover; words stay black.

A story's pages are typeset in a colour that stands for it, and painted in the book's own when the book is put together:
another cover, as a new author's name can bring, typesets no story again.
"""

import re
from collections.abc import Iterable

STANDS_FOR_IT = "#fd02fe"
"""Nobody's colour; as a PDF says it, ``_SAID``."""

_SAID = re.compile(rb"(?<![\d.])0?\.992\d* 0?\.0078\d* 0?\.996\d* (rg|RG)\b")
_SHADED = b"radient"  # a gradient's colours stand elsewhere in a PDF
_RULES = ".story-title::before, .story-title::after, .opener::after"


def css(colour: str) -> str:
    """Return the rules for a colour (``#rrggbb``); none when everything is black."""
    return f"{_RULES} {{ border-color: {colour} }}" if colour else ""


def stand_in(colour: str, drawings: Iterable[bytes]) -> str:
    """Return the colour in which to typeset for a book's own; that itself where a drawing has it in shades."""
    is_shaded = any(_SHADED in drawing for drawing in drawings)
    return STANDS_FOR_IT if colour and not is_shaded else colour


def is_in(content: bytes) -> bool:
    """Tell whether a content stream paints in the colour that stands for the book's."""
    return _SAID.search(content) is not None


def painted(content: bytes, colour: str) -> bytes:
    """Return a content stream in the book's own colour; as it is where the book has none."""
    if not colour:
        return content
    parts = " ".join(f"{int(colour[start : start + 2], 16) / 255:.6g}" for start in (1, 3, 5))
    return _SAID.sub(rf"{parts} \1".encode(), content)


def coloured(drawing: bytes, colour: str) -> bytes:
    """Return an ornament in the colour: an SVG takes it wherever it names none itself; other pictures stay."""
    root = b"<svg "
    if not colour or root not in drawing:
        return drawing
    return drawing.replace(root, f'<svg fill="{colour}" color="{colour}" '.encode(), 1)
