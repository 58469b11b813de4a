"""Tables of running matter: heads by what they say, numbers by the hundred, each for a kind of page and an edge."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from fic2book.press import Edge, Leaf, Wanted
from fic2book.writers.pdf.engine.placing import Sheet

_NUMBERS = 100  # in one table: so many pages are typeset when a book grows over the next hundred
_MANY = 0.4  # of a hundred's numbers on one side: a table with fewer, as of openers, holds those alone


class Form(NamedTuple):
    """A piece of running matter: the table in which it is, and its page there."""

    table: int
    page: int


class Tables(NamedTuple):
    """What is to be typeset, and which of it each page bears."""

    wanted: tuple[tuple[Wanted, ...], ...]
    forms: Mapping[Wanted, Form]


def kinds(sheets: Iterable[Sheet]) -> tuple[Leaf, ...]:
    """Return the kinds of pages that there are, in the order of the book."""
    return tuple(dict.fromkeys(sheet.kind for sheet in sheets))


def tables(sheets: Sequence[Sheet], edges: Mapping[Leaf, Sequence[Edge]]) -> Tables:
    """Return the tables for a book."""
    heads: dict[Wanted, None] = {}
    others: dict[tuple[object, ...], dict[Wanted, None]] = {}
    for sheet in sheets:
        for edge, piece in zip(edges[sheet.kind], borne(sheet, edges), strict=True):
            if not edge.counts:
                heads[piece] = None
            elif edge.names:
                others.setdefault(("both", piece.number // _NUMBERS), {})[piece] = None
            else:
                whole = (sheet.kind, edge.edge, piece.number // _NUMBERS, piece.number % 2)
                others.setdefault(whole, {})[piece] = None
    made = tuple(table for some in (heads, *others.values()) if (table := tuple(_filled(tuple(some)))))
    forms = {piece: Form(table, page) for table, some in enumerate(made) for page, piece in enumerate(some)}
    return Tables(made, forms)


def borne(sheet: Sheet, edges: Mapping[Leaf, Sequence[Edge]]) -> Iterator[Wanted]:
    """Yield what a page bears, in the order in which it is painted."""
    said = dict(sheet.strings)
    for edge in edges[sheet.kind]:
        strings = tuple((name, said[name]) for name in edge.names if name in said)
        yield Wanted(sheet.kind, edge.edge, sheet.number if edge.counts else 0, strings)


def _filled(pieces: Sequence[Wanted]) -> Iterable[Wanted]:
    """Return a table with the whole hundred where it holds many numbers of one kind: a page more changes none then.

    Every second number, for those between stand on the other side of the leaf.
    """
    if len(pieces) < _MANY * _NUMBERS / 2 or any(piece.strings or not piece.number for piece in pieces):
        return pieces
    start = pieces[0].number - pieces[0].number % _NUMBERS
    numbers = range(start + pieces[0].number % 2, start + _NUMBERS, 2)
    return [pieces[0]._replace(number=number) for number in numbers]
