"""FanFicFare's .html and .epub: a title page, perhaps a table of contents and a log, then the chapters."""

import re

from fic2book.markup import Element
from fic2book.model import Document, Story
from fic2book.sources import chaptered, look, page, spine
from fic2book.sources.chaptered import Chapter
from fic2book.sources.fanficfare import notes, title_page
from fic2book.sources.page import Page

ORIGIN = "fanficfare"
_SECTION = re.compile(r"section\d+\Z")
_MADE_BY = re.compile(r"fanficfare|fanficdownloader", re.IGNORECASE)


def recognise(document: Document) -> tuple[Story, ...]:
    """Return the story of a page or book that FanFicFare wrote: its title page says so, or the book's package."""
    if not look.is_page(document):
        return ()
    known = title_page.find(look.at(document)) is not None
    if not known and not _is_its_package(document):
        return ()
    opened = page.opened(document, ORIGIN)
    found = title_page.find(opened.root)
    if found is not None:
        title_page.read(opened, found, document.head.get("dc:subject", ()))
    _read_package(opened, document)
    chapters = _of_book(opened.root, found) if spine.files(opened.root) else _of_page(opened.root)
    told = [
        Chapter(chapter.heading, notes.take(opened, chapter.blocks, number, len(chapters)))
        for number, chapter in enumerate(chapters, start=1)
    ]
    return (page.story(opened, chaptered.body(opened, told)),) if told else ()


def _is_its_package(document: Document) -> bool:
    said = (*document.head.get("dc:contributor", ()), *document.head.get("dc:identifier", ()))
    return any(_MADE_BY.match(words) for words in said)


def _read_package(opened: Page, document: Document) -> None:
    """Take from the package what the title page leaves out, or was told to leave out."""
    title, creators = document.head.get("dc:title", ()), document.head.get("dc:creator", ())
    if title and "title" not in opened.found:
        page.hold(opened, "title", title[0])
    if creators and "authors" not in opened.found:
        page.hold(opened, "authors", creators)
    if document.head.get("dc:source") and "url" not in opened.found:
        page.hold(opened, "url", document.head["dc:source"][0])


def _of_book(root: Element, found: title_page.TitlePage | None) -> list[Chapter]:
    """Return the chapters of a book, a file each; a file without a heading goes on with the chapter before."""
    chapters: list[Chapter] = []
    for file in spine.files(root):
        is_title = found is not None and found.heading in file.iter()
        if is_title or spine.is_empty(file) or spine.is_contents(file) or title_page.is_log(file):
            continue
        heading = spine.heading(file)
        rooms = _behind(file, heading)
        if heading is None and chapters:
            chapters[-1].blocks.extend(rooms)
        else:
            chapters.append(Chapter(heading, rooms))
    return chapters


def _behind(file: Element, heading: Element | None) -> list[Element]:
    """Return what stands behind a heading, out of its containers only as far as the heading is inside them."""
    rooms = list(file)
    while heading is not None and heading not in rooms:
        inside = next((room for room in rooms if heading in room.iter()), None)
        if inside is None:
            break
        at = rooms.index(inside)
        rooms[at : at + 1] = list(inside)
    return rooms[rooms.index(heading) + 1 :] if heading is not None and heading in rooms else rooms


def _of_page(root: Element) -> list[Chapter]:
    """Return the chapters of a page: each behind the heading that holds its anchor."""
    chapters: list[Chapter] = []
    for block in root:
        if block.tag == "h2" and any(_SECTION.match(link.get("id", "")) for link in block.iter("a")):
            chapters.append(Chapter(block, []))
        elif chapters:
            chapters[-1].blocks.append(block)
    return chapters
