"""Letters for letters: the same word becomes the same other word, in its case and its script."""

import re
import unicodedata
from functools import lru_cache
from hashlib import blake2b

from fic2book.anonymous import known

_SHORT = 3
"""Letters of words that may stay: the small words of titles and speech name nobody."""
_LONG = 5
"""Digits from which a number names something: a work, a person."""
_TOKEN = re.compile(r"%[0-9A-Fa-f]{2}|[^\W\d_]+|\d+")
_SMALL = "abcdefghijklmnopqrstuvwxyz"


def replaced(text: str, *, keep: bool, encoding: str = "utf-8") -> str:
    """Return a text with other letters; with ``keep`` the words that the program knows stay."""
    return _TOKEN.sub(lambda found: _other(found[0], encoding, keep=keep), text)


def replaced_name(name: str) -> str:
    """Return the name of a file, or of a place in an archive, with other letters."""
    return replaced(name, keep=True)


def is_known(text: str) -> bool:
    """Tell whether a text has words, and each of them is one that the program knows."""
    tokens = [token.lower() for token in re.findall(r"[^\W\d_]+", text)]
    return bool(tokens) and known.words().issuperset(tokens)


def _other(token: str, encoding: str, *, keep: bool) -> str:
    if token.startswith("%"):
        return token
    if token[0].isdecimal():
        return _number(token) if len(token) >= _LONG else token
    if token.lower() in known.words() and (keep or len(token) <= _SHORT):
        return token
    return _word(token, encoding)


def _number(token: str) -> str:
    shifts = blake2b(token.encode(), digest_size=len(token[:64])).digest()
    changed = [str((int(digit) + 1 + shift % 8) % 10) for digit, shift in zip(token, shifts, strict=False)]
    return ("1" if changed[0] == "0" else changed[0]) + "".join(changed[1:]) + "1" * max(len(token) - 64, 0)


def _word(token: str, encoding: str) -> str:
    key = unicodedata.normalize("NFC", token).lower().encode("utf-8", "replace")
    shifts = blake2b(key).digest()
    return "".join(_letter(letter, shifts[at % len(shifts)], encoding) for at, letter in enumerate(token))


def _letter(letter: str, shift: int, encoding: str) -> str:
    small = letter.lower()
    if small in _SMALL:
        other = _SMALL[(_SMALL.index(small) + 1 + shift % 25) % 26]
        return other if letter == small else other.upper()
    near = _near(letter, encoding)
    return near[shift % len(near)] if near else letter


@lru_cache(maxsize=8192)
def _near(letter: str, encoding: str) -> str:
    """Return other letters of the same script and case; of Latin none, for wrongly decoded text is known by them."""
    kind, script = unicodedata.category(letter), _script(letter)
    if script == "LATIN":
        return ""
    first = ord(letter) & ~0x3F
    around = (chr(code) for code in range(first, first + 0x40) if code != ord(letter))
    return "".join(
        near
        for near in around
        if unicodedata.category(near) == kind and _script(near) == script and _is_in(near, encoding)
    )


def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0].partition("-")[0]


def _is_in(letter: str, encoding: str) -> bool:
    try:
        letter.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
