"""The list of the printed pages: in EPUB 3's navigation, in the NCX, and whose pages they are in the metadata."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from fic2book import markup
from fic2book.model import Book
from fic2book.words import Words
from fic2book.writers.epub.documents import Page
from fic2book.writers.epub.entries import Entry, dc, meta, refining

_TYPES: Mapping[bool, str] = {True: "normal", False: "front"}


class PrintedAt(NamedTuple):
    """A printed page's number, and the address where it begins."""

    label: str
    href: str


def printed(pages: Iterable[Page]) -> tuple[PrintedAt, ...]:
    """Return all marked pages in order."""
    return tuple(PrintedAt(one.label, f"{page.name}#{one.id}") for page in pages for one in page.breaks)


def entries(book: Book) -> Iterator[Entry]:
    """Name the printed book whose pages are marked, in the property of EPUB Accessibility 1.1 and in the older way."""
    if book.printed:
        yield meta("pageBreakSource", book.printed.identifier)
        yield dc("source", book.printed.identifier, {"id": "printed"})
        yield refining("source-of", "pagination", "printed")


def nav(pages: Iterable[Page], words: Words) -> str:
    """Return the navigation's list, or nothing for a book without marks."""
    items = "\n".join(f'<li><a href="{one.href}">{markup.escape(one.label)}</a></li>' for one in printed(pages))
    if not items:
        return ""
    return (
        '\n<nav epub:type="page-list" role="doc-pagelist" id="page-list" hidden="hidden" '
        f'aria-labelledby="page-list-title">\n<h2 id="page-list-title">{markup.escape(words.page_list)}</h2>\n'
        f"<ol>\n{items}\n</ol>\n</nav>"
    )


def ncx(listed: Iterable[PrintedAt], words: Words, orders: Mapping[str, int]) -> str:
    """Return the NCX's list, or nothing for a book without marks; ``orders`` are the places in reading order."""
    targets = "\n".join(
        f'<pageTarget id="page-{number}" type="{_TYPES[one.label.isdecimal()]}" value="{number}" '
        f'playOrder="{orders[one.href]}"><navLabel><text>{markup.escape(one.label)}</text></navLabel>'
        f'<content src="{one.href}"/></pageTarget>'
        for number, one in enumerate(listed, 1)
    )
    said = markup.escape(words.page_list)
    return f"<pageList>\n<navLabel><text>{said}</text></navLabel>\n{targets}\n</pageList>\n" if targets else ""


def highest(listed: Iterable[PrintedAt]) -> int:
    """Return the highest number of a page that is written in figures; 0 for a book without marks."""
    return max((int(one.label) for one in listed if one.label.isdecimal()), default=0)


def reading_order(pages: Iterable[Page], hrefs: Iterable[str]) -> Mapping[str, int]:
    """Return for addresses of the contents and the pages their number in reading order; equal places have one."""
    places = {href: place for place, href in enumerate(_addresses(pages))}
    asked = sorted(set(hrefs), key=places.__getitem__)
    return {href: number for number, href in enumerate(asked, 1)}


def _addresses(pages: Iterable[Page]) -> Iterator[str]:
    for page in pages:
        yield page.name
        yield from (f"{page.name}#{one}" for one in page.ids)
