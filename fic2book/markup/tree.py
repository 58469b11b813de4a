"""XHTML text ↔ tree: the only place where a tree is made, and where it becomes text again."""

import re
from collections.abc import Iterable, Iterator, Mapping
from html import escape as _escape

from lxml import etree

from fic2book.markup.allowed import BLOCKS

Element = etree._Element

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_PARSER = etree.XMLParser(
    resolve_entities=False, no_network=True, huge_tree=True, remove_comments=True, remove_pis=True
)


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


def xml_bytes(root: Element) -> bytes:
    """Return an XML file of a tree, without what its document type declared."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def new_xml(tag: str, attributes: Mapping[str, str]) -> Element:
    """Make an element of an XML file that is not book markup; names stand in braces behind their namespace."""
    return etree.Element(tag, dict(attributes))


def serialise(root: Element, *, keep_lines: bool = False) -> str:
    """Return the fragment inside ``root``; ``data-line`` and its like go unless they are kept for further rules."""
    if not keep_lines:
        for element in root.iter():
            for name in ("data-line", "data-type"):
                if name in element.attrib:
                    del element.attrib[name]
    inner = "".join(etree.tostring(child, encoding="unicode", with_tail=True) for child in root)
    return (escape(root.text) if root.text else "") + inner


def serialise_block(element: Element) -> str:
    """Return one element as markup, with its ``data-line`` and without the text behind it."""
    return str(etree.tostring(element, encoding="unicode", with_tail=False))


def line_of(element: Element) -> int:
    """Return the source line of an element: its own, or its nearest ancestor's; 0 when unknown."""
    for place in (element, *element.iterancestors()):
        line = place.get("data-line")
        if line:
            return int(line)
    return 0


def text_of(element: Element) -> str:
    """Return all text inside ``element`` as it stands, ``<br/>`` as a line end."""
    if not len(element):
        return element.text or ""
    return "".join(_pieces(element))


def text_places(root: Element) -> Iterator[tuple[Element, bool]]:
    """Yield where text may stand inside ``root``, in reading order: an element, and whether it is behind that element.

    Each element comes before its text; the places behind elements come where their ends are.
    """
    for event, node in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            yield node, False
        elif node is not root:
            yield node, True


def is_blank(element: Element) -> bool:
    """Tell whether a block holds nothing that can be seen."""
    if any(map(str.strip, _pieces(element) if len(element) else (element.text or "",))):
        return False
    return not len(element) or next(element.iter("hr", "img"), None) in {None, element}


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


def unwrap(element: Element) -> None:
    """Take an element's tag away and leave what it holds where it is."""
    parent = element.getparent()
    if parent is None:
        return
    at = parent.index(element)
    _append_behind(parent, at, element.text)
    for child in reversed(element):
        parent.insert(at, child)
    remove(element)


def _append_behind(parent: Element, at: int, text: str | None) -> None:
    """Add text in front of the child at a place."""
    if text and at:
        parent[at - 1].tail = (parent[at - 1].tail or "") + text
    elif text:
        parent.text = (parent.text or "") + text


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
    return "".join(map(serialise_block, blocks))


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
