"""Join the lines of one paragraph, with or without a space between them."""

import re
from collections.abc import Set as AbstractSet

_HYPHENATED = re.compile(r"[^\W\d_][-\u2010]\Z")
_CUT_WORD = re.compile(r"([^\W\d_]+)[-\u2010]\Z")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_SUSPENDED = frozenset({"and", "or", "to", "und", "oder", "bis", "et", "ou", "y", "o"})
"""After these "two-" is not half of a word: "two- and three-year-olds"."""
_GLUED_DASH = re.compile(r"\S(?:--+|—|―)\Z")
_LEADING_DASH = re.compile(r"(?:--+|—)\S")


def join(lines: list[str], words: AbstractSet[str] = frozenset()) -> str:
    """Return one paragraph's text; ``words`` are the whole words of the text, which tell a hyphenation."""
    text = lines[0].strip()
    for line in lines[1:]:
        text = _pair(text, line.strip(), words)
    return text


def _pair(text: str, line: str, words: AbstractSet[str]) -> str:
    first = _FIRST_WORD.match(line)
    if text.endswith("\u00ad"):
        return text[:-1] + line
    if first and _HYPHENATED.search(text) and first[0].lower() not in _SUSPENDED:
        cut = _CUT_WORD.search(text)
        whole = (cut[1] + first[0]).lower() if cut else ""
        return (text[:-1] if whole in words else text) + line
    if _GLUED_DASH.search(text) or (_LEADING_DASH.match(line) and text[-1:].isalpha()):
        return text + line
    return f"{text} {line}"
