"""Where words stand on finished pages and which way up, as pdfium sees them."""

import math
from collections.abc import Iterator, Sequence
from contextlib import closing
from typing import Any, NamedTuple

from fic2book.raster.pages import Box, opened_document


class Line(NamedTuple):
    """A line of words, or a part of one."""

    box: Box
    angle: float
    """How its middle letter stands: degrees clockwise from upright, in the page's own coordinates, 0 to 360."""


class PageSeen(NamedTuple):
    """One page."""

    box: Box
    """What is shown of it after the knife, in its own coordinates."""
    turns: int
    """Quarters by which a viewer turns it clockwise."""
    lines: tuple[Line, ...]
    texts: tuple[str, ...]
    """What begins inside of each part that was asked for, in the order in which it is read on the unturned page."""
    has_spoken_words: bool
    """Whether words are written for what is drawn (``/ActualText``: ligatures, hyphens).

    pdfium forgets to move these with a form, so on a sheet it finds them at another place.
    """


class Cut(NamedTuple):
    """A part of a page that is read or looked at."""

    page: int
    """0-based."""
    box: Box
    is_turned: bool = False
    """Whether it stands on its head."""


def pdf_seen(pdf: bytes, parts: Sequence[Box] = ()) -> Iterator[PageSeen]:
    """Yield what is seen of the words of each page; ``parts`` are read one by one, else all that is shown."""
    with closing(opened_document(pdf)) as document:
        for page in document:
            words = page.get_textpage()
            shown = _shown(page)
            texts = tuple(words.get_text_bounded(*box) for box in parts or (shown,))
            yield PageSeen(shown, page.get_rotation() // 90, tuple(_lines(words)), texts, _has_spoken(page))
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
            for cut in _of(cuts, number, is_turned=is_turned):
                texts[cut] = words.get_text_bounded(*cut.box)
            words.close()
            page.close()
    return tuple(texts[cut] for cut in cuts)


def pdf_looks(pdf: bytes, cuts: Sequence[Cut], size: tuple[int, int]) -> tuple[bytes, ...]:
    """Return each cut as a small grey picture of so many pixels, a byte each, upright."""
    from PIL import Image as pictures  # noqa: N813 — 0.1 s that --help must not wait for

    looks: list[bytes] = []
    with closing(opened_document(pdf)) as document:
        for cut in cuts:
            page = document[cut.page]
            left, bottom, right, top = page.get_bbox()
            crop = (cut.box[0] - left, cut.box[1] - bottom, right - cut.box[2], top - cut.box[3])
            if page.get_rotation() % 180 == 0:
                drawn = page.render(
                    scale=2 * size[1] / (cut.box[3] - cut.box[1]), crop=tuple(max(0, one) for one in crop)
                )
            else:
                drawn = page.render(scale=2 * size[1] / (cut.box[2] - cut.box[0]))
            picture = drawn.to_pil().convert("L").resize(size, pictures.Resampling.BOX)
            looks.append((picture.rotate(180) if cut.is_turned else picture).tobytes())
            page.close()
    return tuple(looks)


def pdf_entry(pdf: bytes, key: str) -> str:
    """Return an entry of the document's information; empty where there is none."""
    with closing(opened_document(pdf)) as document:
        return str(document.get_metadata_value(key))


def _of(cuts: Sequence[Cut], page: int, *, is_turned: bool) -> Iterator[Cut]:
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


def _has_spoken(page: Any) -> bool:  # noqa: ANN401 — the same
    from pypdfium2 import raw  # late: as the library itself

    drawn = (raw.FPDFPage_GetObject(page, number) for number in range(raw.FPDFPage_CountObjects(page)))
    return any(
        raw.FPDFPageObjMark_GetParamValueType(raw.FPDFPageObj_GetMark(one, mark), b"ActualText")
        for one in drawn
        for mark in range(raw.FPDFPageObj_CountMarks(one))
    )


def _lines(words: Any) -> Iterator[Line]:  # noqa: ANN401 — the same
    from pypdfium2 import raw  # late: as the library itself

    for number in range(words.count_rects()):
        left, bottom, right, top = box = words.get_rect(number)
        reach = (right - left) / 2 + 1, (top - bottom) / 2 + 1
        letter = words.get_index((left + right) / 2, (bottom + top) / 2, *reach)
        angle = math.degrees(raw.FPDFText_GetCharAngle(words, letter)) if letter is not None else 0.0
        yield Line(box, angle % 360)
