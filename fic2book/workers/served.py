"""A worker's side: takes pieces from a pipe one after the other, and never outlives its parent by long."""

import faulthandler
import os
import signal
import sys
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, NamedTuple, TextIO

from fic2book.workers.limits import MOST_WAITING, Failure, Limits

_GRACE = 10
"""Seconds after its last moment at which a worker ends itself: a parent would have ended it long ago."""


class Raised(NamedTuple):
    """An error that the work raised, on its way to the parent."""

    error: Exception


def serve(work: Callable[[Any], object], link: Connection, others: Sequence[Connection], limits: Limits | None) -> None:
    """Do pieces until the pipe ends; ``others`` are ends of pipes that a fork left open here."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent says when to stop
    for other in others:
        other.close()
    nowhere = _hushed()
    if limits:
        _bound(limits.memory)
    while True:
        try:
            piece = link.recv()
        except (EOFError, OSError):  # no more pieces, or no more parent
            return
        if limits:
            faulthandler.dump_traceback_later(limits.seconds * MOST_WAITING + _GRACE, exit=True, file=nowhere)
        result = _done(work, piece)
        faulthandler.cancel_dump_traceback_later()
        with suppress(OSError):  # a parent that is gone is seen above
            _send(link, result)


def _done(work: Callable[[Any], object], piece: object) -> object:
    try:
        return work(piece)
    except MemoryError:
        return Failure.MEMORY
    except Exception as error:  # noqa: BLE001 — told to the parent, which raises it
        error.add_note(traceback.format_exc())  # the pipe carries no traceback
        return Raised(error)


def _send(link: Connection, result: object) -> None:
    try:
        link.send(result)
    except MemoryError:
        link.send(Failure.MEMORY)


def _hushed() -> TextIO:
    """Let nothing that a library says while it falls reach the person; return a place that leads nowhere."""
    nowhere = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 — open as long as the process
    for stream in (1, 2):
        os.dup2(nowhere.fileno(), stream)
    sys.stdout = sys.stderr = nowhere
    return nowhere


def _bound(memory: int) -> None:
    """Refuse this process more memory than it has now and ``memory`` bytes, where the system can.

    RLIMIT_DATA counts what is really asked for (Linux since 4.7); RLIMIT_AS would count the 120 MB of addresses that
    numpy only reserves. Other systems have no such limit or do not hold it.
    """
    if sys.platform != "linux":
        return
    import resource  # late: not on every system

    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[5])  # proc(5): data and stack
    most = pages * resource.getpagesize() + memory
    with suppress(ValueError, OSError):  # a lower limit is in force already
        resource.setrlimit(resource.RLIMIT_DATA, (most, most))
