"""Rule: line ends in a row are what they were typed for: two or three part paragraphs, four or more part scenes."""

from fic2book import markup
from fic2book.markup import Element
from fic2book.restoration.context import Context

_SCENE = 4
"""Runs of four and more were seen as scene breaks, of two and three as paragraph marks."""


def br_runs(root: Element, _context: Context) -> None:
    """Split paragraphs at runs of ``<br/>`` that stand directly in them."""
    for paragraph in list(root.iter("p")):
        if len(paragraph.findall("br")) > 1:
            _split(paragraph)


def _split(paragraph: Element) -> None:
    parts: list[Element] = [_empty_copy(paragraph)]
    parts[0].text = paragraph.text
    run = 0
    for child in list(paragraph):
        tail, child.tail = child.tail, None
        if child.tag != "br":
            _close_run(parts, run)
            run = 0
            parts[-1].append(child)
            child.tail = tail
            continue
        run += 1
        parts[-1].append(child)
        child.tail = tail
        if (tail or "").strip("\n \t\xa0"):
            _close_run(parts, run)
            run = 0
    _replace(paragraph, parts)


def _close_run(parts: list[Element], run: int) -> None:
    """Start a new paragraph behind a run of two or more line ends, and a new scene behind four."""
    if run < 2:
        return
    ends = list(parts[-1])[-run:]
    words = ends[-1].tail
    for end in ends:
        end.tail = None
        parts[-1].remove(end)
    if run >= _SCENE:
        parts.append(markup.new("hr", class_="scene"))
    parts.append(_empty_copy(parts[0]))
    parts[-1].text = (words or "").lstrip()


def _empty_copy(paragraph: Element) -> Element:
    copy = markup.new("p")
    for name, value in paragraph.attrib.items():
        copy.set(name, value)
    return copy


def _replace(paragraph: Element, parts: list[Element]) -> None:
    parent = paragraph.getparent()
    if parent is None or len(parts) == 1:
        if len(parts) == 1:
            paragraph.extend(list(parts[0]))
        return
    parts[-1].tail = paragraph.tail
    place = parent.index(paragraph)
    parent[place : place + 1] = [part for part in parts if part.tag == "hr" or not markup.is_blank(part)]
