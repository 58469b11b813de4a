"""Where on a page the story stands: the smallest element that holds nearly all of the running text."""

from fic2book.markup import Element
from fic2book.sources.generic import furniture

_NEARLY_ALL = 0.9
_MOST = 0.5
"""Share of the running text from which a page's one article or main part is the story's."""
_NOT_BELOW = frozenset({"p", "blockquote", "ul", "ol", "dl", "pre", "figure", "table", "tbody", "tr"})
"""What stands in a story; a cell of a page that is laid out as a table is looked into."""


def of_story(root: Element) -> Element:
    """Return the element whose blocks are the story's, with its title if that stands there too."""
    whole = furniture.prose(root)
    for names in (("article",), ("main",)):
        named = [element for element in root.iter(*names) if furniture.prose(element)]
        if len(named) == 1 and furniture.prose(named[0]) >= _MOST * whole:
            return _within(named[0], furniture.prose(named[0]))
    return _within(root, whole)


def _within(element: Element, whole: int) -> Element:
    """Go down as long as one child holds nearly all of the text."""
    while True:
        child = next((child for child in element if furniture.prose(child) >= _NEARLY_ALL * whole), None)
        if child is None or child.get("data-line") or child.tag in _NOT_BELOW - {"table", "tbody", "tr"}:
            return element
        element = child
