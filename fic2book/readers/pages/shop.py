"""What setting a page needs, and what of an element's attributes and looks is kept."""

from collections.abc import Callable
from typing import NamedTuple

from fic2book.markup import Node
from fic2book.readers.pages import attributes, looks
from fic2book.readers.pages.galley import Galley


class Shop(NamedTuple):
    """What setting a page needs."""

    galley: Galley
    sheet: looks.Sheet
    picture: Callable[[str], str]
    """Address of a picture → the address to write."""
    language: str
    """The page's own, as it says."""
    holders: frozenset[int]
    """Elements (by ``id``) that hold a block somewhere inside."""


def kept(node: Node, shop: Shop) -> tuple[dict[str, str], looks.Look]:
    """Return what is kept of an element's attributes, and what its look means."""
    look = looks.look(node.name, node.attributes, shop.sheet)
    said = attributes.kept(node.name, node.attributes)
    if look.hidden:
        said["hidden"] = "hidden"
    if look.align:
        said["align"] = look.align
    if look.dir:
        said["dir"] = look.dir
    return said, look
