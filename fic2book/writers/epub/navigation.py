"""The contents that reading systems show: EPUB 3's navigation document, EPUB 2's NCX and guide."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from fic2book import markup
from fic2book.model import Book, Section
from fic2book.words import Words
from fic2book.writers.epub import page_list
from fic2book.writers.epub.container import File
from fic2book.writers.epub.documents import Page, head

_UNLISTED = frozenset({"cover", "half-title", "dedication"})
"""Pages that nobody looks up."""


class _Landmark(NamedTuple):
    """A place that reading systems jump to: EPUB 3's and EPUB 2's word for it, its label and its file."""

    type: str
    guide: str
    label: str
    name: str


class _Entry(NamedTuple):
    """A line of the contents and the chapters below it."""

    label: str
    href: str
    language: str
    """Of the label, where it is another than the book's; else empty."""
    children: tuple["_Entry", ...] = ()


def nav(book: Book, pages: tuple[Page, ...], words: Words) -> File:
    """Return the navigation document; it stays out of the spine, where some readers would show it as a page."""
    before, behind = head(words.contents, words.language, "styles/book.css")
    landmarks = "\n".join(
        f'<li><a epub:type="{mark.type}" href="{mark.name}">{markup.escape(mark.label)}</a></li>'
        for mark in _landmarks(pages, words)
    )
    text = (
        f'{before}<nav epub:type="toc" role="doc-toc" id="toc" aria-labelledby="toc-title">\n'
        f'<h1 id="toc-title">{markup.escape(words.contents)}</h1>\n{_list(_entries(book, pages, words))}\n</nav>\n'
        f'<nav epub:type="landmarks" id="landmarks" hidden="hidden" aria-labelledby="landmarks-title">\n'
        f'<h2 id="landmarks-title">{markup.escape(words.landmarks)}</h2>\n<ol>\n{landmarks}\n</ol>\n</nav>'
        f"{page_list.nav(pages, words)}{behind}"
    )
    return File(id="nav", name="nav.xhtml", media_type="application/xhtml+xml", data=text.encode(), properties=("nav",))


def ncx(book: Book, pages: tuple[Page, ...], words: Words) -> File:
    """Return the contents for readers of EPUB 2."""
    entries = _entries(book, pages, words)
    title = book.anthology.title.strip() or words.untitled
    printed = page_list.printed(pages)
    orders = page_list.reading_order(pages, (*_hrefs(entries), *(one.href for one in printed)))
    numbers = iter(range(1, 1_000_000))
    points = "\n".join(_point(entry, numbers, orders) for entry in entries)
    metas = {
        "uid": book.anthology.identifier,
        "depth": max(map(_depth, entries), default=1),
        "totalPageCount": len(printed),
        "maxPageNumber": page_list.highest(printed),
    }
    said = "".join(f'<meta name="dtb:{name}" content={_quoted(str(value))}/>' for name, value in metas.items())
    text = (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1" '
        f"xml:lang={_quoted(book.sections[0].language)}>\n<head>{said}</head>\n"
        f"<docTitle><text>{markup.escape(title)}</text></docTitle>\n<navMap>\n{points}\n</navMap>\n"
        f"{page_list.ncx(printed, words, orders)}</ncx>\n"
    )
    return File(id="ncx", name="toc.ncx", media_type="application/x-dtbncx+xml", data=text.encode())


def guide(pages: tuple[Page, ...], words: Words) -> tuple[dict[str, str], ...]:
    """Return the same landmarks as EPUB 2 names them."""
    return tuple({"type": mark.guide, "title": mark.label, "href": mark.name} for mark in _landmarks(pages, words))


def _landmarks(pages: tuple[Page, ...], words: Words) -> tuple[_Landmark, ...]:
    first = {page.section.kind: page.name for page in reversed(pages)}
    first["start"] = next((page.name for page in pages if page.section.matter == "body"), "")
    known = (
        ("cover", "cover", "cover", words.cover),
        ("title-page", "titlepage", "title-page", words.title_page),
        ("contents", "toc", "toc", words.contents),
        ("start", "bodymatter", "text", words.start),
    )
    return tuple(_Landmark(type_, old, label, first[kind]) for kind, type_, old, label in known if first.get(kind))


def _entries(book: Book, pages: tuple[Page, ...], words: Words) -> tuple[_Entry, ...]:
    places = {one: page.name for page in pages for one in page.ids}

    def language(section: Section) -> str:
        return section.language if section.language != words.language else ""

    def chapters(section: Section) -> tuple[_Entry, ...]:
        return tuple(_Entry(title, f"{places[one]}#{one}", language(section)) for one, title in section.children)

    own = {page.section.id: page.name for page in pages if page.is_first}
    listed = [section for section in book.sections if section.kind not in _UNLISTED]
    inner: dict[str, list[Section]] = {}
    for section in listed:
        inner.setdefault(section.part, []).append(section)

    def entry(section: Section) -> _Entry:
        inside = tuple(entry(one) for one in inner.get(section.id, ()))
        return _Entry(section.title, own[section.id], language(section), inside or chapters(section))

    return tuple(entry(section) for section in inner.get("", ()))


def _depth(entry: _Entry) -> int:
    return 1 + max(map(_depth, entry.children), default=0)


def _list(entries: tuple[_Entry, ...]) -> str:
    def lines(entry: _Entry) -> Iterator[str]:
        said = _foreign(entry, "lang", "xml:lang")
        yield f"<li><a href={_quoted(entry.href)}{said}>{markup.escape(entry.label)}</a>"
        if entry.children:
            yield _list(entry.children)
        yield "</li>"

    return "\n".join(["<ol>", *("".join(lines(entry)) for entry in entries), "</ol>"])


def _hrefs(entries: tuple[_Entry, ...]) -> Iterator[str]:
    for entry in entries:
        yield entry.href
        yield from _hrefs(entry.children)


def _point(entry: _Entry, numbers: Iterator[int], orders: Mapping[str, int]) -> str:
    number = next(numbers)
    inner = "".join(_point(child, numbers, orders) for child in entry.children)
    return (
        f'<navPoint id="point-{number}" playOrder="{orders[entry.href]}"><navLabel{_foreign(entry, "xml:lang")}>'
        f"<text>{markup.escape(entry.label)}</text>"
        f"</navLabel><content src={_quoted(entry.href)}/>{inner}</navPoint>"
    )


def _foreign(entry: _Entry, *names: str) -> str:
    """Return the attributes that say which language a label is in, where it is not the book's."""
    return "".join(f" {name}={_quoted(entry.language)}" for name in names if entry.language)


def _quoted(text: str) -> str:
    quoted = markup.escape(text).replace('"', "&quot;")
    return f'"{quoted}"'
