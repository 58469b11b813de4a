"""The pages of an EPUB that are no story: cover, title page, contents, copyright."""

import re
from collections.abc import Sequence

from fic2book import markup
from fic2book.letters import letters
from fic2book.markup import Element
from fic2book.model import Document
from fic2book.sources import look

_PAPERS = frozenset(
    {
        "cover", "titlepage", "halftitlepage", "halftitle", "toc", "landmarks", "loi", "lot", "copyright-page",
        "imprint", "colophon", "imprimatur", "index", "other-credits", "page-list",
    }
)  # fmt: skip
_COVER = re.compile(r"(?:cover|title ?page|half ?title)\W*\Z", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:table of )?contents\W*\Z", re.IGNORECASE)
_IMPRINT = re.compile(r"(?:copyright|imprint|colophon|uncopyright|rights)\W*\Z", re.IGNORECASE)
_RIGHTS = re.compile(
    r"©|\(c\)\s*\d{4}|copyright\s+(?:©|\(c\)|\d{4}|by\b)|all rights reserved|isbn|public domain|published by|"
    r"first (?:edition|published)",
    re.IGNORECASE,
)
_SHORT = 150  # words of a page about rights; a story's own may speak of copyright
_TITLE_PAGE = 12  # words that a title page has besides title and names


def drop_papers(root: Element, document: Document) -> None:
    """Take out of a book's pages those that are no story; a book of nothing else stays as it is."""
    pages = [page for page in root if page.get("class") == "file"]
    papers = [page for page in pages if _is_paper(page, document)]
    if len(papers) < len(pages):
        for page in papers:
            markup.remove(page)


def _is_paper(page: Element, document: Document) -> bool:
    said = (f"{holder.get('data-type', '')} {holder.get('role', '')}" for holder in (page, *page))
    kinds = {kind.removeprefix("doc-") for kinds in said for kind in kinds.split()}
    text = look.text(page)
    if kinds & _PAPERS or not letters(text):
        return True
    short = len(text.split()) <= _SHORT
    return _is_contents(page, text) or (short and (_is_title_page(text, document) or _is_named_paper(page, text)))


def _is_named_paper(page: Element, text: str) -> bool:
    """Tell a paper by its name, if what stands on it agrees; a story may be called "Copyright"."""
    names = (page.get("data-label", ""), _first_line(page))
    rights = len(_RIGHTS.findall(text))
    return (
        (any(map(_COVER.match, names)) and len(text.split()) <= _TITLE_PAGE)
        or (any(map(_CONTENTS.match, names)) and page.find(".//li") is not None)
        or (any(map(_IMPRINT.match, names)) and rights > 0)
        or rights > 1
    )


def _first_line(page: Element) -> str:
    return next((text for row in page.iter() if row.get("data-line") and (text := look.text(row))), "")


def _is_contents(page: Element, text: str) -> bool:
    """Tell a page of links to the book's own pages."""
    links = [link for link in page.iter("a") if link.get("href", "").startswith("#")]
    linked = sum(len(letters(look.text(link))) for link in links)
    return len(links) > 2 and linked * 4 > len(letters(text)) * 3


def _is_title_page(text: str, document: Document) -> bool:
    """Tell a page that says the book's title and its makers' names, and hardly anything else."""
    said = [*document.head.get("dc:title", ())[:1], *document.head.get("dc:creator", ())]
    if not said or letters(said[0]) not in letters(text):
        return False
    return len(text.split()) <= _words(said) + _TITLE_PAGE


def _words(said: Sequence[str]) -> int:
    return sum(len(name.split()) for name in said)
