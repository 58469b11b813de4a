"""One row of a page while it is being set."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Row:
    """The row that is being set."""

    tag: str
    line: int
    opened_at: int
    """Where in the markup its block begins."""
    words: list[str] = field(default_factory=list)
    bare: bool = True
    """Nothing stands in it yet, so that white space is nothing."""
    space_at: int = -1
    """Where in the markup the space stands that the row must not end with."""
    part: int = 0
    """How many rows of its block stand above it."""
    ends: int = 0
    """Line ends typed behind its last word."""
