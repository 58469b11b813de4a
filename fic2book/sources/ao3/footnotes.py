"""Footnotes that stand among the notes behind a chapter or a work: the text calls them, so they belong to it."""

import re
from collections.abc import Iterable, Sequence

from fic2book import markup
from fic2book.markup import Element
from fic2book.sources import look

_MARK = re.compile(r"[\[(]?\s*(?:\d{1,3}|[a-z]|[ivx]{1,4}|[*†‡§]{1,5})\s*[\])]?\.?", re.IGNORECASE)
_ROOMS = ("p", "li", "div", "dd")


def taken(region: Element, story: Sequence[Element]) -> list[Element]:
    """Take the blocks out of a region that marks in the story link to, and return them in order."""
    called = _called(story)
    found = [block for block in region.iter(*_ROOMS) if block.get("data-line") and _is_goal(block, called)]
    for block in found:
        markup.remove(block)
    return found


def _called(story: Iterable[Element]) -> frozenset[str]:
    links = (link for block in story for link in block.iter("a"))
    return frozenset(
        link.get("href", "")[1:]
        for link in links
        if link.get("href", "").startswith("#") and _MARK.fullmatch(look.text(link))
    )


def _is_goal(block: Element, called: frozenset[str]) -> bool:
    """Tell whether a mark leads to a block, or to something at its very beginning."""
    named = [element for element in block.iter() if element.get("id") in called]
    return any(element is block or _begins(block, element) for element in named)


def _begins(block: Element, element: Element) -> bool:
    before = _before(block, element).strip()
    return not before or _MARK.fullmatch(before) is not None


def _before(block: Element, element: Element) -> str:
    """Return what a block says before an element inside it."""
    said = ""
    while element is not block:
        earlier = reversed(list(element.itersiblings(preceding=True)))
        parent = element.getparent()
        if parent is None:
            break
        said = (parent.text or "") + "".join(markup.text_of(one) + (one.tail or "") for one in earlier) + said
        element = parent
    return said
