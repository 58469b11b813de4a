"""What every layout sets: series, title, subtitle and names as blocks of type, and a column that stacks them."""

from collections.abc import Sequence
from dataclasses import replace

from fic2book.cover import lettering, runs, shapes
from fic2book.cover.design import Brief
from fic2book.cover.lettering import Block, Lettering, Manner

Column = tuple[float, tuple[tuple[Block, float], ...]]
"""Height of the blocks one below the other, and each one's top in it."""

_TITLE_SIZES = (330, 300, 272, 247, 225, 205, 186, 169, 154, 140, 127, 116, 105, 96)
_NAME_SIZES = (84, 76, 69, 62, 56, 50)
_SMALL_SIZES = (72, 66, 60, 54, 48)
_LONGEST_IN_CAPITALS = 11
_MOST_CAPITALS = 26
"""Capitals are for short titles; longer ones are hard to read in them."""


def head(brief: Brief, room: tuple[float, float], gap: float, *, most: float = 0.0) -> Column:
    """Set series, title and subtitle; ``room`` is the width and, on a cover of 2560 px, the title's height.

    All three together are no higher than ``most``, where that is given.
    """
    width, height = room
    over, under = beside_title(brief, width)
    taken = sum(block.height + gap for block in (over,) if block.outlines)
    left = height * brief.board.height / shapes.COVER.height - taken
    if most:
        left = min(left, most - taken - (under.height + gap if under.outlines else 0))
    text, manner = title_of(brief)
    return column((over, lettering.block(text, manner, (width, left), _TITLE_SIZES), under), gap)


def title_of(brief: Brief) -> tuple[str, Manner]:
    """Return the title and how it is set: roman, italic or (short, where they are simple) capitals, as dice fall."""
    plain = Manner(face=brief.faces.title, language=brief.language)
    ways = (plain, Manner(face=brief.faces.title_italic, language=brief.language), _capitals(brief))
    asked = {True: ways[2:], False: ways[:2], None: ways}[brief.character.capitals]
    manner = brief.dice("title").choose(asked)
    if not manner.tracking:
        return brief.title, manner
    loud = is_short(brief.title) or (brief.character.capitals and has_simple_capitals(brief.title))
    return (brief.title.upper(), manner) if loud else (brief.title, plain)


def margin(
    brief: Brief, placed: Sequence[tuple[Block, float]], inset: float, top: float, colours: tuple[str, str]
) -> tuple[Lettering, ...]:
    """Place a column flush at the margin where its reader begins: on the left, or on the right."""
    if runs.runs_left(brief.title):
        right = brief.board.width - inset
        return tuple(lettering.flush_right(block, right, top + offset, *colours) for block, offset in placed)
    return tuple(lettering.flush(block, inset, top + offset, *colours) for block, offset in placed)


def beside_title(brief: Brief, width: float) -> tuple[Block, Block]:
    """Set what stands above the title ("Winter Gifts, 2", in small capitals) and below it (the subtitle)."""
    manner = lettering.small_caps(brief.faces.roman, brief.series, brief.language)
    over = lettering.rows((brief.series,) if brief.series else (), manner, width, _SMALL_SIZES)
    manner = Manner(face=brief.faces.italic, language=brief.language, features=("onum",), leading=1.2)
    return over, lettering.block(brief.subtitle, manner, (width, 220), _SMALL_SIZES)


def foot(brief: Brief, width: float, gap: float) -> Column:
    """Set the names in small capitals, one a line, and the editor, or "and 37 others", in italics below them."""
    manner = lettering.small_caps(brief.faces.roman, "".join(brief.credit.names), brief.language)
    names = lettering.rows(brief.credit.names, manner, width, _NAME_SIZES)
    return column((names, _aside(brief, width)), gap)


def column(blocks: Sequence[Block], gap: float) -> Column:
    """Return the height of the blocks that hold something, one below the other, and each one's top in it."""
    placed = []
    top = 0.0
    for block in blocks:
        if block.outlines:
            placed.append((block, top))
            top += block.height + gap
    return max(top - gap, 0.0), tuple(placed)


def set_column(
    placed: Sequence[tuple[Block, float]], x: float, top: float, colours: tuple[str, str]
) -> tuple[Lettering, ...]:
    """Place a column at ``top``, centred on ``x``; ``colours`` are the type's and the ground's."""
    return tuple(lettering.centred(block, x, top + offset, *colours) for block, offset in placed)


def _aside(brief: Brief, width: float) -> Block:
    manner = Manner(face=brief.faces.italic, language=brief.language, features=("onum",), leading=1.25)
    said = (brief.credit.aside,) if brief.credit.aside else ()
    return lettering.rows(said, manner, width, _SMALL_SIZES)


def _capitals(brief: Brief) -> Manner:
    plain = Manner(face=brief.faces.title, language=brief.language)
    return replace(plain, features=("case", "lnum"), tracking=0.07, leading=1.14)


def is_short(text: str) -> bool:
    """Tell whether a title may be set in capitals: it is short, and they are simple in its script."""
    longest = max((len(word) for word in text.split()), default=0)
    return len(text) <= _MOST_CAPITALS and longest <= _LONGEST_IN_CAPITALS and has_simple_capitals(text)


def has_simple_capitals(text: str) -> bool:
    """Tell whether a text is in Latin or Cyrillic; Greek sheds its accents in capitals."""
    return all(letter < "\u0370" or "\u0400" <= letter <= "\u04ff" for letter in text if letter.isalpha())
