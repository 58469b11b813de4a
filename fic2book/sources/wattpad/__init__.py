"""Wattpad: a chapter pasted from its page, or the page itself, saved by the browser or got by a tool."""

from fic2book.model import Document, Story
from fic2book.sources.wattpad import paste, saved


def recognise(document: Document) -> tuple[Story, ...]:
    """Return the story of a chapter of Wattpad."""
    return paste.recognise(document) or saved.recognise(document)
