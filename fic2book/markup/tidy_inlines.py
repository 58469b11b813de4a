"""Inside a row of a page: which inline elements, links and pictures stay, and as what."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml import etree

from fic2book.markup.allowed import INLINES, PICTURE, SCHEMES, is_at_hand, is_safe_link
from fic2book.markup.tree import Element

BLOCK_LIKE = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "details", "dialog",
        "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
        "h6", "header", "hgroup", "hr", "legend", "li", "main", "marquee", "menu", "nav", "ol", "optgroup", "option",
        "p", "pre", "search", "section", "select", "summary", "table", "tbody", "td", "textarea", "tfoot", "th",
        "thead", "tr", "ul",
    }
)  # fmt: skip
"""What stands as a block in a page's body."""
_INSTEAD = {"strike": "s", "tt": "code", "samp": "code", "var": "i", "acronym": "abbr", "bdi": "span", "bdo": "span"}
_HOVER = frozenset({"abbr", "span", "dfn"})
"""Elements whose ``title`` is read by pointing at them."""
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*\Z", re.ASCII)
_ID = re.compile(r"[A-Za-z_][\w.:-]*\Z", re.ASCII)
_NOTE_TYPES = ("noteref", "backlink")


@dataclass(slots=True)
class Told:
    """What is known of the blocks that are set, and what is met on the way."""

    linked: frozenset[str]
    """Ids that links among the blocks lead to."""
    images: list[str] = field(default_factory=list)
    """What stood for pictures that are not at hand."""
    given: set[str] = field(default_factory=set)
    """Ids that are written already."""


def linked(blocks: Iterable[Element]) -> frozenset[str]:
    """Return the ids that links among these blocks lead to, and that are there."""
    links: set[str] = set()
    ids: set[str] = set()
    for block in blocks:
        for element in block.iter():
            links.add((element.get("href") or "").strip().removeprefix("#"))
            ids.add(element.get("id") or "")
    return frozenset(name for name in links & ids if _ID.match(name))


def own_id(element: Element, told: Told) -> str:
    """Return an element's id when a link leads to it and nothing before it bore the same."""
    name = element.get("id") or ""
    if name not in told.linked or name in told.given:
        return ""
    told.given.add(name)
    return name


def is_kept_wrapper(element: Element, told: Told) -> bool:
    """Tell whether links lead to a wrapper as a whole, as to a footnote of several paragraphs."""
    name = element.get("id") or ""
    return name in told.linked and name not in told.given


def is_language(tag: str) -> bool:
    """Tell whether this may be a BCP 47 tag."""
    return _LANGUAGE.match(tag) is not None


def fill(target: Element, source: Element, told: Told) -> None:
    """Set what a row of a page holds into ``target``, which is its block."""
    _add_text(target, source.text)
    for child in source:
        before = len(told.images)
        _set(child, target, told)
        gone = len(told.images) > before and _ends_with_space(target)
        _add_text(target, (child.tail or "").removeprefix(" ") if gone else child.tail)


def fill_with(target: Element, source: Element, told: Told) -> None:
    """Set an inline element that stands alone into ``target``, its block."""
    _set(source, target, told)


def _set(element: Element, target: Element, told: Told) -> None:
    tag = str(element.tag)
    if tag == "br":
        made = etree.SubElement(target, "br")
        if element.get("data-line"):
            made.set("data-line", element.get("data-line", ""))
    elif tag == PICTURE:
        _picture(element, target, told)
    else:
        name = _INSTEAD.get(tag, tag)
        said = _kept(name, element, told)
        if name in INLINES and (said or name not in {"a", "span"}):
            target = etree.SubElement(target, name, said)
        fill(target, element, told)


def _kept(name: str, element: Element, told: Told) -> dict[str, str]:
    address = (element.get("href") or "").strip()
    if any(outer.tag == "a" for outer in element.iterancestors()) or not _leads(address, told):
        address = ""
    lang, direction = element.get("lang") or "", (element.get("dir") or "").lower()
    said = {
        "href": address if name == "a" else "",
        "id": own_id(element, told),
        "lang": lang if is_language(lang) else "",
        "dir": direction if direction in {"rtl", "ltr", "auto"} else "",
        "title": (element.get("title") or "").strip() if name in _HOVER else "",
        "data-type": next((kind for kind in _NOTE_TYPES if kind in (element.get("data-type") or "")), ""),
    }
    if "noteref" in (element.get("role") or ""):
        said["data-type"] = "noteref"
    return {key: value for key, value in said.items() if value}


def _leads(address: str, told: Told) -> bool:
    if address.startswith("#"):
        return address[1:] in told.linked
    return is_safe_link(address) and address.partition(":")[0].lower() in SCHEMES


def _picture(element: Element, target: Element, told: Told) -> None:
    alt, address = (element.get("alt") or "").strip(), element.get("src") or ""
    if is_at_hand(address):
        etree.SubElement(target, PICTURE, {"src": address, "alt": alt})
    else:
        told.images.append(alt or address or "a picture")


def _ends_with_space(target: Element) -> bool:
    """Tell whether what is set of a row so far ends with a space, or is nothing."""
    row: Element = target
    while row.tag in INLINES and (parent := row.getparent()) is not None:
        row = parent
    text = "".join(str(piece) for piece in row.itertext())
    return text.endswith(" ") or not text


def _add_text(target: Element, text: str | None) -> None:
    if not text:
        return
    if len(target):
        target[-1].tail = (target[-1].tail or "") + text
    else:
        target.text = (target.text or "") + text
