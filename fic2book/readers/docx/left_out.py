"""What of a Word document is no part of its text: it goes to the ledger, and out of the tree."""

from collections.abc import Iterator, Mapping

from fic2book import markup
from fic2book.markup import Element
from fic2book.model import Change, Kind
from fic2book.readers.docx import package
from fic2book.readers.docx.styles import PLAIN, Style, own
from fic2book.readers.docx.xml import child, every, is_on, name, value, words

RULE = "word"
_TRACKED = {"del": "deleted, while changes were tracked", "moveFrom": "moved away, while changes were tracked"}


def beside(parts: Mapping[str, Element]) -> Iterator[Change]:
    """Yield what stands in comments, headers and footers, each text once."""
    for _, root in package.parts_named(parts, r"word/comments\d*\.xml\Z"):
        for comment in every(root, "comment"):
            yield from _removed(words(comment), "a comment")
    seen: set[str] = set()
    for kind in ("header", "footer"):
        for _, root in package.parts_named(parts, rf"word/{kind}\d*\.xml\Z"):
            said = words(root)
            if said not in seen:
                yield from _removed(said, f"a {kind}")
            seen.add(said)


def inside(root: Element, styles: Mapping[str, Style]) -> Iterator[Change]:
    """Take out of a text what was deleted, moved away or hidden, and a contents list that Word made; yield it."""
    for row in every(root, "tr"):
        if child(row, "trPr", "del") is not None:
            yield from _gone(row, _TRACKED["del"])
    for element in every(root, *_TRACKED):
        parent = element.getparent()
        if parent is not None and name(parent) not in {"rPr", "trPr"}:  # there it marks a paragraph or a row
            yield from _gone(element, _TRACKED[name(element)])
    for control in every(root, "sdt"):
        if value(child(control, "sdtPr", "docPartObj", "docPartGallery")) == "Table of Contents":
            yield from _gone(control, "a table of contents")
    for run in every(root, "r"):
        switch = child(run, "rPr", "vanish")
        hidden = "vanish" in styles.get(own(run), PLAIN).emphasis if switch is None else is_on(switch)
        if hidden:
            yield from _gone(run, "hidden text")


def _gone(element: Element, what: str) -> Iterator[Change]:
    yield from _removed(words(element), what)
    markup.remove(element)


def _removed(said: str, what: str) -> Iterator[Change]:
    if said:
        yield Change(rule=RULE, kind=Kind.REMOVED, line=0, before=said, after=what)
