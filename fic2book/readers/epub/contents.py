"""A book's own table of contents: what it calls its files, and what it says they are."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from fic2book.errors import ManuscriptError
from fic2book.markup import Node
from fic2book.readers.epub import xml
from fic2book.readers.epub.names import Names, find, fragment
from fic2book.readers.zipped import Archive


class Contents(NamedTuple):
    """What a table of contents says, file by file."""

    labels: Mapping[str, str]
    """File → the words of the entry that leads to its beginning, else to the first place in it."""
    types: Mapping[str, str]
    """File → its ``epub:type`` among the landmarks."""


def read_contents(archive: Archive, files: tuple[str, ...], known: Names) -> Contents:
    """Return what the navigation document and the NCX say; one that cannot be read says nothing."""
    whole: dict[str, str] = {}
    inside: dict[str, str] = {}
    types: dict[str, str] = {}
    for file in files:
        try:
            root = xml.tree(archive.read(file), file)
        except ManuscriptError:
            continue
        for address, words, kind in _entries(root):
            name = find(address, file, known)
            if kind:
                types.setdefault(name, kind)
            elif words:
                (inside if fragment(address) else whole).setdefault(name, words)
    return Contents({**inside, **whole}, types)


def _entries(root: Node) -> Iterator[tuple[str, str, str]]:
    """Give (address, words, type) of each entry; the type is only that of a landmark."""
    for nav in xml.every(root, "nav"):
        kinds = xml.said(nav, "type").split()
        if "page-list" in kinds:
            continue
        landmarks = "landmarks" in kinds
        for link in xml.every(nav, "a"):
            yield xml.said(link, "href"), xml.words(link), xml.said(link, "type") if landmarks else ""
    for point in xml.every(root, "navpoint"):
        label, content = xml.first(point, "navlabel"), xml.first(point, "content")
        if label and content:
            yield xml.said(content, "src"), xml.words(label), ""
