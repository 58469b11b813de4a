"""Where pieces of work are done: here, or by processes, or by whatever executor is handed in; and what of it is kept.

What comes out is the same wherever it is done. A piece that cannot be done costs no other: all others are done and
kept, and then it is named.
"""

import gc
import os
import signal
import threading
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor, Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context, parent_process
from typing import Any, Protocol

from fic2book.errors import OutputError
from fic2book.workers.crew import can_fork
from fic2book.workers.lending import Lent, as_it_is, lost, name

_RECYCLED = 64  # pieces that a process does before another takes its place: what libraries never give back stays small


Told = Callable[[str, bytes | None], tuple[str, int, int]]
"""A piece's key and what was made of it, or nothing → words, how much is done, how much there is."""


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
    lend: Callable[[Any], Any] = as_it_is
    """Gives what stands, among the executor's arguments, for something that many pieces share."""
    faults: tuple[type[BaseException], ...] = ()
    """What the executor raises when it, not the work, has failed."""
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
        self._lent = Lent(shop.lend)

    @property
    def is_elsewhere(self) -> bool:
        """Whether another's executor does the work: what pieces share is sent to it as ``Shared``."""
        return self._shop.executor is not None

    def results(self, work: Callable[..., bytes], pieces: Mapping[str, Any], told: Told | None = None) -> list[bytes]:
        """Return what ``work``, a module's function, makes of each piece, in order; the keys say what is the same.

        Raises the first piece's error when all others are done. ``told`` says after each piece what the shop's step
        is to be told. Who is stopped has kept every piece that was at work or done.
        """
        store = self._shop.store
        done = {key: data for key in pieces if store is not None and (data := store.get(key)) is not None}
        missing = {key: piece for key, piece in pieces.items() if key not in done}
        failed: dict[str, OutputError] = {}
        if told:
            for key, data in done.items():
                self._shop.step(*told(key, data))
        for key, outcome in self._made(work, missing):
            if isinstance(outcome, OutputError):
                failed[key] = outcome
            else:
                done[key] = outcome
            if told:
                self._shop.step(*told(key, done.get(key)))
        for key in pieces:
            if key in failed:
                raise failed[key]
        return [done[key] for key in pieces]

    def dismiss(self) -> None:
        """Leave no process behind; what is at work is done, what is not begun is not."""
        if self._pool:
            self._pool.shutdown(wait=True, cancel_futures=True)
        self._pool = None
        self._lent.clear()

    def _made(self, work: Callable[..., bytes], pieces: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
        if self._shop.executor:
            yield from self._by(self._shop.executor, work, pieces)
            return
        most = self._shop.workers or _processors()
        if most < 2 or (len(pieces) < 2 and not self._pool):
            yield from ((key, self._here(work, key, piece)) for key, piece in pieces.items())
            return
        keys = list(pieces)
        for start in range(0, len(keys), _RECYCLED * most):
            some = {key: pieces[key] for key in keys[start : start + _RECYCLED * most]}
            yield from self._by_processes(work, some, most)

    def _by_processes(
        self, work: Callable[..., bytes], pieces: Mapping[str, Any], size: int
    ) -> Iterator[tuple[str, Any]]:
        """Do pieces in a pool; when one of its processes dies, do what is left one by one, to find out over which."""
        left = dict(pieces)
        try:
            for key, outcome in self._by(self._manned(size, len(pieces)), work, pieces):
                del left[key]
                yield key, outcome
        except BrokenProcessPool:
            self.dismiss()
            for key, piece in left.items():
                yield key, self._alone(work, key, piece)

    def _here(self, work: Callable[..., bytes], key: str, piece: object) -> bytes | OutputError:
        try:
            made = work(piece)
        except OutputError as error:
            return error
        if self._shop.store is not None:
            self._shop.store.put(key, made)
        return made

    def _alone(self, work: Callable[..., bytes], key: str, piece: object) -> bytes | OutputError:
        try:
            [(_, outcome)] = self._by(self._manned(1, 1), work, {key: piece})
        except BrokenProcessPool:
            self.dismiss()
            reason = f"the PDF cannot be made: the process that typeset “{name(piece)}” ended by itself"
            return OutputError(reason, way_out="There may be too little memory: build with -j 1, or divide that story.")
        return outcome

    def _by(
        self, executor: Executor, work: Callable[..., bytes], pieces: Mapping[str, Any]
    ) -> Iterator[tuple[str, bytes | OutputError]]:
        """Hand pieces to an executor and yield what comes of each, as it comes; when stopped, what is not begun is not.

        What is made is kept as it comes from the executor, not as it is asked for: whoever stops loses nothing made.
        """
        futures: dict[Future[bytes], str] = {}
        with _unheard():
            for key, piece in pieces.items():
                future = executor.submit(work, *self._lent.arguments(piece))
                future.add_done_callback(partial(self._keep, key))
                futures[future] = key
        try:
            for future in as_completed(futures):
                try:
                    yield futures[future], future.result()
                except OutputError as error:
                    yield futures[future], error
                except self._shop.faults as error:
                    yield futures[future], lost(pieces[futures[future]], error)
        finally:
            for future in futures:
                future.cancel()

    def _keep(self, key: str, future: Future[bytes]) -> None:
        if self._shop.store is not None and not future.cancelled() and future.exception() is None:
            self._shop.store.put(key, future.result())

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


@contextmanager
def _unheard() -> Iterator[None]:
    """Put Ctrl-C off while processes begin: those born now are deaf to it, and only their parent says when to stop."""
    mask = getattr(signal, "pthread_sigmask", None)  # not on Windows
    if mask is None:
        yield
        return
    before = mask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        mask(signal.SIG_SETMASK, before)


def _prepare() -> None:
    """Make a process ready: it does not hear Ctrl-C, and never looks again at what it was born with."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent says when to stop
    threading.Thread(target=_end_with_parent, daemon=True).start()
    gc.freeze()
    gc.set_threshold(100_000, 10, 5)


def _end_with_parent() -> None:
    """Wait for the parent's end; one that is killed dismisses nobody, and its processes would wait for it for ever."""
    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)


def _processors() -> int:
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1
