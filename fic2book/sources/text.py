"""Plain text from anywhere: title, by-line, label lines, story. Always answers."""

from fic2book.model import Document, Story
from fic2book.sources import labels, lines, titles


def recognise(document: Document) -> tuple[Story, ...]:
    """Return the one story of a text."""
    paste = lines.opened(document, document.format)
    labels.peel(paste)
    titles.peel(paste)
    lines.trim_edges(paste)
    return (lines.story(paste),)
