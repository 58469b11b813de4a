"""What a Word document's styles mean for the text: headings, quotations, verse, emphasis, alignment."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from fic2book.markup import Element
from fic2book.readers.docx.xml import child, every, is_on, name, value

_KINDS = (
    (re.compile(r"title\Z"), "title"),
    (re.compile(r"subtitle\Z"), "subtitle"),
    (re.compile(r"(?:intense |block )?quot(?:e|ations?)(?: text)?\Z|block text\Z"), "quote"),
    (re.compile(r"(?:verse|poem|poetry|lyrics|stanza)\b"), "verse"),
)
"""By the names that Word and LibreOffice write in every language, and by those that people give."""
_HEADING = re.compile(r"heading ([1-6])\Z")
_ALIGNMENT = {"center": "center", "right": "right", "end": "right"}
_EMPHASIS = ("b", "i", "strike", "u", "vanish")


@dataclass(frozen=True, slots=True)
class Style:
    """A style, with what it takes from the one it is based on."""

    kind: str = ""
    """``title``, ``subtitle``, ``h1`` … ``h6``, ``quote``, ``verse``; empty for plain text."""
    align: str = ""
    emphasis: frozenset[str] = frozenset()
    """Names of the switches that are on: ``b``, ``i``, ``strike``, ``u``, ``vanish``."""
    numbered: bool = False


PLAIN = Style()


def read(root: Element | None) -> Mapping[str, Style]:
    """Return all styles of ``word/styles.xml`` by their ids."""
    elements = {value(style, "styleId"): style for style in every(root, "style")} if root is not None else {}
    found: dict[str, Style] = {}
    for known in elements:
        _resolve(known, elements, found)
    return found


def kind_of(properties: Element | None, style: Style) -> str:
    """Return what a paragraph is by its own outline level, else by its style."""
    level = value(child(properties, "outlineLvl"))
    return f"h{int(level) + 1}" if level in tuple("012345") else style.kind


def alignment(properties: Element | None, style: Style) -> str:
    """Return ``center`` or ``right``, of a paragraph itself or of its style; nothing for all others."""
    own = value(child(properties, "jc"))
    return _ALIGNMENT.get(own, "") if own else style.align


def _resolve(known: str, elements: Mapping[str, Element], found: dict[str, Style]) -> None:
    """Read a style after those that it is based on, however many; a circle ends where it began."""
    chain = [known]
    while chain[-1] in elements and chain[-1] not in found:
        base = value(child(elements[chain[-1]], "basedOn"))
        if not base or base in chain:
            break
        chain.append(base)
    for one in reversed(chain):
        if one in elements and one not in found:
            base = value(child(elements[one], "basedOn"))
            found[one] = _read(elements[one], found.get(base, PLAIN))


def _read(style: Element, base: Style) -> Style:
    said = value(child(style, "name")).lower()
    heading = _HEADING.match(said)
    paragraph, run = child(style, "pPr"), child(style, "rPr")
    kind = f"h{heading[1]}" if heading else next((kind for sign, kind in _KINDS if sign.match(said)), base.kind)
    on = {switch for switch in _EMPHASIS if is_on(child(run, switch))}
    off = {switch for switch in _EMPHASIS if child(run, switch) is not None} - on
    made = replace(base, kind=kind, emphasis=(base.emphasis | on) - off)
    return replace(
        made,
        kind=kind_of(paragraph, made),
        align=alignment(paragraph, base),
        numbered=base.numbered or child(paragraph, "numPr") is not None,
    )


def is_body(style: Style) -> bool:
    """Tell whether emphasis of a whole style says something: a heading or a quotation only looks like that."""
    return style.kind in {"", "verse"}


def own(element: Element) -> str:
    """Return the id of the style that a paragraph or a run names."""
    properties = child(element, f"{name(element)}Pr")
    return value(child(properties, f"{name(element)}Style"))
