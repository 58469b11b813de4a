"""What is to be bound, and what comes of it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from fic2book.binding.typesetting import Typesetting
from fic2book.dressing import Dress
from fic2book.model import Anthology, BookBlock, Problem

Proof = Callable[[Mapping[str, bytes]], Iterable[Problem]]
"""The finished files by suffix, as they were read again from the disk → what is wrong with them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Volume:
    """One book of those that an anthology becomes in print; a book in one volume is the anthology itself."""

    anthology: Anthology
    suffix: str = ""
    """``-volume-1`` … behind the book's name in the names of files; empty: the only one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What products are made from."""

    volumes: tuple[Volume, ...]
    dress: Dress
    typesetting: Typesetting
    blocks: Mapping[str, BookBlock] = field(default_factory=dict)
    """Volume's suffix → its leaves, where a product that was made before has them: a wrap goes round these."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """What came of one product."""

    files: Mapping[str, bytes]
    """What follows the book's name in a file's name (``-print.pdf``) → the file."""
    problems: tuple[Problem, ...] = ()
    blocks: Mapping[str, BookBlock] = field(default_factory=dict)
    """Volume's suffix → the leaves that were made of it."""
    proofs: tuple[Proof, ...] = field(default=())
