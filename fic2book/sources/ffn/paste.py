"""A FanFiction.Net page, select-all, pasted into a text: its head, its controls and its tail around the story."""

import re

from fic2book.letters import letters
from fic2book.model import Document, Story
from fic2book.sources import by_rows, headings, lines, titles
from fic2book.sources.ffn import chapter_list, furniture, head, rated
from fic2book.sources.lines import Paste

_RATED_WITHIN = 60  # non-blank lines: menus, path, title, by-line, summary
_TAIL = 400  # non-blank lines that the buttons and a second list of chapters take at most
_REPEATED_WITHIN = 6  # non-blank lines of a body in which a chapter's title is repeated


def recognise(document: Document) -> tuple[Story, ...]:
    """Return the story of a pasted page: the site's Rated line under a by-line says that it is one."""
    if not by_rows.can_be_pasted(document):
        return ()
    paste = by_rows.opened(document, "ffn")
    rows = [at for at in lines.head(paste, _RATED_WITHIN) if rated.read(paste.blocks[at].text)]
    at = rows[0] if len(rows) == 1 or (rows and document.format == "text") else -1  # a page of several is a list
    begun = head.find(paste, at) if at >= 0 else None
    if begun is None:
        return ()
    banner = paste.blocks[begun.rows[0]].text
    number = _peel_controls(paste, at)
    head.peel(paste, begun)
    if "url" in paste.found:
        paste.found["url"] = rated.of_chapter(rated.of_site(paste.found["url"], banner), number)
    titles.peel(paste)
    lines.trim_edges(paste)
    return by_rows.story(paste)


def _peel_controls(paste: Paste, at: int) -> int:
    """Take the rows between the Rated line and the story, and those below it; keep the title of this chapter.

    Return the chapter's number, 0 when the page does not tell it.
    """
    stated = {piece.field: piece.value for piece in rated.read(paste.blocks[at].text)}.get("chapters_stated", "")
    rows = [place for place in range(at + 1, len(paste.blocks)) if paste.blocks[place].text.strip()]
    texts = [paste.blocks[place].text for place in rows]
    known: tuple[str, ...] = ()
    count = 0
    while count < len(rows):
        listed = () if known else chapter_list.titles(texts[count:], str(stated))
        if not listed and not furniture.is_control(texts[count]):
            break
        known = known or listed
        count += len(listed) or 1
    current = _current(texts[:count], known)
    _peel_tail(paste, rows[count - 1] if count else at, known)
    kept = _heading(paste, rows[:count], current, texts[count : count + _REPEATED_WITHIN])
    for place in reversed(rows[:count]):
        if place != kept:
            lines.set_aside(paste, place)
    return chapter_list.number_of(current)


def _current(texts: list[str], known: tuple[str, ...]) -> str:
    """Return the row of the list that this page is, as far as its buttons tell: the first chapter or the last."""
    before, behind = any(map(furniture.has_previous, texts)), any(map(furniture.has_next, texts))
    if not known or before == behind:
        return ""
    entries = [text for text in texts if chapter_list.is_entry(text, known)]
    return entries[0] if behind else entries[-1]


def _heading(paste: Paste, rows: list[int], current: str, body: list[str]) -> int:
    """Make the row of this chapter its heading, unless the writer's own stands in the text; give its place."""
    place = next((place for place in rows if current and paste.blocks[place].text == current), -1)
    title = chapter_list.title_of(current)
    if place < 0 or any(map(chapter_list.is_labelled, body)) or letters(title) in map(letters, body):
        return -1
    headings.make(paste, place, title)
    headings.count(paste, place, chapter_list.number_of(current))
    return place


def _peel_tail(paste: Paste, at: int, known: tuple[str, ...]) -> None:
    """Take everything from the site's first row below the story, with the buttons and the list right above it."""
    behind = [place for place in reversed(lines.tail(paste, _TAIL)) if place > at]
    signs = [count for count, place in enumerate(behind) if furniture.is_tail(paste.blocks[place].text)]
    if not signs or (len(signs) == 1 and len(behind) - signs[0] > len(behind) // 2):
        return
    first = signs[0]
    while first and _is_ours(paste.blocks[behind[first - 1]].text, known):
        first -= 1
    for place in reversed(behind[first:]):
        lines.set_aside(paste, place)


def _is_ours(text: str, known: tuple[str, ...]) -> bool:
    return chapter_list.is_entry(text, known) or (furniture.is_control(text) and re.search(r"\w", text) is not None)
