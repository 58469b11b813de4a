"""Where a word may be divided; the only pyphen.

Names and words in capitals stay whole, and so do compounds with a hyphen of their own, which may end a line there.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

import pyphen

from fic2book.press.paragraphs import Run

_LETTERS = re.compile(r"[^\W\d_]+")
_HYPHENS = frozenset("-‐‑")
_CAPITAL_NOUNS = frozenset({"de", "lb"})
Limits = tuple[int, int, int]


def points(run: Run, bounds: tuple[int, int], limits: Limits) -> Iterator[int]:
    """Yield the places between two places of a paragraph where a word of this run may be divided."""
    language = pyphen.language_fallback(run.language) if run.language else None
    if language is None:
        return
    start, end = max(bounds[0] - run.start, 0), min(bounds[1] - run.start, len(run.text))
    for word in _LETTERS.finditer(run.text, start, end):
        first, behind = word.span()
        is_part = run.text[first - 1 : first] in _HYPHENS or run.text[behind : behind + 1] in _HYPHENS
        if not is_part and _is_common(word[0], language):
            yield from (run.start + first + place for place in _divisions(word[0], language, limits))


def _is_common(word: str, language: str) -> bool:
    return word[1:] == word[1:].lower() and (word[0].islower() or language[:2] in _CAPITAL_NOUNS)


@lru_cache(maxsize=50_000)
def _divisions(word: str, language: str, limits: Limits) -> tuple[int, ...]:
    """Return where the patterns divide a word; divisions that change its letters are not for soft hyphens."""
    shortest, before, after = limits
    if len(word) < shortest:
        return ()
    found = _dictionary(language, before, after).positions(word)
    return tuple(int(place) for place in found if not getattr(place, "data", None))


@lru_cache(maxsize=32)
def _dictionary(language: str, before: int, after: int) -> pyphen.Pyphen:
    return pyphen.Pyphen(lang=language, left=before, right=after)
