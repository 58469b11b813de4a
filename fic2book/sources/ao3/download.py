"""The Archive's downloads: HTML of both eras, and calibre's EPUB of it, where the ids stand in several files.

``#preface``, ``#chapters``, ``#afterword``. A series in one file has the three once for each work.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from fic2book import markup
from fic2book.markup import Element
from fic2book.model import Document, Place, Story
from fic2book.sources import look, page
from fic2book.sources.ao3 import bodies, footnotes, header, parts, related
from fic2book.sources.page import Page

_IDS = ("preface", "chapters", "afterword")
_POSTED = re.compile(r"Posted originally on .*Archive", re.IGNORECASE | re.DOTALL)
_WORK = re.compile(r"https?://[^\s/]+/(?:collections/[^\s/]+/)?works/\d+")
ORIGIN = "ao3"
_COMPARE = "Compare the story's end with the site's, or download it again."


@dataclass(slots=True)
class Work:
    """The elements of one work, of each kind in order."""

    preface: list[Element] = field(default_factory=list)
    chapters: list[Element] = field(default_factory=list)
    afterword: list[Element] = field(default_factory=list)


def recognise(document: Document) -> tuple[Story, ...]:
    """Return the works of a download; a page that only has such ids is none."""
    if not look.is_page(document) or not is_download(look.at(document)):
        return ()
    first = page.opened(document, ORIGIN)
    found = [work for work in works(first.root) if work.chapters]
    opened = [first, *(page.another(first) for _ in found[1:])]
    made = [_made(one, work, part) for part, (one, work) in enumerate(zip(opened, found, strict=True), start=1)]
    if made and not found[-1].afterword:
        last = document.lines[-1].number if document.lines else 0
        opened[-1].ledger.flagged(ORIGIN, last, "", f"The file ends before the Archive's last words. {_COMPARE}")
        made[-1] = replace(made[-1], ledger=opened[-1].ledger.settled())
    return page.settled(first, made)


def is_download(root: Element) -> bool:
    """Tell a download by its three divisions and by what the first of them says."""
    prefaces = [division for division in _divisions(root) if division.get("id") == "preface"]
    known = any(_POSTED.search(look.text(preface)) or _header(preface) is not None for preface in prefaces)
    return known and any(division.get("id") == "chapters" for division in _divisions(root))


def _divisions(root: Element) -> Iterator[Element]:
    """Give the three divisions of each work; an id inside a row marks a word, not a part of the page."""
    for element in look.all_by_id(root, *_IDS):
        if not any(outer.get("data-line") for outer in element.iterancestors()):
            yield element


def works(root: Element) -> list[Work]:
    """Return the works of a file: each begins with a preface that says where it was posted."""
    found: list[Work] = []
    for element in _divisions(root):
        kind = str(element.get("id"))
        if any(outer.get("id") == kind for outer in element.iterancestors()):
            continue
        begins = kind == "preface" and (_header(element) is not None or _POSTED.search(look.text(element)))
        if not found or (begins and found[-1].chapters):
            found.append(Work())
        getattr(found[-1], kind).append(element)
    return found


def _made(opened: Page, work: Work, part: int) -> Story:
    for division in work.chapters:
        markup.remove(division)  # a file that was cut or mended may have it inside the preface, or the reverse
    for preface in work.preface:
        _read_preface(opened, preface)
    _hold_head(opened)
    for outside in (*work.preface, *work.afterword):
        markup.remove(outside)
    story = bodies.story_blocks(opened, work.chapters)
    for afterword in work.afterword:
        story += footnotes.taken(afterword, story)
        _read_afterword(opened, afterword)
    _flag_missing_chapters(opened, story)
    return page.made(opened, story, part=part)


def _flag_missing_chapters(opened: Page, story: list[Element]) -> None:
    """Tell of a file that has fewer chapters than it states."""
    stated = str(opened.found.get("chapters_stated", "")).partition("/")[0]
    there = sum(1 for block in story if block.get("class") == "chapter") or 1
    if stated.isdigit() and int(stated) > there:
        why = f"The file states {stated} chapters and holds {there}. {_COMPARE}"
        opened.ledger.flagged(ORIGIN, opened.document.lines[-1].number, "", why)


def _header(preface: Element) -> Element | None:
    return next((block for block in preface.iter("dl") if header.is_header(block)), None)


def _read_preface(opened: Page, preface: Element) -> None:
    block = _header(preface)
    if block is not None:
        header.read(opened, block)
    _read_address(opened, preface)
    heading = next(preface.iter("h1"), None)
    if heading is None:
        return
    below = _behind(preface, heading)
    page.keep(opened, heading, "title", look.text(heading))
    if below and parts.is_byline(below[0]):
        parts.read_authors(opened, below[0])
    parts.read_notes(opened, below[1:], Place.BEFORE)


def _hold_head(opened: Page) -> None:
    """Take title and authors that the preface lost from a book's package, or from the head of the page."""
    head = opened.document.head
    titles = head.get("dc:title") or tuple(said.rsplit(" - ", 2)[0] for said in head.get("title", ()))
    if titles and "title" not in opened.found:
        page.hold(opened, "title", titles[0])
    if head.get("dc:creator") and "authors" not in opened.found:
        page.hold(opened, "authors", head["dc:creator"])


def _behind(region: Element, heading: Element) -> list[Element]:
    blocks = parts.blocks(list(region))
    return blocks[blocks.index(heading) + 1 :] if heading in blocks else []


def _read_address(opened: Page, preface: Element) -> None:
    for link in list(preface.iter("a")):
        text = look.text(link)
        address = _WORK.match(link.get("href", "")) or _WORK.match(text)
        if address and "url" not in opened.found and (text == address[0] or _WORK.match(text)):
            page.keep(opened, link, "url", text)
            return


def _read_afterword(opened: Page, afterword: Element) -> None:
    notes = look.by_id(afterword, "endnotes")
    if notes is not None:
        parts.read_notes(opened, list(notes), Place.AFTER)
    for block in list(afterword.iter("dl")):
        for item in [item for item in block if item.tag == "dd"]:
            related.keep_item(opened, item, inspired=True)
