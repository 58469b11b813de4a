"""Finished PDFs as pixels and as text: the only pdfium."""

import io
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import groupby
from operator import itemgetter
from typing import Any

from fic2book.errors import OutputError

_NO_PAGE = "Build the book again."
Box = tuple[float, float, float, float]
"""Left, bottom, right, top in points from the page's lower left corner."""


def page_count(pdf: bytes) -> int:
    """Return the number of pages of a PDF."""
    with closing(opened_document(pdf)) as document:
        return len(document)


def pdf_pages(pdf: bytes, scale: float = 1.0) -> Iterator[bytes]:
    """Yield each page as PNG; ``scale`` 1 is 72 pixels an inch."""
    with closing(opened_document(pdf)) as document:
        for page in document:
            target = io.BytesIO()
            page.render(scale=scale).to_pil().save(target, "PNG")
            page.close()
            yield target.getvalue()


def pdf_text(pdf: bytes) -> Iterator[str]:
    """Yield each page's text as pdfium reads it: in painting order, lines ended by CR LF."""
    with closing(opened_document(pdf)) as document:
        for page in document:
            words = page.get_textpage()
            yield words.get_text_range()
            words.close()
            page.close()


def pdf_text_in(pdf: bytes, boxes: Sequence[tuple[int, Box]]) -> tuple[str, ...]:
    """Return the text whose letters begin inside boxes of pages (from 0), in the order of the boxes."""
    texts: dict[tuple[int, Box], str] = {}
    with closing(opened_document(pdf)) as document:
        for number, own in groupby(sorted(set(boxes)), key=itemgetter(0)):
            page = document[number]
            words = page.get_textpage()
            texts |= {(number, box): words.get_text_bounded(*box) for _, box in own}
            words.close()
            page.close()
    return tuple(texts[box] for box in boxes)


def pdf_outline(pdf: bytes) -> dict[str, int]:
    """Return the pages of what the outline names, from 0; of two with one name the first."""
    places: dict[str, int] = {}
    with closing(opened_document(pdf)) as document:
        for entry in document.get_toc():
            place = entry.get_dest()
            if place is not None:
                places.setdefault(entry.get_title(), place.get_index())
    return places


def opened_document(pdf: bytes) -> Any:  # noqa: ANN401 — pypdfium2 has no types
    """Return an opened PDF, to be closed; raises ``OutputError`` where there is none."""
    import pypdfium2  # a library of 4 MB that only a finished PDF needs

    try:
        return pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as error:
        reason = "the PDF cannot be opened again"
        raise OutputError(reason, way_out=_NO_PAGE) from error
