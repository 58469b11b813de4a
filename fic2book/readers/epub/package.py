"""A book's package: which files it is made of, in which order they are read, and what each is for."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from fic2book.errors import ManuscriptError
from fic2book.markup import Node
from fic2book.readers.epub import metadata, xml
from fic2book.readers.epub.names import Names, find, leads_out
from fic2book.readers.zipped import Archive

CONTAINER = "META-INF/container.xml"
_AGAIN = "Download it again; if that does not help, convert it with calibre or get the story as HTML or text."


class Item(NamedTuple):
    """One file of the reading order."""

    name: str
    """In the archive; empty when the archive does not hold it."""
    address: str
    """As the package writes it."""
    kind: str
    """Media type, as the package states it."""
    linear: bool
    outside: bool
    """Whether its address leads out of the book."""


class Package(NamedTuple):
    """What a package says."""

    name: str
    spine: tuple[Item, ...]
    head: Mapping[str, tuple[str, ...]]
    types: Mapping[str, str]
    """File → what the guide or the manifest's properties say it is: ``cover``, ``toc``, ``title-page``."""
    contents: tuple[str, ...]
    """Files that hold the table of contents: the navigation document and the NCX."""
    pages: tuple[str, ...]
    """Pages in the archive that the reading order leaves out."""


def open_package(archive: Archive, known: Names, file: str) -> Package:
    """Return the package that a book's container names first.

    Raises ``ManuscriptError`` when there is none, or when its reading order is empty.
    """
    name = _place(archive, known, file)
    root = xml.tree(archive.read(name), file)
    items = {xml.said(item, "id"): item for item in xml.every(root, "item")}
    spine = tuple(_spine(root, items, name, known))
    if not spine:
        reason = "this book has no reading order: its package names no page"
        raise ManuscriptError(reason, file=file, way_out=_AGAIN)
    read = {item.name for item in spine}
    held = {find(xml.said(item, "href"), name, known): item for item in items.values()}
    return Package(
        name=name,
        spine=spine,
        head=metadata.facts(root),
        types=dict(_types(root, held, name, known)),
        contents=tuple(part for part, item in held.items() if part and _is_contents(item)),
        pages=tuple(part for part, item in held.items() if part and part not in read and _is_page(item)),
    )


def _place(archive: Archive, known: Names, file: str) -> str:
    container = find(CONTAINER, "", known)
    if not container:
        reason = "this is no book that can be opened: its container (META-INF/container.xml) is missing"
        raise ManuscriptError(reason, file=file, way_out=_AGAIN)
    for root in xml.every(xml.tree(archive.read(container), file), "rootfile"):
        name = find(xml.said(root, "full-path"), "", known)
        if name:
            return name
    reason = "this is no book that can be opened: its container names no package that it holds"
    raise ManuscriptError(reason, file=file, way_out=_AGAIN)


def _spine(root: Node, items: Mapping[str, Node], name: str, known: Names) -> Iterator[Item]:
    for reference in xml.every(root, "itemref"):
        item = items.get(xml.said(reference, "idref"))
        address = xml.said(item, "href") if item else ""
        yield Item(
            name=find(address, name, known),
            address=address or xml.said(reference, "idref"),
            kind=xml.said(item, "media-type").lower() if item else "",
            linear=xml.said(reference, "linear").lower() != "no",
            outside=bool(address) and leads_out(address, name),
        )


def _types(root: Node, held: Mapping[str, Node], name: str, known: Names) -> Iterator[tuple[str, str]]:
    for reference in reversed(list(xml.every(root, "reference"))):
        part = find(xml.said(reference, "href"), name, known)
        if part and xml.said(reference, "type"):
            yield part, xml.said(reference, "type").lower()
    for part, item in held.items():
        if part and "nav" in xml.said(item, "properties").split():
            yield part, "toc"


def _is_contents(item: Node) -> bool:
    return "nav" in xml.said(item, "properties").split() or xml.said(item, "media-type") == "application/x-dtbncx+xml"


def _is_page(item: Node) -> bool:
    return xml.said(item, "media-type") in {"application/xhtml+xml", "text/html"} and not _is_contents(item)
