"""What a reader is given: a manuscript's name, its bytes, and the folder that its pictures may lie in."""

from pathlib import Path
from typing import NamedTuple


class Given(NamedTuple):
    """One manuscript, unread."""

    file: str
    """Path relative to ``folder``, with forward slashes."""
    data: bytes
    folder: Path | None = None
    """Where pictures beside the manuscript may be; ``None``: none are looked for."""
