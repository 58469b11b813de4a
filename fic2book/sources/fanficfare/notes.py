"""The notes that FanFicFare puts around a chapter: a box of labels, each over a quotation, at its head or its foot."""

import re
from collections.abc import Sequence

from fic2book import markup
from fic2book.markup import Element
from fic2book.model import NoteKind, Place
from fic2book.sources import look, page, spine
from fic2book.sources.page import Page

_CLASS = "fff_chapter_notes"
_QUOTED = frozenset({"blockquote", "ul", "ol"})
_LABEL = re.compile(
    r"(?P<whole>Author['’]s Notes?|Story Notes|Description)|(?P<summary>(?:Chapter )?Summary(?: for the Chapter)?)"
    r"|Notes for the Chapter|Chapter Notes?|(?:Chapter )?End ?notes?|Notes?|Notas do Autor|Notas iniciais do capítulo"
    r"|Notas finais do capítulo|Примечания",
    re.IGNORECASE,
)


def take(opened: Page, blocks: Sequence[Element], chapter: int, last: int) -> list[Element]:
    """Take the notes out of a chapter's blocks, containers and all, and return the story's blocks.

    Told by the program's class or, where another program renamed it, by a label over a quotation at an end.
    """
    rooms = list(blocks)
    while len(rooms) == 1 and rooms[0].tag == "div" and not rooms[0].get("data-line") and not _is_box(rooms[0]):
        rooms = list(rooms[0])
    story: list[Element] = []
    for at, room in enumerate(rooms):
        edge = not any(_is_story(other) for other in rooms[:at]) or not any(map(_is_story, rooms[at + 1 :]))
        if _is_box(room) and (edge or _CLASS in room.get("class", "")):
            place = Place.AFTER if any(not markup.is_blank(block) for block in story) else Place.BEFORE
            _read(opened, room, place, (chapter, last))
        else:
            story += spine.blocks([room])
    return story


def _is_story(room: Element) -> bool:
    return not markup.is_blank(room) and not _is_box(room)


def _is_box(room: Element) -> bool:
    """Tell a box by the program's class, or as one that holds nothing but labels over quotations."""
    if room.tag != "div" or room.get("data-line"):
        return False
    inner = list(room)
    while len(inner) == 1 and inner[0].tag == "div" and not inner[0].get("data-line"):
        inner = list(inner[0])
    inner = [block for block in inner if not markup.is_blank(block)]
    quoted = [block for block in inner if block.tag in _QUOTED]
    labelled = bool(quoted) and _label(inner[0]) is not None
    return _CLASS in room.get("class", "") or (labelled and all(block in quoted or _label(block) for block in inner))


def _label(block: Element) -> re.Match[str] | None:
    return _LABEL.fullmatch(look.text(block).rstrip(": "))


def _read(opened: Page, box: Element, place: Place, where: tuple[int, int]) -> None:
    """Keep each quotation as a note of its chapter; the author's own note at the work's ends is the work's."""
    chapter, last = where
    label: re.Match[str] | None = None
    edge = (place is Place.BEFORE and chapter == 1) or (place is Place.AFTER and chapter == last)
    for block in spine.blocks(list(box)):
        said = _label(block)
        if said is not None:
            label = said
        elif not markup.is_blank(block):
            whole = last == 1 or (edge and label is not None and label["whole"])
            is_summary = label is not None and label["summary"]
            kind = NoteKind.SUMMARY if is_summary else NoteKind.NOTE
            page.note(opened, block, place, chapter=0 if whole else chapter, kind=kind)
