"""A work page as a browser saved it: ``#chapters`` under a work header, with and without a work skin, of all years.

The page shows one chapter or the entire work; each chapter is a division ``#chapter-N``, a work in one chapter is not.
"""

import re
from collections.abc import Iterator

from fic2book import markup
from fic2book.markup import Element
from fic2book.model import Document, Place, Story
from fic2book.sources import look, page
from fic2book.sources.ao3 import chapters, footnotes, header, parts, related
from fic2book.sources.page import Page

ORIGIN = "ao3"
_CHAPTER = re.compile(r"chapter-\d+\Z")
_LANDMARK = re.compile(r"(?:Work Text|Chapter Text):?\Z")
_ROOMS = frozenset({"div", "section", "article"})
_HEADINGS = ("h1", "h2", "h3", "h4")
_ADDRESS = re.compile(r"(?P<site>https?://[^\s/]+)?(?P<work>/(?:collections/[^\s/]+/)?works/\d+)")
_SITE = "https://archiveofourown.org"


def recognise(document: Document) -> tuple[Story, ...]:
    """Return the story of a saved work page: a work header, then ``#chapters``."""
    if not look.is_page(document) or look.by_id(look.at(document), "preface") is not None:
        return ()
    if _header(look.at(document)) is None or look.by_id(look.at(document), "chapters") is None:
        return ()
    opened = page.opened(document, ORIGIN)
    return (_made(opened),)


def _made(opened: Page) -> Story:
    block = _header(opened.root)
    division = look.by_id(opened.root, "chapters")
    if block is None or division is None:
        return page.story(opened, ())
    _read_above(opened, _between(opened.root, block, division))
    _hold_address(opened, block)
    header.read(opened, block)
    story = list(_story_blocks(opened, division))
    notes = look.by_id(opened.root, "work_endnotes")
    story += footnotes.taken(notes, story) if notes is not None else []
    _read_below(opened)
    return page.story(opened, story)


def _header(root: Element) -> Element | None:
    return next((block for block in root.iter("dl") if header.is_header(block)), None)


def _between(root: Element, block: Element, division: Element) -> list[Element]:
    """Return the blocks between the header and the story."""
    blocks = _blocks(root)
    inside = set(division.iter())
    first = next(at for at, one in enumerate(blocks) if one is block or block in one.iterdescendants())
    last = next((at for at, one in enumerate(blocks) if one in inside), len(blocks))
    return blocks[first + 1 : last]


def _blocks(root: Element) -> list[Element]:
    found: list[Element] = []
    for block in root:
        opens = block.tag in {"div", "section", "body", "main", "article", "form", "fieldset", "header", "footer"}
        found += _blocks(block) if opens and not block.get("data-line") else [block]
    return found


def _read_above(opened: Page, above: list[Element]) -> None:
    """Keep title and by-line, the first two headings behind the header, and the notes below them."""
    at = next((at for at, block in enumerate(above) if block.tag in _HEADINGS), None)
    if at is None:
        return
    title, *rest = above[at:]
    page.keep(opened, title, "title", look.text(title))
    if rest and rest[0].tag in _HEADINGS and not look.text(rest[0]).endswith(":"):
        parts.read_authors(opened, rest[0])
        rest = rest[1:]
    if rest and rest[0].tag in _HEADINGS and look.text(rest[0]).lower().startswith("for "):
        names = look.text(rest[0])[4:].split(",")
        page.keep(opened, rest[0], "recipients", tuple(name.strip() for name in names))
    parts.read_notes(opened, rest, Place.BEFORE)


def _read_below(opened: Page) -> None:
    """Keep the work's notes behind the story and the works that it inspired; kudos and comments go."""
    notes = look.by_id(opened.root, "work_endnotes")
    if notes is not None:
        parts.read_notes(opened, list(notes), Place.AFTER)
    children = look.by_id(opened.root, "children")
    if children is not None:
        for item in list(children.iter("li")):
            related.keep_item(opened, item, inspired=True)


def _hold_address(opened: Page, block: Element) -> None:
    """Keep the work's address, that no row of the page says: the head's, else a link to it or to a part of it."""
    said = [*opened.document.head.get("link canonical", ()), *opened.document.head.get("og:url", ())]
    inside = set(block.iter())
    linked = [link.get("href", "") for link in opened.root.iter("a") if link not in inside]
    for address in (*said, *linked):
        found = _ADDRESS.match(address)
        if found:
            page.hold(opened, "url", f"{found['site'] or _SITE}{found['work']}")
            return


def _story_blocks(opened: Page, division: Element) -> Iterator[Element]:
    rooms = [room for room in division if _CHAPTER.match(room.get("id", ""))]
    if not rooms:
        yield from _text_of(opened, division)
    for position, room in enumerate(rooms, start=1):
        heading = next((one for one in room.iter(*_HEADINGS) if chapters.number_of(look.text(one))), None)
        text = _room_of_text(room)
        called = _footnotes(room, text)
        _read_notes(opened, room, text, position)
        if heading is not None:
            made = page.chapter(opened, heading, chapters.title_of(look.text(heading)))
            if text in heading.iterancestors():
                heading.addprevious(made)
            else:
                yield made
            markup.remove(heading)
        yield from _text_of(opened, text)
        yield from called


def _footnotes(room: Element, text: Element) -> list[Element]:
    """Take the footnotes out of what stands behind a chapter's text."""
    children = list(room)
    at = next(
        (at for at, child in enumerate(children) if child is text or text in child.iterdescendants()), len(children)
    )
    return [note for child in children[at + 1 :] for note in footnotes.taken(child, [text])]


def _read_notes(opened: Page, room: Element, text: Element, position: int) -> None:
    """Keep a chapter's own notes: those before its text, and those behind."""
    place = Place.BEFORE
    for child in list(room):
        if child is text or text in child.iterdescendants():
            place = Place.AFTER
        else:
            parts.read_notes(opened, [child], place, position)


def _room_of_text(room: Element) -> Element:
    """Return the division that holds a chapter's text: the one with the landmark, the article, the longest."""
    for one in room.iter(*_HEADINGS):
        parent = one.getparent()
        if _LANDMARK.match(look.text(one)) and parent is not None:
            return parent
    rooms = [child for child in room if child.tag in _ROOMS]
    articles = [child for child in rooms if child.get("role") == "article"]
    return articles[0] if articles else max(rooms, key=lambda one: len(markup.text_of(one)), default=room)


def _text_of(opened: Page, room: Element) -> list[Element]:
    """Return the blocks of a text without the landmark over it."""
    for one in [one for one in room.iter(*_HEADINGS) if _LANDMARK.match(look.text(one))][:1]:
        page.set_aside(opened, one)
    while not room.get("data-line") and len(room) == 1 and room[0].tag in _ROOMS:
        room = room[0]
    return [room] if room.get("data-line") else list(room)
