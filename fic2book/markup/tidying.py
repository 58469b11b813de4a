"""A page's blocks → the book's own markup: wrappers, looks and strange tags go, and every word stays."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from lxml import etree

from fic2book.markup import tidy_inlines, tidy_tables
from fic2book.markup.allowed import HEADINGS
from fic2book.markup.stranger import Cleaned
from fic2book.markup.tidy_inlines import Told
from fic2book.markup.tree import Element, line_of, serialise

_ROWS = frozenset({"p", "pre", *HEADINGS})
"""Row holders that stay what they are wherever they stand."""
_LISTS = {"ul": "ul", "ol": "ol", "menu": "ul", "dir": "ul"}
_PARTS = {"li": ("ul", "ol"), "dt": ("dl",), "dd": ("dl",), "figcaption": ("figure",)}
"""Blocks that stay what they are in such a parent only."""
_WRAPPED_IN = {"ul": "li", "ol": "li", "dl": "dd"}
"""What a block must stand in, inside such a parent."""
_OUR_CLASSES = {("h2", "chapter"), ("p", "verse"), ("hr", "pause")}
_ALIGNMENT = {"center": "center", "middle": "center", "right": "right", "end": "right"}


_MANY = 20
_NEARLY_ALL = 0.8
"""Paragraphs of a text, and the share of them, from which an alignment is only how the page looked."""


@dataclass(frozen=True, slots=True)
class _Inherited:
    """What wrappers that are left out say about the blocks in them."""

    align: str = ""
    lang: str = ""
    dir: str = ""


@dataclass(slots=True)
class _Job:
    told: Told
    images: list[str] = field(default_factory=list)


def tidy(blocks: Iterable[Element]) -> Cleaned:
    """Return blocks of a page, in rows, as allowed markup with ``data-line``; the blocks stay as they are.

    ``images`` names what stood for pictures that are not at hand. Links lead to places among these blocks or to the
    web; ``data-type`` (an EPUB's word for what a block is) stays for rules that look for footnotes.
    """
    given = list(blocks)
    job = _Job(Told(tidy_inlines.linked(given)))
    root = etree.Element("body")
    for block in given:
        _set(block, root, _Inherited(), job)
    _forget_a_common_alignment(root)
    return Cleaned(serialise(root, keep_lines=True), tuple(job.told.images), ())


def _set(element: Element, target: Element, inherited: _Inherited, job: _Job) -> None:
    """Set one block of a page into ``target``."""
    tag = str(element.tag)
    here = _with(inherited, element)
    if tag == "hr":
        _made(_place(target, "hr"), "hr", element, _Inherited(), job)
    elif element.get("data-line") or tag not in tidy_inlines.BLOCK_LIKE:
        _row(element, target, here, job)
    elif tag == "table" and tidy_tables.is_table(element):
        _table(element, target, here, job)
    else:
        name = _wrapper(element, target, job)
        if name:
            kept = _made(_place(target, name), name, element, here, job)
            _children(element, kept, _Inherited(here.align), job)
            _drop_if_empty(kept)
        else:
            _children(element, target, here, job)


def _wrapper(element: Element, target: Element, job: _Job) -> str:
    """Return what a block around blocks is in a book; nothing for one that only a site needs."""
    tag = str(element.tag)
    if tag in _LISTS:
        return _LISTS[tag]
    if tag in {"dl", "blockquote", "figure"} or str(target.tag) in _PARTS.get(tag, ()):
        return tag
    if tidy_inlines.is_kept_wrapper(element, job.told):
        return "aside" if tag == "aside" else "div"
    return ""


def _children(element: Element, target: Element, inherited: _Inherited, job: _Job) -> None:
    """Set what a wrapper holds; words between its blocks, where there should be none, get a row of their own."""
    _stray(element.text, element, target, job)
    for child in element:
        _set(child, target, inherited, job)
        _stray(child.tail, element, target, job)


def _stray(words: str | None, element: Element, target: Element, job: _Job) -> None:
    if words and words.strip():
        made = _made(_place(target, "p"), "p", element, _Inherited(), job)
        made.attrib.pop("id", "")
        made.set("data-line", str(line_of(element)))
        made.text = words.strip()


def _row(element: Element, target: Element, inherited: _Inherited, job: _Job) -> None:
    tag = str(element.tag)
    parent = str(target.tag)
    stays = tag in _ROWS or parent in _PARTS.get(tag, ())
    name = tag if stays else "p"
    if tag == "div" and not len(element) and not element.text and not tidy_inlines.is_kept_wrapper(element, job.told):
        return  # it has no height in a browser
    row = _made(_place(target, name), name, element, inherited, job)
    if tag in tidy_inlines.BLOCK_LIKE:
        tidy_inlines.fill(row, element, job.told)
        _drop_if_its_picture_went(row, element)
    else:
        row.set("data-line", str(line_of(element)))
        tidy_inlines.fill_with(row, element, job.told)


def _place(target: Element, name: str) -> Element:
    """Return where a block of this name may stand in ``target``: lists hold only their own parts."""
    wrapper = _WRAPPED_IN.get(str(target.tag))
    return target if wrapper is None or name in _PARTS else etree.SubElement(target, wrapper)


def _table(element: Element, target: Element, inherited: _Inherited, job: _Job) -> None:
    table = _made(_place(target, "table"), "table", element, inherited, job)
    for group, cells in tidy_tables.rows(element):
        row = etree.SubElement(tidy_tables.section(table, group), "tr")
        for cell in cells:
            here = _with(_Inherited(inherited.align), cell)
            kept = _made(row, str(cell.tag), cell, here, job)
            tidy_tables.spans(kept, cell)
            if cell.get("data-line"):
                tidy_inlines.fill(kept, cell, job.told)
            else:
                _children(cell, kept, _Inherited(here.align), job)
    for caption in tidy_tables.captions(element):
        kept = _made(table, "caption", caption, _Inherited(), job)
        table.insert(0, kept)
        if caption.get("data-line"):
            tidy_inlines.fill(kept, caption, job.told)
        else:
            _children(caption, kept, _Inherited(), job)


def _made(target: Element, name: str, element: Element, inherited: _Inherited, job: _Job) -> Element:
    """Add a block with what is kept of an element's attributes and of the wrappers around it."""
    made = etree.SubElement(target, name)
    said = {
        "id": tidy_inlines.own_id(element, job.told),
        "class": " ".join(_classes(name, element, inherited)),
        "lang": inherited.lang,
        "dir": inherited.dir,
        "start": tidy_tables.number(element.get("start")) if name == "ol" else "",
        "data-type": element.get("data-type", ""),
        "data-line": element.get("data-line", ""),
    }
    for key, value in said.items():
        if value:
            made.set(key, value)
    return made


def _classes(name: str, element: Element, inherited: _Inherited) -> Iterable[str]:
    for own in (element.get("class") or "").split():
        if (name, own) in _OUR_CLASSES:
            yield own
    natural = inherited.align == "right" and inherited.dir == "rtl"
    if name in {"p", "td", "th", "li", "dd", "pre"} and inherited.align and not natural:
        yield inherited.align


def _with(inherited: _Inherited, element: Element) -> _Inherited:
    align = (element.get("align") or ("center" if element.tag == "center" else "")).lower()
    lang, direction = element.get("lang", ""), element.get("dir", "").lower()
    if not (align or lang or direction):
        return inherited
    return replace(
        inherited,
        align=_ALIGNMENT.get(align, "") if align else inherited.align,
        lang=lang if tidy_inlines.is_language(lang) else inherited.lang,
        dir=direction if direction in {"rtl", "ltr", "auto"} else inherited.dir,
    )


def _drop_if_empty(element: Element) -> None:
    parent = element.getparent()
    if parent is not None and not len(element) and not (element.text or "").strip():
        parent.remove(element)


def _drop_if_its_picture_went(row: Element, element: Element) -> None:
    """Leave out a row that held nothing but a picture that is not at hand: it is no blank line."""
    parent = row.getparent()
    bare = not len(row) and not (row.text or "").strip() and "id" not in row.attrib
    if parent is not None and bare and row.tag in {"p", "div"} and next(element.iter("img"), None) is not None:
        parent.remove(row)


def _forget_a_common_alignment(root: Element) -> None:
    """Take away the alignment that nearly all paragraphs have; that of one among many says something."""
    paragraphs = [block for block in root.iter("p") if block.get("data-line")]
    for align in ("center", "right"):
        aligned = [block for block in paragraphs if align in (block.get("class") or "").split()]
        if len(paragraphs) >= _MANY and len(aligned) > _NEARLY_ALL * len(paragraphs):
            for block in aligned:
                kept = [name for name in (block.get("class") or "").split() if name != align]
                block.set("class", " ".join(kept))
                if not kept:
                    del block.attrib["class"]
