"""What every layout sets: title, subtitle and names as blocks of type, and a column that stacks them."""

from collections.abc import Sequence
from dataclasses import replace

from fic2book.cover import lettering
from fic2book.cover.design import Brief
from fic2book.cover.lettering import Block, Lettering, Manner

_TITLE_SIZES = (330, 300, 272, 247, 225, 205, 186, 169, 154, 140, 127, 116, 105, 96)
_NAME_SIZES = (84, 76, 69, 62, 56, 50)
_SMALL_SIZES = (72, 66, 60, 54, 48)
_LONGEST_IN_CAPITALS = 11
_MOST_CAPITALS = 26
"""Capitals are for short titles; longer ones are hard to read in them."""


def title(brief: Brief, room: tuple[float, float]) -> Block:
    """Fit the title, in roman, italic or (short, where capitals are simple) capitals, as the dice fall."""
    manner = brief.dice.choose((Manner(face=brief.faces.roman), Manner(face=brief.faces.italic), _capitals(brief)))
    text = brief.title
    if manner.tracking:
        longest = max((len(word) for word in text.split()), default=0)
        if len(text) <= _MOST_CAPITALS and longest <= _LONGEST_IN_CAPITALS and _has_plain_capitals(text):
            text = text.upper()
        else:
            manner = Manner(face=brief.faces.roman)
    return lettering.block(text, manner, room, _TITLE_SIZES)


def subtitle(brief: Brief, width: float) -> Block:
    """Fit the subtitle in italics."""
    manner = Manner(face=brief.faces.italic, features=("onum",), leading=1.2)
    return lettering.block(brief.subtitle, manner, (width, 220), _SMALL_SIZES)


def names(brief: Brief, width: float) -> Block:
    """Set the names in small capitals, one a line."""
    manner = lettering.small_caps(brief.faces.roman, "".join(brief.credit.names))
    return lettering.rows(brief.credit.names, manner, width, _NAME_SIZES)


def aside(brief: Brief, width: float) -> Block:
    """Set the editor, or "and 37 others", in italics."""
    manner = Manner(face=brief.faces.italic, features=("onum",), leading=1.25)
    said = (brief.credit.aside,) if brief.credit.aside else ()
    return lettering.rows(said, manner, width, _SMALL_SIZES)


def column(blocks: Sequence[Block], gap: float) -> tuple[float, tuple[tuple[Block, float], ...]]:
    """Return the height of the blocks that hold something, one below the other, and each one's top in it."""
    placed = []
    top = 0.0
    for block in blocks:
        if block.outlines:
            placed.append((block, top))
            top += block.height + gap
    return max(top - gap, 0.0), tuple(placed)


def set_column(
    placed: Sequence[tuple[Block, float]], x: float, top: float, colours: tuple[str, str], *, left: bool = False
) -> tuple[Lettering, ...]:
    """Place a column at ``top``, centred on ``x`` or beginning there; ``colours`` are the type's and the ground's."""
    place = lettering.flush if left else lettering.centred
    return tuple(place(block, x, top + offset, *colours) for block, offset in placed)


def _capitals(brief: Brief) -> Manner:
    plain = Manner(face=brief.faces.roman)
    return replace(plain, features=("case", "lnum"), tracking=0.07, leading=1.14)


def _has_plain_capitals(text: str) -> bool:
    """Tell whether a title may be set in capitals: Latin or Cyrillic; Greek sheds its accents there."""
    return all(letter < "\u0370" or "\u0400" <= letter <= "\u04ff" for letter in text if letter.isalpha())
