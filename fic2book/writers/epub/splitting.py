"""Long stories in several documents: e-readers slow down, and some lose their place, in files above 250 kB or so."""

from collections.abc import Iterator

from fic2book import markup
from fic2book.markup import Element

LARGEST = 240_000
"""Bytes of a document's body."""
_TAKEN_APART = frozenset({"story", "chapter", "story-text", "prose", "foreword", "afterword", "notes", "story-notes"})
_WORTH_WAITING = 0.6
"""How full a document must be before a scene break ends it."""

_Unit = tuple[tuple[Element, ...], Element]
"""A block that stays whole, with the elements round it from the root down."""


def split(root: Element, largest: int = LARGEST) -> tuple[Element, ...]:
    """Return ``root``, or roots like it that share its blocks when they are more than ``largest`` bytes together.

    A document ends behind a scene break or before a chapter when one lies in its last part, else between paragraphs.
    Each root keeps the elements that stood round its blocks; ids stay on the first of them.
    """
    if len(markup.serialise(root).encode()) <= largest:
        return (root,)
    groups = list(_groups(list(_units((root,))), largest))
    seen: set[Element] = set()
    return tuple(_rebuilt(group, seen) for group in groups)


def _units(path: tuple[Element, ...]) -> Iterator[_Unit]:
    for child in path[-1]:
        if _TAKEN_APART & set((child.get("class") or "").split()):
            yield from _units((*path, child))
        else:
            yield path, child


def _groups(units: list[_Unit], largest: int) -> Iterator[list[_Unit]]:
    group: list[_Unit] = []
    size = 0
    good = 0
    for unit in units:
        length = _size(unit[1])
        if group and size + length > largest:
            cut = good or len(group)
            yield group[:cut]
            group = group[cut:]
            size = sum(_size(block) for _, block in group)
            good = 0
        if group and unit[1].tag == "h2" and size > largest * _WORTH_WAITING:
            good = len(group)
        group.append(unit)
        size += length
        if unit[1].tag == "hr" and size > largest * _WORTH_WAITING:
            good = len(group)
    if group:
        yield group


def _size(block: Element) -> int:
    """Return about how many bytes a block takes."""
    tags = 2 * len(str(block.tag)) + len(str(dict(block.attrib.items())))
    return len(markup.serialise(block).encode()) + tags


def _rebuilt(group: list[_Unit], seen: set[Element]) -> Element:
    """Return a root that holds a run of blocks, inside copies of what stood round them.

    ``seen`` are the surrounding elements of earlier documents: their second copies carry no id and no name.
    """
    copies: dict[Element, Element] = {}
    for path, block in group:
        for depth, element in enumerate(path):
            if element not in copies:
                copies[element] = _copy(element, is_first=element not in seen)
                if depth:
                    copies[path[depth - 1]].append(copies[element])
        copies[path[-1]].append(block)
    seen.update(copies)
    return copies[group[0][0][0]]


def _copy(element: Element, *, is_first: bool) -> Element:
    copy = element.makeelement(element.tag, None, {key or "": uri for key, uri in element.nsmap.items()})
    for name, value in element.attrib.items():
        if is_first or name not in {"id", "aria-labelledby"}:
            copy.set(name, value)
    if not is_first:
        copy.set("class", f"{element.get('class', '')} continued".strip())
    return copy
