"""The allow-list: the tags, attributes and addresses that markup may hold."""

import re

from lxml import etree

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
BLOCKS = frozenset(
    {
        "p", *HEADINGS, "hr", "blockquote", "ul", "ol", "li", "dl", "dt", "dd", "table",
        "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "pre", "div", "aside", "section", "header",
        "figure", "figcaption", "body",
    }
)  # fmt: skip
INLINES = frozenset(
    {
        "em", "strong", "i", "b", "u", "s", "del", "ins", "sub", "sup", "small", "br", "a", "span", "q", "cite",
        "code", "abbr", "dfn", "kbd", "mark", "ruby", "rt", "rp",
    }
)  # fmt: skip
PICTURE = "img"
"""Allowed when the picture is at hand: its address is ``picture:NAME``."""
ATTRIBUTES = frozenset(
    {"lang", "dir", "class", "id", "href", "title", "start", "colspan", "rowspan", "data-line", "data-type"}
)
PICTURE_ATTRIBUTES = frozenset({"src", "alt"})
SCHEMES = frozenset({"http", "https", "mailto"})
_UNSEEN = re.compile(r"[\x00-\x20\x7f]+")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_PICTURE_ADDRESS = re.compile(r"picture:[\w.-]+\Z", re.ASCII)


def is_allowed(element: etree._Element) -> bool:
    """Tell whether an element may stand in markup as it is."""
    if element.tag == PICTURE:
        return is_at_hand(element.get("src", "")) and PICTURE_ATTRIBUTES.issuperset(element.attrib)
    return (
        isinstance(element.tag, str)
        and (element.tag in BLOCKS or element.tag in INLINES)
        and ATTRIBUTES.issuperset(element.attrib)
        and is_safe_link(element.get("href", ""))
    )


def is_at_hand(address: str) -> bool:
    """Tell whether an address names a picture that the manuscript brought along."""
    return _PICTURE_ADDRESS.match(address) is not None


def is_safe_link(address: str) -> bool:
    """Tell whether an address leads inside the book, or by a scheme that fetches and runs nothing by itself."""
    bare = _UNSEEN.sub("", address)  # browsers leave these out before they look for the scheme
    scheme = _SCHEME.match(bare)
    return scheme[1].lower() in SCHEMES if scheme else not bare.replace("\\", "/").startswith("//")
