"""XHTML text ↔ tree, and the allow-list: the only door to the parsers and the sanitiser.

Inside the program markup is a string: an XHTML fragment without namespaces. Rules work on the tree that ``parse``
gives, ``serialise`` makes it a string again. ``clean`` is for markup that a stranger wrote.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from html import escape as _escape
from typing import NamedTuple

import nh3
from justhtml import JustHTML
from lxml import etree

Element = etree._Element

BLOCKS = frozenset(
    [
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "blockquote",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "table",
        "caption",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "th",
        "td",
        "pre",
        "div",
        "aside",
        "section",
        "header",
        "figure",
        "figcaption",
        "body",
    ]
)
INLINES = frozenset(
    [
        "em",
        "strong",
        "i",
        "b",
        "u",
        "s",
        "del",
        "ins",
        "sub",
        "sup",
        "small",
        "br",
        "a",
        "span",
        "q",
        "cite",
        "code",
        "abbr",
        "dfn",
        "kbd",
        "mark",
        "ruby",
        "rt",
        "rp",
    ]
)
_DEEPEST = 100  # WeasyPrint ends in RecursionError at about 150 nested blocks, libxml2 at 2,048
_ATTRIBUTES = frozenset({"lang", "dir", "class", "id", "href", "title", "start", "colspan", "rowspan", "data-line"})
_SCHEMES = frozenset({"http", "https", "mailto"})
_XML_IDS = re.compile(r"[A-Za-z][\w.:-]*\Z", re.ASCII)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_PARSER = etree.XMLParser(
    resolve_entities=False, no_network=True, huge_tree=True, remove_comments=True, remove_pis=True
)


class Cleaned(NamedTuple):
    """What is left of a stranger's markup."""

    markup: str
    images: tuple[str, ...]
    """What stood for the pictures that were left out (their alternative, else their address), in order."""
    dropped: tuple[str, ...]
    """Scripts and style sheets, as they stood."""


def escape(text: str) -> str:
    """Turn plain text into markup; characters that XML cannot hold are left out."""
    return _escape(_CONTROL.sub("", text), quote=False)


def storable(text: str) -> str:
    """Leave out of plain text the characters that XML cannot hold."""
    return _CONTROL.sub("", text)


def paragraph(text: str, line: int = 0) -> str:
    """Return one ``<p>`` holding plain text, with its source line when there is one."""
    place = f' data-line="{line}"' if line else ""
    return f"<p{place}>{escape(text)}</p>"


def parse(markup: str) -> Element:
    """Return the tree of a fragment: a ``<body>`` whose children are the fragment's blocks."""
    return etree.fromstring(f"<body>{markup}</body>".encode(), _PARSER)


def parse_xml(data: bytes) -> Element:
    """Return the root of an XML file that is not book markup (an EPUB's page or package); nothing is fetched for it.

    Raises ``ValueError`` with the parser's reason and line when it is not well-formed.
    """
    try:
        return etree.fromstring(data, _PARSER)
    except etree.XMLSyntaxError as error:
        raise ValueError(error.msg) from error


def serialise(root: Element, *, keep_lines: bool = False) -> str:
    """Return the fragment inside ``root``; ``data-line`` goes unless it is kept for further rules."""
    if not keep_lines:
        for element in root.iter():
            if "data-line" in element.attrib:
                del element.attrib["data-line"]
    inner = "".join(etree.tostring(child, encoding="unicode", with_tail=True) for child in root)
    return (escape(root.text) if root.text else "") + inner


def clean(html: str) -> Cleaned:
    """Return a stranger's HTML as markup of allowed tags; every word of it stays, every fetch and script goes."""
    try:
        root = etree.fromstring(f"<body>{html}</body>".encode(), _PARSER)
    except etree.XMLSyntaxError:
        root = _through_html(html)
    if not all(_is_allowed(element) for element in root.iter()):
        left_out = tuple(_left_out(html))
        root = _through_html(_sanitised(html))
        _drop_unsafe_links(root)
        images = tuple(words for tag, words in left_out if tag == "img")
        dropped = tuple(words for tag, words in left_out if tag != "img" and words)
        return Cleaned(serialise(root, keep_lines=True), images, dropped)
    return Cleaned(serialise(root, keep_lines=True), (), ())


def line_of(element: Element) -> int:
    """Return the source line of an element: its own, or its nearest ancestor's; 0 when unknown."""
    for place in (element, *element.iterancestors()):
        line = place.get("data-line")
        if line:
            return int(line)
    return 0


def text_of(element: Element) -> str:
    """Return all text inside ``element`` as it stands, ``<br/>`` as a line end."""
    return "".join(_pieces(element))


def is_blank(element: Element) -> bool:
    """Tell whether a block holds nothing that can be seen."""
    return not text_of(element).strip() and not element.findall(".//hr")


def plain(markup: str) -> str:
    """Return a fragment's text, one line a block."""
    return plain_text(parse(markup))


def plain_text(root: Element) -> str:
    """Return the text of a tree, one line a block, ``<br/>`` as a line end."""
    return "".join(_pieces(root)).strip("\n")


def remove(element: Element) -> None:
    """Take an element out of its tree, and leave the text behind it where it is."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        previous = element.getprevious()
        if previous is not None:
            previous.tail = (previous.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
        element.tail = None
    parent.remove(element)


def new(tag: str, text: str = "", **attributes: str) -> Element:
    """Make an element; ``class_`` and ``data_line`` stand for ``class`` and ``data-line``."""
    element = etree.Element(tag)
    for name, value in attributes.items():
        element.set(name.rstrip("_").replace("_", "-"), value)
    if text:
        element.text = _CONTROL.sub("", text)
    return element


def split_chapters(markup: str) -> tuple[tuple[str, str], ...]:
    """Split a story's body at ``<h2 class="chapter">`` into (title, body); a one-shot has one, untitled."""
    titles = [""]
    groups: list[list[Element]] = [[]]
    for child in list(parse(markup)):
        if child.tag == "h2" and child.get("class") == "chapter":
            titles.append(text_of(child).strip())
            groups.append([])
        else:
            groups[-1].append(child)
    bodies = [_joined(group) for group in groups]
    pairs = zip(titles, bodies, strict=True)
    return tuple(pair for pair in pairs if pair != ("", "")) or (("", ""),)


def _joined(blocks: Iterable[Element]) -> str:
    return "".join(etree.tostring(block, encoding="unicode", with_tail=False) for block in blocks)


def _pieces(element: Element) -> Iterator[str]:
    for event, node in etree.iterwalk(element, events=("start", "end")):
        tag = node.tag
        if event == "start":
            if tag == "br" or (tag in BLOCKS and node is not element):
                yield "\n"
            if node.text:
                yield node.text
        else:
            if tag in BLOCKS and node is not element:
                yield "\n"
            if node.tail and node is not element:
                yield node.tail


def _is_allowed(element: Element) -> bool:
    return (
        isinstance(element.tag, str)
        and (element.tag in BLOCKS or element.tag in INLINES)
        and _ATTRIBUTES.issuperset(element.attrib)
        and _is_safe_link(element.get("href", ""))
    )


def _is_safe_link(address: str) -> bool:
    scheme, colon, _ = address.strip().partition(":")
    return not colon or scheme.lower() in _SCHEMES or not scheme.isalnum()


def _sanitised(html: str) -> str:
    return nh3.clean(
        html,
        tags=set(BLOCKS | INLINES),
        attributes={"*": set(_ATTRIBUTES) - {"href", "class"} | {"class"}, "a": {"href"}},
        url_schemes=set(_SCHEMES),
        link_rel=None,
        clean_content_tags={"script", "style"},
    )


def _left_out(html: str) -> Iterator[tuple[str, str]]:
    for node in JustHTML(html, sanitize=False).query("img, script, style"):
        attributes = node.attrs or {}
        said = attributes.get("alt") or attributes.get("src") or "a picture"
        yield node.name, said if node.name == "img" else node.to_text()


def _through_html(html: str) -> Element:
    """Parse HTML as browsers do and return it as our tree; nesting below ``_DEEPEST`` is flattened."""
    root = etree.Element("body")
    walk = [(root, iter(JustHTML(f"<!DOCTYPE html><body>{html}", sanitize=False).query("body")[0].children or ()))]
    while walk:
        target, nodes = walk[-1]
        node = next(nodes, None)
        if node is None:
            walk.pop()
        elif node.name == "#text":
            _append_text(target, _CONTROL.sub("", str(node.data or "")))
        elif not node.name.startswith(("#", "!")):
            child = target if len(walk) > _DEEPEST else _child(target, node.name, node.attrs or {})
            walk.append((child, iter(node.children or ())))
    return root


def _child(target: Element, name: str, attributes: Mapping[str, str | None]) -> Element:
    child = etree.SubElement(target, name)
    for key, value in attributes.items():
        if key in _ATTRIBUTES and (key != "id" or _XML_IDS.match(value or "")):
            child.set(key, _CONTROL.sub("", value or ""))
    return child


def _append_text(target: Element, text: str) -> None:
    last = target[-1] if len(target) else None
    if last is None:
        target.text = (target.text or "") + text
    else:
        last.tail = (last.tail or "") + text


def _drop_unsafe_links(root: Element) -> None:
    for link in root.iter("a"):
        if not _is_safe_link(link.get("href", "")):
            del link.attrib["href"]
