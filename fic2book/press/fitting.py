"""Text that only just fits into a line, or only just does not.

WeasyPrint asks Pango where the text of a box ends its line, and measures the answer again: with the space behind the
last word, which needs no room there, and with word spaces that Pango counts otherwise at a box's ends. Where Pango
says that all fits and the second measure denies it, the line ends at the first place of the box instead of the last:
a line of two words in the middle of a paragraph. Here the line ends behind such a box if its words fit; if they do
not, the box is split again with so much less room that both agree.
"""

import contextlib
import math
from collections.abc import Iterator

from fic2book.press.parts import Box

_NARROWEST = 0.25  # em, a letter on the average: longer text needs more than a line, and both measures say so
_DOUBT = 0.1  # em: how much the two measures differ


@contextlib.contextmanager
def fitted() -> Iterator[None]:
    """Split boxes whose text nearly fills a line where both measures agree."""
    from weasyprint.layout import inline

    usual = getattr(inline, "split_first_line", None)
    if usual is None:
        yield
        return

    def split(text: str, style: Box, context: Box, room: float | None, *rest: Box, **more: Box) -> Box:
        found = usual(text, style, context, room, *rest, **more)
        if room is None or _is_clear(text, style, room, found):
            return found
        words = text.rstrip(" ")
        layout, length, _, width, *heights = whole = usual(words, style, context, None, *rest, **more)
        doubt = _DOUBT * style["font_size"] + 2 * abs(style["word_spacing"])
        if width <= room:
            return whole if words == text else (layout, length, len(text.encode()), width, *heights)
        if width <= room + doubt:
            return usual(text, style, context, room - doubt, *rest, **more)
        return found

    inline.split_first_line = split
    try:
        yield
    finally:
        inline.split_first_line = usual


def _is_clear(text: str, style: Box, room: float, found: Box) -> bool:
    """Tell whether all text fits, or so much of it does not that nothing is to be doubted."""
    _, _, resume_at, width, _, _ = found
    fits = resume_at is None and width <= room
    return fits or not math.isfinite(room) or "\n" in text or len(text) * style["font_size"] * _NARROWEST > room
