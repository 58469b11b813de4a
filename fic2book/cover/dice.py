"""Chance that falls the same way on every machine: the cover's choices, thrown from the book's own words."""

import hashlib
from collections.abc import Sequence
from typing import TypeVar

_Choice = TypeVar("_Choice")
_BITS = 53
"""As many as a float holds."""


class Dice:
    """A row of numbers that only ``seed`` decides: SHA-256 of the seed and a counter."""

    def __init__(self, seed: str) -> None:
        self._seed = hashlib.sha256(seed.encode()).digest()
        self._thrown = 0

    def fraction(self) -> float:
        """Throw a number from 0 up to, but not, 1."""
        self._thrown += 1
        thrown = hashlib.sha256(self._seed + self._thrown.to_bytes(8, "big")).digest()
        return float(int.from_bytes(thrown[:8], "big") >> (64 - _BITS)) / float(1 << _BITS)

    def between(self, low: float, high: float) -> float:
        """Throw a number between two others."""
        return low + (high - low) * self.fraction()

    def whole(self, low: int, high: int) -> int:
        """Throw a whole number, both ends included."""
        return low + int(self.fraction() * (high - low + 1))

    def choose(self, choices: Sequence[_Choice]) -> _Choice:
        """Throw one of several, all alike likely."""
        return choices[self.whole(0, len(choices) - 1)]
