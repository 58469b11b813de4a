"""FanFicFare, before 2015 FanFictionDownLoader: the program that most fans keep their stories with."""

from fic2book.model import Document, Story
from fic2book.sources.fanficfare import pages, text


def recognise(document: Document) -> tuple[Story, ...]:
    """Return the story of a text, a page or a book that FanFicFare wrote."""
    return text.recognise(document) or pages.recognise(document)
