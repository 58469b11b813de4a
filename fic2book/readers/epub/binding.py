"""The pages of a book in reading order: one body, one count of rows."""

import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping
from html import escape, unescape
from pathlib import PurePosixPath
from typing import NamedTuple

from fic2book import markup
from fic2book.errors import ManuscriptError
from fic2book.model import Change, Kind, Line, Picture
from fic2book.readers.album import Album
from fic2book.readers.epub.contents import Contents
from fic2book.readers.epub.names import Names, find
from fic2book.readers.epub.package import Item, Package
from fic2book.readers.epub.pictures import shown_in
from fic2book.readers.pages import Around, Page, normalise
from fic2book.readers.pages.charset import page_text
from fic2book.readers.zipped import Archive

RULE = "reading_order"
"""What the ledger calls pages of a book that were not read."""
_STYLE_LINK = re.compile(r"<link\b[^>]*>", re.IGNORECASE)
_HREF = re.compile(r"""\bhref\s*=\s*["']([^"']*)["']""", re.IGNORECASE)
_PAGES = ("html", "xml")  # in media types; a drawing or a photograph in the reading order has others
_NO_PAGES = ("svg", "ncx", "smil")
_MOST_CSS = 250_000
"""Characters of style sheets that are heeded for a page; a book's own has some ten thousand."""


class Bound(NamedTuple):
    """All pages of a book."""

    sections: tuple[str, ...]
    """Markup of one ``<section class="file">`` a page."""
    names: tuple[str, ...]
    """Their files in the archive, in the same order."""
    lines: tuple[Line, ...]
    changes: tuple[Change, ...]
    pictures: tuple[Picture, ...]
    head: Mapping[str, tuple[str, ...]]
    """What the first page's own head says."""


class Shelf(NamedTuple):
    """The book that pages are taken from."""

    file: str
    archive: Archive
    known: Names
    package: Package
    contents: Contents


def bind(shelf: Shelf) -> Bound:
    """Return the pages of the reading order; one that cannot be read is flagged, and the rest is read."""
    album = Album()
    places = _places(shelf.package.spine)
    sections: list[str] = []
    lines: list[Line] = []
    changes: list[Change] = []
    head: Mapping[str, tuple[str, ...]] = {}
    read: dict[str, None] = {}
    styles = _Styles(shelf)
    for item in shelf.package.spine:
        trouble = _trouble(item, read)
        source = "" if trouble else _source(shelf, item.name)
        if trouble or not source:
            changes.append(_flagged(item, trouble or "is empty or no text"))
            continue
        css, shown = styles.of(source, item.name), shown_in(item.name, shelf.archive, shelf.known, album)
        page = normalise(source, len(lines) + 1, Around(places[item.name], xml=True, css=css, picture=shown))
        read[item.name] = None
        sections.append(_section(page, item, shelf))
        lines += page.lines
        changes += page.changes
        head = head or page.head
    changes += [_left_out(name) for name in shelf.package.pages]
    return Bound(tuple(sections), tuple(read), tuple(lines), tuple(changes), album.pictures, head)


class _Styles:
    """The style sheets of a book, each read once."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._read: dict[str, str] = {}

    def of(self, source: str, page: str) -> str:
        """Return the text of the style sheets that a page's head names, in their order."""
        head = source[: source.find("<body")]
        addresses = [_HREF.search(link) for link in _STYLE_LINK.findall(head) if "stylesheet" in link.lower()]
        names = [find(unescape(address[1]), page, self._shelf.known) for address in addresses if address]
        return "\n".join(self._text(name) for name in dict.fromkeys(names) if name)[:_MOST_CSS]

    def _text(self, name: str) -> str:
        if name not in self._read:
            self._read[name] = _source(self._shelf, name)
        return self._read[name]


def _source(shelf: Shelf, name: str) -> str:
    """Return the text of a file of the book; nothing when it is empty or no text."""
    data = shelf.archive.read(name)
    try:
        return page_text(data, shelf.file)
    except ManuscriptError:
        return ""


def _trouble(item: Item, read: Container[str]) -> str:
    if item.outside:
        return "leads out of the book and was not followed"
    if not item.name:
        return "is not in the book"
    if item.name in read:
        return "stands in the reading order twice and was read once"
    kind = item.kind or "html"
    if not any(sign in kind for sign in _PAGES) or any(sign in kind for sign in _NO_PAGES):
        return f"is no page ({kind})"
    return ""


def _flagged(item: Item, trouble: str) -> Change:
    return Change(rule=RULE, kind=Kind.FLAGGED, line=0, before=item.address, after=f"This page {trouble}.")


def _left_out(name: str) -> Change:
    after = "This page is in the file, but not in the book's reading order; it was not read."
    return Change(rule=RULE, kind=Kind.FLAGGED, line=0, before=name, after=after)


def _places(spine: tuple[Item, ...]) -> dict[str, str]:
    """Return how a person finds each page: by its name, with its folder where two have the same name."""
    files = {item.name: PurePosixPath(item.name).name for item in spine}
    times = Counter(files.values())
    return {name: place if times[place] == 1 else name for name, place in files.items()}


def _section(page: Page, item: Item, shelf: Shelf) -> str:
    """Return a page as a section: its file, what it is for, what the contents call it, its language and direction."""
    return f"<section{''.join(_attributes(page, item, shelf))}>{page.body}</section>"


def _attributes(page: Page, item: Item, shelf: Shelf) -> Iterator[str]:
    said = {
        "class": "file",
        "data-file": item.name,
        "data-type": _type(page, item, shelf),
        "data-label": shelf.contents.labels.get(item.name, ""),
        "data-class": page.attributes.get("class", ""),
        "data-linear": "" if item.linear else "no",
        "id": page.attributes.get("id", ""),
        "lang": page.attributes.get("lang", ""),
        "dir": page.attributes.get("dir", ""),
    }
    return (f' {name}="{escape(markup.storable(value))}"' for name, value in said.items() if value)


def _type(page: Page, item: Item, shelf: Shelf) -> str:
    own = page.attributes.get("data-type", "")
    return own or shelf.contents.types.get(item.name, "") or shelf.package.types.get(item.name, "")
