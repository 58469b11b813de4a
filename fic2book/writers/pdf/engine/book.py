"""The whole book: its stories typeset, its front and back matter when the numbers are known, put together."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from pikepdf import Pdf

from fic2book import locales
from fic2book.model import Book
from fic2book.press import Copy, Edge, Kit, Leaf, Wanted
from fic2book.writers.pdf import accent
from fic2book.writers.pdf.engine import drawn, jobs, origin, running, units
from fic2book.writers.pdf.engine.assembly import Parts, assembled
from fic2book.writers.pdf.engine.jobs import Job
from fic2book.writers.pdf.engine.pieces import Piece
from fic2book.writers.pdf.engine.placing import Placed, Run, Sheet, Spread, first_side, numbers, placed
from fic2book.writers.pdf.engine.progress import Progress
from fic2book.writers.pdf.engine.units import BACK, FRONT, Unit

Do = Callable[[Mapping[str, Job], Progress | None], Iterable[Piece]]
"""Does jobs wherever it likes and gives their pieces, in their order; is told how to count them, or nothing."""

KitFor = Callable[[str], Kit]
"""Finds the style sheets and faces of a document by its text."""


_MOST_ROUNDS = 4
_Bound = tuple[Piece, Placed]


class Typeset(NamedTuple):
    """A book in one file, and what was said at the press, in the order of the book."""

    pdf: Pdf
    said: tuple[str, ...]


class Copyist(NamedTuple):
    """What makes jobs of a book's pieces."""

    book: Book
    kit_for: KitFor
    """The style sheets and faces of a document."""
    colour: str
    """In which pieces are typeset: one that stands for the book's, or that itself."""
    ornaments: Mapping[str, bytes]
    """In that colour, by the names under which they are fetched."""
    edges: Mapping[str, bytes]
    """Those of the margins, in the book's own."""
    rectos: bool
    spread: Spread

    def job(self, unit: Unit, css: str = "", *, verso: bool = False) -> Job:
        """Return the job of a piece."""
        text = units.html(unit, self.book, rectos=self.rectos, verso=verso)
        kit = self.kit_for(text)
        sheets = "\n".join(kit.sheets)
        colour = accent.css(self.colour) if drawn.colours(sheets, text) else ""
        shown = {
            **_asked(self.ornaments, {*drawn.fetched(sheets, text), *units.asked(text)}),
            **units.resources(unit, text, self.book),
        }
        return Job(unit.title, Copy(text, shown, css + colour), kit, tuple(units.languages(unit)), words=unit.words)

    def running(self, wanted: tuple[Wanted, ...] = (), kinds: tuple[Leaf, ...] = ()) -> Job:
        """Return the job of running matter: of a table, or else the question what stands in the margins."""
        text = units.frame(self.book, rectos=self.rectos)
        kit = self.kit_for(text + " ".join(said for piece in wanted for _, said in piece.strings))
        shown = _asked(self.edges, {*drawn.fetched_in_margins("\n".join(kit.sheets)), *units.asked(text)})
        return Job("running heads", Copy(text, shown), kit, wanted=wanted, kinds=kinds)


def _asked(drawings: Mapping[str, bytes], names: Collection[str]) -> dict[str, bytes]:
    """Return the drawings that style sheets or a document ask for."""
    return {name: data for name, data in drawings.items() if name in names}


def typeset(copyist: Copyist, do: Do) -> Typeset:
    """Typeset a book; raises OutputError for what the press cannot lay out.

    Front matter comes last in time and first in the book: where it ends decides on which side of a leaf the rest
    begins, and nothing else, so the second round finds all but a little done.
    """
    desk = _Desk(copyist, do)
    start = Run()
    for _ in range(_MOST_ROUNDS):
        bound = desk.round(start)
        if bound[0][1].behind == start:
            break
        start = bound[0][1].behind
    return desk.bound(bound)


class _Desk:
    """The pieces of one book, as far as they are typeset."""

    def __init__(self, copyist: Copyist, do: Do) -> None:
        self._copyist = copyist
        self._do = do
        self._done: dict[str, Piece] = {}
        self._kits: dict[str, Kit] = {}
        made = units.units(copyist.book)
        self._body = [unit for unit in made if unit.name not in {FRONT, BACK}]
        self._front = next(unit for unit in made if unit.name == FRONT)
        self._back = next((unit for unit in made if unit.name == BACK), None)
        self._opens = "recto" if copyist.rectos else ""

    def round(self, start: Run) -> list[_Bound]:
        """Typeset and place all pieces, with the stories behind ``start``; the front matter stands first."""
        run, bound = start, []
        pieces = self._made([self._copyist.job(unit) for unit in self._body], is_told=True)
        for unit, piece in zip(self._body, pieces, strict=True):
            bound.append(self._placed(unit, piece, run, ""))
            run = bound[-1][1].behind
        known = _said(bound)
        if self._back:
            if self._back.folios & self._front.ids:
                opening = _said([self._opening(known)])
                known |= {name: locales.roman(int(said)).lower() for name, said in opening.items()}
            bound.append(self._closing(self._back, run, known))
            known |= _said(bound[-1:])
        return [self._opening(known), *bound]

    def bound(self, pieces: Sequence[_Bound]) -> Typeset:
        """Put the pieces together, with their running matter."""
        sheets = [sheet for _, at in pieces for sheet in (*at.blanks, *at.sheets)]
        edges = self._edges(sheets)
        tables = running.tables(sheets, edges)
        matter = self._made([self._copyist.running(tuple(wanted)) for wanted in tables.wanted])
        origins = origin.finder(name_and_data for kit in self._kits.values() for name_and_data in kit.resources.items())
        said = [piece.said for piece, _ in pieces] + [piece.said for piece in matter]
        pdf = assembled(Parts(pieces, tables, matter, edges, origins, self._copyist.book.accent))
        return Typeset(pdf, tuple(one for some in said for one in some))

    def _opening(self, known: Mapping[str, str]) -> _Bound:
        units.number(self._front, {name: said for name, said in known.items() if name not in self._front.ids})
        piece = self._made([self._copyist.job(self._front)])[0]
        return self._placed(self._front, piece, Run(), "")

    def _closing(self, unit: Unit, run: Run, known: Mapping[str, str]) -> _Bound:
        """Typeset the back matter; its own pages are counted on from the last story's."""
        units.number(unit, {name: said for name, said in known.items() if name not in unit.ids})
        waits = self._copyist.spread.side(run.pages) != first_side(run, self._opens, self._copyist.spread)
        css = f"@page :first {{ counter-reset: page {run.number + 1 + waits} }}"
        piece = self._made([self._copyist.job(unit, css)])[0]
        self._opens = piece.opens
        return self._placed(unit, piece, run, css)

    def _placed(self, unit: Unit, piece: Piece, run: Run, css: str) -> _Bound:
        """Place a piece; one whose pages cannot be moved to the other side of a leaf is typeset for that side."""
        at = placed(piece, run, self._copyist.spread)
        if at is None:
            piece = self._made([self._copyist.job(unit, css, verso=True)])[0]
            at = placed(piece, run, self._copyist.spread)
        if at is None:  # it begins on the side that was asked for
            raise AssertionError(unit.name)
        return piece, at

    def _edges(self, sheets: Sequence[Sheet]) -> dict[Leaf, tuple[Edge, ...]]:
        kinds = running.kinds(sheets)
        return dict(zip(kinds, self._made([self._copyist.running(kinds=kinds)])[0].edges, strict=True))

    def _made(self, wanted: Sequence[Job], *, is_told: bool = False) -> list[Piece]:
        """Return the pieces of jobs; what was done before is not done again."""
        keys = [job.key() for job in wanted]
        fresh = {key: job for key, job in zip(keys, wanted, strict=True) if key not in self._done}
        self._kits |= {jobs.kit_digest(job.kit): job.kit for job in wanted}
        told = Progress(fresh.items()) if is_told and fresh else None
        self._done.update(zip(fresh, self._do(fresh, told), strict=True))
        return [self._done[key] for key in keys]


def _said(bound: Sequence[_Bound]) -> dict[str, str]:
    return {name: str(number) for piece, at in bound for name, number in numbers(piece, at)}
