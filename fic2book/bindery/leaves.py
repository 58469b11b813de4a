"""The leaves of a reading PDF that are bound: all but those of its cover, which goes round them."""

import io
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf

from fic2book.bindery.saving import saved


def interior(pdf: bytes) -> bytes:
    """Return a book's PDF without the pages of its cover; its first page is the first recto.

    A reading PDF labels the cover's pages C1, C2 (``/PageLabels`` with the prefix C); a PDF without such labels has
    none and is given back as it is.
    """
    with pikepdf.open(io.BytesIO(pdf)) as book:
        if not cover_pages(book):
            return pdf
        without_cover(book, is_bound=False)
        return saved(book)


def places(pdf: bytes) -> dict[str, int]:
    """Return the 0-based page of every place that has a name, such as a story's id."""
    with pikepdf.open(io.BytesIO(pdf)) as book:
        if "/Names" not in book.Root or "/Dests" not in book.Root.Names:
            return {}
        numbers = {page.obj.objgen: number for number, page in enumerate(book.pages)}
        named = pikepdf.NameTree(book.Root.Names.Dests).items()
        found = {str(name): _page_of(place) for name, place in named}
        return {name: numbers[page] for name, page in found.items() if page in numbers}


def cover_pages(book: Pdf) -> int:
    """Return where the first pages end that are labelled as a cover's."""
    labels = _labels(book)
    if not labels or str(labels[0][1].get(Name.P, "")) != "C":
        return 0
    return labels[1][0] if len(labels) > 1 else 0


def without_cover(book: Pdf, *, is_bound: bool) -> None:
    """Drop the cover's pages; labels and named places move with the others.

    Where pages keep their side of the leaf (``is_bound``) and the cover has an odd number of pages, a blank one stays.
    """
    covers = cover_pages(book)
    left = covers % 2 if is_bound else 0
    dropped = covers - left
    gone = {page.obj.objgen for page in list(book.pages)[:dropped]}
    _shift_labels(book, dropped)
    _forget_places(book, gone)
    del book.pages[:dropped]
    if left:
        for name in {"/Contents", "/StructParents"} & set(book.pages[0].obj.keys()):
            del book.pages[0].obj[name]


def _labels(book: Pdf) -> list[tuple[int, pikepdf.Object]]:
    nums: Any = book.Root.PageLabels.Nums if Name.PageLabels in book.Root else []
    return [(int(nums[place]), nums[place + 1]) for place in range(0, len(nums), 2)]


def _shift_labels(book: Pdf, dropped: int) -> None:
    """Count from the first page that is left; one of the cover keeps its label."""
    labels = _labels(book)
    if dropped:
        starts = [start for start, _ in labels[1:]]
        kept = [(max(start - dropped, 0), style) for (start, style), end in zip(labels, starts, strict=False)
                if end > dropped]  # fmt: skip
        kept += [(max(labels[-1][0] - dropped, 0), labels[-1][1])]
        book.Root.PageLabels.Nums = Array([piece for pair in kept for piece in pair])


def _forget_places(book: Pdf, gone: set[tuple[int, int]]) -> None:
    """Forget the named places on pages that are gone."""
    if "/Names" not in book.Root or "/Dests" not in book.Root.Names:
        return
    places = pikepdf.NameTree(book.Root.Names.Dests)
    for name in [str(name) for name, place in places.items() if _page_of(place) in gone]:
        del places[name]


def _page_of(place: Object) -> tuple[int, int] | None:
    target = place.get("/D") if isinstance(place, Dictionary) else place
    page = target[0] if isinstance(target, Array) and len(target) else None
    return page.objgen if isinstance(page, Dictionary) else None
