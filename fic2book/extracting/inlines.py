"""What stands inside a paragraph, as Markdown where it can say it, else as tags."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from fic2book import markup
from fic2book.extracting import signs
from fic2book.markup import Element

_MARKS = {"em": "*", "strong": "**"}
_BEFORE = frozenset(" \n\xa0\u202f“‘«„(—–-…¿¡")
"""What may stand before an opening mark; else the tag is written."""
_BEHIND = frozenset(" \n\xa0\u202f”’»“)—–-….,;:!?")
_VOID = frozenset({"br", "img", "hr"})
_PLAIN_ADDRESS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:/.-?=%+,;#@!$'~")
_PLAIN_WORDS = frozenset(" ,.;:’“”–—?")
CALL = "noteref"


class _Piece(NamedTuple):
    """A piece of a line, with the same as tags where both would do."""

    text: str
    tagged: str = ""
    """Empty: there is no other way to say it."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How pieces are written."""

    calls: frozenset[str] = frozenset()
    """Footnotes' calls, as they stand in the markup, that are written ``[^1]``."""
    breaks: str = "<br/>\n"
    """A line end inside a paragraph; the line feed behind it is none of the text."""


PLAIN = Manner()
ONE_LINE = Manner(breaks="<br/>")


def markdown(block: Element, manner: Manner = PLAIN) -> str:
    """Return what a block holds, which has to be inline, as one paragraph of Markdown."""
    pieces = list(_pieces(block, manner, edges=True))
    return "".join(_settled(pieces))


def html(element: Element) -> str:
    """Return an element and what it holds as HTML of one chunk."""
    inner = signs.html(element.text or "") + "".join(html(child) + signs.html(child.tail or "") for child in element)
    if element.tag in _VOID:
        return f"<{element.tag}{_attributes(element)}/>"
    return f"<{element.tag}{_attributes(element)}>{inner}</{element.tag}>"


def _attributes(element: Element) -> str:
    return "".join(f' {name}="{signs.attribute(element.get(name, ""))}"' for name in map(str, element.attrib))


def _pieces(element: Element, manner: Manner, *, edges: bool) -> Iterator[_Piece]:
    """Give the pieces inside an element; with ``edges`` it is the whole block, whose ends are a line's ends."""
    children = list(element)
    ends = edges and not children
    yield _Piece(signs.markdown(element.text or "", starts=edges, ends=ends))
    is_start = edges and not element.text
    for at, child in enumerate(children):
        yield from _child(child, manner)
        is_start = child.tag == "br" and "\n" in manner.breaks
        ends = edges and at == len(children) - 1
        yield _Piece(signs.markdown(child.tail or "", starts=is_start, ends=ends))
        is_start = is_start and not child.tail


def _child(child: Element, manner: Manner) -> Iterator[_Piece]:
    if child.tag == "br" and not child.attrib:
        yield _Piece(manner.breaks)
    elif child.tag in _VOID:
        yield _Piece(_picture(child) or html(child))
    elif _as_it_stands(child) in manner.calls:
        yield _Piece(f"[^{child.text}]")
    else:
        inner = "".join(_settled(list(_pieces(child, manner, edges=False))))
        tagged = f"<{child.tag}{_attributes(child)}>{inner}</{child.tag}>"
        yield _Piece(_marked(child, inner) or tagged, tagged)


def _picture(image: Element) -> str:
    """Return a picture by Markdown's own signs; empty where the tag is surer."""
    said, place = image.get("alt", ""), image.get("src", "")
    is_plain = image.tag == "img" and set(image.attrib) == {"src", "alt"} and _PLAIN_ADDRESS.issuperset(place)
    plain_words = said == said.strip() and all(sign.isalnum() or sign in _PLAIN_WORDS for sign in said)
    return f"![{said}]({place})" if is_plain and plain_words and unicodedata.is_normalized("NFC", said) else ""


def _as_it_stands(element: Element) -> str:
    return markup.serialise_block(element) if element.get("class") == CALL else ""


def _marked(child: Element, inner: str) -> str:
    """Return an element by Markdown's own marks; empty where tags are surer."""
    text = markup.text_of(child)
    if any(inner_one.tag != "br" for inner_one in child) or not text or "*" in inner or "\n" in inner:
        return ""
    if child.tag in _MARKS and not child.attrib and text[0].isalnum() and _may_end(text[-1]):
        mark = _MARKS[str(child.tag)]
        return f"{mark}{inner}{mark}"
    address = child.get("href", "")
    if child.tag == "a" and set(child.attrib) == {"href"} and _PLAIN_ADDRESS.issuperset(address) and ":" in address:
        return f"[{inner}]({address})" if text.strip() == text and not len(child) else ""
    return ""


def _may_end(sign: str) -> bool:
    return sign.isalnum() or sign in ".,!?…"


def _settled(pieces: list[_Piece]) -> Iterator[str]:
    """Give the pieces, marked where what stands around them lets a mark be one."""
    before = "\n"
    for at, piece in enumerate(pieces):
        if not piece.text:
            continue
        text = piece.text
        if piece.tagged and piece.text.startswith("*"):
            behind = next((one.text for one in pieces[at + 1 :] if one.text), "\n")
            free = before in _BEFORE and behind[0] in _BEHIND
            text = piece.text if free else piece.tagged
        yield text
        before = text[-1] if len(text) < 2 or text[-2] != "\\" else "\\"
