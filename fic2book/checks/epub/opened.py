"""A finished EPUB opened again: its files, what its package says of them, and its pages as trees."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from fic2book import markup
from fic2book.checks.epub.archive import unpack
from fic2book.checks.unreadable import UnreadableError
from fic2book.markup import Element
from fic2book.model import Problem, Severity

CONTAINER = "META-INF/container.xml"
_XHTML = "application/xhtml+xml"
_TREES = frozenset({_XHTML, "application/x-dtbncx+xml", "image/svg+xml"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One file as the package declares it."""

    id: str
    path: str
    """Inside the archive; an address with a scheme for what lies outside."""
    media_type: str
    properties: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """The whole book."""

    files: Mapping[str, bytes]
    package: str
    """Path of the package document."""
    root: Element
    """The package document's tree; names have no namespace, here and in ``trees``."""
    items: tuple[Item, ...]
    spine: tuple[str, ...]
    """Paths in reading order."""
    trees: Mapping[str, Element]
    """Pages, contents and drawings that are well-formed, by path."""
    problems: tuple[Problem, ...]
    """What is not well-formed."""

    def page(self, path: str) -> Element | None:
        """Return a page's tree, if there is one."""
        return self.trees.get(path)


def opened(book: bytes) -> Opened:
    """Open an EPUB; raises ``UnreadableError`` when there is nothing that could be proved."""
    files = unpack(book)
    package = _package(files)
    root = _tree(files, package)
    items = tuple(_items(root, package))
    by_id = {item.id: item.path for item in items}
    trees: dict[str, Element] = {}
    problems: list[Problem] = []
    for item in items:
        if item.media_type in _TREES and item.path in files:
            try:
                trees[item.path] = bare(markup.parse_xml(files[item.path]))
            except ValueError as error:
                problems.append(_malformed(item.path, error))
    return Opened(
        files=files,
        package=package,
        root=root,
        items=items,
        spine=tuple(by_id.get(ref.get("idref", ""), "") for ref in root.iterfind("spine/itemref")),
        trees=trees,
        problems=tuple(problems),
    )


def bare(root: Element) -> Element:
    """Take the namespaces off the elements' names, in place; attributes keep theirs."""
    for element in root.iter("{*}*"):
        name = str(element.tag)
        if name.startswith("{"):
            element.tag = name.partition("}")[2]
    return root


def resolved(base: str, address: str) -> tuple[str, str]:
    """Return the path inside the archive and the fragment that ``address`` means in the file ``base``."""
    path, _, fragment = address.partition("#")
    if not path:
        return base, unquote(fragment)
    return posixpath.normpath(posixpath.join(posixpath.dirname(base), unquote(path))), unquote(fragment)


def is_outside(address: str) -> bool:
    """Tell whether an address leads out of the book: it has a scheme, or a host."""
    scheme, colon, _ = address.strip().partition(":")
    return address.strip().startswith("//") or (bool(colon) and scheme.replace("+", "").isalnum())


def _package(files: Mapping[str, bytes]) -> str:
    if CONTAINER not in files:
        raise UnreadableError("epub-unreadable", "this is a zip file, but no EPUB: it has no META-INF/container.xml.")
    found = _tree(files, CONTAINER).find("rootfiles/rootfile")
    path = "" if found is None else found.get("full-path", "")
    if path not in files:
        raise UnreadableError("epub-unreadable", f"the EPUB's package document {path or '(not named)'} is missing.")
    return path


def _tree(files: Mapping[str, bytes], path: str) -> Element:
    try:
        return bare(markup.parse_xml(files[path]))
    except ValueError as error:
        raise UnreadableError("epub-unreadable", f"{path} in the EPUB is not well-formed: {error}.") from error


def _items(root: Element, package: str) -> Iterator[Item]:
    for item in root.iterfind("manifest/item"):
        address = item.get("href", "")
        yield Item(
            id=item.get("id", ""),
            path=address if is_outside(address) else resolved(package, address)[0],
            media_type=item.get("media-type", ""),
            properties=frozenset((item.get("properties") or "").split()),
        )


def _malformed(path: str, error: ValueError) -> Problem:
    return Problem(
        code="not-well-formed",
        severity=Severity.ERROR,
        message=f"the EPUB’s file {path} is not well-formed, readers may show nothing of it: {error}.",
        place=path,
    )
