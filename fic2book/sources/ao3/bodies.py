"""The chapters of a download: which division is a heading with its notes, which is story, which is notes behind it."""

import re
from collections.abc import Sequence

from fic2book import markup
from fic2book.markup import Element
from fic2book.model import Place
from fic2book.sources import look, page
from fic2book.sources.ao3 import chapters, footnotes, parts
from fic2book.sources.page import Page

_ENDNOTES = re.compile(r"endnotes\d+(?:-\d+)?\Z")
_HEADINGS = ("h1", "h2", "h3")


def story_blocks(opened: Page, divisions: Sequence[Element]) -> list[Element]:
    """Take ``#chapters`` apart and return the story's own blocks, each chapter behind its heading."""
    rooms = [room for division in divisions for room in _inside(division) if not _is_blank(room)]
    if len([room for room in rooms if _is_head(room)]) == 0 or not _has_chapters(rooms):
        return _one_chapter(opened, rooms)
    found: list[Element] = []
    number = 0
    expects_story = False
    for room in rooms:
        if expects_story:
            found += _inside(room)
            expects_story = False
        elif _is_endnotes(room):
            found += footnotes.taken(room, found)
            parts.read_notes(opened, [room], Place.AFTER, number)
        elif _is_head(room):
            number += 1
            found.append(_read_head(opened, room, number))
            expects_story = True
        else:
            found += _inside(room)
    return found


def _one_chapter(opened: Page, rooms: Sequence[Element]) -> list[Element]:
    """Return the blocks of a work in one chapter; the heading over it repeats the title for the contents."""
    found: list[Element] = []
    for at, room in enumerate(rooms):
        if at == 0 and room.tag in _HEADINGS and len(rooms) > 1 and _repeats_title(opened, room):
            page.set_aside(opened, room)
        else:
            found += _inside(room)
    return found


def _repeats_title(opened: Page, heading: Element) -> bool:
    return look.text(heading) == opened.found.get("title")


def _has_chapters(rooms: Sequence[Element]) -> bool:
    """Tell several chapters: the first room is a heading with its notes, and story stands behind it."""
    return len(rooms) > 1 and _is_head(rooms[0]) and rooms[1].tag in {"div", "section"}


def _is_head(room: Element) -> bool:
    """Tell the division of a chapter's heading: the heading, then nothing but a by-line, labels and quotations."""
    first, *others = parts.blocks([room]) or [room]
    is_headed = room.tag in {"div", "section"} and first.tag == "h2"
    return is_headed and all(map(parts.is_of_a_head, others))


def _is_endnotes(room: Element) -> bool:
    return _ENDNOTES.match(room.get("id", "")) is not None


def _read_head(opened: Page, room: Element, number: int) -> Element:
    blocks = parts.blocks([room])
    heading = blocks[0]
    byline = blocks[1] if len(blocks) > 1 and blocks[1].tag != "blockquote" else None
    if byline is not None and parts.is_byline(byline):
        page.note(opened, byline, Place.BEFORE, chapter=number)
    parts.read_notes(opened, blocks[1:], Place.BEFORE, number)
    return page.chapter(opened, heading, chapters.title_of(look.text(heading)))


def _inside(room: Element) -> list[Element]:
    return list(room) if room.tag in {"div", "section"} and not room.get("data-line") else [room]


def _is_blank(room: Element) -> bool:
    return markup.is_blank(room) and next(room.iter("img"), None) is None
