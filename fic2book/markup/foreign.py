"""A stranger's page → a tree of plain nodes, whatever parser understood it: HTML as browsers do, XHTML as XML."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html.entities import html5
from typing import TYPE_CHECKING

from lxml import etree

from fic2book.markup.tree import remove

if TYPE_CHECKING:
    from justhtml import Node as Found

_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]*);")
_XML_OWN = frozenset({"amp", "lt", "gt", "quot", "apos"})
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_SUBSET_END = re.compile(r"\]\s*>")
_PROLOGUE = 5_000
"""Characters in which a document type is looked for."""
_XML = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True, remove_pis=True, remove_comments=True)


@dataclass(slots=True)
class Node:
    """An element, or a stretch of text (its name is then empty)."""

    name: str
    """Lower case, without a namespace's prefix."""
    attributes: Mapping[str, str] = field(default_factory=dict)
    """By their names as typed: ``xml:lang``, ``epub:type``."""
    children: list["Node"] = field(default_factory=list)
    text: str = ""
    line: int = 0
    """1-based line of the source where it begins."""


def read_html(source: str) -> Node:
    """Return the tree of a page as browsers understand it: there is always one, with ``html``, ``head``, ``body``."""
    found = _as_browsers_do(_without_declarations(source))
    root = Node("")
    waiting: list[tuple[Node, Iterable[Found]]] = [(root, found.children or ())]
    while waiting:
        target, nodes = waiting.pop()
        for node in nodes:
            name = node.name
            if name == "#text":
                target.children.append(Node("", {}, [], str(node.data or ""), node.origin_line or 0))
            elif name[0] not in "#!":
                made = Node(name, _named(node.attrs), [], "", node.origin_line or 0)
                target.children.append(made)
                waiting.append((made, node.children or ()))
    return root


def read_xml(source: str) -> Node | None:
    """Return the tree of a page that is well-formed XML, else ``None``; nothing is fetched, no entity is expanded."""
    plain = _ENTITY.sub(_character, _DECLARATION.sub("", source, count=1))
    try:
        found = etree.fromstring(plain.encode("utf-8", "replace"), _XML)
    except etree.XMLSyntaxError:
        return None
    for entity in list(found.iter(etree.Entity)):  # the file's own: it could hold anything
        entity.tail = f"{entity.text}{entity.tail or ''}"
        remove(entity)
    root = Node("")
    targets = [root]
    line = 0
    for event, element in etree.iterwalk(found, events=("start", "end")):
        if event == "start":
            line = element.sourceline or line
            made = Node(etree.QName(element).localname.lower(), _prefixed(element), [], "", line)
            targets[-1].children.append(made)
            targets.append(made)
            line = _add_text(made, element.text, line)
        else:
            targets.pop()
            if element is not found:
                line = _add_text(targets[-1], element.tail, line)
    return root


def _without_declarations(source: str) -> str:
    """Leave out the part of a document type that declares entities: HTML would take it for words."""
    at = source[:_PROLOGUE].lower().find("<!doctype")
    opening = source.find("[", at) if at >= 0 else -1
    closing = _SUBSET_END.search(source, opening) if 0 <= opening < source.find(">", at) else None
    if closing is None:
        return source
    return source[:opening] + "\n" * source.count("\n", opening, closing.end()) + source[closing.end() - 1 :]


def _as_browsers_do(source: str) -> "Found":
    """Parse with the places of nodes, by the engine itself.

    JustHTML's own option for places (3.16) also makes text of what browsers skip: ``<?xml … ?>``, Word's
    ``<![endif]>``, end tags with attributes. Where the engine is another one, the page is read without places.
    """
    from justhtml import JustHTML  # late: 70 ms that texts and Markdown need not wait for

    try:
        from justhtml.parser.engine import ParseEngine, compile_raw_engine_plan

        plan = compile_raw_engine_plan(fragment=False, scripting_enabled=True)
        return ParseEngine(source, fragment=False, plan=plan, track_node_locations=True).parse()
    except (ImportError, TypeError):
        return JustHTML(source, sanitize=False).root


def _named(attributes: Mapping[str, str | None] | None) -> dict[str, str]:
    return {name: value or "" for name, value in attributes.items()} if attributes else {}


def _prefixed(element: etree._Element) -> dict[str, str]:
    found = {}
    for name, value in element.attrib.items():
        namespace, _, local = str(name).rpartition("}")
        prefix = {
            "{http://www.w3.org/XML/1998/namespace": "xml:",
            "{http://www.idpf.org/2007/ops": "epub:",
            "{http://www.w3.org/1999/xlink": "xlink:",
        }
        found[prefix.get(namespace, "") + local] = str(value)
    return found


def _add_text(target: Node, text: str | None, line: int) -> int:
    if not text:
        return line
    target.children.append(Node("", {}, [], text, line))
    return line + text.count("\n")


def _character(entity: re.Match[str]) -> str:
    return entity[0] if entity[1] in _XML_OWN else html5.get(f"{entity[1]};", entity[0])
