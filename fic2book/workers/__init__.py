"""Work that falls into pieces, done by other processes: on all cores, or behind a limit of time and memory.

``each`` is for pieces of our own, which only take long. ``guarded`` is for what strangers made: a piece that takes too
long, asks for too much memory or brings its process down costs no other piece. Both give results in the pieces' order,
the same ones on one core and on many.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from fic2book.workers.limits import Failure, Limits

__all__ = ["Failure", "Limits", "each", "guarded"]

Piece = TypeVar("Piece")
Result = TypeVar("Result")

_MOST = 4
"""Processes: each costs some 20 MB, and the rest of a build is one after the other anyway."""


def each(work: Callable[[Piece], Result], pieces: Sequence[Piece], *, worth: bool) -> Iterator[Result]:
    """Yield ``work(piece)`` of every piece, in order; ``worth`` says whether it takes longer than starting processes.

    ``work`` must be a module's function, and what it takes and gives must pickle.
    """
    size = _crew(len(pieces), worth=worth)
    if size < 2:
        yield from map(work, pieces)
        return
    from fic2book.workers import crew  # late: small folders never need it

    if not crew.can_fork():
        yield from map(work, pieces)
        return
    for piece, result in zip(pieces, crew.results(work, pieces, size, None), strict=True):
        yield work(piece) if isinstance(result, Failure) else result


def guarded(
    work: Callable[[Piece], Result], pieces: Sequence[Piece], limits: Limits, *, worth: bool
) -> Iterator[Result | Failure]:
    """Yield ``work(piece)`` of every piece, in order, or how it failed; none of it runs in this process.

    ``work`` must be a module's function, and what it takes and gives must pickle; an error that it raises is raised
    here. ``worth`` says whether there is so much to do that more than one process pays.
    """
    from fic2book.workers import crew  # late: --help answers at once

    return crew.results(work, pieces, _crew(len(pieces), worth=worth), limits)


def _crew(pieces: int, *, worth: bool) -> int:
    return min(_cores(), pieces, _MOST) if worth else min(pieces, 1)


def _cores() -> int:
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1
