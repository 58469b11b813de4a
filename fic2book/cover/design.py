"""What a layout gets and what it gives."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from fic2book import fonts
from fic2book.cover import shapes
from fic2book.cover.character import Character
from fic2book.cover.dice import Dice
from fic2book.cover.lettering import Faces, Lettering
from fic2book.cover.names import Credit
from fic2book.cover.palettes import Palette
from fic2book.cover.shapes import COVER, Box

Draw = Callable[[Box, Palette, Dice], str]
"""Fills a box, and may run over its edges: the layout cuts it off."""


class Art(NamedTuple):
    """One pattern."""

    name: str
    draw: Draw
    says: str
    """What it shows, as a sentence in English, for the alternative text."""
    repeats: bool = False
    """Whether it is paper by the yard, that can go round a book; else it is a picture with a middle."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """Everything a layout needs; the texts hold only characters that the faces have."""

    title: str
    subtitle: str
    series: str
    credit: Credit
    faces: Faces
    palette: Palette
    art: Art
    seed: str
    """What all that is left to chance is thrown from."""
    volume: str = ""
    """Which of several; the spine says it behind the title."""
    language: str = "en"
    """The book's, BCP 47."""
    board: Box = COVER
    """The front: always 1600 px wide, as high as the book is in proportion."""
    character: Character = field(default_factory=Character)
    """What the theme brings to its covers."""
    bleed: float = 0.0
    """Px by which the art runs over the board's edges."""
    is_covered: bool = False
    """Whether the boards are covered already, as in a wrap."""
    spine_right: bool = False
    """Whether the spine is at the board's right: of a back, or of the front of a book from the right."""

    @property
    def sheet(self) -> Box:
        """The board with what runs over its edges."""
        return self.board.inset(-self.bleed)

    def dice(self, purpose: str) -> Dice:
        """Return new dice for one purpose, so that nothing thrown for one thing changes another."""
        return Dice(f"{self.seed}\n{purpose}")

    def draw_art(self, box: Box) -> str:
        """Fill a box with the pattern; the same seed draws the same art in a box of any size."""
        return self.art.draw(box, self.palette, self.dice(self.art.name))


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A cover or a spine: the art with its fields and rules, and the texts that stand on it."""

    art: str
    texts: tuple[Lettering, ...]
    box: Box = COVER

    def svg(self, *, texts: bool = True) -> str:
        """Return the whole drawing, or (for looking at what lies behind the type) without its texts."""
        letters = "".join(text.svg for text in self.texts) if texts else ""
        box = f"{self.box.x:g} {self.box.y:g} {self.box.width:g} {self.box.height:g}"
        return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{self.art}{letters}</svg>'


class Back(NamedTuple):
    """The back cover without its words."""

    art: str
    room: Box
    """Where words may stand."""
    colours: tuple[str, str]
    """The words', and the ground's that they stand on."""
    is_centred: bool = True
    """Whether short lines stand in the middle; else they begin at the margin."""


class Layout(NamedTuple):
    """One way to dress a book: its front and its back, and what the boards and the spine are covered with."""

    name: str
    front: Callable[[Brief], Drawing]
    boards: Callable[[Brief, Box], str]
    """Covers boards of any size with what shows where nothing else is."""
    back: Callable[[Brief, float], Back]
    """Lays out the back; below the given px the printer may want room."""
    cloth: Callable[[Palette], str] | None = None
    """The colour of the spine's plain cloth; ``None``: the pattern goes round the spine."""


def patterned(brief: Brief, box: Box) -> str:
    """Cover boards with the pattern."""
    return "" if brief.is_covered else brief.draw_art(box)


def plain(brief: Brief, box: Box) -> str:
    """Cover boards with plain cloth."""
    return "" if brief.is_covered else shapes.rectangle(box, brief.palette.ground)


def ornament(brief: Brief, middle: shapes.Point, height: float, colour: str) -> str:
    """Draw the theme's ornament about ``middle``; a small lozenge where the face has it not."""
    face, sign = brief.faces.roman, brief.character.ornament
    if fonts.missing(face, sign):
        x, y = middle
        reach = height / 4
        return shapes.area([(x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)], colour)
    outline = fonts.ornament_path(face, sign, 1000)
    scale = height / (outline.bottom - outline.top)
    x = middle[0] - scale * (outline.left + outline.right) / 2
    y = middle[1] - scale * (outline.top + outline.bottom) / 2
    return shapes.group(shapes.path(outline.path, colour), at=(x, y), scale=scale)


def cloth(palette: Palette) -> str:
    """Return the colour of plain cloth."""
    return palette.ground
