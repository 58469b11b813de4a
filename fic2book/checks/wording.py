"""Places and passages in words that a person can look for: “Title”, after the words “…”: 14 words are missing."""

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import NamedTuple

from fic2book.letters import letters

_BEFORE = 7  # words that name a place; enough to find it by any reader's search
_WHOLE = 24  # words of a passage that is shown whole
_ENDS = (14, 6)  # words shown of a longer one, from its beginning and its end


class Passage(NamedTuple):
    """Words ``first:last`` of a text."""

    first: int
    last: int


class Wording:
    """A text's words beside its letters; folding is done once, and only for texts in which something differs."""

    def __init__(self, text: str) -> None:
        self.words: list[str] = []
        lengths: list[int] = []
        lines: list[int] = []
        for line in text.splitlines():
            lines.append(len(lengths))
            kept = [(run, length) for run in line.split() if (length := len(letters(run)))]
            self.words += [run for run, _ in kept]
            lengths += [length for _, length in kept]
        self.ends = list(accumulate(lengths))
        self._lines = {self._begin(first) for first in lines}

    def whole(self, start: int, end: int) -> Passage:
        """Return the words that letters ``start:end`` touch; for no letters the word that they would split, if any."""
        first = bisect_right(self.ends, start)
        if start == end:
            inside = start > self._begin(first) if first < len(self.words) else False
            return Passage(first, first + inside)
        return Passage(first, bisect_left(self.ends, end) + 1)

    def is_whole(self, start: int, end: int) -> bool:
        """Tell whether letters ``start:end`` begin and end where words do."""
        passage = self.whole(start, end)
        return start == self._begin(passage.first) and (start == end or end == self.ends[passage.last - 1])

    def begins_line(self, place: int) -> bool:
        """Tell whether a line begins at a letter."""
        return place in self._lines

    def settled(self, text: str, start: int, end: int) -> tuple[int, int]:
        """Move a gap in the letters of ``text`` to where a person would see it: at a paragraph, else at a word.

        A gap can stand at several places and leave the same letters: "the old house, the old" in "the old house".
        """
        places = [(start, end)]
        while start and start < end and text[start - 1] == text[end - 1]:
            start, end = start - 1, end - 1
            places.append((start, end))
        return max(places, key=lambda place: (place[0] in self._lines, self.is_whole(*place)))

    def grown(self, start: int, end: int) -> tuple[int, int]:
        """Return how many letters are missing before ``start`` and behind ``end`` to make their words whole."""
        passage = self.whole(start, end)
        if passage.first == passage.last:
            return 0, 0
        return start - self._begin(passage.first), self.ends[passage.last - 1] - end

    def place(self, passage: Passage) -> str:
        """Name the place of a passage by the words before it."""
        if not passage.first:
            return "at the very beginning"
        return f"after the words “{' '.join(self.words[max(0, passage.first - _BEFORE) : passage.first])}”"

    def said(self, passage: Passage) -> str:
        """Return a passage as it reads, its middle left out when it is long."""
        chosen = self.words[passage.first : passage.last]
        if len(chosen) <= _WHOLE:
            return f"“{' '.join(chosen)}”"
        return f"“{' '.join(chosen[: _ENDS[0]])} … {' '.join(chosen[-_ENDS[1] :])}”"

    def _begin(self, word: int) -> int:
        return self.ends[word - 1] if word else 0


def counted(count: int, one: str, many: str = "") -> str:
    """Return "1 word is", "14 words are" and the like: ``one`` and ``many`` are what follows the number."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"
