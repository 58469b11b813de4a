"""What one piece of work may cost, and how it can fail."""

from enum import StrEnum
from typing import NamedTuple


class Limits(NamedTuple):
    """What one piece of work may cost."""

    seconds: int
    """By the clock on the wall: what a person waits."""
    memory: int
    """Bytes beyond those that its process began with. Held where the system can (Linux); elsewhere a note."""


class Failure(StrEnum):
    """Why there is no result of a piece."""

    TIME = "time"
    MEMORY = "memory"
    DIED = "died"
    """Its process ended by itself: a library fell, or the system stopped it."""
