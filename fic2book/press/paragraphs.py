"""A paragraph as the press is about to set it, as plain values; and the answer where its lines should end."""

from collections.abc import Callable
from typing import NamedTuple


class Piece(NamedTuple):
    """A stretch of text that no line may divide, but at a hyphen: most often a word with its marks."""

    start: int
    end: int
    """Without the spaces behind it."""
    next: int
    """Where the next piece begins."""
    width: float
    """Without its own spaces."""
    inner: float
    """Width of its own spaces: no-break spaces."""
    gap: float
    """Width of the spaces behind it; a line that ends here has none."""


class Run(NamedTuple):
    """Text of one face and one language."""

    start: int
    text: str
    language: str


class Paragraph(NamedTuple):
    """What decides where the lines of a paragraph end; lengths in px."""

    text: str
    pieces: tuple[Piece, ...]
    runs: tuple[Run, ...]
    lines: tuple[float, ...]
    """Room of the first lines; all others have the room of the last of these."""
    size: float
    space: float
    """The face's word space."""
    is_justified: bool
    hyphenate: tuple[int, int, int] | None
    """Shortest word, fewest letters before and after a hyphen; nothing where words are not divided."""
    hyphen: float
    """The hyphen's width."""
    zone: float
    """The hyphenation zone: the part of a line that may stay empty before a word is divided, 0.1 for a tenth."""
    width: Callable[[int, int], float]
    """Width of the text between two places of one piece."""


class Setting(NamedTuple):
    """What is to be done so that the lines end where they should."""

    hyphens: frozenset[int] = frozenset()
    """Where a word may be divided."""
    joined: frozenset[int] = frozenset()
    """Where no line may end."""
    tightened: float = 0.0
    """How much narrower than the face's a word space may become, in px."""
    size: float = 1.0
    """How much larger than asked the type is set."""


Composer = Callable[[Paragraph], Setting | None]
