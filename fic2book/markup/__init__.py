"""XHTML text ↔ tree, and the allow-list: the only door to the parsers and the sanitiser.

Inside the program markup is a string: an XHTML fragment without namespaces. Rules work on the tree that ``parse``
gives, ``serialise`` makes it a string again. ``clean`` is for markup that a stranger wrote.
"""

from fic2book.markup.allowed import BLOCKS, HEADINGS, INLINES, is_at_hand
from fic2book.markup.foreign import Node, read_html, read_xml
from fic2book.markup.stranger import Cleaned, clean
from fic2book.markup.tidying import tidy
from fic2book.markup.tree import (
    Element,
    escape,
    is_blank,
    line_of,
    new,
    new_xml,
    paragraph,
    parse,
    parse_xml,
    plain,
    plain_text,
    remove,
    serialise,
    serialise_block,
    split_chapters,
    storable,
    text_of,
    text_places,
    unwrap,
    xml_bytes,
)

__all__ = [
    "BLOCKS", "HEADINGS", "INLINES", "Cleaned", "Element", "Node", "clean", "escape", "is_at_hand", "is_blank",
    "line_of", "new", "new_xml", "paragraph", "parse", "parse_xml", "plain", "plain_text", "read_html", "read_xml",
    "remove", "serialise", "serialise_block", "split_chapters", "storable", "text_of", "text_places", "tidy", "unwrap",
    "xml_bytes",
]  # fmt: skip
