"""A sketch of a story's words, by which an edited story is known again without its text."""

import zlib
from functools import lru_cache

from fic2book.letters import tokens

_RUN = 6
"""Words of a run; stories by different hands hardly ever share one of six."""
_RUNS = 32
"""Runs of a sketch: the first ones by their hash (MinHash, bottom k; Broder 1997), the same whatever else is there."""
_DIGITS = 6
"""Hexadecimal digits of a run: two stories share one by chance once in 16,000 pairs, four of them never."""


def sketch(text: str) -> str:
    """Return up to 32 runs of a text's words as hexadecimal numbers of six digits, one behind the other.

    Runs that begin with one word in eight come first: of long stories they are enough, and hashing them all is slow.
    """
    said = tokens(text)
    last = max(len(said) - _RUN + 1, 1 if said else 0)
    chosen = {word for word in set(said) if _is_chosen(word)}
    first = _hashes(said, [at for at, word in enumerate(said[:last]) if word in chosen])
    others = () if len(first) >= _RUNS else (one for one in _hashes(said, list(range(last))) if one not in first)
    return "".join(f"{one:0{_DIGITS}x}" for one in (*first, *others)[:_RUNS])


def runs(sketch: str) -> frozenset[str]:
    """Return a sketch's runs."""
    return frozenset(sketch[at : at + _DIGITS] for at in range(0, len(sketch), _DIGITS))


def _hashes(said: tuple[str, ...], starts: list[int]) -> tuple[int, ...]:
    hashes = {zlib.crc32(" ".join(said[at : at + _RUN]).encode("utf-8", "replace")) % 16**_DIGITS for at in starts}
    return tuple(sorted(hashes)[:_RUNS])


@lru_cache(maxsize=65_536)
def _is_chosen(word: str) -> bool:
    return zlib.crc32(word.encode("utf-8", "replace")) % 8 == 0
