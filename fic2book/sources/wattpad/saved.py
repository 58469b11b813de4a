"""A page of Wattpad: each paragraph has a number of its own (``data-p-id``); some tools save one ``<pre>`` instead."""

import re
from collections.abc import Iterator
from copy import deepcopy

from fic2book import markup
from fic2book.letters import letters
from fic2book.markup import Element
from fic2book.model import Document, Story
from fic2book.sources import file_names, look, page, rows, spine
from fic2book.sources.page import Page
from fic2book.sources.values import names

ORIGIN = "wattpad"
_NUMBER = re.compile(r"[0-9a-f]{32}\Z")
_SITE = re.compile(r"(?:https?:)?//(?:www\.|mobile\.|m\.)?wattpad\.com/")
_BEHIND = re.compile(r"\s+[-|]\s+Wattpad\Z", re.IGNORECASE)
_BYLINE = re.compile(r"by\s+(?P<authors>\S.{0,60})\Z")
_CHAPTER = re.compile(r"(?:chapter|part|prologue|epilogue)\b.{0,60}\Z|\d{1,3}\.?\Z", re.IGNORECASE)


def recognise(document: Document) -> tuple[Story, ...]:
    """Return the story of a chapter's page."""
    if document.format != "html" or not _has_text(look.at(document), document):
        return ()
    opened = page.opened(document, ORIGIN)
    blocks = list(_paragraphs(opened.root, document))
    heading = next(opened.root.iter("h1"), None)
    first = min((row for block in blocks for row in rows.rows(block)), default=0)
    above = [heading] if heading is not None and 0 < rows.row_at(heading) < first else []
    return (page.story(opened, [*_read_head(opened, above), *blocks]),)


def _has_text(root: Element, document: Document) -> bool:
    return next(_paragraphs(root, document), None) is not None


def _paragraphs(root: Element, document: Document) -> Iterator[Element]:
    """Give the numbered paragraphs, without the site's buttons in them; else the lines of the site's ``<pre>``."""
    numbered = [block for block in root.iter() if _NUMBER.match(block.get("data-p-id", ""))]
    for block in numbered:
        if any(other in numbered for other in block.iterancestors()):
            continue
        yield from (inner for inner in spine.blocks([block]) if inner.tag != "button")
    if not numbered and _is_of_the_site(document):
        for block in root.iter("pre"):
            yield from _lines(block)


def _is_of_the_site(document: Document) -> bool:
    addresses = (*document.head.get("link canonical", ()), *document.head.get("og:url", ()))
    return "Wattpad" in document.head.get("og:site_name", ()) or any(map(_SITE.match, addresses))


def _lines(block: Element) -> Iterator[Element]:
    """Give each line of preformatted text as a paragraph; emphasis inside a line stays."""
    paragraph = markup.new("p", block.text or "", data_line=block.get("data-line", ""))
    for child in block:
        if child.tag == "br":
            yield paragraph
            paragraph = markup.new("p", child.tail or "", data_line=child.get("data-line", ""))
        else:
            paragraph.append(deepcopy(child))
    yield paragraph


def _read_head(opened: Page, headings: list[Element]) -> list[Element]:
    """Keep title, author and address; give the heading of a chapter that only has a number for a name."""
    head = opened.document.head
    for address in (*head.get("link canonical", ()), *head.get("og:url", ())):
        if _SITE.match(address):
            page.hold(opened, "url", address)
            break
    _read_author(opened, headings)
    chapter = next(iter(rows.words_by_row(headings[0]).values()), "") if headings else ""
    book = _book(opened.document, chapter)
    if chapter and book and _CHAPTER.match(chapter):
        page.hold(opened, "title", book)
        return [page.chapter(opened, headings[0], chapter)]
    if chapter:
        page.keep(opened, headings[0], "title", chapter)
        if book:
            page.hold(opened, "collection", book)
    else:
        _name_by_file(opened, book)
    return []


def _book(document: Document, chapter: str) -> str:
    """Return the name of the whole, which the page's title has before or behind the chapter's."""
    said = next(iter((*document.head.get("og:title", ()), *document.head.get("title", ()))), "")
    said = _BEHIND.sub("", said).strip()
    for found in (said.removeprefix(f"{chapter} - "), said.removesuffix(f" - {chapter}")):
        if chapter and found != said:
            return found.strip()
    return "" if letters(said) == letters(chapter) else said


def _read_author(opened: Page, headings: list[Element]) -> None:
    """Keep the name under the heading: ``by ada_quay``."""
    first = rows.row_at(headings[0]) if headings else 0
    below = [(row, words) for row, words in rows.words_by_row(opened.root).items() if first < row <= first + 3]
    for row, words in below if headings else ():
        byline = _BYLINE.match(words)
        if byline:
            page.keep_words(opened, (row, byline["authors"]), "authors", names(byline["authors"]))
            return


def _name_by_file(opened: Page, said: str) -> None:
    named = file_names.read(opened.document.file)
    page.hold(opened, "title", said or named.title)
    if not said:
        opened.ledger.flagged("titles", 0, "", f"No title was found; “{named.title}” is the file's name.")
    if named.author and "authors" not in opened.found:
        page.hold(opened, "authors", names(named.author))
