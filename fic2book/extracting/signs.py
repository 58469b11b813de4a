"""Text as Markdown and as HTML: what would mean something there is written so that it means itself.

The rules are those of the reader that reads it again (python-markdown, and decoding before it): a file's text is put
into NFC, parted at every line end that Unicode knows, and rid of characters that no book can hold.
"""

import re
import unicodedata
from html import escape

_ANYWHERE = re.compile(r"[\\`*_\[\]|~]")
"""What begins an inline mark of Markdown, or a cell of a table."""
_AT_START = re.compile(r"[-+=#>:]|(\d{1,9})([.)])")
"""What makes a line a heading, a list, a quotation, a rule or a term."""
_ENTITY = re.compile(r"&(?=#?\w+;)")
_SPACES = frozenset("\xa0\u2002\u2003\u2009\u200a\u202f\u3000 ")
"""White space that stays as it is inside a line."""
_UNFIT = re.compile(
    "[\x00-\x1f\x7f-\x9f\ufeff\ufdd0-\ufdef\ufffe\uffff\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
"""Controls, line ends of Unicode, marks that no editor shows: written as numbers."""
_JOINING = range(0x1160, 0x1200)
"""Vowels and finals of Hangul, which join the syllable before them under NFC."""


def number(sign: str) -> str:
    """Return a character as a numeric reference, which nothing between file and book touches."""
    return f"&#{ord(sign)};"


def markdown(text: str, *, starts: bool = False, ends: bool = False) -> str:
    """Return text as Markdown that says exactly this; ``starts`` and ``ends`` where it begins and ends a line."""
    signs = [_sign(text, at) for at in range(len(text))]
    if starts and text:
        _guard_start(text, signs)
    _guard_edges(text, signs, starts=starts, ends=ends)
    return "".join(signs)


def html(text: str) -> str:
    """Return text as it stands in a chunk of HTML: on one line, the same after decoding."""
    signs = [escape(sign, quote=False) for sign in text]
    for at, sign in enumerate(text):
        if _is_fragile(text, at) or (sign.isspace() and sign != " " and sign not in _SPACES):
            signs[at] = number(sign)
    return "".join(signs)


def attribute(value: str) -> str:
    """Return an attribute's value; no sign in it means anything to Markdown."""
    return "".join(
        number(sign) if (sign.isascii() and not (sign.isalnum() or sign in "#:/.,;-?=%+@ ")) or _is_fragile(value, at)
        else sign
        for at, sign in enumerate(value)
    )  # fmt: skip


def _sign(text: str, at: int) -> str:
    sign = text[at]
    if sign == "<":
        return "&lt;"
    if sign == "&":
        return "&amp;" if _ENTITY.match(text, at) else "&"
    if _is_fragile(text, at):
        return number(sign)
    return f"\\{sign}" if _ANYWHERE.match(sign) else sign


def _is_fragile(text: str, at: int) -> bool:
    """Tell a character that decoding would take out, or join with what stands before it."""
    sign = text[at]
    if sign.isascii():
        return sign < " " or sign == "\x7f"
    if _UNFIT.match(sign) or unicodedata.normalize("NFC", sign) != sign:
        return True
    if not (unicodedata.combining(sign) or ord(sign) in _JOINING):
        return False
    before = text[at - 1] if at else ""
    return not before or before.isascii() or not unicodedata.is_normalized("NFC", text[: at + 1][-8:])


def _guard_start(text: str, signs: list[str]) -> None:
    found = _AT_START.match(text)
    if found:
        last = found.end() - 1
        signs[last] = f"\\{text[last]}" if text[last] not in ":=" else number(text[last])


def _guard_edges(text: str, signs: list[str], *, starts: bool, ends: bool) -> None:
    """Write white space as numbers where it would be lost: at a line's edges, and where it is no plain space."""
    first = len(text) - len(text.lstrip()) if starts else 0
    last = len(text.rstrip()) if ends else len(text)
    for at, sign in enumerate(text):
        if sign.isspace() and (at < first or at >= last or sign not in _SPACES):
            signs[at] = number(sign)
