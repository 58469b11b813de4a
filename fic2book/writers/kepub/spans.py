"""Kobo's places: a span round every sentence, numbered by its paragraph and by itself."""

import re
from collections.abc import Iterator

from fic2book.markup import Element

CLASS = "koboSpan"
_HTML = "{http://www.w3.org/1999/xhtml}"
_BLOCKS = frozenset({"p", "ol", "ul", "table", "h1", "h2", "h3", "h4", "h5", "h6"})
"""What Kobo counts as a paragraph, in the books of its own shop: so headings, and whole lists and tables."""
_AS_THEY_ARE = frozenset({"pre", "script", "style", "audio", "video"})
"""What Kobo puts no spans into."""
_END = re.compile(
    r"""[.!?:…]+(?:[\u00a0\u202f]?[»›]|['"’”)\]])*(?:\s+|$)|[。！？]+[」』）”’]*\s*""",
)
"""Kobo ends a sentence behind full stop, exclamation, question mark and colon, their quotes and spaces with them."""


class _Count:
    """How far a page is counted; a paragraph counts once there is a sentence in it."""

    def __init__(self) -> None:
        self.paragraph = 0
        self.sentence = 0
        self.begins = True

    def next(self) -> str:
        """Return the next sentence's id."""
        if self.begins:
            self.paragraph, self.sentence, self.begins = self.paragraph + 1, 0, False
        self.sentence += 1
        return f"kobo.{self.paragraph}.{self.sentence}"


def sentences(text: str) -> Iterator[str]:
    """Yield the sentences of a text; together they are the text, to the last space."""
    start = 0
    for end in _END.finditer(text):
        yield text[start : end.end()]
        start = end.end()
    if start < len(text):
        yield text[start:]


def put(body: Element) -> None:
    """Put every sentence and every picture of a page into a span of its own."""
    count = _Count()
    waiting = [(body, False)]
    while waiting:
        element, is_passed = waiting.pop()
        if is_passed:
            _behind(element, count)
            continue
        name = _name(element)
        if name == "img":
            _picture(element, count)
        elif name and name not in _AS_THEY_ARE:
            count.begins = count.begins or name in _BLOCKS
            waiting += [pair for child in reversed(element) for pair in ((child, True), (child, False))]
            _inside(element, count)


def _name(element: Element) -> str:
    """Return the name of an element of the page; nothing for a drawing's or a formula's."""
    tag = str(element.tag)
    return tag.removeprefix(_HTML) if tag.startswith(_HTML) else ""


def _inside(element: Element, count: _Count) -> None:
    """Put the text that an element begins with into spans."""
    text = element.text or ""
    if text.strip():
        element.text = None
        for at, sentence in enumerate(sentences(text)):
            element.insert(at, _span(element, sentence, count))


def _behind(element: Element, count: _Count) -> None:
    """Put the text behind an element into spans; round a picture there is one already."""
    parent = element.getparent()
    if parent is not None and _is_span(parent):
        element = parent
    text = element.tail or ""
    if text.strip():
        element.tail = None
        for sentence in sentences(text):
            span = _span(element, sentence, count)
            element.addnext(span)
            element = span


def _picture(image: Element, count: _Count) -> None:
    """Put a picture, which is a paragraph of its own, into a span."""
    count.begins = True
    span = _span(image, "", count)
    image.addprevious(span)
    span.tail, image.tail = image.tail, None
    span.append(image)


def _span(near: Element, text: str, count: _Count) -> Element:
    span = near.makeelement(f"{_HTML}span", {"class": CLASS, "id": count.next()})
    span.text = text or None
    return span


def _is_span(element: Element) -> bool:
    return element.get("class") == CLASS
