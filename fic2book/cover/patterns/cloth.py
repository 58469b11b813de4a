"""Plain cloth: nothing but the ground, for covers that are all type."""

from fic2book.cover import shapes
from fic2book.cover.dice import Dice
from fic2book.cover.palettes import Palette
from fic2book.cover.shapes import Box


def draw(box: Box, palette: Palette, _: Dice) -> str:
    """Fill the box."""
    return shapes.rectangle(box, palette.ground)
