"""One line of type in any script: stretches of one face and one direction, in the order in which the eye meets them.

Directions follow what a title needs of the Unicode Bidirectional Algorithm (UAX 9): no embeddings, no isolates.
"""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from fic2book import fonts, scripts

_STRONG = {"L": 0, "R": 1, "AL": 1}
_NUMBERS = frozenset({"EN", "AN"})
_PAIR = re.compile(r"(-?\d+\.\d+) (-?\d+\.\d+)")


class Run(NamedTuple):
    """A stretch of a line."""

    text: str
    face: Path | fonts.Face
    own: bool
    """Whether it is set in the line's own face, with its features and tracking."""


def runs(text: str, face: Path, language: str) -> tuple[Run, ...]:
    """Return a line's stretches from left to right; what no face has is set in the line's own."""
    stretches = list(_by_direction(text))
    for level in range(max((level for level, _ in stretches), default=0), 0, -1):
        stretches = _turned(stretches, level)
    return tuple(
        run for level, stretch in stretches for run in _by_face(stretch, face, language, turned=level % 2 == 1)
    )


def drawn_by(sign: str, face: Path, language: str, text: str) -> Path | fonts.Face | None:
    """Return the face that draws one sign with an outline: the line's own, its text's, one of this machine."""
    if not fonts.missing(face, sign):
        return face
    for other in (scripts.face_for(_lacking(text, face), language), scripts.face_for(sign, language)):
        if other and not fonts.missing(other, sign) and fonts.shape(sign, other, 100).path:
            return other
    return None


def runs_left(text: str) -> bool:
    """Tell whether a text is written from right to left, as its first letter says."""
    kinds = map(unicodedata.bidirectional, text)
    return bool(next((_STRONG[kind] for kind in kinds if kind in _STRONG), 0))


def joined(outlines: Iterator[fonts.Outline]) -> fonts.Outline:
    """Set outlines one behind the other."""
    pen, paths, boxes = 0.0, [], []
    for one in outlines:
        if one.path:
            paths.append(_moved(one.path, pen))
            boxes.append((one.left + pen, one.top, one.right + pen, one.bottom))
        pen += one.width
    if not boxes:
        return fonts.Outline("", pen, 0.0, 0.0, 0.0, 0.0)
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return fonts.Outline("".join(paths), pen, min(lefts), min(tops), max(rights), max(bottoms))


def _lacking(text: str, face: Path) -> str:
    lacking = fonts.missing(face, text)
    return "".join(sign for sign in text if sign in lacking)


def _moved(path: str, by: float) -> str:
    return _PAIR.sub(lambda pair: f"{float(pair[1]) + by:.2f} {pair[2]}", path) if by else path


def _by_direction(text: str) -> Iterator[tuple[int, str]]:
    """Yield stretches with their levels: even ones run to the right, odd ones to the left."""
    levels = _levels(text)
    start = 0
    for place in range(1, len(text) + 1):
        if place == len(text) or levels[place] != levels[start]:
            yield levels[start], text[start:place]
            start = place


def _levels(text: str) -> list[int]:
    kinds = [unicodedata.bidirectional(sign) for sign in text]
    base = int(runs_left(text))
    levels: list[int | None] = []
    last = base
    for kind in kinds:
        if kind in _STRONG:
            last = _STRONG[kind]
            levels.append(last if base <= last else 2)
        elif kind in _NUMBERS:
            levels.append(2 if last or base else 0)
        else:
            levels.append(levels[-1] if kind == "NSM" and levels else None)
    return [level if level is not None else _neutral(levels, place, base) for place, level in enumerate(levels)]


def _neutral(levels: list[int | None], place: int, base: int) -> int:
    """Return the level of what has no direction: that of both its neighbours, else the line's."""
    before = next((level for level in reversed(levels[:place]) if level is not None), base)
    after = next((level for level in levels[place:] if level is not None), base)
    return before if before == after else base


def _turned(stretches: list[tuple[int, str]], level: int) -> list[tuple[int, str]]:
    """Reverse the order of every row of stretches at this level or above."""
    done: list[tuple[int, str]] = []
    row: list[tuple[int, str]] = []
    for stretch in stretches:
        if stretch[0] >= level:
            row.append(stretch)
        else:
            done += [*reversed(row), stretch]
            row = []
    return done + row[::-1]


def _by_face(text: str, face: Path, language: str, *, turned: bool) -> Iterator[Run]:
    """Yield a stretch in one face where one has it all, else part by part (from left to right)."""
    if not fonts.missing(face, text):
        yield Run(text, face, own=True)
        return
    whole = scripts.face_for(text, language)
    if whole and not fonts.missing(whole, text) and (turned or len(_lacking(text, face)) == len(text.replace(" ", ""))):
        yield Run(text, whole, own=False)
        return
    parts = [(drawn_by(sign, face, language, text) or face, sign) for sign in text]
    found: list[Run] = []
    for drawing, sign in parts:
        if found and found[-1].face == drawing:
            found[-1] = found[-1]._replace(text=found[-1].text + sign)
        else:
            found.append(Run(sign, drawing, own=drawing == face))
    yield from reversed(found) if turned else found
