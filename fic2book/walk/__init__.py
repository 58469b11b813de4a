"""The letters walk: a story's letters in order against an output's; what either has that the other has not.

Sets of words would not notice an order that changed or a sentence that stands twice; a walk does. It goes on as long
as both say the same, and where they part it takes the way on that agrees longest, of at least 16 letters.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from fic2book.walk.ways import Ways, agreement, slides_onto

Known = Callable[[int, int], bool]
"""Tells whether the output's letters from … to … are furniture: running heads, folios, digits of notes."""


class Difference(NamedTuple):
    """Letters ``start:end`` of the story for which letters ``out_start:out_end`` of the output stand."""

    start: int
    end: int
    out_start: int
    out_end: int


class Walked(NamedTuple):
    """Where the story was found, and what differs inside it."""

    first: int
    """The output's letter at which the story begins."""
    last: int
    """The output's letter behind the story's end."""
    differences: tuple[Difference, ...]


def nothing_known(start: int, end: int) -> bool:
    """Answer for an output that has no furniture inside its stories."""
    return start == end


def compare(story: str, output: str) -> tuple[Difference, ...]:
    """Return what differs between a text and the same text in an output that holds nothing else."""
    if story == output:
        return ()
    same = agreement(story[::-1], 0, output[::-1], 0)
    walked = _walk(story[: len(story) - same], output[: len(output) - same], nothing_known, (0, 0))
    end = len(story) - same
    return _joined([*walked.differences, Difference(end, end, walked.last, len(output) - same)])


def find(story: str, output: str, known: Known, start: int = 0) -> Walked:
    """Find a story in an output that holds more than that, from letter ``start`` of the output on.

    What stands before and behind the story is passed over; furniture inside it, which ``known`` names, is no
    difference.
    """
    return _walk(story, output, known, Ways(story, output, known).beginning(start))


def _walk(story: str, output: str, known: Known, begins: tuple[int, int]) -> Walked:
    ways = Ways(story, output, known)
    i, first = begins
    j = first
    found = [Difference(0, i, j, j)] if i else []
    while True:
        run = agreement(story, i, output, j)
        i, j = i + run, j + run
        if i == len(story):
            return Walked(first, j, tuple(found))
        lost, foreign = ways.onward(i, j)
        if lost or not slides_onto(known, output, j, j + foreign):
            found.append(Difference(i, i + lost, j, j + foreign))
        i, j = i + lost, j + foreign


def _joined(differences: Iterable[Difference]) -> tuple[Difference, ...]:
    """Make one of differences that touch, and none of one that holds nothing."""
    joined: list[Difference] = []
    for start, end, out_start, out_end in differences:
        if joined and joined[-1].end == start and joined[-1].out_end == out_start:
            joined[-1] = Difference(joined[-1].start, end, joined[-1].out_start, out_end)
        elif start < end or out_start < out_end:
            joined.append(Difference(start, end, out_start, out_end))
    return tuple(joined)
