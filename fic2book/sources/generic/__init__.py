"""What nobody knows: any text, any page with a story on it. Always answers."""

from dataclasses import replace

from fic2book.ledger import Ledger
from fic2book.model import Change, Document, Story
from fic2book.sources import livejournal, look, text, tumblr, wattpad
from fic2book.sources.generic import page

_PASTES = (wattpad.recognise, tumblr.recognise, livejournal.recognise, text.recognise)
"""Who reads the words of a page once its story is cut out of it: blogs and journals look alike as page and as paste."""


def recognise(document: Document) -> tuple[Story, ...]:
    """Return the one story of a document."""
    if not look.is_page(document):
        return text.recognise(document)
    cut, left_out = page.cut_out(document)
    stories = next(stories for read in _PASTES if (stories := read(cut)))
    return tuple(_finished(story, document, left_out) for story in stories)


def _finished(story: Story, document: Document, left_out: tuple[Change, ...]) -> Story:
    """Give a story its page's format as its origin, its pictures, and the entries of what is not in it."""
    origin = document.format if story.origin == "markup" else story.origin
    entries = Ledger([*left_out, *(replace(entry, rule=_rule(entry.rule, origin)) for entry in story.ledger)])
    shown = tuple(picture for picture in document.pictures if f'"picture:{picture.name}"' in story.body)
    return replace(story, origin=origin, pictures=shown, ledger=entries.settled())


def _rule(rule: str, origin: str) -> str:
    return origin if rule == "markup" else rule
