"""What a reader of the book, or its maker, would notice: a value, not a log line."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem matters: an error fails the build, a warning does so with ``--strict``."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What a reader of the book, or its maker, would notice."""

    code: str
    """Stable and documented, such as ``text-lost``."""
    severity: Severity
    message: str
    place: str = ""
    """The story's title, a file and line, or a page."""
