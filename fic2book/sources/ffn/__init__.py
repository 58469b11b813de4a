"""FanFiction.Net: a story's page, pasted as text or saved by the browser, from the site or its pages for phones."""

from fic2book.model import Document, Story
from fic2book.sources.ffn import paste, saved


def recognise(document: Document) -> tuple[Story, ...]:
    """Return the story of a page of FanFiction.Net, or of its sister FictionPress."""
    return saved.recognise(document) or paste.recognise(document)
