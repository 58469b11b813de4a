"""Wattpad: a chapter copied from the page, with its counters and the site's slogan."""

import re

from fic2book.model import Document, Story
from fic2book.sources import labels, lines, titles
from fic2book.sources.lines import Paste
from fic2book.sources.values import word_count

_NUMBER = r"\d{1,3}(?:[.,]\d+)*[KkMm]?|\d+"
_COUNTERS = re.compile(
    rf"\W*({_NUMBER})\W*(?:reads?|views?)?\W*?[\s|·•/]+\W*({_NUMBER})\W*(?:votes?|stars?)?\W*?[\s|·•/]+"
    rf"\W*({_NUMBER})\W*(?:comments?)?\W*\Z",
    re.IGNORECASE,
)
_SLOGAN = re.compile(r"(.*?)(?<!\s)\s*Where stories live[\s.!…]*Discover now[\s.!…]*\Z", re.IGNORECASE)
_ALSO = re.compile(r"\W*you['’]?ll also like\W*\Z", re.IGNORECASE)
_HEAD = 6  # non-blank lines in which the counters stand
_TAIL = 60  # lines that "You'll Also Like" and its recommendations take at most


def recognise(document: Document) -> tuple[Story, ...]:
    """Return the story of a Wattpad paste: counters in the head, or the site's furniture in the tail."""
    if not lines.is_paste(document):
        return ()
    paste = lines.opened(document, "wattpad")
    furnished = _peel_tail(paste)
    counted = _peel_counters(paste, sure=furnished)
    if not furnished and not counted:
        return ()
    labels.peel(paste)
    titles.peel(paste)
    lines.trim_edges(paste)
    return (lines.story(paste),)


def _peel_counters(paste: Paste, *, sure: bool) -> bool:
    for at in lines.head(paste, _HEAD):
        found = _COUNTERS.match(paste.blocks[at].text)
        if found and (sure or _are_counters(*(word_count(found[n]) for n in (1, 2, 3)))):
            lines.set_aside(paste, at)
            return True
    return False


def _are_counters(reads: int, votes: int, comments: int) -> bool:
    """Tell counters from a countdown: a story is read more often than it is voted for or talked about."""
    return reads >= 10 and reads > votes and reads > comments and not reads - votes == votes - comments == 1


def _peel_tail(paste: Paste) -> bool:
    found = _peel_slogan(paste)
    for at in lines.tail(paste, _TAIL):
        if _ALSO.match(paste.blocks[at].text):
            for place in [place for place in lines.tail(paste, _TAIL) if place >= at]:
                lines.set_aside(paste, place)
            return True
    return found


def _peel_slogan(paste: Paste) -> bool:
    """Take the slogan; what stands before it on its line, glued or not, is the collection's name."""
    for at in lines.tail(paste, 5):
        block = paste.blocks[at]
        found = _SLOGAN.match(block.text)
        if not found:
            continue
        lines.drop(paste, at)
        if found[1].strip():
            lines.keep(paste, block.line, found[1].strip(), "collection", found[1].strip())
        paste.ledger.removed(paste.origin, block.line, block.text[len(found[1]) :].strip())
        return True
    return False
