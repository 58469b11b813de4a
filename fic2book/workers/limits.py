"""What one piece of work may cost, and how it can fail."""

from enum import StrEnum
from typing import NamedTuple

MOST_WAITING = 4
"""Times that a piece may take longer because other programs need the processor: no story is skipped for that."""


class Limits(NamedTuple):
    """What one piece of work may cost."""

    seconds: int
    """By the clock on the wall, on a machine that has time; ``MOST_WAITING`` times as many on one that has not."""
    memory: int
    """Bytes beyond those that its process began with. Held where the system can (Linux); elsewhere a note."""


class Failure(StrEnum):
    """Why there is no result of a piece."""

    TIME = "time"
    MEMORY = "memory"
    DIED = "died"
    """Its process ended by itself: a library fell, or the system stopped it."""
