"""The pages of an EPUB as its reading order has them: which are chapters, which only lead to them."""

import re
from collections.abc import Sequence
from pathlib import PurePosixPath

from fic2book import markup
from fic2book.markup import Element
from fic2book.sources import look

_ROOMS = frozenset({"div", "section", "article", "main", "body", "nav"})
_MEANS_SOMETHING = frozenset({"align", "dir", "lang"})
_CONTENTS = re.compile(r"(?:table of )?contents\Z", re.IGNORECASE)


def files(root: Element) -> list[Element]:
    """Return the pages, each an element that names its file."""
    return [element for element in root.iter("section") if element.get("data-file")]


def name(page: Element) -> str:
    """Return a page's file name without folder and suffix."""
    return PurePosixPath(page.get("data-file", "")).stem


def folder(page: Element) -> str:
    """Return the first folder of a page's file; empty at the top."""
    first, slash, _ = page.get("data-file", "").partition("/")
    return first if slash else ""


def blocks(rooms: Sequence[Element]) -> list[Element]:
    """Return the blocks inside containers, in order; a container that centres, or says a language, stays whole."""
    found: list[Element] = []
    for room in rooms:
        is_open = room.tag in _ROOMS and not room.get("data-line") and not _MEANS_SOMETHING.intersection(room.attrib)
        if is_open:
            found += blocks(list(room))
        else:
            found.append(room)
    return found


def heading(page: Element) -> Element | None:
    """Return the heading that a page begins with."""
    first = next((block for block in blocks(list(page)) if not markup.is_blank(block)), None)
    return first if first is not None and first.tag in markup.HEADINGS else None


def is_empty(page: Element) -> bool:
    """Tell a page without words, such as a cover."""
    return not look.text(page)


def is_contents(page: Element) -> bool:
    """Tell a page that is a table of contents: a heading or none, and nothing but links."""
    words = sum(len(look.text(link)) for link in page.iter("a"))
    first = heading(page)
    named = first is not None and _CONTENTS.match(look.text(first)) is not None
    rest = len(look.text(page)) - (len(look.text(first)) if first is not None else 0)
    links = len(list(page.iter("a")))
    typed = any("toc" in inner.get("data-type", "").split() for inner in (page, *page.iter("nav")))
    return typed or (links > 0 and words * 10 >= rest * 8 and (named or links > 2))
