"""What a listener gets of a book, and what would trouble them: the same finders for the EPUB and for the PDF."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pikepdf

from tests import tools


class Heard(NamedTuple):
    """A thing that is said: what it is, and its words."""

    role: str
    words: str
    block: int = 0
    """Things of one paragraph have the same number."""


CALLS = "//*[@role='doc-noteref']"
_BLOCKS = frozenset({"paragraph", "heading", "listitem", "cell", "columnheader", "rowheader"})
_SAID_BY_NAME = frozenset({"separator", "image", "doc-noteref", "doc-footnote", "doc-backlink"})
_IN_LINES = frozenset({"Span", "Link", "Quote", "Reference"})
_SEEN = frozenset({"Figure", "Formula"})
_GAP = 0.1
"""Of a line's height: half of a narrow word space."""
_ORNAMENTS = re.compile(r"[*❦❧☙⁂※]|[~=_#•]{2}|(?:- ){2}")


def of_epub(documents: Iterable[list[dict]]) -> Iterator[Heard]:
    """Yield what Chromium's accessibility trees say, in reading order."""
    block = 0
    for document in documents:
        for node in document:
            role, name = node["role"], node["name"]
            block += role in _BLOCKS
            if role in _SAID_BY_NAME or role == "heading":
                yield Heard(f"{role} {node['level']}" if role == "heading" else role, name, block)
            elif role in {"StaticText", "ListMarker"}:
                yield Heard("text", name, block)


def of_pdf(book: Path) -> list[Heard]:
    """Return what the tags of a PDF say, in the order of the structure tree."""
    tools.package("outloud")
    from outloud.model import Document

    document = Document(book)
    tops = [element for element in document.elements if element.parent is None]
    heard = [one for top in tops for one in _spoken(document, top)]
    return [one for one in heard if one.role == "image" or one.words.strip()]


def _spoken(document: object, element: object) -> Iterator[Heard]:
    """Yield what an element says: its own words with those of the elements in its lines, then each block in it."""
    said: list[object] = []
    for piece in _pieces(element):
        if not hasattr(piece, "mcid") and piece.type not in _IN_LINES:
            yield Heard(element.type, "".join(_joined(document, said)), element.order)
            said.clear()
            yield from _seen(piece) if piece.type in _SEEN else _spoken(document, piece)
        else:
            said.append(piece)
    yield Heard(element.type, "".join(_joined(document, said)), element.order)


def _seen(picture: object) -> Iterator[Heard]:
    yield Heard("image", picture.alt or "", picture.order)


def _pieces(element: object) -> Iterator[object]:
    """Yield the marked content and the blocks of an element, in their order; what stands in its lines is opened."""
    below, marks = iter(element.children), iter(element.mcrefs)
    kids = element.obj.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/Obj" in kid:
            continue
        is_mark = not isinstance(kid, pikepdf.Dictionary) or "/MCID" in kid
        piece = next(marks) if is_mark else next(below)
        opened = not is_mark and piece.type in _IN_LINES and not piece.actual_text
        yield from _pieces(piece) if opened else [piece]


def _joined(document: object, pieces: Iterable[object]) -> Iterator[str]:
    """Yield the words of pieces, with a space where a viewer sees one: a gap, or another line."""
    last = None
    for piece in pieces:
        if getattr(piece, "actual_text", None):
            yield piece.actual_text
            last = None
            continue
        page = document.content(piece.page)
        words, box = page.mcid_text.get((piece.stream, piece.mcid)), page.mcid_bbox.get((piece.stream, piece.mcid))
        if not words or box is None:
            continue
        on_one_line = last is not None and last[1] < box[3] and box[1] < last[3]
        gap = box[0] - last[2] if last else 0.0
        yield words if last is None or (on_one_line and abs(gap) < _GAP * (box[3] - box[1])) else f" {words}"
        last = box


def torn_letters(heard: Iterable[Heard]) -> list[str]:
    """Return where a single capital is said apart from the rest of its word."""
    texts = [one for one in heard if one.role != "heading"]
    pairs = pairwise(texts)
    apart = [
        f"{one.words} {other.words[:12]}"
        for one, other in pairs
        if re.fullmatch(r"\W*[^\W\d_a-z]", one.words) and re.match(r"[a-z’']", other.words)
    ]
    inside = (re.match(r"\W*(?![AIOÀÉÔYay])[^\W\d_a-z] [a-z]{2}", one.words) for one in texts)
    return apart + [match.string[:14] for match in inside if match]


def typed_ornaments(heard: Iterable[Heard]) -> list[str]:
    """Return words with asterisks and other signs that a voice would spell."""
    return [one.words for one in heard if _ORNAMENTS.search(one.words)]


def nameless(heard: Iterable[Heard]) -> list[Heard]:
    """Return pictures and breaks of which nothing is said."""
    return [one for one in heard if one.role in {"separator", "image"} and not one.words.strip()]


def skipped_levels(heard: Iterable[Heard]) -> list[str]:
    """Return the headings that go more than one level down."""
    levels = [(int(one.role[-1]), one.words) for one in heard if re.fullmatch(r"heading \d|H\d", one.role)]
    return [words for (before, _), (level, words) in pairwise(levels) if level > before + 1]


def note_links(pdf: pikepdf.Pdf) -> tuple[set[str], set[str]]:
    """Return the notes that a PDF's links lead to, and those from which a link leads back to the call."""
    places = {str(link.get("/Dest", "")) for page in pdf.pages for link in page.obj.get("/Annots", ())}
    calls = {place for place in places if re.search(r"-fn-\d+\Z", place)}
    return calls, {place.replace("-fnref-", "-fn-") for place in places if "-fnref-" in place}


def plain(words: str) -> str:
    """Return words with single spaces."""
    return " ".join(words.split())
