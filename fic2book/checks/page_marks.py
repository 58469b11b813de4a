"""The EPUB's marks of printed pages against the PDF: each stands at its page's first word, and no page lacks one.

This knows nothing of how the marks were placed: what the EPUB says behind a mark is what the page begins with.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from fic2book import markup
from fic2book.checks import epub, pdf
from fic2book.markup import Element
from fic2book.model import Problem, Severity
from fic2book.walk import directions
from fic2book.walk.joined_letters import folded

_ROLE = "doc-pagebreak"
_LOCATOR = "locator"
"""Class of what an index says in titles of stories, and on paper in page numbers."""
_EDGE = "\0"
_LABEL = re.compile("\0[^\0]*\0")
"""The label of a note at a story's head, which stands on the screen; on paper the note's place says what it is."""
_ENOUGH = 24  # letters that a page and the words behind its mark share; fewer where there are no more
_NUMBER = frozenset("0123456789ivxlcdm")
_LONGEST_NUMBER = 9  # letters of a story's number above its title, which stands on paper alone
_LONGEST_FOLIO = 24  # letters of "page 45" in any language
_FEWEST_WORDS, _MOST_WORDS = 4, 16  # of a line of two directions and what stands above it
_LOOKED_AT = 600  # characters of a page, more than all of the above
_SHOWN = 6  # words of each side in a sentence
_MOST = 8  # problems told; the rest is counted


class _Mark(NamedTuple):
    """A mark, and the beginning of the text between it and the next one."""

    label: str
    path: str
    text: str


def problems(book: epub.Opened, printed: pdf.Opened) -> Iterator[Problem]:
    """Compare every mark with its page; an EPUB without any, made without a PDF, is sound."""
    source = _source(book)
    if not source:
        return
    if source != pdf.identity(printed).own:
        said = "the EPUB marks the pages of another PDF than this one: “page 213” is not the same place in both."
        yield Problem(code="page-source", severity=Severity.WARNING, message=said)
        return
    told = list(_wrong(list(_marks(book)), printed))
    yield from told[:_MOST]
    if len(told) > _MOST:
        yield _problem(f"{len(told) - _MOST:,} more marks of pages are not where they should be.")


def _wrong(found: Sequence[_Mark], printed: pdf.Opened) -> Iterator[Problem]:
    pages = dict(zip(printed.labels, map(_beginning, printed.texts), strict=True))
    marked = {mark.label for mark in found}
    for label, text in pages.items():
        if folded(text) and label not in marked:
            yield _problem(f"page {label} of the PDF is marked nowhere in the EPUB.")
    order = {label: place for place, label in enumerate(pages)}
    last = -1
    for mark in found:
        if order.get(mark.label, -1) <= last:
            said = "out of order" if mark.label in order else "of a page that the PDF does not have"
            yield _problem(f"the EPUB’s mark of page {mark.label} is {said}.", mark.path)
            continue
        last = order[mark.label]
        text = pages[mark.label]
        said, unlabelled = mark.text.replace(_EDGE, ""), _LABEL.sub("", mark.text)
        if folded(text) and not begins(text, said) and not begins(text, unlabelled):
            yield _problem(
                f"the mark of page {mark.label} does not stand at that page’s first word: the page begins "
                f"“{_first(text)}”, and behind the mark stands “{_first(said)}”.",
                mark.path,
            )


def begins(page: str, text: str) -> bool:
    """Tell whether a page begins with a text, or inside its first word; page numbers on paper alone are passed over."""
    words = text.split()
    letters, said = folded(page), folded(text)
    starts = [number for number in range(_LONGEST_NUMBER) if _NUMBER.issuperset(letters[:number])]
    insides = range(max(1, len(folded(words[0])))) if words else ()
    agreeing = (_agree(letters[start:], said[inside:][:_ENOUGH]) for start in starts for inside in insides)
    return any(agreeing) or _agree_in_words(page, text)


def _agree(page: str, said: str) -> bool:
    """Tell whether a page says a text, with nothing between but what only paper says, such as ", page 45"."""
    same = next((place for place, letter in enumerate(said) if page[place : place + 1] != letter), len(said))
    if same == len(said):
        return bool(said)
    ends = range(same + 1, same + _LONGEST_FOLIO)
    return same > 1 and any(_agree(page[end:], said[same:]) for end in ends if _is_folio(page[same:end]))


def _is_folio(text: str) -> bool:
    return any(map(str.isdecimal, text)) or _NUMBER.issuperset(text)


def _agree_in_words(page: str, text: str) -> bool:
    """Tell whether a page begins with a text's words in another order, as pdfium reads lines of two directions."""
    if not directions.is_from_right(text):
        return False
    one, other = (directions.pieces(said)[:_MOST_WORDS] for said in (page, text))
    fewest = max(1, min(_FEWEST_WORDS, len(one), len(other)))
    return any(sorted(one[:count]) == sorted(other[:count]) for count in range(fewest, len(other) + 1))


def _marks(book: epub.Opened) -> Iterator[_Mark]:
    label = path = ""
    pieces: list[str] = []
    for here in book.spine:
        root = book.page(here)
        body = root.find("body") if root is not None else None
        for element, is_behind in markup.text_places(body) if body is not None else ():
            if not is_behind and element.get("role") == _ROLE:
                if label:
                    yield _Mark(label, path, _beginning("".join(pieces)))
                label, path, pieces = element.get("aria-label", ""), here, []
            if element.tag in markup.BLOCKS or element.tag == "br":
                pieces.append("\n")
            if is_behind or _LOCATOR not in element.get("class", "").split():
                said = (element.tail if is_behind else element.text) or ""
                pieces.append(f"{_EDGE}{said}{_EDGE}" if not is_behind and _is_label(element) else said)
    if label:
        yield _Mark(label, path, _beginning("".join(pieces)))


def _is_label(element: Element) -> bool:
    parent = element.getparent()
    return element.get("class") == "note-title" and parent is not None and "opening-note" in parent.get("class", "")


def _source(book: epub.Opened) -> str:
    metas = book.root.iterfind("metadata/meta")
    return next((one.text or "" for one in metas if one.get("property") == "pageBreakSource"), "")


def _beginning(text: str) -> str:
    return " ".join(text.split())[:_LOOKED_AT]


def _first(text: str) -> str:
    return " ".join(text.split()[:_SHOWN])


def _problem(message: str, path: str = "") -> Problem:
    return Problem(code="page-mark", severity=Severity.ERROR, message=message, place=path)
