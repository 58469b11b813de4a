"""What an anthology remembers of its editions: which stories are new, which were updated, which have left."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """A story that an earlier edition had: its name stays its own, and nothing else of it can be read here."""

    id: str
    name: str
    """Seal of its title and authors, that it is known again when it comes back."""
    url: str
    """Seal of its address; empty when it had none."""
    letters: int
    sha256: str
    sketch: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """The marks of an edition against the one before, and what later ones have to know."""

    new: frozenset[str] = frozenset()
    """Ids of the stories that the edition before did not have; empty when none is known."""
    updated: frozenset[str] = frozenset()
    """Ids of the stories that it had with other words, in a manuscript that was another."""
    gone: tuple[Gone, ...] = ()
    """What stories had a name in any earlier edition and are not in this one."""
    guessed: tuple[str, ...] = ()
    """``title``, ``language``, ``identifier``: what nobody said. It stays as it was when stories come and go."""
