"""Where words stand on finished pages and which way up, as pdfium sees them."""

import ctypes
import math
from collections.abc import Iterator, Sequence
from contextlib import closing
from typing import Any, NamedTuple

from fic2book.raster.pages import Box, opened_document

_SAMPLES = 60
"""Letters that are looked at of each page; a turned page turns nearly all of its letters."""


class Spot(NamedTuple):
    """One letter of a page."""

    x: float
    y: float
    angle: float
    """Degrees against the clock, as it stands in the page's own coordinates; 0 to 360."""


class PageSeen(NamedTuple):
    """One page."""

    box: Box
    """What is shown of it after the knife, in its own coordinates."""
    turns: int
    """Quarters by which a viewer turns it clockwise."""
    spots: tuple[Spot, ...]
    """Some of its letters."""
    lines: tuple[Box, ...]
    """Boxes of all its words, a line or a part of one each."""


class Cut(NamedTuple):
    """A part of a page that is read or looked at."""

    page: int
    """0-based."""
    box: Box
    is_turned: bool = False
    """Whether it stands on its head."""


def pdf_seen(pdf: bytes) -> Iterator[PageSeen]:
    """Yield what is seen of the words of each page."""
    with closing(opened_document(pdf)) as document:
        for page in document:
            words = page.get_textpage()
            yield PageSeen(_shown(page), page.get_rotation() // 90, tuple(_spots(words)), tuple(_lines(words)))
            words.close()
            page.close()


def pdf_text_cut(pdf: bytes, cuts: Sequence[Cut]) -> tuple[str, ...]:
    """Return the text whose letters begin inside each cut, in their order; a turned one is read as it stands.

    pdfium puts the words of a line in order as they are seen, so a page that stands on its head has to be turned first.
    """
    texts: dict[Cut, str] = {}
    with closing(opened_document(pdf)) as document:
        for number, is_turned in sorted({(cut.page, cut.is_turned) for cut in cuts}):
            page = document[number]
            if is_turned:
                page.set_rotation((page.get_rotation() + 180) % 360)
            words = page.get_textpage()
            for cut in cuts_of(cuts, number, is_turned=is_turned):
                texts[cut] = words.get_text_bounded(*cut.box)
            words.close()
            page.close()
    return tuple(texts[cut] for cut in cuts)


def cuts_of(cuts: Sequence[Cut], page: int, *, is_turned: bool) -> Iterator[Cut]:
    """Give the cuts of one page that stand one way up."""
    return (cut for cut in cuts if (cut.page, cut.is_turned) == (page, is_turned))


def _shown(page: Any) -> Box:  # noqa: ANN401 — pypdfium2 has no types
    """Return the trim box as far as it is shown, the shown box where there is none."""
    left, bottom, right, top = page.get_bbox()
    trim = page.get_trimbox(fallback_ok=False)
    if trim:
        within = max(left, trim[0]), max(bottom, trim[1]), min(right, trim[2]), min(top, trim[3])
        if within[0] < within[2] and within[1] < within[3]:
            return within
    return left, bottom, right, top


def _spots(words: Any) -> Iterator[Spot]:  # noqa: ANN401 — the same
    from pypdfium2 import raw  # late: as the library itself

    across, up = ctypes.c_double(), ctypes.c_double()
    letters = words.count_chars()
    for number in range(0, letters, max(1, letters // _SAMPLES)):
        if chr(raw.FPDFText_GetUnicode(words, number)).isalnum():
            raw.FPDFText_GetCharOrigin(words, number, across, up)
            yield Spot(across.value, up.value, math.degrees(raw.FPDFText_GetCharAngle(words, number)) % 360)


def _lines(words: Any) -> Iterator[Box]:  # noqa: ANN401 — the same
    return (words.get_rect(number) for number in range(words.count_rects()))
