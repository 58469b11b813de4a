"""What stands around a story on the Archive's pages: summaries and notes under their labels, and by-lines."""

import re
from collections.abc import Sequence

from fic2book.markup import Element
from fic2book.model import NoteKind, Place
from fic2book.sources import look, page, rows
from fic2book.sources.ao3 import related
from fic2book.sources.page import Page

_SUMMARY = re.compile(r"(?:Chapter )?Summary:?\Z")
_NOTES = re.compile(r"(?:Chapter |End |Chapter End )?Notes:?\Z")
_TO_END = re.compile(r"\(?See the end of the (?:chapter|work) for\b.{0,90}\Z")
_BYLINE = re.compile(r"(?:Chapter )?by\s+\S", re.IGNORECASE)
_ARCHIVED = re.compile(r"\[archived by [^\]]*\]", re.IGNORECASE)


def blocks(region: Sequence[Element]) -> list[Element]:
    """Return the blocks of a region in order: containers are opened, lists and quotations are not."""
    found: list[Element] = []
    for block in region:
        if block.tag in {"div", "section", "body"} and not block.get("data-line"):
            found += blocks(list(block))
        else:
            found.append(block)
    return found


def read_notes(opened: Page, region: Sequence[Element], place: Place, chapter: int = 0) -> None:
    """Keep the summary, the notes and the related works of a region; the labels above them say which is which."""
    label = ""
    for block in blocks(region):
        said = "" if block.tag in {"blockquote", "ul", "dl"} else look.text(block)
        if block.tag == "blockquote":
            _read_quotation(opened, block, label, place, chapter)
        elif block.tag == "ul":
            for item in [item for item in block if item.tag == "li"]:
                related.keep_item(opened, item)
        elif _SUMMARY.match(said) or _NOTES.match(said):
            label = said


def _read_quotation(opened: Page, block: Element, label: str, place: Place, chapter: int) -> None:
    inner = next((child for child in block if child.tag in {"h2", "h3", "h4"}), None)
    said = look.text(inner) if inner is not None else ""
    if inner is not None and (_SUMMARY.match(said) or _NOTES.match(said)):
        label = said
        page.set_aside(opened, inner)
    if _SUMMARY.match(label) and chapter:
        page.note(opened, block, place, chapter=chapter, kind=NoteKind.SUMMARY)
    elif _SUMMARY.match(label):
        page.keep(opened, block, "summary", page.inner_markup(block))
    else:
        page.note(opened, block, place, chapter=chapter)


def is_of_a_head(block: Element) -> bool:
    """Tell what may stand below a chapter's heading, before its text."""
    said = look.text(block)
    is_label = _SUMMARY.match(said) or _NOTES.match(said) or _TO_END.match(said) or is_byline(block)
    return block.tag == "blockquote" or not said or bool(is_label)


def is_byline(block: Element) -> bool:
    """Tell ``by Name``; the site writes nothing else there."""
    return _BYLINE.match(look.text(block)) is not None


def read_authors(opened: Page, byline: Element) -> None:
    """Keep the authors: pseuds hold no comma; ``pseud (user)`` stays as it is written."""
    for row, words in rows.words_by_row(byline).items():
        for archived in _ARCHIVED.findall(words):
            page.set_aside_words(opened, row, archived)
    said = _ARCHIVED.sub("", look.text(byline))
    names = tuple(filter(None, (name.strip() for name in re.sub(r"\Aby\s+", "", said).split(","))))
    page.keep(opened, byline, "authors", names)
