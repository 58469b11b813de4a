"""How a plain text sets its paragraphs, found by counting over the whole of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from fic2book.restoration.joins import is_spaceless

_NARROW = 110
"""No measure is wider: mailers and downloaders wrap at 60 to 80, typewriters at 100."""
_OWN_NARROWEST = 55
"""Columns: narrower lines of one paragraph may be verse."""
_ENOUGH = 3
"""Full lines before a habit shows."""
_INDENT = re.compile(r"[ \t\u00a0\u3000]{2,}|\t|\u3000")


@dataclass(frozen=True, slots=True)
class Habit:
    """What a file does."""

    measure: int = 0
    """Columns at which lines are wrapped; 0 when a line is a paragraph."""
    double: bool = False
    """True when a blank line stands between any two lines, even of one paragraph."""
    indented: bool = False
    """True when a paragraph's first line is indented and the others are not."""
    everywhere: bool = False
    """True when nearly every line is indented, as novels in Chinese are typed: then it sets nothing apart."""
    hard_ends: bool = False
    """True when two spaces end the few lines that are not to be joined with the next, as in Markdown."""
    spaced: bool = False
    """True when a blank line stands between paragraphs."""


def find(texts: Sequence[str]) -> Habit:
    r"""Return the habit of a text given as its lines (blank ones empty, barriers such as headings as ``\\0``)."""
    lines = [text for text in texts if text.strip("\0 ")]
    if len(lines) < 2:
        return Habit()
    near, apart = _pairs(texts)
    spaced = len(apart) >= len(near) or not near
    measure = _measure(near)
    if measure:
        spaced = len(apart) > len(lines) // 50
        hard = 0 < sum(line.endswith("  ") for line in lines) * 5 < len(lines)
        everywhere = _everywhere(lines)
        return Habit(measure=measure, indented=_indents(lines), everywhere=everywhere, hard_ends=hard, spaced=spaced)
    measure = _measure(apart) if not near and _runs_on(apart) else 0
    double = measure > 0
    return Habit(measure=measure, double=double, indented=_indents(lines), everywhere=_everywhere(lines), spaced=spaced)


def own_measure(lines: Sequence[str]) -> int:
    """Return the column at which the lines of one paragraph are wrapped; 0 unless each goes on in the next one."""
    widest = max(len(line.rstrip()) for line in lines)
    if len(lines) < _ENOUGH or not _OWN_NARROWEST <= widest <= _NARROW:
        return 0
    small = sum(line.lstrip()[:1].islower() for line in lines[1:])
    full = all(is_full(line, following, widest) for line, following in pairwise(lines))
    return widest if full and small * 2 >= len(lines) - 1 else 0


def is_full(line: str, following: str, measure: int) -> bool:
    """Tell whether the next line's first word would not have fitted on this line."""
    word = following.split(None, 1)[0] if following.strip() else ""
    if is_spaceless(word[:1]):
        word = word[:1]
    return len(line.rstrip()) + 1 + len(word) > measure


def is_indented(line: str) -> bool:
    """Tell whether a line begins with white space that was meant."""
    return _INDENT.match(line) is not None


def _pairs(texts: Sequence[str]) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Return the pairs of lines that touch, and those with one blank line between them."""
    near = [(a, b) for a, b in pairwise(texts) if _is_line(a) and _is_line(b)]
    threes = zip(texts, texts[1:], texts[2:], strict=False)
    apart = [(a, c) for a, b, c in threes if _is_line(a) and not b.strip() and _is_line(c)]
    return near, apart


def _is_line(text: str) -> bool:
    return bool(text.strip()) and text != "\0"


def _measure(pairs: list[tuple[str, str]]) -> int:
    """Return the wrapping column of pairs of neighbouring lines, 0 when they are not wrapped."""
    if len(pairs) < _ENOUGH:
        return 0
    lengths = sorted(len(line.rstrip()) for line, _ in pairs)
    widest = lengths[min(len(lengths) - 1, len(lengths) * 98 // 100)]
    if not 30 <= widest <= _NARROW:
        return 0
    full = sum(is_full(line, following, widest) for line, following in pairs)
    return widest if full >= _ENOUGH and full * 2 >= len(pairs) else 0


def _runs_on(pairs: list[tuple[str, str]]) -> bool:
    """Tell whether lines with a blank line between them go on in small letters: paragraphs hardly ever do."""
    return sum(following.lstrip()[:1].islower() for _, following in pairs) * 2 >= len(pairs)


def _everywhere(lines: list[str]) -> bool:
    return sum(is_indented(line) for line in lines) * 10 >= len(lines) * 9


def _indents(lines: list[str]) -> bool:
    count = sum(is_indented(line) for line in lines)
    return len(lines) // 50 < count < len(lines) * 9 // 10 and count > 1
