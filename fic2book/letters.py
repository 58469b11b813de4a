"""Texts as a proof sees them: letters and digits in order, nothing else; and words as readers count them."""

import re
import unicodedata

_LETTERS = re.compile(r"[^\W_]+")
_WORD = re.compile(r"\S+")


def letters(text: str) -> str:
    """Return the letters and digits of ``text`` in order, NFKC and case folded.

    That undoes hyphenation, ligatures, small caps, typographic quotes and every kind of space, and keeps order and
    doubles, which a set of words would not.
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    whole = folded if folded.isascii() else unicodedata.normalize("NFKC", folded)
    return "".join(_LETTERS.findall(whole))


def words(text: str) -> int:
    """Count the runs between white space that hold a letter or a digit."""
    return sum(map(bool, map(_LETTERS.search, _WORD.findall(text))))
