"""What a package says of its book, by the names that EPUB 2, EPUB 3 and calibre use."""

from collections.abc import Iterator, Mapping, Sequence

from fic2book.markup import Node
from fic2book.readers.epub import xml

_DUBLIN_CORE = frozenset(
    {
        "contributor", "coverage", "creator", "date", "description", "format", "identifier", "language", "publisher",
        "relation", "rights", "source", "subject", "title", "type",
    }
)  # fmt: skip
_AUTHORS = frozenset({"", "aut"})  # roles by which a creator wrote the book; illustrators and translators did not
_LAST = "99"


def facts(package: Node) -> dict[str, tuple[str, ...]]:
    """Return ``dc:title``, ``dc:creator``, ``calibre:series``, ``meta NAME`` … of a package, each value once.

    Refinements of EPUB 3 count: titles and creators come in the order of ``display-seq``, the main title first;
    creators of other roles are contributors; a collection that is a series is ``calibre:series`` too.
    """
    block = xml.first(package, "metadata") or package
    refined = _refined(block)
    found: dict[str, list[str]] = {}
    for node in sorted(_elements(block), key=lambda node: _rank(node, refined)):
        name, words = f"dc:{xml.local(node)}", xml.words(node)
        if name == "dc:creator" and _role(node, refined) not in _AUTHORS:
            name = "dc:contributor"
        found.setdefault(name, []).append(words)
    if "dc:creator" not in found and "dc:contributor" in found:
        found["dc:creator"] = [xml.words(node) for node in _elements(block) if xml.local(node) == "creator"]
    for name, words in _metas(block):
        found.setdefault(name, []).append(words)
    series = dict(_collections(block, refined))
    if series and "calibre:series" not in found:
        found["calibre:series"] = list(series)
        found["calibre:series_index"] = [number for number in series.values() if number]
    kept = {name: tuple(dict.fromkeys(filter(None, values))) for name, values in found.items()}
    return {name: values for name, values in kept.items() if values}


def _elements(block: Node) -> Iterator[Node]:
    for name in sorted(_DUBLIN_CORE):
        yield from xml.every(block, name)


def _metas(block: Node) -> Iterator[tuple[str, str]]:
    """Give what metas say of the whole book: EPUB 2's ``name`` and ``content``, EPUB 3's ``property`` and text."""
    for meta in xml.every(block, "meta"):
        name, said = xml.said(meta, "name"), xml.said(meta, "content")
        if not name and not xml.said(meta, "refines"):
            name, said = xml.said(meta, "property"), xml.words(meta)
        if name and said:
            yield (name if ":" in name else f"meta {name.lower()}"), said


def _refined(block: Node) -> Mapping[tuple[str, str], str]:
    """Return (id, property) → what refines it."""
    return {
        (xml.said(meta, "refines").removeprefix("#"), xml.said(meta, "property")): xml.words(meta)
        for meta in xml.every(block, "meta")
        if xml.said(meta, "refines")
    }


def _role(node: Node, refined: Mapping[tuple[str, str], str]) -> str:
    return (refined.get((xml.said(node, "id"), "role"), "") or xml.said(node, "role")).lower()


def _rank(node: Node, refined: Mapping[tuple[str, str], str]) -> tuple[str, bool, int]:
    place = xml.said(node, "id")
    kind = refined.get((place, "title-type"), "main")
    number = refined.get((place, "display-seq"), _LAST)
    return xml.local(node), kind != "main", int(number) if number.isdecimal() else int(_LAST)


def _collections(block: Node, refined: Mapping[tuple[str, str], str]) -> Sequence[tuple[str, str]]:
    """Return (name, number) of the series that EPUB 3's ``belongs-to-collection`` tells of."""
    found = []
    for meta in xml.every(block, "meta"):
        if xml.said(meta, "property") == "belongs-to-collection":
            place = xml.said(meta, "id")
            if refined.get((place, "collection-type"), "series") == "series":
                found.append((xml.words(meta), refined.get((place, "group-position"), "")))
    return found
