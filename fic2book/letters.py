"""Texts as a proof sees them: letters and digits in order, nothing else; and words as readers count them."""

import re
import unicodedata

_NOT_A_LETTER = re.compile(r"[\W_]+")
_WORD = re.compile(r"\S+")
_LETTER = re.compile(r"[^\W_]")


def letters(text: str) -> str:
    """Return the letters and digits of ``text`` in order, NFKC and case folded.

    That undoes hyphenation, ligatures, small caps, typographic quotes and every kind of space, and keeps order and
    doubles, which a set of words would not.
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    return _NOT_A_LETTER.sub("", unicodedata.normalize("NFKC", folded))


def words(text: str) -> int:
    """Count the runs between white space that hold a letter or a digit."""
    return sum(map(bool, map(_LETTER.search, _WORD.findall(text))))
