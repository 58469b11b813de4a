"""Where a book is parted into volumes: between stories, between parts where that will do, as evenly as can be."""

from collections.abc import Collection, Sequence
from itertools import accumulate, pairwise
from math import inf

_LOPSIDED = 1.5
"""By how much the largest volume may be above an even share for the sake of parts that stay together."""


def parted(pages: Sequence[int], parts: Collection[int], count: int, most: float = inf) -> tuple[int, ...] | None:
    """Return the first story of each volume (from 0), so that none has more than ``most`` pages.

    ``pages`` are those of each story, ``parts`` the stories with which a part of the book begins. Nothing when it
    cannot be done.
    """
    together = _even(pages, sorted({0, *parts}), count, most)
    if together is not None and max(sizes(pages, together)) <= _LOPSIDED * sum(pages) / count:
        return together
    return _even(pages, range(len(pages)), count, most)


def sizes(pages: Sequence[int], starts: Sequence[int]) -> list[int]:
    """Return the pages of each volume."""
    return [sum(pages[first:end]) for first, end in pairwise((*starts, len(pages)))]


def _even(pages: Sequence[int], places: Sequence[int], count: int, most: float) -> tuple[int, ...] | None:
    """Choose ``count`` of the places, the first among them, so that the squares of the volumes' pages are fewest."""
    before = (0, *accumulate(pages))
    ends = [*(before[place] for place in places[1:]), before[-1]]
    begins = [before[place] for place in places]
    best: list[tuple[float, tuple[int, ...]]] = [
        (float(end - begins[0]) ** 2 if end - begins[0] <= most else inf, (0,)) for end in ends
    ]
    for volume in range(1, count):
        best = [_last(best, begins, (place, ends[place]), most, volume) for place in range(len(places))]
    cost, chosen = best[-1]
    return tuple(places[place] for place in chosen) if cost < inf else None


def _last(
    best: Sequence[tuple[float, tuple[int, ...]]],
    begins: Sequence[int],
    upto: tuple[int, int],
    most: float,
    volume: int,
) -> tuple[float, tuple[int, ...]]:
    """Return the best way to end a volume at a place, of all the places where it may begin."""
    place, end = upto
    ways = (
        (best[first - 1][0] + (end - begins[first]) ** 2, (*best[first - 1][1], first))
        for first in range(volume, place + 1)
        if end - begins[first] <= most
    )
    return min(ways, default=(inf, ()))
