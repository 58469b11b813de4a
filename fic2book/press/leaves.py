"""What is told of pages that came off the press: values that travel between processes and are kept as files."""

from typing import NamedTuple


class Leaf(NamedTuple):
    """A page as its running head and folio see it."""

    name: str
    """The page's name in the style sheets, as ``story``."""
    groups: tuple[tuple[str, int], ...]
    """The named runs of pages that it belongs to, and how many pages of each stand before it."""
    side: str
    """``left`` or ``right``."""
    blank: bool
    number: int
    """What the page counter says."""
    is_restart: bool
    """Whether the style sheets set the page counter anew here."""
    strings: tuple[tuple[str, tuple[str, ...]], ...]
    """The named strings that are set on the page, each with its values."""
    shift: float | None
    """Points to the right by which all moves that stands on the page, were it on the other side of a leaf; nothing
    where the page would look otherwise there."""


class Anchor(NamedTuple):
    """A place with a name: a page (from 0), and points from its lower left corner."""

    name: str
    page: int
    x: float
    y: float


class Bookmark(NamedTuple):
    """A line of the outline."""

    level: int
    label: str
    page: int
    x: float
    y: float


class Glyph(NamedTuple):
    """A glyph that is shown."""

    number: int
    width: int
    """Thousandths of the size, as the document has rounded it."""
    text: str
    """What it stands for where it is met first."""


class Shown(NamedTuple):
    """A face as a document uses it."""

    origin: str
    """SHA-256 of the file that it comes from."""
    glyphs: tuple[Glyph, ...]
    is_whole: bool
    """Whether it has all signs that it is asked for."""
    size: int
    """Bytes of that file."""
    number: int
    """Its number among the faces of that file."""
