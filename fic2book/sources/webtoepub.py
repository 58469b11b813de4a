"""WebToEpub's .epub: its name in the package, perhaps a page of information, then a page for each web page."""

import re

from fic2book.markup import Element
from fic2book.model import Document, Series, Story
from fic2book.sources import chaptered, look, page, rows, spine
from fic2book.sources.chaptered import Chapter
from fic2book.sources.page import Page
from fic2book.sources.values import names

ORIGIN = "webtoepub"
_SIGNED = re.compile(r".*WebToEpub", re.IGNORECASE)
_CONTENTS_AT = re.compile(r"Table of Contents URL:?\s*(?P<url>https?://\S+)?", re.IGNORECASE)
_NOBODY = re.compile(r"<unknown>|unknown\Z", re.IGNORECASE)


def recognise(document: Document) -> tuple[Story, ...]:
    """Return the story of a book that WebToEpub packed."""
    signed = any(_SIGNED.match(words) for words in document.head.get("dc:contributor", ()))
    if not look.is_page(document) or not signed or not spine.files(look.at(document)):
        return ()
    opened = page.opened(document, ORIGIN)
    pages = [file for file in spine.files(opened.root) if not spine.is_empty(file) and not spine.is_contents(file)]
    information = next((file for file in pages[:1] if _address(file) is not None), None)
    _read(opened, information, document)
    chapters = [_chapter(file) for file in pages if file is not information]
    return (page.story(opened, chaptered.body(opened, chapters)),) if chapters else ()


def _address(file: Element) -> tuple[int, re.Match[str]] | None:
    """Return the row of the page of information that says where the story's contents are on the web."""
    places = rows.words_by_row(file).items()
    return next(((row, found) for row, words in places if (found := _CONTENTS_AT.match(words))), None)


def _read(opened: Page, information: Element | None, document: Document) -> None:
    """Keep what the package says; the page of information is a copy of a site's own page."""
    at = _address(information) if information is not None else None
    if at is not None and at[1]["url"]:
        page.keep_words(opened, (at[0], at[1]["url"]), "url", at[1]["url"])
    head = document.head
    for said in head.get("dc:title", ())[:1]:
        page.hold(opened, "title", said)
    for said in head.get("dc:creator", ())[:1]:
        if not _NOBODY.match(said):
            page.hold(opened, "authors", names(said))
    for said in head.get("dc:identifier", ())[:1]:
        if "://" in said and "url" not in opened.found:
            page.hold(opened, "url", said)
    number = next(iter(head.get("calibre:series_index", ())), "")
    for said in head.get("calibre:series", ())[:1]:
        page.hold(opened, "series", (Series(name=said, number=number),))


def _chapter(file: Element) -> Chapter:
    heading = spine.heading(file)
    return Chapter(heading, [block for block in spine.blocks(list(file)) if block is not heading])
