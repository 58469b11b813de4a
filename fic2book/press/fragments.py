"""A part of the book typeset alone, with no head and no number on its pages, and all that its place in a book asks."""

import hashlib
from collections.abc import Collection, Iterator, Mapping
from typing import Any, NamedTuple

from fic2book.press import hearing, pango, unburdened
from fic2book.press.desk import Desk, Kit, desk
from fic2book.press.leaves import Anchor, Bookmark, Glyph, Leaf, Shown
from fic2book.press.line_boxes import composed_by
from fic2book.press.paragraphs import Composer
from fic2book.press.shut_off import BASE, closed_fetcher, failing_in_words

VARIANT = "pdf/ua-1"
_PT = 0.75  # points in a CSS pixel
_OTHER = {"left": "right", "right": "left"}


class Fragment(NamedTuple):
    """A part of the book that came off the press."""

    pdf: bytes
    leaves: tuple[Leaf, ...]
    anchors: tuple[Anchor, ...]
    bookmarks: tuple[Bookmark, ...]
    opens: str
    """Where it wants to begin: ``recto``, ``verso``, ``left``, ``right``; anything else means any page."""
    faces: Mapping[str, Shown]
    """By the name of the font in the PDF."""
    said: tuple[str, ...]
    """What WeasyPrint said."""


class Copy(NamedTuple):
    """What is to be typeset."""

    html: str
    resources: Mapping[str, bytes]
    """What only this document shows, as ``book:NAME``."""
    css: str = ""
    """Rules that only this document has."""


def fragment(copy: Copy, kit: Kit, compose: Composer | None = None, shared: Collection[bytes] = ()) -> Fragment:
    """Typeset one document without what stands in its margins; raises as ``typeset`` does.

    ``shared`` are font files that need not be in its PDF, for the whole book has them.
    """
    pango.load()
    own = desk(kit)
    with hearing.listening() as said, failing_in_words(), composed_by(compose):
        document, context = rendered(copy, own, [*own.without_margins, *own.sheet(copy.css)])
        faces: dict[str, Shown] = {}
        document.fonts = unburdened.Fonts(shared)
        pdf = document.write_pdf(
            pdf_variant=VARIANT, finisher=lambda printed, _: faces.update(faces_of(printed)), presentational_hints=True
        )
        places = _Places(document, context)
        return Fragment(
            pdf=pdf,
            leaves=tuple(places.leaves()),
            anchors=tuple(places.anchors()),
            bookmarks=tuple(places.bookmarks()),
            opens=places.opens(),
            faces=faces,
            said=(*own.said, *said),
        )


def rendered(copy: Copy, own: Desk, sheets: list[Any]) -> tuple[Any, Any]:
    """Lay a document out; return WeasyPrint's document and the context that it was laid out in."""
    import weasyprint
    from weasyprint.document import Document

    contexts: list[Any] = []

    class Seen(Document):  # type: ignore[misc] # WeasyPrint ships no types
        @classmethod
        def _build_layout_context(cls, *given: object) -> object:
            contexts.append(super()._build_layout_context(*given))
            return contexts[-1]

    fetcher = closed_fetcher({**own.kit.resources, **copy.resources})
    html = weasyprint.HTML(string=copy.html, url_fetcher=fetcher, base_url=BASE)
    options = {**weasyprint.DEFAULT_OPTIONS, "stylesheets": sheets, "presentational_hints": True}
    document = Seen._render(html, own.fonts, None, None, {**options, "pdf_variant": VARIANT})
    return document, contexts[0]


class _Places:
    """A document that was laid out, looked at page by page."""

    def __init__(self, document: Any, context: Any) -> None:  # noqa: ANN401 — WeasyPrint ships no types
        self._document = document
        self._context = context
        self._shifts: dict[object, float | None] = {}

    def leaves(self) -> Iterator[Leaf]:
        for number, page in enumerate(self._document.pages):
            box = page._page_box
            kind = box.page_type
            counters = self._context.page_maker[number + 1][3][1]
            yield Leaf(
                name=str(kind.name or ""),
                groups=tuple((str(name), int(index)) for name, index in kind.groups),
                side=kind.side,
                blank=bool(kind.blank),
                number=int(counters["page"][-1]),
                is_restart=any(name == "page" for name, _ in box.style["counter_reset"]),
                strings=tuple(self._strings(number + 1)),
                shift=self._shift(box),
            )

    def anchors(self) -> Iterator[Anchor]:
        known = set()
        for number, page in enumerate(self._document.pages):
            for name, (x, y, *_) in page.anchors.items():
                if name not in known:
                    known.add(name)
                    yield Anchor(name, number, *_point(x, y, page))

    def bookmarks(self) -> Iterator[Bookmark]:
        for number, page in enumerate(self._document.pages):
            for level, label, (x, y), _ in page.bookmarks:
                yield Bookmark(int(level), label, number, *_point(x, y, page))

    def opens(self) -> str:
        """Return what the first section says of the page that it begins on."""
        box = self._document.pages[0]._page_box.children[0]
        for _ in range(2):  # html, body
            box = box.children[0] if box.children else box
        return str(box.style["break_before"])

    def _strings(self, page: int) -> Iterator[tuple[str, tuple[str, ...]]]:
        for name in sorted(self._context.string_set):
            if page in self._context.string_set[name]:
                yield str(name), tuple(map(str, self._context.string_set[name][page]))

    def _shift(self, box: Any) -> float | None:  # noqa: ANN401
        kind = box.page_type
        alike = (kind.side, kind.blank, kind.name, tuple((name, min(index, 1)) for name, index in kind.groups))
        if alike not in self._shifts:
            self._shifts[alike] = self._moved(box)
        return self._shifts[alike]

    def _moved(self, box: Any) -> float | None:  # noqa: ANN401
        if any(map(_is_painted, (box.background, box.canvas_background))):
            return None
        there = page_box(self._context, self._document._html, box.page_type._replace(side=_OTHER[box.page_type.side]))
        alike = ("width", "height", "position_y", "margin_top", "padding_top", "border_top_width")
        if any(abs(getattr(there, name) - getattr(box, name)) > 1e-6 for name in alike):
            return None
        return round(float(there.content_box_x() - box.content_box_x()) * _PT, 4)


def _is_painted(background: Any) -> bool:  # noqa: ANN401
    return background is not None and (
        background.color.alpha > 0 or any(layer.image is not None for layer in background.layers)
    )


def page_box(context: Any, html: Any, kind: Any) -> Any:  # noqa: ANN401
    """Return the box of an empty page of a kind, with its margins."""
    from weasyprint.formatting_structure import boxes
    from weasyprint.layout import page as layout
    from weasyprint.layout.percent import resolve_percentages

    if (kind, None) not in context.style_for.get_computed_styles():
        layout.set_page_type_computed_styles(kind, html, context.style_for)
    box = boxes.PageBox(kind, context.style_for(kind))
    width, height = box.style["size"]
    resolve_percentages(box, (width, height))
    box.position_x = box.position_y = 0
    layout.page_width(box, context, width)
    layout.page_height(box, context, height)
    box.children = []
    return box


def _point(x: float, y: float, page: Any) -> tuple[float, float]:  # noqa: ANN401
    return round(x * _PT, 3), round((page.height - y) * _PT, 3)


def faces_of(document: Any) -> dict[str, Shown]:  # noqa: ANN401
    """Return the faces of a document that was painted, by the names of the fonts in its PDF."""
    from weasyprint.text.fonts import get_hb_object_data

    alike: dict[str, list[Any]] = {}
    for font in document.fonts.values():
        alike.setdefault(font.name.decode().removeprefix("/"), []).append(font)
    found = {}
    for name, fonts in alike.items():
        last = fonts[-1]  # of several fonts with one name, WeasyPrint writes the last one's tables
        data = get_hb_object_data(last.hb_face) or b""
        made_up = set(last.missing.values())
        glyphs = (Glyph(number, last.widths[number], text) for number, text in last.to_unicode.items())
        own = tuple(sorted(glyph for glyph in glyphs if glyph.number not in made_up))
        is_whole = len(fonts) == 1 and not last.missing
        found[name] = Shown(hashlib.sha256(data).hexdigest(), own, is_whole, len(data), last.index)
    return found
