"""Rule: where a person says that a scene ends, it ends."""

from fic2book import markup
from fic2book.markup import Element
from fic2book.restoration import splits
from fic2book.restoration.context import Context

_HOLDERS = frozenset({"p", "div", *markup.HEADINGS})


def asked_breaks(root: Element, context: Context) -> None:
    """Make a scene break of a blank row (or of a mark) that ``breaks`` names, and set one before any other row."""
    for row in context.choices.breaks:
        place = _at(root, row)
        if place is None:
            continue
        scene = markup.new("hr", class_="scene", data_line=str(row))
        if place.tag == "hr" or (place.tag in _HOLDERS and markup.is_blank(place)):
            scene.tail = place.tail
            place.getparent().replace(place, scene)  # type: ignore[union-attr]  # found inside the root
        else:
            place.addprevious(scene)


def _at(root: Element, row: int) -> Element | None:
    """Return the block that begins with a row; one that only holds it is parted there."""
    for element in root.iter():
        if element.get("data-line") != str(row) or element is root:
            continue
        if element.tag in markup.BLOCKS:
            return element
        block = next(place for place in element.iterancestors() if place.tag in markup.BLOCKS)
        splits.lift(block)
        return splits.split(block, element) if element.tag == "br" else block
    return None
