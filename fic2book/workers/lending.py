"""What travels to another machine: a piece, and once for all pieces what they share; and what to say of one lost."""

from collections.abc import Callable
from typing import Any, NamedTuple

from fic2book.errors import OutputError


class Shared(NamedTuple):
    """A piece for another machine: ``work(own, common)``, where many pieces have ``common`` in common."""

    name: str
    own: Any
    common: Any


class Lent:
    """What is lent to those who do the work, as long as this value lives."""

    def __init__(self, lend: Callable[[Any], Any]) -> None:
        self._lend = lend
        self._lent: list[tuple[Any, Any]] = []

    def arguments(self, piece: object) -> tuple[Any, ...]:
        """Return what work is called with; what pieces share is lent once."""
        if not isinstance(piece, Shared):
            return (piece,)
        for value, stands_for_it in self._lent:
            if value is piece.common:
                return piece.own, stands_for_it
        self._lent.append((piece.common, self._lend(piece.common)))
        return piece.own, self._lent[-1][1]

    def clear(self) -> None:
        """Take back what was lent."""
        self._lent.clear()


def as_it_is(value: object) -> object:
    """Lend a thing as it is, where nothing travels."""
    return value


def lost(piece: object, error: BaseException) -> OutputError:
    """Say that a piece was given away and never came back."""
    reason = f"the PDF cannot be made: “{name(piece)}” was given away and never came back ({type(error).__name__})"
    way_out = "The cluster went away, or its workers need more memory. What is done is kept: build again."
    return OutputError(reason, way_out=way_out)


def name(piece: object) -> str:
    """Return what a piece is called, for a sentence."""
    return str(getattr(piece, "name", "")) or "a story"
