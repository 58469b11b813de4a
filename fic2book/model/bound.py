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
    """As measured: of a printer's book and a paperback the whole spine, of a hand-bound one the leaves without boards;
    0: from the pages and the paper."""
    spine_text: str = "auto"
    """``auto`` (where it fits and the printer allows it), ``always`` (or an error that says why not) or ``never``."""
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


@dataclass(frozen=True, slots=True, kw_only=True)
class InteriorRules:
    """What a printer asks of the pages inside one book, for as many pages as it has."""

    printer: str
    """Its name for people."""
    width: float
    height: float
    """Of a page, trimmed; nothing bleeds."""
    inner: float
    """The least margin at the spine."""
    outside: float
    """The least margin at the three other sides."""
    in_colour: bool
    """Whether the paper takes more than black."""
    last_page_blank: bool
    is_bound: bool = True
    """Whether margins are mirrored, so that a page has to keep its side of the leaf."""
    from_right: bool = False
    """Whether the spine is at the right of rectos, as in books in Arabic or Hebrew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A sheet as it is bought, standing upright."""

    name: str
    """``a4``, ``letter`` …, or its measures: ``210x297mm``."""
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedPage:
    """A page of the interior, or a blank one, on one side of a sheet."""

    page: int | None
    """0-based page of the interior; nothing for a blank one and for a flyleaf."""
    of_signature: int
    """0-based page of its signature, blank ones counted."""
    left: float
    bottom: float
    """Lower left corner of the trimmed page, on the sheet seen from this side with its head up."""
    spine: float
    """How far from the sheet's left edge the fold lies that becomes the page's spine."""
    turned: bool
    """Whether the page stands on its head."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet of paper before it is folded."""

    signature: int
    """0-based, in the order of the book."""
    number: int
    """0 is the outermost of its signature."""
    front: tuple[PlacedPage, ...]
    """Row by row from the head, from left to right. The signature's first page is on its outermost sheet's front."""
    back: tuple[PlacedPage, ...]
    """The same, on the sheet turned over from left to right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPlan:
    """Where each page of an interior lies on sheets that are printed, folded and sewn."""

    paper: str
    width: float
    height: float
    """Of the sheet as it lies: folio and octavo on its long side, quarto upright."""
    trim_width: float
    trim_height: float
    """Of a page on the sheet."""
    scale: float
    """By which the interior's pages are made smaller; 1 leaves them as they are."""
    fold: str
    folded: str
    binding: str
    pages: int
    """Of the interior."""
    flyleaves: int
    """Blank leaves at each end."""
    blanks: tuple[int, int]
    """Further blank pages in front and behind that fill the signatures."""
    signatures: tuple[int, ...]
    """Sheets of each."""
    flip: str
    """What the printer's dialog has to say: over which edge the sheet is turned, ``short`` or ``long``."""
    turned_backs: bool
    """Whether backs are printed turned by half, as a flip over the other edge asks for."""
    two_files: bool
    reverse_backs: bool
    grammes: float
    thickness: float
    """Of one sheet."""
    spine: float
    """Of all leaves together, unsewn."""
    creep: float
    """By which each pair of leaves is nearer to the spine than the pair outside it; 0 for none."""
    marks: tuple[str, ...] = ()
    stations: tuple[float, ...] = ()
    """Holes for sewing, from the trimmed page's head along the spine."""
    from_right: bool = False
    """Whether the spine is at the right, as in books in Arabic or Hebrew."""
    sheets: tuple[Sheet, ...] = ()
    """In the order of the book, each signature from the outside to the inside."""

    @property
    def leaves(self) -> int:
        """Of the whole book, blank ones among them."""
        return sum(len(sheet.front) for sheet in self.sheets)
