"""The printed page by its numbers: trim, margins, type, leading. Lengths are in points."""

from collections.abc import Mapping
from dataclasses import dataclass

A_HAIR = 0.1
"""Points by which the text block is deeper than its lines: roundings never push the last one out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageDesign:
    """A trim with its margins, and a theme's type set to it."""

    name: str
    """``5.5x8.5``, ``a5``, ``screen`` …, or what a person asked for: ``130mm x 200mm``."""
    width: float
    height: float
    inner: float
    outer: float
    top: float
    least_bottom: float
    face: str
    """Family of the text face."""
    size: float
    leading: float
    """The unit of every vertical space."""
    title_sizes: Mapping[str, float]
    """By kind of section: ``half-title``, ``title-page``, ``part``, ``story``."""
    drop_cap_lines: int
    """0: no drop caps."""
    hyphenate: tuple[int, int, int]
    """Shortest word, fewest letters before and after a hyphen."""
    hyphenation_zone: float
    """Percent of the line that may stay empty before a word is divided."""
    letter: float = 0.42
    """What a letter of prose takes of a line, spaces among them, in sizes of the type; a wide face takes more."""
    is_justified: bool = True
    """Whether lines end at the margin; else they are ragged."""
    is_bound: bool = True
    """Whether leaves are bound: margins are mirrored, and stories may open on right-hand pages."""

    @property
    def measure(self) -> float:
        """Width of the text block."""
        return self.width - self.inner - self.outer

    @property
    def characters(self) -> float:
        """Letters and spaces that a full line of prose holds, about."""
        return self.measure / (self.size * self.letter)

    @property
    def lines(self) -> int:
        """Lines of a full page: the text's depth is a whole number of leadings."""
        return int((self.height - self.top - self.least_bottom + A_HAIR) // self.leading)

    @property
    def bottom(self) -> float:
        """The margin that is left under the last line."""
        return self.height - self.top - self.lines * self.leading - A_HAIR
