"""Origins: one module each, asked in order; each tells by content whether a document is its own."""

from collections.abc import Callable, Mapping

from fic2book.model import Document, Story
from fic2book.sources import (
    ao3,
    epubmerge,
    fanficfare,
    ffn,
    fichub,
    generic,
    leech,
    lightnovel,
    livejournal,
    no_story,
    restored,
    several,
    tumblr,
    wattpad,
    webtoepub,
)

Source = Callable[[Document], tuple[Story, ...]]

SOURCES: Mapping[str, Source] = {
    "restored": restored.recognise,  # first: such a file says itself what it is
    "no story": no_story.recognise,  # early: it names what a later one would take for a story
    "ao3": ao3.recognise,
    "ffn": ffn.recognise,
    "fanficfare": fanficfare.recognise,
    "fichub": fichub.recognise,
    "leech": leech.recognise,
    "lightnovel-crawler": lightnovel.recognise,
    "webtoepub": webtoepub.recognise,
    "wattpad": wattpad.recognise,
    "tumblr": tumblr.recognise,
    "livejournal": livejournal.recognise,
    "generic": generic.recognise,  # last: it always answers
}


def recognise(document: Document, split: str = "") -> tuple[Story, ...]:
    """Return the stories of a document, by the first origin that knows it.

    ``split`` is a person's word: ``h1`` … ``h6``, each such heading begins a story; ``never``, the file is one.
    """
    if document.format == restored.FORMAT:
        return restored.recognise(document)
    merged = epubmerge.stories(document, lambda book: _one_or_more(book, split))
    return merged or several.stories(document, split, _one_or_more) or _one_or_more(document, split)


def _one_or_more(document: Document, split: str = "") -> tuple[Story, ...]:
    for source in SOURCES.values():
        stories = generic.split(document, split) if source is generic.recognise else source(document)
        if stories:
            return stories
    return ()
