"""A stranger's HTML → markup of allowed tags: every word of it stays, every fetch and script goes."""

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from fic2book.markup.allowed import (
    ATTRIBUTES,
    BLOCKS,
    INLINES,
    PICTURE,
    PICTURE_ATTRIBUTES,
    SCHEMES,
    is_allowed,
    is_at_hand,
    is_safe_link,
)
from fic2book.markup.tree import Element, parse, remove, serialise, storable

if TYPE_CHECKING:
    from justhtml import JustHTML

_DEEPEST = 100  # WeasyPrint ends in RecursionError at about 150 nested blocks, libxml2 at 2,048
_XML_IDS = re.compile(r"[A-Za-z][\w.:-]*\Z", re.ASCII)


class Cleaned(NamedTuple):
    """What is left of a stranger's markup."""

    markup: str
    images: tuple[str, ...]
    """What stood for the pictures that were left out (their alternative, else their address), in order."""
    dropped: tuple[str, ...]
    """Scripts and style sheets, as they stood."""


def clean(html: str) -> Cleaned:
    """Return a stranger's HTML as markup of allowed tags; every word of it stays, every fetch and script goes."""
    try:
        root = parse(html)
    except etree.XMLSyntaxError:
        root = _through_html(html)
    if not all(is_allowed(element) for element in root.iter()):
        left_out = tuple(_left_out(html))
        root = _through_html(_sanitised(html))
        _drop_unsafe_links(root)
        _drop_pictures_elsewhere(root)
        images = tuple(words for tag, words in left_out if tag == "img")
        dropped = tuple(words for tag, words in left_out if tag != "img" and words)
        return Cleaned(serialise(root, keep_lines=True), images, dropped)
    return Cleaned(serialise(root, keep_lines=True), (), ())


def _sanitised(html: str) -> str:
    import nh3  # late: markup that is clean already needs no sanitiser

    return nh3.clean(
        html,
        tags={*BLOCKS, *INLINES, PICTURE},
        attributes={"*": set(ATTRIBUTES) - {"href"}, "a": {"href"}, PICTURE: set(PICTURE_ATTRIBUTES)},
        url_schemes={*SCHEMES, "picture"},
        link_rel=None,
        clean_content_tags={"script", "style"},
    )


def _left_out(html: str) -> Iterator[tuple[str, str]]:
    for node in _document(html).query("img, script, style"):
        attributes = node.attrs or {}
        if is_at_hand(attributes.get("src") or ""):
            continue
        said = attributes.get("alt") or attributes.get("src") or "a picture"
        yield node.name, said if node.name == "img" else node.to_text()


def _through_html(html: str) -> Element:
    """Parse HTML as browsers do and return it as our tree; nesting below ``_DEEPEST`` is flattened."""
    root = etree.Element("body")
    walk = [(root, iter(_document(f"<!DOCTYPE html><body>{html}").query("body")[0].children or ()))]
    while walk:
        target, nodes = walk[-1]
        node = next(nodes, None)
        if node is None:
            walk.pop()
        elif node.name == "#text":
            _append_text(target, storable(str(node.data or "")))
        elif not node.name.startswith(("#", "!")):
            child = target if len(walk) > _DEEPEST else _child(target, node.name, node.attrs or {})
            walk.append((child, iter(node.children or ())))
    return root


def _document(html: str) -> "JustHTML":
    from justhtml import JustHTML  # late: 70 ms that well-formed markup need not wait for

    return JustHTML(html, sanitize=False)


def _child(target: Element, name: str, attributes: Mapping[str, str | None]) -> Element:
    child = etree.SubElement(target, name)
    for key, value in attributes.items():
        if (key in ATTRIBUTES or (name == PICTURE and key in PICTURE_ATTRIBUTES)) and (
            key != "id" or _XML_IDS.match(value or "")
        ):
            child.set(key, storable(value or ""))
    return child


def _append_text(target: Element, text: str) -> None:
    last = target[-1] if len(target) else None
    if last is None:
        target.text = (target.text or "") + text
    else:
        last.tail = (last.tail or "") + text


def _drop_unsafe_links(root: Element) -> None:
    for link in root.iter("a"):
        if not is_safe_link(link.get("href", "")):
            del link.attrib["href"]


def _drop_pictures_elsewhere(root: Element) -> None:
    for picture in [picture for picture in root.iter(PICTURE) if not is_at_hand(picture.get("src", ""))]:
        remove(picture)
