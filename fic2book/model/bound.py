"""What is printed and bound: the wishes of ``[print]``, ``[booklet]`` and ``[wrap]``. Lengths are in points."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintSettings:
    """The ``[print]`` table: a printer's interior, and what it is printed on."""

    printer: str = "home"
    """``home``, ``kdp``, ``lulu`` or ``ingram``."""
    paper: str = ""
    """The printer's own name for it (``white``, ``cream`` …); empty: the printer's first."""
    volumes: str = ""
    """``auto``, or how many; empty: one, and a book that the printer cannot bind is an error that says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BookletSettings:
    """The ``[booklet]`` table: sheets that are folded by hand."""

    paper: str = ""
    """``a4``, ``letter`` … or measures such as ``210x297mm``; empty: A4."""
    fold: str = "folio"
    """``folio`` (4 pages a sheet), ``quarto`` (8) or ``octavo`` (16)."""
    folded: str = "each"
    """How several sheets of a quarto or octavo become one signature: ``each`` is folded alone, then they are nested;
    or they are stacked and folded ``together``."""
    binding: str = "sewn"
    """``sewn`` (signatures), ``saddle`` (one signature of all sheets) or ``perfect`` (of one sheet each, glued)."""
    sheets: int = 4
    """The most sheets of one signature."""
    flyleaves: int = 1
    """Blank leaves at each end, 0 to 3."""
    flip: str = ""
    """The edge over which the printer turns the sheet: ``short`` or ``long``; empty: as the fold's sheets lie best."""
    two_files: bool = False
    """Whether fronts and backs are files of their own, for printers that do not turn the sheet."""
    reverse_backs: bool = False
    """Whether the backs come last first, as some printers' output trays want it."""
    paper_weight: float = 80.0
    """Grammes a square metre."""
    paper_thickness: float = 0.0
    """Of one sheet; 0: from its weight."""
    creep: str = "auto"
    """``auto`` (from six sheets a signature), ``always`` or ``never``."""
    marks: tuple[str, ...] = ("collation", "sewing")
    """Of ``collation``, ``sewing``, ``crop`` and ``fold``; or ``none``."""
    stations: int = 0
    """Holes along the spine, the two kettle stitches among them; 0: as the page's height asks for."""
    scale: bool = False
    """Whether a page that is too large for the folded sheet is made smaller, in place of an error."""
    by_signature: bool = False
    """Whether each signature is a file of its own too."""
    test: bool = False
    """Whether the first signature is a file of its own, to try printer and fold with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WrapSettings:
    """The ``[wrap]`` table: what goes round the book."""

    kind: str = ""
    """``paperback``, ``casewrap`` (printed on the boards), ``jacket`` or ``case`` (cover of boards, bound by hand);
    empty: a printer's paperback, a hand-bound book's jacket."""
    spine: float = 0.0
    """As measured; 0: from the pages and the paper."""
    pages: int = 0
    """Of the interior where it is made elsewhere; 0: counted in the one that is typeset."""
    board: float = 2.0 * 72 / 25.4
    """Thickness of the boards."""
    hinge: float = 7.0 * 72 / 25.4
    """Between board and spine."""
    square: float = 3.0 * 72 / 25.4
    """By how much boards stand out over the leaves at head, tail and fore edge."""
    turn_in: float = 15.0 * 72 / 25.4
    flap: float = 80.0 * 72 / 25.4
    """Of a jacket."""
    guides: bool = False
    """Whether a proof with the zones drawn on it is made too."""
