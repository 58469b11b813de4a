"""Where the pages of the printed book begin, marked in the EPUB: "page 213" is the same place in both.

The letters of a section's pages are walked beside those of its documents, as the proofs do it. A mark is an empty
element before the first word of its page; a word that is divided between two pages stands behind the mark as a whole.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import NamedTuple

from fic2book import markup
from fic2book.markup import Element
from fic2book.model import Printed, PrintedPage
from fic2book.walk import Walked, directions, find, nothing_known
from fic2book.writers.epub.stream import Place, Stream, before, signs, without_figures

ROLE = "doc-pagebreak"
_TYPE = "{http://www.idpf.org/2007/ops}type"
_UNBROKEN = frozenset({*markup.HEADINGS, "ruby"})
"""Elements that no mark stands in: it would be read out as part of a heading's name."""


class Break(NamedTuple):
    """A mark: its id and its page's number."""

    id: str
    label: str


def mark(sections: Mapping[str, Sequence[Element]], printed: Printed) -> None:
    """Put the marks into the documents of all sections, in place; ``sections`` are their roots by id.

    Ids count the pages of their section, so that a story that stays as it is keeps them wherever it stands.
    """
    pages: dict[str, list[PrintedPage]] = {}
    for page in printed.pages:
        pages.setdefault(page.section, []).append(page)
    for name, own in pages.items():
        stream = Stream(sections.get(name, ()))
        if not stream.texts:
            continue
        places = list(_places(stream, _in_order(stream, own)))
        for number, (place, page) in reversed(list(enumerate(zip(places, own, strict=True), 1))):
            _insert(_settled(place), Break(f"{name}-page-{number}", page.label))


def breaks(root: Element) -> Iterator[Break]:
    """Yield the marks inside a document, in order."""
    for element in root.iter("span"):
        if element.get("role") == ROLE:
            yield Break(element.get("id", ""), element.get("aria-label", ""))


def _places(stream: Stream, pages: Sequence[PrintedPage]) -> Iterator[Place]:
    """Yield where each page of a section begins; the first one begins with the section."""
    runs = [signs(page.text) for page in pages]
    starts = [0, *accumulate(map(len, runs))]
    output = "".join(runs)
    way = find(stream.signs, output, nothing_known)
    yield stream.beginning()
    for number, page in enumerate(pages[1:], 1):
        sign = _sign(way, starts[number], len(stream.signs))
        picture = next((one for one in page.pictures if stream.comes_first(one, sign)), None)
        if picture is not None:
            yield stream.before_picture(picture)
        else:
            yield stream.at(sign, _lead(pages[number:]))


def _in_order(stream: Stream, pages: Sequence[PrintedPage]) -> Sequence[PrintedPage]:
    """Return pages with the words of lines of two directions as the section says them; figures are no signs."""
    said = without_figures(stream.text())
    if not directions.is_from_right(said):
        return pages
    return [replace(page, text=directions.in_order(without_figures(page.text), said)) for page in pages]


def _sign(way: Walked, letter: int, last: int) -> int:
    """Return the section's sign at which a letter of its pages stands."""
    sign, known = 0, way.first
    for one in way.differences:
        if letter < one.out_start:
            break
        if letter < one.out_end:
            return min(one.start + letter - one.out_start, one.end)
        sign, known = one.end, one.out_end
    return max(0, min(sign + letter - known, last))


def _lead(pages: Sequence[PrintedPage]) -> str:
    """Return what a page begins with before its first sign: quotation marks, dashes, figures."""
    lead = ""
    for page in pages:
        for char in page.text:
            if signs(char):
                return lead
            lead += char
    return lead


def _settled(place: Place) -> Place:
    """Return the place out of what may not hold a mark, and before the inline elements that it would begin."""
    element, is_behind, at = place
    holder = element.getparent() if is_behind else element
    around = [one for one in (holder, *holder.iterancestors()) if one.tag in _UNBROKEN] if holder is not None else []
    if around:
        return before(around[-1])
    if not is_behind and element.tag in markup.INLINES and not (element.text or "")[: max(at, 0)].strip():
        at = -1
    while at < 0 and (around_it := _begun(element)) is not None:
        element = around_it
    return Place(element, is_behind, at)


def _begun(element: Element) -> Element | None:
    """Return the inline element that begins with an element, if one does."""
    parent = element.getparent()
    if parent is None or parent.tag not in markup.INLINES:
        return None
    return parent if parent[0] is element and not (parent.text or "").strip() else None


def _insert(place: Place, one: Break) -> None:
    new = markup.new("span")
    element, is_behind, at = place
    parent = element.getparent() if is_behind or at < 0 else element
    if parent is None:
        return
    if at < 0:
        number = parent.index(element)
        while number and parent[number - 1].get("role") == ROLE and not parent[number - 1].tail:
            number -= 1
        parent.insert(number, new)
    elif is_behind:
        text = element.tail or ""
        element.tail, new.tail = text[:at], text[at:]
        parent.insert(parent.index(element) + 1, new)
    else:
        text = element.text or ""
        element.text, new.tail = text[:at], text[at:]
        parent.insert(0, new)
    for name, value in ((_TYPE, "pagebreak"), ("role", ROLE), ("id", one.id), ("aria-label", one.label)):
        new.set(name, value)
