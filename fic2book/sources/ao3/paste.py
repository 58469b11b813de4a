"""A work page of the Archive, selected whole and pasted as text: labels and values on lines of their own.

``Work Text:`` or ``Chapter Text`` begins the story, ``Actions`` followed by ``↑ Top`` ends it. Each of these phrases
may stand in a story too, so the page is known by several of them at their places.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from fic2book import markup
from fic2book.model import Document, Story, Sure
from fic2book.sources import by_rows, lines
from fic2book.sources.ao3 import chapters, outline, paste_header, paste_notes, related
from fic2book.sources.ao3.outline import Chapter, Outline
from fic2book.sources.lines import Block, Paste

ORIGIN = "ao3"


def recognise(document: Document) -> tuple[Story, ...]:
    """Return the story of a pasted work page."""
    if not by_rows.can_be_pasted(document) or "Text" not in "".join(row.text for row in document.lines):
        return ()
    paste = by_rows.opened(document, ORIGIN)
    found = outline.found([block.text.strip() for block in paste.blocks])
    if found is None:
        return ()
    blocks = paste.blocks
    _read_around(paste, blocks, found)
    paste.blocks = [block for chapter in found.chapters for block in _chapter(paste, blocks, chapter)]
    _set_aside_rest(paste, blocks, found)
    return by_rows.story(paste)


def _read_around(paste: Paste, blocks: Sequence[Block], found: Outline) -> None:
    """Keep what the header and the lines around the story say."""
    paste_header.read(paste, _of(blocks, found.header))
    paste_notes.read_front(paste, paste_header.read_title(paste, _of(blocks, found.front)))
    for chapter in found.chapters:
        first = chapter.head.start + (1 if chapter.number else 0)
        paste_notes.read_front(paste, _of(blocks, range(first, chapter.head.stop)), chapter.number)
        for notes in chapter.notes:
            paste_notes.read_behind(paste, _of(blocks, notes), chapter=chapter.number, sure=Sure.STATED)
    if found.work_notes:
        sure = Sure.STATED if found.announced else Sure.LIKELY
        paste_notes.read_behind(paste, _of(blocks, found.work_notes), chapter=0, sure=sure)


def _read_behind(paste: Paste, rows: Sequence[Block]) -> list[Block]:
    """Keep the works that this one inspired, and return the lines that say nothing of use."""
    rest: list[Block] = []
    inspired = False
    for row in rows:
        text = row.text.strip()
        found = related.related(text) if inspired and text else None
        if found and found[0].authors:
            lines.keep(paste, row.line, row.text, "related", (replace(found[0], how="inspired"),))
        else:
            rest.append(row)
        inspired = text.startswith("Works inspired") if text.endswith((":", "one")) else inspired
    return rest


def _chapter(paste: Paste, blocks: Sequence[Block], chapter: Chapter) -> Iterator[Block]:
    if chapter.number:
        heading = blocks[chapter.head.start]
        text = heading.text.strip()
        title = chapters.title_of(text)
        if title != text:
            paste.ledger.removed(paste.origin, heading.line, text.removesuffix(title).strip())
        element = markup.new("h2", title, class_="chapter", data_line=str(heading.line))
        yield Block(line=heading.line, text=title, markup=markup.serialise_block(element), tag="h2")
    yield from _of(blocks, chapter.text)


def _set_aside_rest(paste: Paste, blocks: Sequence[Block], found: Outline) -> None:
    """Set aside the site's own lines in front of the header and behind the story, and the marks."""
    read = {at for part in (found.header, found.front, found.work_notes) for at in part}
    for chapter in found.chapters:
        read |= {*chapter.head, *chapter.text, *(at for notes in chapter.notes for at in notes)}
    behind = {block.line for block in _of(blocks, found.behind)} - {
        block.line for block in _read_behind(paste, _of(blocks, found.behind))
    }
    for at, block in enumerate(blocks):
        if at not in read and block.line not in behind and block.text.strip():
            paste.ledger.removed(paste.origin, block.line, block.text)


def _of(blocks: Sequence[Block], places: range) -> list[Block]:
    return [blocks[at] for at in places]
