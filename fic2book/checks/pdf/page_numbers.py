"""What the book prints of its own pages is true: contents, content notes, appendix and index name the right ones."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from pikepdf import Array, Object

from fic2book import raster
from fic2book.checks.pdf.opened import Opened, page_of
from fic2book.checks.pdf.ways_in import target
from fic2book.checks.told import Told
from fic2book.model import Problem, Severity
from fic2book.walk.joined_letters import folded

_PAGES = {
    "contents": "the contents say",
    "content-notes": "the content notes say",
    "notes": "the authors’ notes say",
    "index": "the index says",
}
"""Ids of the sections that name pages; each number stands inside the link that leads there."""
_PRIVATE = frozenset({"notes"})
"""Where authors' own links stand too: only those with a known title before them are the book's."""
_SHORT = frozenset({"index"})
"""Where links are single numbers, and two side by side may lead to one place."""
_NUMBER_BEFORE = re.compile(r"\A\W*(?:\d+|[ivxlc]+)\b\W*")
_NUMBER = re.compile(r"\d+")
_FIRST, _LAST = re.compile(r"\A\W*(\d+)"), re.compile(r"(\d+)\W*\Z")
_ROMAN_FIRST, _ROMAN_LAST = re.compile(r"\A\W*([ivxlc]+)\b"), re.compile(r"\b([ivxlc]+)\W*\Z")


class _Link(NamedTuple):
    """A link as a person sees it: what stands on it, and the page that it leads to."""

    text: str
    page: int


class _Box(NamedTuple):
    """One line or block of a link: its page, where it leads by name and by page, its edges."""

    on: int
    aim: str
    page: int
    edges: raster.Box


def problems(book: Opened, told: Told) -> Iterator[Problem]:
    """Compare each printed page number with the label of the page where its link leads."""
    for section, says in _PAGES.items():
        for link in _links(book, section):
            title = _title(link, book, told)
            label = book.labels[link.page]
            printed = _printed(link, title, label)
            if printed == label or (section in _PRIVATE and not (title and printed)):
                continue
            name = f"“{title}”" if title else f"what “{' '.join(link.text.split())}” leads to"
            said = f"{says} that {name} stands on page {printed}" if printed else f"{says} no page for {name}"
            message = f"{said}; in the PDF it is page {label}."
            yield Problem(code="page-number", severity=Severity.ERROR, message=message, place=label)


def _links(book: Opened, section: str) -> Iterator[_Link]:
    """Yield the links of a section to places in the book, those of several lines as one."""
    first = book.places.get(section)
    if first is None:
        return
    end = min((one.page for one in book.outline if one.page is not None and one.page > first), default=len(book.texts))
    found = [
        _Box(number, str(aim), page, _edges(one))
        for number in range(first, end)
        for one in book.pdf.pages[number].obj.get("/Annots", Array())
        if (aim := target(one)) is not None and (page := page_of(aim, book)) is not None
    ]
    texts = raster.pdf_text_in(book.data, [(one.on, one.edges) for one in found])
    lines = [_Link(text, one.page) for one, text in zip(found, texts, strict=True)]
    if section in _SHORT:
        yield from lines
        return
    for _, some in groupby(zip(found, lines, strict=True), key=lambda pair: pair[0][:3]):
        turned = [line for _, line in some]
        yield _Link(" ".join(line.text for line in turned), turned[0].page)


def _edges(annotation: Object) -> raster.Box:
    left, bottom, right, top = (float(edge) for edge in annotation.Rect)
    return left, bottom, right, top


def _title(link: _Link, book: Opened, told: Told) -> str:
    """Return the title of what a link leads to, if its words begin with it: a story's, else one of the outline."""
    stories = [story.title for story in told.stories if book.places.get(story.id) == link.page]
    lines = [entry.title for entry in book.outline if entry.page == link.page]
    said = (folded(link.text), folded(_NUMBER_BEFORE.sub("", link.text, count=1)))
    for names in (stories, lines):
        known = [name for name in names if name and any(text.startswith(folded(name)) for text in said)]
        if known:
            return max(known, key=len)
    return ""


def _printed(link: _Link, title: str, label: str) -> str:
    """Return the number that stands before or behind the other words of a link: the right one if it is there.

    Where the words do not begin with the title (a line from right to left), the right one may stand among them.
    """
    rest = link.text[_length(link.text, folded(title)) :]
    patterns = (_FIRST, _LAST) if label.isdecimal() else (_ROMAN_FIRST, _ROMAN_LAST, _FIRST, _LAST)
    edges = [match[1] for pattern in patterns if (match := pattern.search(rest))]
    if label in edges or (not title and label in _NUMBER.findall(rest)):
        return label
    return next(iter(edges), "")


def _length(text: str, start: str) -> int:
    """Return how many characters of a text its first letters, ``start``, take."""
    return next((end for end in range(len(text) + 1) if folded(text[:end]) == start), 0)
