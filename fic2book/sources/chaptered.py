"""A file that holds a story's chapters one behind another, each under the heading that a program gave it."""

from collections.abc import Sequence
from copy import deepcopy
from typing import NamedTuple

from fic2book import markup
from fic2book.letters import letters
from fic2book.markup import Element
from fic2book.sources import headings, look, page, rows
from fic2book.sources.page import Page


class Chapter(NamedTuple):
    """A chapter before its story is made."""

    heading: Element | None
    """Holds the title; ``None`` when the file has none for it."""
    blocks: list[Element]


def body(opened: Page, chapters: Sequence[Chapter]) -> list[Element]:
    """Return all blocks, each chapter's behind its heading; a one-shot's that only repeats the title goes.

    The numbers of a menu go, and the same heading that the site's own page had below the program's.
    """
    titles = [look.text(chapter.heading) if chapter.heading is not None else "" for chapter in chapters]
    found: list[Element] = []
    story = str(opened.found.get("title", ""))
    for chapter, title in zip(chapters, headings.without_numbers(titles), strict=True):
        kept = _without_repeat(opened, chapter.blocks, title)
        if chapter.heading is not None and title and len(chapters) == 1 and headings.says_nothing(title, story):
            page.set_aside(opened, chapter.heading)
        elif chapter.heading is not None and title:
            found.append(_heading(opened, chapter.heading, title))
        found += kept
    return found


def _heading(opened: Page, heading: Element, title: str) -> Element:
    """Return a chapter's heading; one that stands in several rows keeps all their words, on one line."""
    if len(rows.rows(heading)) < 2:
        return page.chapter(opened, heading, title)
    made = deepcopy(heading)
    made.tag = "h2"
    made.set("class", "chapter")
    made.tail = None
    for end in made.iter("br"):
        end.tag = "span"
        end.text = " "
    return made


def _without_repeat(opened: Page, blocks: list[Element], title: str) -> list[Element]:
    first = next((block for block in blocks if not markup.is_blank(block)), None)
    if first is None or first.tag not in {"h1", "h2", "h3", "h4"} or not letters(title):
        return blocks
    if not letters(title).endswith(letters(look.text(first))):
        return blocks
    page.set_aside(opened, first)
    return [block for block in blocks if block is not first]
