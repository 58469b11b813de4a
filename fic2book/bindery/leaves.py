"""The leaves of a reading PDF that are bound: all but those of its cover, which goes round them."""

import io
from typing import Any

import pikepdf
from pikepdf import Array, Name, Pdf


def interior(pdf: bytes) -> bytes:
    """Return a book's PDF without the pages of its cover; its first page is the first recto.

    A reading PDF labels the cover's pages C1, C2 (``/PageLabels`` with the prefix C); a PDF without such labels has
    none and is given back as it is.
    """
    with pikepdf.open(io.BytesIO(pdf)) as book:
        front = _cover_pages(book)
        if not front:
            return pdf
        labels = _labels(book)
        del book.pages[:front]
        book.Root.PageLabels.Nums = Array(
            [piece for start, style in labels if start >= front for piece in (start - front, style)]
        )
        out = io.BytesIO()
        book.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return out.getvalue()


def _cover_pages(book: Pdf) -> int:
    """Return where the first pages end that are labelled as a cover's."""
    labels = _labels(book)
    if not labels or str(labels[0][1].get(Name.P, "")) != "C":
        return 0
    return labels[1][0] if len(labels) > 1 else 0


def _labels(book: Pdf) -> list[tuple[int, pikepdf.Object]]:
    nums: Any = book.Root.PageLabels.Nums if Name.PageLabels in book.Root else []
    return [(int(nums[place]), nums[place + 1]) for place in range(0, len(nums), 2)]
