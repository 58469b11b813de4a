"""The outline of the whole book, from the bookmarks of its pieces."""

from collections.abc import Sequence

from pikepdf import Array, Name, OutlineItem, Pdf

from fic2book.press import Bookmark


def write(pdf: Pdf, bookmarks: Sequence[tuple[Bookmark, int]]) -> None:
    """Write the outline; a bookmark hangs below the last one of a lower level."""
    with pdf.open_outline() as tree:
        tree.root.clear()
        above: list[tuple[int, OutlineItem]] = []
        for mark, page in bookmarks:
            place = Array([pdf.pages[page].obj, Name.XYZ, mark.x, mark.y, 0])
            item = OutlineItem(mark.label, place)
            while above and above[-1][0] >= mark.level:
                above.pop()
            (above[-1][1].children if above else tree.root).append(item)
            above.append((mark.level, item))
