"""Running matter: what stands in the margins of pages, set edge by edge on pages of its own, with no text between."""

import copy as copying
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from fic2book.press import hearing, pango, unburdened
from fic2book.press.desk import Kit, desk
from fic2book.press.fragments import Copy, faces_of, page_box, rendered
from fic2book.press.leaves import Leaf, Shown
from fic2book.press.shut_off import failing_in_words

_EDGES = {
    "@top-left-corner": "corners", "@top-right-corner": "corners",
    "@bottom-left-corner": "corners", "@bottom-right-corner": "corners",
}  # fmt: skip
_COUNTED = frozenset({"counter()", "counters()"})
_NAMED = "string()"
_NO_BORDER = ("border_top_width", "border_right_width", "border_bottom_width", "border_left_width")


class Wanted(NamedTuple):
    """One edge of one kind of page, with what it says there."""

    leaf: Leaf
    edge: str
    """``top``, ``bottom``, ``left``, ``right`` or ``corners``."""
    number: int = 0
    strings: tuple[tuple[str, str], ...] = ()


class Edge(NamedTuple):
    """What stands at an edge of a kind of page."""

    edge: str
    counts: bool
    """Whether it shows a number."""
    names: tuple[str, ...]
    """The named strings that it shows."""


class Table(NamedTuple):
    """Running matter that came off the press: a page for each piece that was wanted."""

    pdf: bytes
    faces: Mapping[str, Shown]
    said: tuple[str, ...]


def edges(copy: Copy, kit: Kit, leaves: Sequence[Leaf]) -> list[tuple[Edge, ...]]:
    """Tell for each kind of page at which edges something stands, in the order in which it is painted."""
    pango.load()
    own = desk(kit)
    with hearing.listening(), failing_in_words():
        document, context = rendered(copy, own, own.sheets)
        return [tuple(_edges(context, document, leaf)) for leaf in leaves]


def running(copy: Copy, kit: Kit, wanted: Sequence[Wanted], shared: Collection[bytes] = ()) -> Table:
    """Set pieces of running matter, each on a page of its own; ``copy`` is the empty frame of the book."""
    from weasyprint.document import Document, Page

    pango.load()
    own = desk(kit)
    with hearing.listening() as said, failing_in_words():
        document, context = rendered(copy, own, own.sheets)
        pages = [Page(_set(context, document, piece)) for piece in wanted]
        faces: dict[str, Shown] = {}
        made = Document(
            pages, document.metadata, document.url_fetcher, document.font_config, document.color_profiles, None
        )
        made.fonts = unburdened.Fonts(shared)
        pdf = made.write_pdf(finisher=lambda printed, _: faces.update(faces_of(printed)))
    return Table(pdf, faces, tuple(said))


def _kind(document: Any, leaf: Leaf) -> Any:  # noqa: ANN401 — WeasyPrint ships no types
    like = document.pages[0]._page_box.page_type
    return like._replace(side=leaf.side, blank=leaf.blank, name=leaf.name, index=1, groups=leaf.groups)


def _edges(context: Any, document: Any, leaf: Leaf) -> Iterator[Edge]:  # noqa: ANN401
    found: dict[str, tuple[bool, tuple[str, ...]]] = {}
    for box in _margin_boxes(context, document, leaf, 1):
        content = box.style["content"]
        counts = any(kind in _COUNTED for kind, _ in content)
        names = tuple(str(value[0]) for kind, value in content if kind == _NAMED)
        before = found.get(_edge(box), (False, ()))
        found[_edge(box)] = before[0] or counts, tuple(dict.fromkeys((*before[1], *names)))
    for edge, (counts, names) in found.items():
        yield Edge(edge, counts, names)


def _edge(box: Any) -> str:  # noqa: ANN401
    return _EDGES.get(box.at_keyword, str(box.at_keyword)[1:].partition("-")[0])


def _margin_boxes(context: Any, document: Any, leaf: Leaf, number: int) -> list[Any]:  # noqa: ANN401
    from weasyprint.layout.page import make_margin_boxes

    page = page_box(context, document._html, _kind(document, leaf))
    counters = {"page": [number], "pages": [0]}
    return list(make_margin_boxes(context, page, ([0], counters, [{"page", "pages"}], [])))


def _set(context: Any, document: Any, piece: Wanted) -> Any:  # noqa: ANN401
    """Return a page with nothing but the boxes of one edge."""
    from weasyprint.layout.background import layout_backgrounds

    context.current_page = 1
    context.string_set.clear()
    for name, said in piece.strings:
        context.string_set[name][1] = [said]
    boxes = _margin_boxes(context, document, piece.leaf, piece.number)
    page = page_box(context, document._html, _kind(document, piece.leaf))
    root = document.pages[0]._page_box.children[0]
    page.children = (copying.copy(root).copy_with_children([]), *(box for box in boxes if _edge(box) == piece.edge))
    page.fixed_boxes = []
    layout_backgrounds(page, context.get_image_from_uri)
    page.background = page.canvas_background = None
    for name in _NO_BORDER:
        setattr(page, name, 0)
    return page
