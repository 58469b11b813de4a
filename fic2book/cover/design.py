"""What a layout gets and what it gives."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from fic2book import fonts
from fic2book.cover import shapes
from fic2book.cover.dice import Dice
from fic2book.cover.lettering import Faces, Lettering
from fic2book.cover.names import Credit
from fic2book.cover.palettes import Palette
from fic2book.cover.shapes import Box

Draw = Callable[[Box, Palette, Dice], str]
"""Fills a box, and may run over its edges: the layout cuts it off."""


class Art(NamedTuple):
    """One pattern."""

    name: str
    draw: Draw
    says: str
    """What it shows, as a sentence in English, for the alternative text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """Everything a layout needs; the texts hold only characters that the faces have."""

    title: str
    subtitle: str
    credit: Credit
    faces: Faces
    palette: Palette
    art: Art
    dice: Dice


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A cover: the art with its fields and rules, and the texts that stand on it."""

    art: str
    texts: tuple[Lettering, ...]

    def svg(self, *, texts: bool = True) -> str:
        """Return the whole cover, or (for looking at what lies behind the type) without its texts."""
        letters = "".join(text.svg for text in self.texts) if texts else ""
        box = f"{shapes.COVER.width:g} {shapes.COVER.height:g}"
        return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {box}">{self.art}{letters}</svg>'


Layout = Callable[[Brief], Drawing]


def ornament(faces: Faces, sign: str, middle: shapes.Point, height: float, colour: str) -> str:
    """Draw one of the face's ornaments about ``middle``; a small lozenge where the face has it not."""
    if fonts.missing(faces.roman, sign):
        x, y = middle
        reach = height / 4
        return shapes.area([(x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)], colour)
    outline = fonts.ornament_path(faces.roman, sign, 1000)
    scale = height / (outline.bottom - outline.top)
    x = middle[0] - scale * (outline.left + outline.right) / 2
    y = middle[1] - scale * (outline.top + outline.bottom) / 2
    return shapes.group(shapes.path(outline.path, colour), at=(x, y), scale=scale)
