"""Marks that make a breaker which never looks ahead end its lines where they were chosen.

Such a breaker takes into a line whatever fits. So where a line is to end earlier than it might, what would fit too is
joined to what stands behind it, until it fits no more. Where a line is to hold more than fits at the normal word
space, the paragraph's word spaces are made narrower; justified lines are stretched again as they need it.
"""

from fic2book.press.paragraphs import Paragraph, Setting
from fic2book.writers.pdf.lines.total_fit import Break, Lines, is_before_dash

_DOUBT = 0.1  # em: what fails to fit by less may have been measured wrongly; to join a word too many does no harm
_SPARE = 0.05  # px in each word space


def setting(paragraph: Paragraph, lines: Lines) -> Setting:
    """Return the marks for these lines."""
    tightest = min(lines.ratios, default=1.0)
    tightened = (1 - tightest) * paragraph.space + _SPARE if tightest < 1 else 0.0
    hyphens = {at.place for at in lines.breaks if at.is_hyphen}
    joined = {piece.next for piece in paragraph.pieces if is_before_dash(paragraph.text, piece.next)}
    start, begin = 0, 0
    for number, at in enumerate(lines.breaks[:-1]):
        room = paragraph.lines[min(number, len(paragraph.lines) - 1)] / lines.size + _DOUBT * paragraph.size + tightened
        joined |= _joints(paragraph, (start, begin), at, (room, tightened))
        start, begin = (at.piece, at.place) if at.is_hyphen else (at.piece + 1, paragraph.pieces[at.piece].next)
    return Setting(frozenset(hyphens), frozenset(joined), tightened, lines.size)


def _joints(paragraph: Paragraph, begins: tuple[int, int], at: Break, measure: tuple[float, float]) -> set[int]:
    """Return the places behind a line's end that would still fit into it, and so must be joined."""
    (start, begin), (room, tightened) = begins, measure
    pieces = paragraph.pieces
    used = -paragraph.width(pieces[start].start, begin) if begin > pieces[start].start else 0.0
    found: set[int] = set()
    for number in range(start, len(pieces) - 1):
        piece = pieces[number]
        inner = piece.inner
        used += piece.width + inner
        if number >= at.piece + (not at.is_hyphen):
            if used > room:
                break
            found.add(piece.next)
        used += piece.gap - (tightened if piece.gap else 0.0)
    return found
