"""A title on lines: as large as its box allows, the lines alike long, no little word left hanging."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from fic2book.cover import cjk

_BREAKS = re.compile("[ \t\r\n\u2002-\u2006\u2008-\u200b\u3000]+")
"""Where a line may end: white space, but never at a no-break space."""
_LONG_WORD = 14
_INSIDE = re.compile(r"(?<=[/—–+|&_-])(?=\w)")
"""Where a long word may end a line, as in ``A/B/C``."""
_OPENING = frozenset("«‹„“‘([¿¡")
_CLOSING = frozenset("»›”’)].,;:!?…–—")
_JOINED = "\u200b"
_HANGING = 3
"""A word of so few letters ("of", "and") had better begin the next line than end this one."""
_HANGING_COST = 0.2
_MOST_LINES = 7
_LINE_COST = 0.07
"""How much larger type must get to be worth one more line."""


LEADING = 1.08
"""From baseline to baseline of a title, in ems: tight, as large type is set."""
_CAP = 0.65
"""Height of capitals in ems, near enough for every text face."""


class Fitted(NamedTuple):
    """A title as it will be set."""

    lines: tuple[str, ...]
    size: float


def fit(
    text: str,
    measure: Callable[[str], float],
    room: tuple[float, float],
    sizes: Sequence[float],
    heights: tuple[float, float] = (_CAP, LEADING),
) -> Fitted:
    """Choose lines and size; ``measure`` gives a text's width at size 1, ``sizes`` run from large to small.

    ``room`` is width and height, ``heights`` a first line's height and the leading, in ems. A text that fits at no size
    is set at the size at which it does.
    """
    settings = []
    for lines in ways(text, measure):
        broadest = max(measure(row) for row in lines) or 1.0
        largest = min(room[0] / broadest, room[1] / (heights[0] + heights[1] * (len(lines) - 1)))
        size = next((size for size in sizes if size <= largest), largest)
        settings.append(Fitted(lines, size))
    return max(settings, key=lambda fitted: fitted.size * (1 - _LINE_COST * (len(fitted.lines) - 1)))


def ways(text: str, measure: Callable[[str], float]) -> Iterator[tuple[str, ...]]:
    """Give the text on one line, on two, and so on, each time balanced."""
    words = _words(text)
    for count in range(1, min(_MOST_LINES, len(words)) + 1):
        yield _balanced(words, count, measure)


def _words(text: str) -> list[str]:
    words: list[str] = []
    for word in _kept_together(_BREAKS.split(text.strip(" "))):
        pieces = [part for piece in _inside(word) for part in cjk.pieces(piece)]
        words += [piece + _JOINED for piece in pieces[:-1]] + pieces[-1:]
    return words


def _inside(word: str) -> list[str]:
    return _INSIDE.split(word) if len(word) > _LONG_WORD else [word]


def _kept_together(words: Sequence[str]) -> list[str]:
    """Tie lone signs to the word they belong to: ``« Où`` and ``marées ?``, whatever the space between them is."""
    tied: list[str] = []
    for word in words:
        opens = (
            bool(tied)
            and tied[-1][-1:] in _OPENING
            and not any(sign.isalnum() for sign in tied[-1].split("\u00a0")[-1])
        )
        closes = bool(tied) and word[:1] in _CLOSING and not any(sign.isalnum() for sign in word)
        if opens or closes:
            tied[-1] += "\u00a0" + word
        else:
            tied.append(word)
    return tied


def _joined(words: Sequence[str]) -> str:
    return " ".join(words).replace(_JOINED + " ", "").replace(_JOINED, "")


def _balanced(words: Sequence[str], count: int, measure: Callable[[str], float]) -> tuple[str, ...]:
    """Break words into ``count`` lines whose widths differ least."""
    widths = [measure(word) for word in words]
    ideal = (sum(widths) + 0.2 * (len(words) - count)) / count

    def cost(start: int, end: int) -> float:
        span = sum(widths[start:end]) + 0.2 * (end - start - 1)
        hangs = end < len(words) and len(words[end - 1]) <= _HANGING and words[end - 1].isalpha()
        return (span / ideal - 1) ** 2 + (_HANGING_COST if hangs else 0)

    @cache
    def best(start: int, left: int) -> tuple[float, tuple[int, ...]]:
        if left == 1:
            return cost(start, len(words)), (len(words),)
        ways = []
        for end in range(start + 1, len(words) - left + 2):
            later, ends = best(end, left - 1)
            ways.append((cost(start, end) + later, (end, *ends)))
        return min(ways)

    ends = best(0, count)[1]
    return tuple(_joined(words[start:end]) for start, end in zip((0, *ends[:-1]), ends, strict=True))
