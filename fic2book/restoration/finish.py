"""Leave nothing of the work in a restored body: no row numbers, no marks of one rule for another."""

from fic2book.markup import Element

_OWN = ("data-line", "data-end", "data-mark", "data-typed", "data-rule")


def finish(root: Element) -> None:
    """Take out what rules left for each other; a bare rule that nobody classed parts scenes."""
    for element in root.iter():
        for name in _OWN:
            if name in element.attrib:
                del element.attrib[name]
        if element.tag == "hr" and not element.get("class"):
            element.set("class", "scene")
