"""Origins: one module each, asked in order; each tells by content whether a document is its own."""

from collections.abc import Callable, Mapping

from fic2book.model import Document, Story
from fic2book.sources import text, tumblr, wattpad

Source = Callable[[Document], tuple[Story, ...]]

SOURCES: Mapping[str, Source] = {
    "wattpad": wattpad.recognise,
    "tumblr": tumblr.recognise,
    "generic": text.recognise,  # last: it always answers
}


def recognise(document: Document) -> tuple[Story, ...]:
    """Return the stories of a document, by the first origin that knows it."""
    for source in SOURCES.values():
        stories = source(document)
        if stories:
            return stories
    return ()
