"""The parent's side: a few processes, each with one piece and a deadline; one that fails is replaced."""

import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from multiprocessing import get_context
from multiprocessing.connection import wait
from time import monotonic
from typing import Any

from fic2book.workers.limits import Failure, Limits
from fic2book.workers.served import Raised, serve
from fic2book.workers.worker import Worker

Work = Callable[[Any], Any]
"""What travels through a pipe has no type here; ``each`` and ``guarded`` say which."""


def results(work: Work, pieces: Sequence[Any], size: int, limits: Limits | None) -> Iterator[Any]:
    """Yield the result or the ``Failure`` of every piece, in order, done by ``size`` processes."""
    crew = _Crew(work, limits)
    waiting = iter(enumerate(pieces))
    done: dict[int, Any] = {}
    try:
        for _ in range(size):
            crew.give(*next(waiting))
        for number in range(len(pieces)):
            while number not in done:
                for finished, outcome in crew.finished():
                    done[finished] = outcome
                    following = next(waiting, None)
                    if following:
                        crew.give(*following)
            outcome = done.pop(number)
            if isinstance(outcome, Raised):
                raise outcome.error
            yield outcome
    finally:
        crew.dismiss()


def can_fork() -> bool:
    """Tell whether a fork is cheap and safe here: Linux, and no other thread that may hold a lock."""
    return sys.platform == "linux" and threading.active_count() == 1


class _Crew:
    """The processes that there are: those at work and those that wait for it."""

    def __init__(self, work: Work, limits: Limits | None) -> None:
        self._work = work
        self._limits = limits
        self._busy: list[Worker] = []
        self._idle: list[Worker] = []
        self._forks = can_fork()

    def give(self, number: int, piece: object) -> None:
        """Let an idle worker, or a new one, do a piece."""
        worker = self._idle.pop() if self._idle else self._hired()
        worker.give(number, piece)
        self._busy.append(worker)

    def finished(self) -> Iterator[tuple[int, Any]]:
        """Wait until a worker is done, dead or over time; give the numbers of their pieces and what came of them."""
        nearest = min(worker.deadline for worker in self._busy)
        left = None if nearest == float("inf") else max(0.0, nearest - monotonic())
        ready = wait([worker.link for worker in self._busy], left)
        now = monotonic()
        for worker in [worker for worker in self._busy if worker.link in ready or worker.is_over(now)]:
            outcome = worker.result() if worker.link in ready else Failure.TIME
            self._busy.remove(worker)
            if isinstance(outcome, Failure):
                worker.end()
            else:
                self._idle.append(worker)
            yield worker.number, outcome

    def dismiss(self) -> None:
        """Leave no process behind."""
        for worker in (*self._busy, *self._idle):
            worker.end()

    def _hired(self) -> Worker:
        context = get_context("fork" if self._forks else "spawn")
        ours, theirs = context.Pipe()
        inherited = [worker.link for worker in (*self._busy, *self._idle)] + [ours] if self._forks else []
        process = context.Process(  # type: ignore[attr-defined]  # both contexts have it; their common type has not
            target=serve, args=(self._work, theirs, inherited, self._limits), daemon=True
        )
        process.start()
        theirs.close()
        return Worker(process, ours, self._limits)
