"""One worker as its parent sees it: a process, the pipe to it, and the time that its piece may still take."""

import os
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from time import monotonic

from fic2book.workers.limits import MOST_WAITING, Failure, Limits

_AT_WORK = 0.1
"""Share of a processor's time from which a process counts as held up by others, and not as waiting for something."""


class Worker:
    """A process with, while it works, the number of its piece and the moment at which it is over time."""

    def __init__(self, process: BaseProcess, link: Connection, limits: Limits | None) -> None:
        self.process = process
        self.link = link
        self.number = 0
        self.deadline = float("inf")
        self._limits = limits
        self._begun = (0.0, 0.0)

    def give(self, number: int, piece: object) -> None:
        """Send a piece; its time begins."""
        self.number = number
        self._begun = (monotonic(), _processor_time(self.process.pid))
        if self._limits:
            self.deadline = self._begun[0] + self._limits.seconds
        try:
            self.link.send(piece)
        except OSError:  # it died while it was idle: seen when its result is asked for
            return

    def is_over(self, now: float) -> bool:
        """Tell whether the time is over; a worker that the rest of the machine holds up gets what it did not have."""
        if now < self.deadline or self._limits is None:
            return False
        seconds, begun = self._limits.seconds, self._begun
        worked = _processor_time(self.process.pid) - begun[1]
        latest = begun[0] + seconds * MOST_WAITING
        if now >= latest or worked >= seconds or worked < (now - begun[0]) * _AT_WORK:
            return True
        self.deadline = min(latest, now + seconds - worked)
        return False

    def result(self) -> object:
        """Return what the worker has sent, or that it died."""
        try:
            return self.link.recv()
        except (EOFError, OSError):
            return Failure.DIED

    def end(self) -> None:
        """Stop the process, whatever it does."""
        self.process.kill()
        self.process.join()
        self.link.close()


def _processor_time(process: int | None) -> float:
    """Return the seconds that a process has had of the processor; 0 where the system does not tell (not Linux)."""
    try:
        said = Path(f"/proc/{process}/stat").read_text(encoding="ascii", errors="replace")
        user, system = said.rpartition(")")[2].split()[11:13]  # proc(5): utime, stime
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")
    except (OSError, ValueError, AttributeError):
        return 0.0
