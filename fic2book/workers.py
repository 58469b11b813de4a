"""Work that falls into pieces, done on all cores where the system can fork cheaply, and one after the other elsewhere.

The results are the same and in the same order either way; only the time differs.
"""

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

Piece = TypeVar("Piece")
Result = TypeVar("Result")

_MOST = 4
"""Processes: each costs some 20 MB, and the rest of a build is one after the other anyway."""


def each(work: Callable[[Piece], Result], pieces: Sequence[Piece], *, worth: bool) -> Iterator[Result]:
    """Yield ``work(piece)`` of every piece, in order; ``worth`` says whether it takes longer than starting processes.

    ``work`` must be a module's function, and what it takes and gives must pickle.
    """
    crew = min(_cores(), len(pieces), _MOST)
    if not worth or crew < 2 or not _can_fork():
        yield from map(work, pieces)
        return
    done = 0
    for result in _forked(work, pieces, crew):
        done += 1
        yield result
    yield from map(work, pieces[done:])


def _forked(work: Callable[[Piece], Result], pieces: Sequence[Piece], crew: int) -> Iterator[Result]:
    """Yield results until all are done, or until a process dies (a piece may be made to kill it)."""
    from concurrent.futures import ProcessPoolExecutor  # late: small folders never need it
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    context = get_context("fork")
    try:
        with ProcessPoolExecutor(crew, mp_context=context, initializer=_leave_stopping_to_the_parent) as pool:
            yield from pool.map(work, pieces, chunksize=max(1, len(pieces) // (crew * 4)))
    except BrokenProcessPool:
        return


def _leave_stopping_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _cores() -> int:
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def _can_fork() -> bool:
    """Tell whether a fork is cheap and safe here: Linux, and no other thread that may hold a lock."""
    return sys.platform == "linux" and threading.active_count() == 1
