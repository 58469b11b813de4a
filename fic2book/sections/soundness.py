"""A stranger's markup made sound: what may stand in what, and attributes that say something.

Browsers forgive a list item without a list or a link inside a link; e-readers and EPUBCheck do not. Every word stays.
"""

import re

from fic2book import markup
from fic2book.markup import Element

_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z", re.ASCII)
_DIRECTIONS = frozenset({"ltr", "rtl", "auto"})
_SPAN = re.compile(r"[1-9]\d{0,2}\Z", re.ASCII)
_START = re.compile(r"-?\d{1,9}\Z", re.ASCII)
_KEPT = frozenset({"id", "href", "title", "src", "alt"})
_CLASSES = frozenset(
    {
        "scene", "pause", "verse", "chat", "message", "sender", "time", "center", "right", "noteref", "footnote",
        "footnotes", "backref",
    }
)  # fmt: skip
"""The book's own; a page may call its parts "story" or "cover" too, and means something else by it."""
_KNOWN = markup.BLOCKS | markup.INLINES | {"img"}
_NO_WORDS = frozenset({"script", "style"})
_BOXES = frozenset({"section", "header", "aside", "body"})
_NOTES = frozenset({"footnote", "footnotes"})
_INSIDE = {
    "li": ({"ul", "ol"}, "div"),
    "dt": ({"dl"}, "p"),
    "dd": ({"dl"}, "div"),
    "caption": ({"table"}, "p"),
    "thead": ({"table"}, "div"),
    "tbody": ({"table"}, "div"),
    "tfoot": ({"table"}, "div"),
    "tr": ({"table", "thead", "tbody", "tfoot"}, "div"),
    "td": ({"tr"}, "div"),
    "th": ({"tr"}, "div"),
    "figcaption": ({"figure"}, "p"),
    "rt": ({"ruby"}, "span"),
    "rp": ({"ruby"}, "span"),
}
"""What may only stand in certain elements, and what it becomes elsewhere."""
_HOLDS = {
    "ul": {"li"},
    "ol": {"li"},
    "table": {"caption", "thead", "tbody", "tfoot", "tr"},
    "thead": {"tr"},
    "tbody": {"tr"},
    "tfoot": {"tr"},
    "tr": {"td", "th"},
}
"""What may only hold certain elements."""
_ROW_HOLDERS = frozenset({"p", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "caption"})


def make_sound(root: Element) -> None:
    """Make the pieces inside ``root`` valid where they are not, in place."""
    for element in list(root.iterdescendants()):
        if element.tag in _NO_WORDS:
            markup.remove(element)
        elif element.tag not in _KNOWN:
            markup.unwrap(element)
        _settle_attributes(element)
        if element.tag in _BOXES and not _NOTES & set((element.get("class") or "").split()):
            element.tag = "div"
    for element in list(root.iterdescendants("*")):
        _settle_place(element)
    for element in reversed(list(root.iterdescendants())):
        _settle_contents(element)
    for element in list(root.iterdescendants("rp")):
        _leave_brackets_out(element)


def _settle_attributes(element: Element) -> None:
    lang = element.get("lang", "")
    classes = [name for name in (element.get("class") or "").split() if name in _CLASSES]
    if classes:
        element.set("class", " ".join(classes))
    known = {
        "class": bool(classes),
        "lang": bool(_TAG.match(lang)),
        "dir": element.get("dir", "") in _DIRECTIONS,
        "colspan": element.tag in {"td", "th"} and bool(_SPAN.match(element.get("colspan", ""))),
        "rowspan": element.tag in {"td", "th"} and bool(_SPAN.match(element.get("rowspan", ""))),
        "start": element.tag == "ol" and bool(_START.match(element.get("start", ""))),
    }
    for name in list(element.attrib):
        if not known.get(str(name), name in _KEPT):
            del element.attrib[name]
    if element.tag != "a" and "href" in element.attrib:
        del element.attrib["href"]


def _settle_place(element: Element) -> None:
    """Give an element another name where it may not stand."""
    around = element.getparent()
    places, otherwise = _INSIDE.get(str(element.tag), (None, ""))
    if places is not None and (around is None or around.tag not in places):
        element.tag = otherwise
    if element.tag == "a" and any(outer.tag == "a" for outer in element.iterancestors()):
        element.tag = "span"
        element.attrib.pop("href", "")


def _settle_contents(element: Element) -> None:
    """Mend what an element may not hold: loose words in lists and tables, blocks in lines."""
    tag = str(element.tag)
    if tag in _HOLDS and not _holds_only(element, _HOLDS[tag]):
        _mend(element)
    elif tag == "dl" and not _is_sound_list_of_terms(element):
        _flatten_terms(element)
    elif (tag in _ROW_HOLDERS or tag in markup.INLINES) and _holds_blocks(element):
        if tag in _ROW_HOLDERS:
            element.tag = "div"
        else:
            markup.unwrap(element)


def _holds_only(element: Element, tags: set[str]) -> bool:
    loose = (element.text or "") + "".join(child.tail or "" for child in element)
    return not loose.strip() and all(child.tag in tags for child in element)


def _mend(element: Element) -> None:
    """Wrap a list's loose pieces into items; let a table that is none be blocks, row by row."""
    if element.tag in {"ul", "ol"}:
        for child in list(element):
            if child.tag != "li":
                item = markup.new("li")
                child.addprevious(item)
                item.append(child)
        if (element.text or "").strip():
            first = markup.new("li", element.text or "")
            element.insert(0, first)
        element.text = None
        for item in element:
            if (item.tail or "").strip():
                _append(item, item.tail or "")
            item.tail = None
        return
    for part in element.iter("table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption"):
        if not any(outer.tag in {"table"} for outer in part.iterancestors() if outer is not element):
            part.tag = "div"


def _append(item: Element, text: str) -> None:
    if len(item):
        item[-1].tail = (item[-1].tail or "") + text
    else:
        item.text = (item.text or "") + text


def _is_sound_list_of_terms(element: Element) -> bool:
    """Tell whether terms and what they mean follow each other: term first, meaning last."""
    tags = [child.tag for child in element]
    return _holds_only(element, {"dt", "dd"}) and (not tags or (tags[0] == "dt" and tags[-1] == "dd"))


def _flatten_terms(element: Element) -> None:
    element.tag = "div"
    for child in element:
        if child.tag in {"dt", "dd"}:
            child.tag = "div"


def _holds_blocks(element: Element) -> bool:
    return any(inner.tag in markup.BLOCKS for inner in element.iterdescendants())


def _leave_brackets_out(bracket: Element) -> None:
    """Take out what stands round a reading for engines that cannot set it; the outputs know what theirs can."""
    if any(sign.isalnum() for sign in markup.text_of(bracket)):
        bracket.tag = "span"
    else:
        bracket.text = None
        markup.remove(bracket)
