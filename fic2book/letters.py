"""Texts as a proof sees them: letters and digits in order, nothing else; and words as readers and sites count them."""

import re
import unicodedata

_LETTERS = re.compile(r"[^\W_]+")
_WORD = re.compile(r"\S+")
_COUNTED_SINGLY = ("CJK ", "IDEOGRAPHIC ", "HANGZHOU ", "KANGXI ", "HIRAGANA ", "KATAKANA ", "KHMER ", "LAO ", "THAI ")
_OF_A_WORD = frozenset({"Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "Pc"})


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


def site_words(text: str) -> int:
    """Count one text node as Archive of Our Own counts a work's words.

    ``--`` parts words as a dash does, apostrophes and hyphens part none, each character of a writing without spaces
    is a word (otwarchive, ``lib/word_counter.rb``; a word character is Ruby's ``[[:word:]]``). The site adds up the
    text nodes of the chapters' own text, so emphasis inside a word makes it two.
    """
    return len(text.replace("--", "—").translate(_SIGNS).split())


class _Signs(dict[int, str]):
    """What stands for a character while words are counted: a letter, a word by itself, nothing or a space."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        name = unicodedata.name(char, "").removeprefix("HALFWIDTH ")
        if name.startswith(_COUNTED_SINGLY) and unicodedata.category(char) in {*_OF_A_WORD, "So"}:
            sign = " x "
        else:
            sign = "x" if unicodedata.category(char) in _OF_A_WORD else " "
        self[code] = sign
        return sign


_SIGNS = _Signs({ord(char): "" for char in "'’‘-"})
