"""Pieces put together: one file with all pages, one outline, one tree of tags, each font once."""

import io
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from typing import Any, NamedTuple
from urllib.parse import unquote

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from fic2book.press import Bookmark, Edge, Leaf
from fic2book.writers.pdf import accent
from fic2book.writers.pdf.engine import faces, outline
from fic2book.writers.pdf.engine.pieces import Piece
from fic2book.writers.pdf.engine.placing import Placed, Sheet
from fic2book.writers.pdf.engine.running import Tables, borne
from fic2book.writers.pdf.engine.settling import COLOURED, FIGURES
from fic2book.writers.pdf.engine.units import ELSEWHERE

_NAME = "/Running"


class Parts(NamedTuple):
    """What a book is put together from."""

    pieces: Sequence[tuple[Piece, Placed]]
    """In the order of the book; the first one's file is the one that the others are put into."""
    tables: Tables
    matter: Sequence[Piece]
    """The tables, typeset."""
    edges: Mapping[Leaf, Sequence[Edge]]
    origins: faces.Origins
    """The font files that the book shares."""
    colour: str
    """The book's own, for what was typeset in the one that stands for it."""


def assembled(parts: Parts) -> Pdf:
    """Return the whole book; a link to a place that no piece has is taken away."""
    book = _Book(parts)
    for number, (piece, at) in enumerate(parts.pieces):
        if number:
            book.append(piece, at)
        else:
            book.begin(piece, at)
    book.finish()
    return book.pdf


class _Book:
    """A book while it is put together."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.pdf = pikepdf.open(io.BytesIO(parts.pieces[0][0].pdf))
        self.fonts = faces.Shared(self.pdf, parts.origins)
        self.forms = list(self._forms())
        self.places: dict[str, Array] = {}
        self.bookmarks: list[tuple[Bookmark, int]] = []
        self.open = self._stream(b"q\n")
        self.close: dict[int, Object] = {}
        self.moves: dict[float, Object] = {}
        self.offset = 0
        self.document = self.pdf.Root.StructTreeRoot.K[0]
        self.numbers: list[Any] = []
        self.known = frozenset(anchor.name for piece, _ in parts.pieces for anchor in piece.anchors)

    def begin(self, piece: Piece, at: Placed) -> None:
        """Make the first piece's file the book's."""
        self._settle(self.pdf.Root.StructTreeRoot, piece, at, 0)

    def append(self, piece: Piece, at: Placed) -> None:
        """Put a piece behind what is there."""
        for blank in at.blanks:
            self._add_blank(blank)
        first = len(self.pdf.pages)
        with pikepdf.open(io.BytesIO(piece.pdf)) as source:
            for page in source.pages:
                self.pdf.pages.append(page)
            tree = self.pdf.copy_foreign(source.Root.StructTreeRoot)
            for kid in tree.K[0].K:
                kid.P = self.document
                self.document.K.append(kid)
            self._settle(tree, piece, at, first)

    def finish(self) -> None:
        """Write what belongs to the whole: destinations, outline, the tree's numbers, fonts."""
        tree = self.pdf.Root.StructTreeRoot
        tree.ParentTree = self.pdf.make_indirect(Dictionary(Nums=Array(self.numbers)))
        tree.ParentTreeNextKey = self.offset
        names = Array([one for name in sorted(self.places) for one in (pikepdf.String(name), self.places[name])])
        self.pdf.Root.Names = Dictionary(Dests=self.pdf.make_indirect(Dictionary(Names=names)))
        outline.write(self.pdf, self.bookmarks)
        for piece, forms in zip(self.parts.matter, self.forms, strict=True):
            self.fonts.take(forms[0].Resources.get("/Font", Dictionary()), piece.faces)
        self.fonts.finish()

    def _settle(self, tree: Object, piece: Piece, at: Placed, first: int) -> None:
        """Fit the pages of a piece into the book: what hangs on them, what they bear, where they are known."""
        pages = [self.pdf.pages[first + place].obj for place in range(len(piece.leaves))]
        self.fonts.take(pages[0].Resources.get("/Font", Dictionary()), piece.faces)
        for leaf, sheet in zip(pages, at.sheets, strict=True):
            self._settle_page(leaf, sheet)
        if any(sheet.shift for sheet in at.sheets):
            by_page = {leaf.objgen: sheet.shift for leaf, sheet in zip(pages, at.sheets, strict=True)}
            for figure in tree[FIGURES]:
                _move(figure.A.BBox, by_page[figure.Pg.objgen])
        for stream in tree[COLOURED]:
            own = accent.painted(stream.read_bytes(), self.parts.colour)
            stream.write(zlib.compress(own), filter=Name.FlateDecode)
        del tree[FIGURES], tree[COLOURED]
        self._take_numbers(tree.ParentTree.Nums)
        for name, page, x, y in piece.anchors:
            left = x + at.sheets[page].shift
            self.places.setdefault(name, Array([pages[page], Name.XYZ, round(left, 3), y, 0]))
        for mark in piece.bookmarks:
            moved = mark._replace(page=first + mark.page, x=round(mark.x + at.sheets[mark.page].shift, 3))
            self.bookmarks.append((moved, first + mark.page))

    def _settle_page(self, page: Object, sheet: Sheet) -> None:
        page["/StructParents"] = int(page.StructParents) + self.offset
        kept = []
        for one in page.get("/Annots", Array()):
            if "/StructParent" in one:
                one["/StructParent"] = int(one.StructParent) + self.offset
            if sheet.shift:
                _move(one.Rect, sheet.shift)
            if self._led(one):
                kept.append(one)
        if "/Annots" in page:
            page.Annots = Array(kept)
        self._lay_over(page, sheet)

    def _led(self, link: Object) -> bool:
        """Turn a link to another piece into one inside the book; tell whether it leads anywhere."""
        address = str(link.get("/A", Dictionary()).get("/URI", ""))
        if not address.startswith(ELSEWHERE):
            return True
        name = unquote(address.removeprefix(ELSEWHERE))
        del link.A
        link.Dest = link.Contents = pikepdf.String(name)
        return name in self.known

    def _lay_over(self, page: Object, sheet: Sheet) -> None:
        """Paint running matter over a page's own content, which is shut in, for its stream leaves a matrix behind."""
        places = [self.parts.tables.forms[wanted] for wanted in borne(sheet, self.parts.edges)]
        forms = [self.forms[place.table][place.page] for place in places]
        if forms:
            resources = Dictionary(dict(page.Resources.items()))
            objects = Dictionary(dict(resources.XObject.items()) if "/XObject" in resources else {})
            for number, form in enumerate(forms):
                objects[f"{_NAME}{number}"] = form
            resources.XObject = objects
            page.Resources = resources
        begin = self._moved(sheet.shift) if sheet.shift else self.open
        if forms or sheet.shift:
            page.Contents = Array([begin, page.Contents, self._closed(len(forms))])

    def _moved(self, shift: float) -> Object:
        if shift not in self.moves:
            self.moves[shift] = self._stream(f"q 1 0 0 1 {shift:g} 0 cm\n".encode())
        return self.moves[shift]

    def _closed(self, forms: int) -> Object:
        if forms not in self.close:
            painted = (f"/Artifact <</Type /Pagination>> BDC q {_NAME}{number} Do Q EMC\n" for number in range(forms))
            self.close[forms] = self._stream(f"\nQ\n{''.join(painted)}".encode())
        return self.close[forms]

    def _stream(self, data: bytes) -> Object:
        return self.pdf.make_indirect(Stream(self.pdf, data))

    def _take_numbers(self, numbers: Object) -> None:
        highest = -1
        for place in range(0, len(numbers), 2):
            highest = max(highest, int(numbers[place]))
            self.numbers += [int(numbers[place]) + self.offset, numbers[place + 1]]
        self.offset += highest + 1

    def _add_blank(self, sheet: Sheet) -> None:
        like = self.pdf.pages[-1].obj
        self.pdf.add_blank_page(page_size=(float(like.MediaBox[2]), float(like.MediaBox[3])))
        page = self.pdf.pages[-1].obj
        for box in ("/TrimBox", "/BleedBox"):
            if box in like:
                page[box] = Array(list(like[box]))
        page.Resources = Dictionary(Font=Dictionary())
        page.Tabs = Name.S
        if "/Contents" not in page:
            page.Contents = self._stream(b"")
        self._lay_over(page, sheet)

    def _forms(self) -> Iterator[list[Object]]:
        for piece in self.parts.matter:
            with closing(pikepdf.open(io.BytesIO(piece.pdf))) as source:
                own = [self.pdf.copy_foreign(page.as_form_xobject()) for page in source.pages]
            shared = self.pdf.make_indirect(own[0].Resources)  # as the table's pages share them
            for form in own:
                form.Resources = shared
            yield own


def _move(edges: Object, shift: float) -> None:
    """Move a box of left, bottom, right, top to the right."""
    for place in (0, 2):
        edges[place] = round(float(edges[place]) + shift, 2)
