"""What stands on the pages of a finished PDF, and where: words by their advances, drawings by their ink.

Places are in points from the left and from the head of the page. The ``mark`` of a thing is the number under which the
PDF's structure knows it.
"""

import ctypes
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as api

_SAME_LINE = 1.0  # points between two base lines that are one
_RAISED = 0.6  # of the size: how far a smaller sign stands above or below its line
_HYPHENS = {2: "\u2010", 0xAD: "\u2010", 0xFFFE: "\u2010"}  # what pdfium makes of a hyphen at a line's end
_NO_MARK = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """Letters without a space between them."""

    text: str
    left: float
    right: float
    """By the advance of its last letter, or by its ink where that reaches further."""
    base: float
    size: float
    mark: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A picture, a path or a form, by its ink."""

    left: float
    right: float
    top: float
    bottom: float
    mark: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One page."""

    number: int
    """From 0."""
    width: float
    height: float
    rows: tuple[tuple[Word, ...], ...]
    """Lines from head to foot, across all columns."""
    drawings: tuple[Drawing, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Letter:
    sign: str
    left: float
    right: float
    base: float
    size: float
    mark: int


def sheets(pdf: bytes) -> Iterator[Sheet]:
    """Read a PDF page by page."""
    with closing(pdfium.PdfDocument(pdf)) as document:
        for number, page in enumerate(document):
            width, height = page.get_size()
            with closing(page), closing(page.get_textpage()) as text:
                letters = list(_letters(text, height))
                drawings = tuple(_drawings(page, height))
            yield Sheet(number=number, width=width, height=height, rows=tuple(_rows(letters)), drawings=drawings)


def _letters(text: Any, height: float) -> Iterator[_Letter]:  # noqa: ANN401 - pypdfium2 has no types
    """Give the letters in painting order; base line, size and mark are asked once for each piece of text."""
    box, x, y, matrix = api.FS_RECTF(), ctypes.c_double(), ctypes.c_double(), api.FS_MATRIX()
    last, base, size, mark = None, 0.0, 0.0, _NO_MARK
    for place in range(text.count_chars()):
        code = api.FPDFText_GetUnicode(text, place)
        sign = _HYPHENS.get(code) or chr(code)
        piece = api.FPDFText_GetTextObject(text, place)
        if not piece or api.FPDFText_IsGenerated(text, place):
            yield _Letter(sign=" ", left=0, right=0, base=base, size=size, mark=mark)
            continue
        address = ctypes.addressof(piece.contents)
        api.FPDFText_GetCharOrigin(text, place, x, y)
        if address != last:
            api.FPDFText_GetMatrix(text, place, matrix)
            base, last = height - y.value, address
            size = api.FPDFText_GetFontSize(text, place) * abs(matrix.d or matrix.b)
            mark = api.FPDFPageObj_GetMarkedContentID(piece)
        api.FPDFText_GetLooseCharBox(text, place, box)
        yield _Letter(sign=sign, left=x.value, right=box.right, base=base, size=size, mark=mark)


def _drawings(page: Any, height: float) -> Iterator[Drawing]:  # noqa: ANN401 - pypdfium2 has no types
    for one in page.get_objects(max_depth=1):
        if one.type != api.FPDF_PAGEOBJ_TEXT:
            left, bottom, right, top = one.get_bounds()
            mark = api.FPDFPageObj_GetMarkedContentID(one.raw)
            yield Drawing(left=left, right=right, top=height - top, bottom=height - bottom, mark=mark)


def _rows(letters: list[_Letter]) -> Iterator[tuple[Word, ...]]:
    """Gather words to lines; a smaller sign that is raised or lowered goes with the line that it belongs to."""
    words = sorted(_words(letters), key=lambda word: word.base)
    rows: list[list[Word]] = []
    for word in words:
        if rows and word.base - rows[-1][-1].base <= _SAME_LINE:
            rows[-1].append(word)
        else:
            rows.append([word])
    for row in _joined(rows):
        yield tuple(sorted(row, key=lambda word: word.left))


def _joined(rows: list[list[Word]]) -> list[list[Word]]:
    """Put raised and lowered signs into the line beside them."""
    kept = list(rows)
    for row in rows:
        near = [one for one in kept if one is not row and _carries(one, row)]
        if near:
            kept.remove(row)
            min(near, key=lambda one: abs(one[0].base - row[0].base)).extend(row)
    return kept


def _carries(row: list[Word], signs: list[Word]) -> bool:
    larger, size = max(word.size for word in row), max(word.size for word in signs)
    return size < larger - 0.1 and abs(row[0].base - signs[0].base) < _RAISED * larger


def _words(letters: list[_Letter]) -> Iterator[Word]:
    for spaced, group in groupby(letters, key=lambda letter: letter.sign.isspace() and letter.sign != "\u00a0"):
        if not spaced:
            yield from map(_word, _runs(list(group)))


def _runs(letters: list[_Letter]) -> Iterator[list[_Letter]]:
    """Divide letters where the line changes, or where the next one stands far behind or before the last."""
    run: list[_Letter] = []
    for letter in letters:
        if run and _is_apart(letter, run[-1]):
            yield run
            run = []
        run.append(letter)
    if run:
        yield run


def _is_apart(letter: _Letter, last: _Letter) -> bool:
    """Tell whether a letter is of another word; all letters of a ligature stand in the same place."""
    jump = max(letter.left - last.right, last.left - letter.left)
    return abs(letter.base - last.base) > _SAME_LINE or jump > letter.size


def _word(run: list[_Letter]) -> Word:
    first = run[0]
    return Word(
        text="".join(letter.sign for letter in run),
        left=min(letter.left for letter in run),
        right=max(letter.right for letter in run),
        base=first.base,
        size=max(letter.size for letter in run),
        mark=first.mark,
    )
