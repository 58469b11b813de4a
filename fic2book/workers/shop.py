"""Where pieces of work are done: here, or by processes, or by whatever executor is handed in; and what of it is kept.

What comes out is the same wherever it is done. A piece that cannot be done costs no other: all others are done and
kept, and then it is named.
"""

import gc
import os
import signal
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor, Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Any, Protocol

from fic2book.errors import OutputError
from fic2book.workers.crew import can_fork

_RECYCLED = 64  # pieces that a process does before another takes its place: what libraries never give back stays small


class Store(Protocol):
    """Something that keeps results; it may lose them."""

    def get(self, key: str) -> bytes | None:
        """Return what is kept under a key."""

    def put(self, key: str, data: bytes) -> None:
        """Keep something."""


def _silent(what: str, done: int, total: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shop:
    """How pieces of work are done."""

    workers: int = 1
    """Processes at once; 1: no other process than this one; 0: as many as there are processors."""
    executor: Executor | None = None
    """Does the work instead of processes of our own."""
    store: Store | None = None
    step: Callable[[str, int, int], None] = _silent
    """Is told what is done, how much of it, and how much there is."""
    start: str = ""
    """How processes begin: ``fork`` or ``spawn``; empty: as it is cheap and safe here."""

    @contextmanager
    def open(self) -> Iterator["Crew"]:
        """Give those who do the work, and dismiss them in the end, however that comes."""
        crew = Crew(self)
        try:
            yield crew
        finally:
            crew.dismiss()


class Crew:
    """Those who do the work of one shop: processes that begin when they are needed, or another's executor."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop
        self._pool: ProcessPoolExecutor | None = None
        self._given = 0

    def results(self, work: Callable[[Any], bytes], pieces: Mapping[str, Any], what: str = "") -> list[bytes]:
        """Return what ``work``, a module's function, makes of each piece, in order; the keys say what is the same.

        Raises the first piece's error when all others are done. ``what`` is told to the shop's step, piece by piece.
        """
        store = self._shop.store
        done = {key: data for key in pieces if store is not None and (data := store.get(key)) is not None}
        missing = {key: piece for key, piece in pieces.items() if key not in done}
        failed: dict[str, OutputError] = {}
        for key, outcome in self._made(work, missing):
            if isinstance(outcome, OutputError):
                failed[key] = outcome
            else:
                done[key] = outcome
                if store is not None:
                    store.put(key, outcome)
            if what:
                self._shop.step(what, len(done) + len(failed), len(pieces))
        for key in pieces:
            if key in failed:
                raise failed[key]
        return [done[key] for key in pieces]

    def dismiss(self) -> None:
        """Leave no process behind; what is at work is done, what is not begun is not."""
        if self._pool:
            self._pool.shutdown(wait=True, cancel_futures=True)
        self._pool = None

    def _made(self, work: Callable[[Any], bytes], pieces: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
        if self._shop.executor:
            yield from _by(self._shop.executor, work, pieces)
            return
        most = self._shop.workers or _processors()
        if most < 2 or (len(pieces) < 2 and not self._pool):
            yield from ((key, _tried(work, piece)) for key, piece in pieces.items())
            return
        keys = list(pieces)
        for start in range(0, len(keys), _RECYCLED * most):
            some = {key: pieces[key] for key in keys[start : start + _RECYCLED * most]}
            yield from self._by_processes(work, some, most)

    def _by_processes(
        self, work: Callable[[Any], bytes], pieces: Mapping[str, Any], size: int
    ) -> Iterator[tuple[str, Any]]:
        """Do pieces in a pool; when one of its processes dies, do what is left one by one, to find out over which."""
        left = dict(pieces)
        try:
            for key, outcome in _by(self._manned(size, len(pieces)), work, pieces):
                del left[key]
                yield key, outcome
        except BrokenProcessPool:
            self.dismiss()
            for key, piece in left.items():
                yield key, self._alone(work, piece)

    def _alone(self, work: Callable[[Any], bytes], piece: object) -> bytes | OutputError:
        try:
            return self._manned(1, 1).submit(work, piece).result()
        except BrokenProcessPool:
            self.dismiss()
            reason = f"the PDF cannot be made: the process that typeset “{_name(piece)}” ended by itself"
            return OutputError(reason, way_out="There may be too little memory: build with -j 1, or divide that story.")
        except OutputError as error:
            return error

    def _manned(self, size: int, pieces: int) -> ProcessPoolExecutor:
        """Return the pool, with other processes when those that there are have done much."""
        if self._given + pieces > _RECYCLED * size:
            self.dismiss()
        if self._pool is None:
            method = self._shop.start or ("fork" if can_fork() else "spawn")
            self._pool = ProcessPoolExecutor(size, get_context(method), _prepare)
            self._given = 0
        self._given += pieces
        return self._pool


def _by(executor: Executor, work: Callable[[Any], bytes], pieces: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Hand pieces to an executor and yield what comes of each, as it comes; when stopped, what is not begun is not."""
    futures: dict[Future[bytes], str] = {executor.submit(work, piece): key for key, piece in pieces.items()}
    try:
        for future in as_completed(futures):
            try:
                yield futures[future], future.result()
            except OutputError as error:
                yield futures[future], error
    finally:
        for future in futures:
            future.cancel()


def _tried(work: Callable[[Any], bytes], piece: object) -> bytes | OutputError:
    try:
        return work(piece)
    except OutputError as error:
        return error


def _prepare() -> None:
    """Make a process ready: it does not hear Ctrl-C, and never looks again at what it was born with."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent says when to stop
    gc.freeze()
    gc.set_threshold(100_000, 50, 50)


def _processors() -> int:
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def _name(piece: object) -> str:
    return str(getattr(piece, "name", "")) or "a story"
