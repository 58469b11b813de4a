"""Texts as a proof sees them: letters and digits in order, nothing else; and words as readers and sites count them."""

import re
import unicodedata

_LETTERS = re.compile(r"[^\W_]+")
_WORD = re.compile(r"[^\W_]\S*")
_PRINTERS_SIGNS = "’“”—–‘…"
"""The signs outside ASCII that most English stories have, none of them a letter: without them such a text is ASCII,
which is folded, stripped and counted many times faster."""
_NO_LETTERS = {code: None for code in range(128) if not chr(code).isalnum()}
_PARTED = dict.fromkeys(_NO_LETTERS, " ")
_NO_SIGNS = {code: None for code in _NO_LETTERS if not chr(code).isspace()}
_GREEK = re.compile("[\u0370-\u03ff\u1f00-\u1fff]")
_ACCENTED = re.compile("([\u0370-\u03ff])[\u0300-\u036f]+")
_SIGN = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\u0e00-\u0eff\u1780-\u17ff]")
_SIGN_OR_WORD = re.compile(rf"{_SIGN.pattern}|{_LETTERS.pattern}")
_COUNTED_SINGLY = ("CJK ", "IDEOGRAPHIC ", "HANGZHOU ", "KANGXI ", "HIRAGANA ", "KATAKANA ", "KHMER ", "LAO ", "THAI ")
_OF_A_WORD = frozenset({"Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "Pc"})


def letters(text: str) -> str:
    """Return the letters and digits of ``text`` in order, NFKC and case folded.

    That undoes hyphenation, ligatures, small caps, typographic quotes and every kind of space, and keeps order and
    doubles, which a set of words would not. Greek letters count without their accents, for Greek capitals are set
    without.
    """
    bare = _without_printers_signs(text)
    if bare.isascii():
        return bare.lower().translate(_NO_LETTERS)
    if "\n" in text:  # no sign acts on one in another line, and most lines are ASCII
        return "".join(map(letters, text.split("\n")))
    folded = unicodedata.normalize("NFKC", text).casefold()
    if _GREEK.search(folded):
        folded = _ACCENTED.sub(r"\1", unicodedata.normalize("NFD", folded))
    whole = folded if folded.isascii() else unicodedata.normalize("NFKC", folded)
    return "".join(_LETTERS.findall(whole))


def words(text: str) -> int:
    """Count the runs between white space that hold a letter or a digit."""
    bare = _without_printers_signs(text)
    if bare.isascii():
        return len(bare.translate(_NO_SIGNS).split())
    if "\n" in text:
        return sum(map(words, text.split("\n")))
    return len(_WORD.findall(text))


def tokens(text: str) -> tuple[str, ...]:
    """Return a text's words without marks and case; of scripts without spaces each sign is a word."""
    bare = _without_printers_signs(text, " ")
    if bare.isascii():
        return tuple(bare.lower().translate(_PARTED).split())
    if "\n" in text:
        return tuple(word for line in text.split("\n") for word in tokens(line))
    folded = text.casefold()
    return tuple((_SIGN_OR_WORD if _SIGN.search(folded) else _LETTERS).findall(folded))


def site_words(text: str) -> int:
    """Count one text node as Archive of Our Own counts a work's words.

    ``--`` parts words as a dash does, apostrophes and hyphens part none, each character of a writing without spaces
    is a word (otwarchive, ``lib/word_counter.rb``; a word character is Ruby's ``[[:word:]]``). The site adds up the
    text nodes of the chapters' own text, so emphasis inside a word makes it two.
    """
    return len(text.replace("--", "—").translate(_SIGNS).split())


def _without_printers_signs(text: str, instead: str = "") -> str:
    if not text.isascii():
        for sign in _PRINTERS_SIGNS:
            text = text.replace(sign, instead)
    return text


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
