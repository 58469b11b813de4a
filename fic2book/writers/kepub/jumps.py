"""Links that lead somewhere stay links: Kobo opens what looks to it like a note in a box over the page.

It takes any link for a note that leads forward to an element of 9 to 5,000 characters, whatever that is: a chapter's
heading, a short story. Links to a file, and to a mark without text before the element, are followed (Kobo's EPUB
guidelines, "Footnotes/Endnotes"; kobolabs/epub-spec, 24 and 32). Calls of notes are left alone: they are meant to open
that box.
"""

import posixpath
from collections.abc import Mapping
from urllib.parse import unquote

from fic2book.markup import Element

_HTML = "{http://www.w3.org/1999/xhtml}"
_NOTES = frozenset({"doc-noteref", "doc-backlink"})
_MARK = ".jump"
"""Behind the id of the element; no id of the book holds a point."""
_HOLDING = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "span", "a", "dt", "dd", "td", "th"})
"""What may begin with a mark and is no box of other blocks, whose first one a style sheet may look for."""


def mend(pages: Mapping[str, Element]) -> None:
    """Let every link but those of notes lead to a file, or to a mark without text."""
    ids = {path: {element.get("id", ""): element for element in root.iter()} for path, root in pages.items()}
    for path, root in pages.items():
        for link in root.iter(f"{_HTML}a"):
            file, hash_, fragment = link.get("href", "").partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(file))) if file else path
            element = ids.get(target, {}).get(unquote(fragment)) if hash_ else None
            if element is not None and link.get("role") not in _NOTES:
                name = file or posixpath.basename(path)
                link.set("href", name if _begins_page(element) else f"{file}#{_marked(element, ids[target])}")


def _begins_page(element: Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag == f"{_HTML}body" and parent[0] is element


def _marked(element: Element, ids: dict[str, Element]) -> str:
    """Return the id of the mark at the beginning of an element, or its own where none can stand."""
    own = element.get("id", "")
    name = own + _MARK
    place = element
    while str(place.tag).removeprefix(_HTML) not in _HOLDING:
        if not len(place) or (place.text or "").strip():
            return own
        place = place[0]
    if name not in ids:
        mark = place.makeelement(f"{_HTML}span", {"id": name})
        mark.tail, place.text = place.text, None
        place.insert(0, mark)
        ids[name] = mark
    return name
