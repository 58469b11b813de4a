"""Numbered lists that go on behind other paragraphs: their next items keep their numbers."""

from collections.abc import Iterator
from itertools import groupby

from fic2book.markup import Element
from fic2book.readers.docx.mending import STYLE
from fic2book.readers.docx.xml import child, every, made, name, value


def go_on(root: Element, numbering: Element | None) -> None:
    """Give the items of lists that go on a style that says their first number."""
    lists = _lists(numbering) if numbering is not None else {}
    said: dict[str, int] = {}
    for items in _runs(root):
        numbers = {_number(item) for item in items}
        if len(numbers) > 1 or not numbers <= lists.keys():
            continue
        own, first = lists[numbers.pop()]
        begins = said.get(own, first)
        said[own] = begins + len(items)
        if begins != 1:
            for item in items:
                _name(item, begins)


def _runs(root: Element) -> Iterator[list[Element]]:
    """Yield items that stand one behind the other."""
    for parent in {paragraph.getparent(): None for paragraph in every(root, "p")}:
        for is_item, blocks in groupby(parent if parent is not None else (), key=lambda block: bool(_number(block))):
            if is_item:
                yield list(blocks)


def _number(block: Element) -> str:
    """Return which list a paragraph is an item of, and at which level, such as ``3/0``."""
    properties = child(block, "pPr", "numPr") if name(block) == "p" else None
    if properties is None:
        return ""
    return f"{value(child(properties, 'numId'))}/{value(child(properties, 'ilvl')) or 0}"


def _lists(numbering: Element) -> dict[str, tuple[str, int]]:
    """Return, of each list that is numbered at its first level, which count it belongs to and where that begins."""
    kinds = {value(kind, "abstractNumId"): kind for kind in every(numbering, "abstractNum")}
    found = {}
    for one in every(numbering, "num"):
        kind = value(child(one, "abstractNumId"))
        own, restart = value(one, "numId"), value(child(one, "lvlOverride", "startOverride"))
        level = next((level for level in kinds.get(kind, ()) if value(level, "ilvl") == "0"), None)
        start = restart or value(child(level, "start")) or "1"
        if level is not None and value(child(level, "numFmt")) not in {"", "bullet", "none"} and start.isdecimal():
            found[f"{own}/0"] = (f"own {own}" if restart else kind, int(start))
    return found


def _name(item: Element, first: int) -> None:
    properties = child(item, "pPr")
    if properties is not None:
        for old in [one for one in properties if name(one) == "pStyle"]:
            properties.remove(old)
        properties.insert(0, made(item, "pStyle", val=f"{STYLE}-from-{first}"))
