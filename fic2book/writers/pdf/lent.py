"""Faces lent by other themes: letters that a text face lacks are taken from a shipped one before the machine's."""

from fic2book import fonts
from fic2book.model import Font, PageDesign, Theme
from fic2book.writers.pdf import page


def borrowed(theme: Theme, paper: PageDesign, text: str) -> tuple[Font, ...]:
    """Return the families that have letters of the book which the text face lacks, as few of them as it takes."""
    own = page.face(theme.fonts, paper)
    lacking = {sign for sign in fonts.missing(own, text) if sign.isalpha()} if own else set()
    taken: list[Font] = []
    for family in dict.fromkeys(font.family for font in theme.lent):
        faces = [font for font in theme.lent if font.family == family]
        left = lacking & fonts.missing(faces[0].path, "".join(lacking))
        if left != lacking:
            taken += faces
            lacking = left
    return tuple(taken)
