"""leech's .epub: a page ``Title / By Author`` over a list of facts, then a page for each chapter, perhaps footnotes."""

import re
from collections.abc import Mapping

from fic2book.markup import Element
from fic2book.model import Document, Story
from fic2book.sources import chaptered, look, page, rows, spine, statements
from fic2book.sources.chaptered import Chapter
from fic2book.sources.page import Page
from fic2book.sources.values import names

ORIGIN = "leech"
_DOWNLOADED = "Downloaded on"
_FACTS: Mapping[str, str] = {
    "Source": "url",
    "Started": "published",
    "Updated": "updated",
    "Summary": "summary",
    "Tags": "tags",
    _DOWNLOADED: "",
}
_BYLINE = re.compile(r"By\s+(?P<authors>\S.*)\Z")


def recognise(document: Document) -> tuple[Story, ...]:
    """Return the story of a book with leech's page of facts, or with its name in the package."""
    if not look.is_page(document) or not spine.files(look.at(document)):
        return ()
    signed = "leech" in document.head.get("meta generator", ())
    if not signed and _front(look.at(document)) is None:
        return ()
    opened = page.opened(document, ORIGIN)
    front = _front(opened.root)
    if front is not None:
        _read(opened, front)
    _read_package(opened, document)
    pages = [file for file in spine.files(opened.root) if file is not front and not spine.is_empty(file)]
    notes = [file for file in pages[-1:] if spine.name(file) == "footnotes"]
    chapters = [_chapter(file) for file in pages if file not in notes]
    behind = [block for file in notes for block in _chapter(file).blocks]
    return (page.story(opened, [*chaptered.body(opened, chapters), *behind]),) if chapters else ()


def _front(root: Element) -> Element | None:
    """Return the page of facts: a list of them under the heading, the day of the download among them."""
    for file in spine.files(root):
        terms = [look.text(term) for term in file.iter("dt")]
        if spine.heading(file) is not None and _DOWNLOADED in terms and "Source" in terms:
            return file
    return None


def _read(opened: Page, front: Element) -> None:
    heading = spine.heading(front)
    for row, words in rows.words_by_row(heading).items() if heading is not None else ():
        byline = _BYLINE.match(words)
        if byline and "title" in opened.found:
            page.keep_words(opened, (row, byline["authors"]), "authors", names(byline["authors"]))
        else:
            page.keep_words(opened, (row, words), "title", words)
    for term in list(front.iter("dt")):
        said = term.getnext()
        field = _FACTS.get(look.text(term), "")
        if said is not None and said.tag == "dd":
            for place in rows.words_by_row(said).items():
                statements.keep(opened, place, field)


def _read_package(opened: Page, document: Document) -> None:
    """Take from the package what no page says: newer versions leave the page of facts out of the reading order."""
    for name, field in (("dc:title", "title"), ("dc:creator", "authors"), ("dc:identifier", "url")):
        said = document.head.get(name, ())
        if said and field not in opened.found and (field != "url" or "://" in said[0]):
            page.hold(opened, field, said if field == "authors" else said[0])


def _chapter(file: Element) -> Chapter:
    heading = spine.heading(file)
    return Chapter(heading, [block for block in spine.blocks(list(file)) if block is not heading])
