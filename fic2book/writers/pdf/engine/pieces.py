"""A typeset piece of the book as a file: what its place in a book needs to know of it, and its PDF."""

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from fic2book.press import Anchor, Bookmark, Edge, Glyph, Leaf, Shown

_LENGTH = 8  # bytes that say how long the description is
_PAGES = 4  # bytes that say how many pages there are


class Piece(NamedTuple):
    """A typeset piece: a fragment of the book, or pages of running matter."""

    pdf: bytes
    """Its fonts of the theme are empty: they are made once for the whole book."""
    faces: Mapping[str, Shown]
    """By the name of the font in the PDF."""
    said: tuple[str, ...]
    leaves: tuple[Leaf, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    bookmarks: tuple[Bookmark, ...] = ()
    opens: str = ""
    edges: tuple[tuple[Edge, ...], ...] = ()


def packed(piece: Piece) -> bytes:
    """Return a piece as a file; the same piece gives the same bytes."""
    told = json.dumps(piece._replace(pdf=b"")[1:], separators=(",", ":"), sort_keys=True).encode()
    return len(piece.leaves).to_bytes(_PAGES, "big") + len(told).to_bytes(_LENGTH, "big") + told + piece.pdf


def pages(file: bytes) -> int:
    """Return how many pages of the book are in a file, without reading it."""
    return int.from_bytes(file[:_PAGES], "big")


def unpacked(file: bytes) -> Piece:
    """Return the piece in a file that ``packed`` made."""
    start = _PAGES + _LENGTH
    end = start + int.from_bytes(file[_PAGES:start], "big")
    faces, said, leaves, anchors, bookmarks, opens, edges = json.loads(file[start:end])
    return Piece(
        pdf=file[end:],
        faces={name: _shown(*told) for name, told in faces.items()},
        said=tuple(said),
        leaves=tuple(map(_leaf, leaves)),
        anchors=tuple(Anchor(*one) for one in anchors),
        bookmarks=tuple(Bookmark(*one) for one in bookmarks),
        opens=opens,
        edges=tuple(tuple(Edge(edge, counts, tuple(names)) for edge, counts, names in some) for some in edges),
    )


def _shown(origin: str, glyphs: list[list[Any]], *rest: Any) -> Shown:  # noqa: ANN401
    return Shown(origin, tuple(Glyph(*glyph) for glyph in glyphs), *rest)


def _leaf(told: list[Any]) -> Leaf:
    leaf = Leaf(*told)
    groups = tuple((str(name), int(index)) for name, index in leaf.groups)
    return leaf._replace(groups=groups, strings=tuple((name, tuple(said)) for name, said in leaf.strings))
