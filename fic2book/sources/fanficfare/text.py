"""FanFicFare's .txt: title, by-line, labels, perhaps a table of contents, chapters, and ``End file.`` below them."""

from fic2book.model import Document, Story
from fic2book.sources import lines, titles
from fic2book.sources.fanficfare import text_chapters, text_head, typewriter
from fic2book.sources.lines import Paste

_END = "End file."


def recognise(document: Document) -> tuple[Story, ...]:
    """Return the story of a text that FanFicFare wrote: its label block says so."""
    if document.format != "text":
        return ()
    paste = lines.opened(document, "fanficfare")
    head = text_head.find(paste)
    if head is None:
        return ()
    _peel_end(paste, head.end)
    typewriter.undo(paste, head.end)
    text_chapters.set_up(paste, head)
    text_head.peel(paste, head)
    titles.peel(paste)
    lines.trim_edges(paste)
    return (lines.story(paste),)


def _peel_end(paste: Paste, first: int) -> None:
    last = next(iter(lines.tail(paste, 1)), -1)
    if last >= first and paste.blocks[last].text.strip() == _END:
        lines.set_aside(paste, last)
