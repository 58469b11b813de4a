"""What Word writes and no book needs, left out before the library reads it: that takes most of its time."""

from fic2book import markup
from fic2book.markup import Element
from fic2book.readers.docx.xml import child, every, name

_LOOKS = frozenset({"b", "i", "strike", "u", "vertAlign"})
_PLACES = frozenset({"pStyle", "numPr"})
_NOTHING = ("proofErr", "lastRenderedPageBreak", "commentRangeStart", "commentRangeEnd", "commentReference",
            "permStart", "permEnd", "annotationRef", "footnoteRef", "endnoteRef")  # fmt: skip
_TEXT = frozenset({"t", "tab", "br", "noBreakHyphen", "softHyphen"})


def thin(root: Element) -> None:
    """Leave out marks of editing, typefaces and sizes, and join the runs that only those parted."""
    for element in every(root, *_NOTHING):
        markup.remove(element)
    for properties in every(root, "rPr"):
        _keep(properties, _LOOKS)
    for properties in every(root, "pPr"):
        _keep(properties, _PLACES)
    for element in root.iter():
        for key in [key for key in element.attrib if "rsid" in str(key)]:
            del element.attrib[key]
    for paragraph in every(root, "p", "hyperlink"):
        _join(paragraph)


def _keep(properties: Element, kept: frozenset[str]) -> None:
    for one in list(properties):
        if name(one) not in kept:
            properties.remove(one)
    if not len(properties):
        markup.remove(properties)


def _join(holder: Element) -> None:
    """Join neighbouring runs that look the same and hold nothing but text."""
    last: Element | None = None
    for run in list(holder):
        plain = name(run) == "r" and all(name(part) in _TEXT or name(part) == "rPr" for part in run)
        if plain and last is not None and _look(last) == _look(run):
            last.extend([part for part in run if name(part) != "rPr"])
            holder.remove(run)
        else:
            last = run if plain else None


def _look(run: Element) -> bytes:
    properties = child(run, "rPr")
    return markup.xml_bytes(properties) if properties is not None else b""
