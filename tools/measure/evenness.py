"""Lines of running text: how many characters, how many hyphens, how even their word spaces."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import mean, median

from tools.measure.figures import Figures, Finding, finding, percent
from tools.measure.leaves import Line, Read
from tools.measure.paragraphs import Paragraph, is_hyphenated, is_running

WIDE, TIGHT = 1.6, 0.8
"""Word spaces, beside the normal one, beyond which the eye sees them."""

_AT_MARGIN = 1.0  # points
_ENOUGH_SPACES = 3  # in a last line that tells the normal space
_SHORT = 5  # characters: a last line of fewer is a runt
_LONGEST_RUN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Running:
    """A paragraph of running text: lines that the page's measure made, and the last one."""

    broken: tuple[Line, ...]
    last: Line


def measure(book: Read, found: tuple[Paragraph, ...]) -> Figures:
    """Measure the lines of all stories."""
    running = [one for one in (_running(book, paragraph) for paragraph in found) if one]
    broken = [line for one in running for line in one.broken]
    full = [line for line in broken if line.left - _left(book, line) < _AT_MARGIN and _is_full(book, line)]
    hyphened = [line for line in broken if is_hyphenated(line)]
    runs = [run for one in running for run in _runs(one.broken)]
    ratios = list(_ratios(book, running))
    runts = [one.last for one in running if one.broken and _is_runt(one)]
    values = {
        "characters": median(map(_characters, full)) if full else 0.0,
        "hyphenated": percent(len(hyphened), len(broken)),
        "longest run": max(map(len, runs), default=0),
        "wide": percent(sum(ratio > WIDE for _, ratio in ratios), len(ratios)),
        "tight": percent(sum(ratio < TIGHT for _, ratio in ratios), len(ratios)),
        "widest": max((ratio for _, ratio in ratios), default=0.0),
        "uneven": _spread([ratio for _, ratio in ratios]),
        "runts": percent(len(runts), sum(bool(one.broken) for one in running)),
        "lines": len(broken),
    }
    return Figures(values=values, findings=tuple(_findings(book, ratios, runs, runts)))


def _findings(
    book: Read, ratios: list[tuple[Line, float]], runs: list[tuple[Line, ...]], runts: list[Line]
) -> Iterator[Finding]:
    for line, ratio in ratios:
        if ratio > WIDE or ratio < TIGHT:
            yield finding("wide" if ratio > WIDE else "tight", book.leaves[line.page], line, f"({ratio:.2f} ×)")
    for run in runs:
        if len(run) > _LONGEST_RUN:
            yield finding("longest run", book.leaves[run[0].page], run[0], f"({len(run)} lines)")
    for line in runts:
        yield finding("runts", book.leaves[line.page], line)


def _running(book: Read, paragraph: Paragraph) -> _Running | None:
    """Return a paragraph's lines if they are running text; those beside a drop cap stand further in."""
    lines = paragraph.lines
    running = [line for line in lines if is_running(line, book.leaves[line.page], book.box)]
    if not running or running[-1] is not lines[-1]:
        return None
    return _Running(broken=tuple(line for line in running if line is not lines[-1]), last=lines[-1])


def _is_full(book: Read, line: Line) -> bool:
    return not book.box.is_justified or book.box.right[line.page % 2] - line.right < _AT_MARGIN


def _left(book: Read, line: Line) -> float:
    return book.box.left[line.page % 2]


def _characters(line: Line) -> int:
    return len(line.text)


def _runs(lines: tuple[Line, ...]) -> Iterator[tuple[Line, ...]]:
    run: list[Line] = []
    for line in lines:
        if is_hyphenated(line):
            run.append(line)
        elif run:
            yield tuple(run)
            run = []
    if run:
        yield tuple(run)


def _spaces(line: Line) -> list[float]:
    """Return the word spaces of a line, in sizes of its type."""
    return [(after.left - before.right) / line.size for before, after in pairwise(line.words)]


def _ratios(book: Read, running: list[_Running]) -> Iterator[tuple[Line, float]]:
    """Give each justified line with its word spaces beside the normal one, which last lines tell."""
    if not book.box.is_justified:
        return
    natural = [space for one in running if len(one.last.words) > _ENOUGH_SPACES for space in _spaces(one.last)]
    normal = median(natural) if natural else 0.0
    for one in running:
        for line in one.broken:
            if normal and len(line.words) > 1 and _is_full(book, line):
                yield line, mean(_spaces(line)) / normal


def _spread(ratios: list[float]) -> float:
    """Return how far the lines' spaces lie from the normal one, in percent of it: the root of the mean square."""
    return 100 * mean((ratio - 1) ** 2 for ratio in ratios) ** 0.5 if ratios else 0.0


def _is_runt(one: _Running) -> bool:
    """Tell whether a last line is hardly there: a few letters, or the end of a divided word."""
    is_stub = len(one.last.words) == 1 and is_hyphenated(one.broken[-1])
    return is_stub or len(one.last.text) < _SHORT
