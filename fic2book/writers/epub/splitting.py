"""Long stories in several documents: e-readers slow down, and some lose their place, in files above 250 kB or so."""

from collections.abc import Iterator

from fic2book import markup
from fic2book.markup import Element

LARGEST = 240_000
"""Bytes of a document, as it stands in the EPUB."""
_FULL = 205_000
"""Bytes at which a document ends: behind them comes what is put in later, its head, the names of files in its links,
and a mark for each printed page (130 bytes, and of the smallest page there are a thousand letters)."""
_TAKEN_APART = frozenset({"story", "chapter", "story-text", "prose", "foreword", "afterword", "notes", "story-notes"})
_LISTS = frozenset({"blockquote", "div", "dl", "ol", "section", "ul"})
"""Blocks that hold blocks: one that is too large by itself is taken apart, as a list of a thousand stories is."""
_WORTH_WAITING = 0.6
"""How full a document must be before a scene break ends it."""

_Unit = tuple[tuple[Element, ...], Element]
"""A block that stays whole, with the elements round it from the root down."""


def split(root: Element, largest: int = _FULL) -> tuple[Element, ...]:
    """Return ``root``, or roots like it that share its blocks when they are more than ``largest`` bytes together.

    A document ends behind a scene break or before a chapter when one lies in its last part, else between paragraphs.
    Each root keeps the elements that stood round its blocks; ids stay on the first of them.
    """
    if _size(root) <= largest:
        return (root,)
    groups = list(_groups(list(_units((root,), largest)), largest))
    put: dict[Element, int] = {}
    return tuple(_rebuilt(group, put) for group in groups)


def _units(path: tuple[Element, ...], largest: int) -> Iterator[_Unit]:
    for child in path[-1]:
        if _TAKEN_APART & set((child.get("class") or "").split()) or _is_too_large(child, largest):
            yield from _units((*path, child), largest)
        else:
            yield path, child


def _is_too_large(block: Element, largest: int) -> bool:
    """Tell whether a block is more than a document may be and holds blocks alone, which can be parted."""
    is_list = block.tag in _LISTS or (block.tag == "li" and any(inner.tag in _LISTS for inner in block))
    if not is_list or _size(block) <= largest:
        return False
    return not any((text or "").strip() for text in (block.text, *(inner.tail for inner in block)))


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
    """Return how many bytes a block takes, at most; a link into another file grows by that file's name."""
    tags = 2 * len(str(block.tag)) + len(str(dict(block.attrib.items())))
    links = sum(
        len(link.get("href", "")) + len(".xhtml") for link in block.iter("a") if link.get("href", "")[:1] == "#"
    )
    return len(markup.serialise(block).encode()) + tags + links


def _rebuilt(group: list[_Unit], put: dict[Element, int]) -> Element:
    """Return a root that holds a run of blocks, inside copies of what stood round them.

    ``put`` are the surrounding elements of earlier documents, with the number of their blocks that have been put
    there: their second copies carry no id and no name, and a numbered list counts on.
    """
    copies: dict[Element, Element] = {}
    for path, block in group:
        for depth, element in enumerate(path):
            if element not in copies:
                copies[element] = _copy(element, put.get(element))
                if depth:
                    copies[path[depth - 1]].append(copies[element])
                if depth and element not in put:
                    put[path[depth - 1]] += 1
                put.setdefault(element, 0)
        copies[path[-1]].append(block)
        put[path[-1]] += 1
    return copies[group[0][0][0]]


def _copy(element: Element, put: int | None) -> Element:
    """Return an element without its blocks; ``put`` of them stand in an earlier copy, ``None``: there is no such."""
    is_first = put is None
    copy = element.makeelement(element.tag, None, {key or "": uri for key, uri in element.nsmap.items()})
    for name, value in element.attrib.items():
        if is_first or name not in {"id", "aria-labelledby"}:
            copy.set(name, value)
    if not is_first:
        copy.set("class", f"{element.get('class', '')} continued".strip())
    if put and element.tag == "ol":
        start = element.get("start", "")
        copy.set("start", str((int(start) if start.isdecimal() else 1) + put))
    return copy
