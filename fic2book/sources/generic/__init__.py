"""What nobody knows: any text, any page with a story on it. Always answers."""

from dataclasses import replace

from fic2book.ledger import Ledger
from fic2book.model import Change, Document, Story
from fic2book.sources import livejournal, look, several, text, tumblr, wattpad
from fic2book.sources.generic import page

_PASTES = (wattpad.recognise, tumblr.recognise, livejournal.recognise, text.recognise)
"""Who reads the words of a page once its story is cut out of it: blogs and journals look alike as page and as paste."""


def recognise(document: Document) -> tuple[Story, ...]:
    """Return the one story of a text, the stories of a page."""
    return split(document, "")


def split(document: Document, asked: str) -> tuple[Story, ...]:
    """Do what ``recognise`` does, with a person's word on where each story of a page begins (``h1``, ``never``)."""
    if not look.is_page(document):
        return text.recognise(document)
    cut, left_out = page.cut_out(document)
    stories = several.stories(cut, asked, _paste) or _paste(cut)
    return tuple(_finished(story, document, left_out if number == 0 else ()) for number, story in enumerate(stories))


def _paste(cut: Document) -> tuple[Story, ...]:
    return next(stories for read in _PASTES if (stories := read(cut)))


def _finished(story: Story, document: Document, left_out: tuple[Change, ...]) -> Story:
    """Give a story its page's format as its origin, its pictures, and the entries of what is not in it."""
    origin = document.format if story.origin == "markup" else story.origin
    entries = Ledger([*left_out, *(replace(entry, rule=_rule(entry.rule, origin)) for entry in story.ledger)])
    shown = tuple(picture for picture in document.pictures if f'"picture:{picture.name}"' in story.body)
    return replace(story, origin=origin, pictures=shown, ledger=entries.settled())


def _rule(rule: str, origin: str) -> str:
    return origin if rule == "markup" else rule
