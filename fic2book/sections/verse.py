"""Verse line by line: a line that is longer than the page goes on further in, and a stanza is known as one."""

from fic2book import markup
from fic2book.markup import Element
from fic2book.sections.classes import add_class, classes


def set_lines(root: Element) -> None:
    """Give each line of a poem an element of its own, before the ``<br/>`` that ends it."""
    for stanza in root.iter("p"):
        breaks = list(stanza.iter("br"))
        if "verse" in classes(stanza) and breaks and all(one.getparent() is stanza for one in breaks):
            add_class(stanza, "stanza")
            _wrap(stanza)


def _wrap(stanza: Element) -> None:
    pieces = list(stanza)
    line = markup.new("span", class_="line")
    line.text, stanza.text = stanza.text, None
    stanza[:] = [line]
    for piece in pieces:
        if piece.tag != "br":
            line.append(piece)
            continue
        words, piece.tail = piece.tail, None
        line = markup.new("span", class_="line")
        line.text = words
        stanza.extend([piece, line])
