"""The head of a saved FanFiction.Net page: path, title, author, summary and the Rated line, in all its years.

The ids changed (``#profile_top``, before it ``#gui_table1i``, on phones ``#content``); the Rated line, the links to an
author's page (``/u/77``) and the path (``/book/Weir-Tales/``) did not.
"""

import re
from typing import NamedTuple

from fic2book import markup
from fic2book.markup import Element
from fic2book.sources import look, page, rows
from fic2book.sources.ffn import furniture, rated
from fic2book.sources.page import Page

_AUTHOR = re.compile(r"(?:https?:)?(?://[^/]+)?/u/\d+")
_PATH = re.compile(r"(?:(?:https?:)?//[^/]+)?/(?:anime|book|cartoon|comic|game|misc|movie|play|tv)/[^/]+/?\Z")
_CROSSOVER = re.compile(r".*-Crossovers?/\d+")
_RATED = re.compile(r"(?:Fiction\s+)?Rated:")
_NUMBER = re.compile(r"\bCh(?:apter)? (\d+)\b|/s/\d+/(\d+)")
_CHAPTER = re.compile(r"(?:Chapter|Ch)\s+(\d+)\s*(?:[:.-]\s*(.*))?\Z", re.IGNORECASE)


class Place(NamedTuple):
    """A row of the page and its words."""

    row: int
    words: str


def before(root: Element, body: Element) -> list[Place]:
    """Return the rows that stand before the story, with their words."""
    first = next((int(inner.get("data-line", 0)) for inner in body.iter() if inner.get("data-line")), 0)
    return [Place(row, words) for row, words in rows.words_by_row(root).items() if row < first or not first]


def rated_line(places: list[Place]) -> tuple[Place, str] | None:
    """Return the row of the Rated line with the line itself; on old pages the author's name stands before it."""
    for place in places:
        begun = _RATED.search(place.words)
        line = place.words[begun.start() :] if begun else ""
        if line and rated.read(line):
            return place, line
    return None


def read(opened: Page, places: list[Place], found: tuple[Place, str]) -> None:
    """Keep what the rows above the story say."""
    place, line = found
    links = [link for link in opened.root.iter("a") if rows.row_at(link) <= place.row]
    author = next((link for link in reversed(links) if _AUTHOR.match(link.get("href", "")) and look.text(link)), None)
    _read_title(opened, places, author)
    for link in [link for link in links if _PATH.match(link.get("href", ""))][-1:]:
        page.keep(opened, link, "fandoms", (look.text(link),))
    for link in [link for link in links if _CROSSOVER.match(link.get("href", ""))][-1:]:
        names = furniture.fandoms(look.text(link))
        page.keep_words(opened, (rows.row_at(link), " + ".join(names)), "fandoms", names)
    for piece in rated.read(line):
        if piece.field and piece.words:
            page.keep_words(opened, (place.row, piece.words), piece.field, piece.value)
        elif piece.field:
            page.hold(opened, piece.field, piece.value)
    if author is not None:
        _read_author(opened, author, places, place)


def chapter_number(opened: Page) -> int:
    """Return the number of this chapter, as the page's title or its address says; 0 when neither does."""
    said = (*opened.document.head.get("title", ()), *opened.document.head.get("link canonical", ()))
    found = next((match for words in said if (match := _NUMBER.search(words))), None)
    return int(found[1] or found[2]) if found else 0


def chapter_row(opened: Page, places: list[Place], number: int) -> tuple[Element | None, str]:
    """Return the element that holds this chapter's title, and the title: an entry of the menu, or a row of its own."""
    above = {place.row for place in places}
    for option in [option for option in opened.root.iter("option") if rows.row_at(option) in above]:
        entry = re.match(r"(\d+)\.\s+(\S.*)\Z", look.text(option))
        if entry and int(entry[1]) == number:
            return option, entry[2]
    wanted = {place.row for place in places if _CHAPTER.match(place.words)}
    holder = next(
        (block for block in opened.root.iter() if block.get("data-line") and rows.row_at(block) in wanted), None
    )
    said = _CHAPTER.match(look.text(holder)) if holder is not None and holder.tag != "br" else None
    return (holder, said[2] or said[0]) if said else (None, "")


def _read_title(opened: Page, places: list[Place], author: Element | None) -> None:
    """Keep the bold words above the author's name that the page's title begins with too; else what that title says."""
    name = next(iter(opened.document.head.get("title", ())), "")
    above = rows.row_at(author) if author is not None else places[-1].row
    bold = [sign for sign in opened.root.iter("b", "strong") if look.text(sign) and rows.row_at(sign) <= above]
    known = [sign for sign in bold if name.startswith(look.text(sign))]
    title = (known or bold)[-1:]
    if title:
        page.keep(opened, title[0], "title", look.text(title[0]))
    elif name:
        page.hold(
            opened, "title", re.sub(r"(?: Chapter \d+.*)?,? an? .+ fanfic.*\Z|\s*[|-]\s*FanFiction.*\Z", "", name)
        )


def _read_author(opened: Page, author: Element, places: list[Place], rated_at: Place) -> None:
    """Keep the author, and as the summary what stands between the name and the Rated line."""
    row = rows.row_at(author)
    page.keep(opened, author, "authors", (look.text(author),))
    menus = {rows.row_at(element) for element in opened.root.iter("option", "button", "select")}
    between = [place for place in places if row < place.row < rated_at.row and place.row not in menus]
    between = [place for place in between if re.search(r"\w", place.words) and not furniture.is_control(place.words)]
    if between:
        summary = "".join(markup.paragraph(place.words) for place in between)
        for place in between:
            page.keep_words(opened, place, "summary", summary)
