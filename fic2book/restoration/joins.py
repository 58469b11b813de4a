"""Join the lines of one paragraph, with or without a space between them."""

import re
from collections.abc import Set as AbstractSet
from itertools import pairwise

from fic2book import markup
from fic2book.markup import Element

_CUT_WORD = re.compile(r"([^\W\d_]+)[-\u2010]\Z")
_WORD = re.compile(r"\w+")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_SUSPENDED = frozenset({"and", "or", "to", "und", "oder", "bis", "et", "ou", "y", "o"})
"""After these "two-" is not half of a word: "two- and three-year-olds"."""
_GLUED_DASH = re.compile(r"\S(?:--+|—|―)\Z")
_SPACELESS = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff00-\uff9f]")
"""Signs of writing that has no spaces between words: Thai to Khmer, Chinese, Japanese, and their marks."""
_EITHER = frozenset("“”‘’…—·")
"""Marks that both kinds of writing share."""
_LEADING_DASH = re.compile(r"(?:--+|—)\S")


def join(lines: list[str], words: AbstractSet[str] = frozenset()) -> str:
    """Return one paragraph's text; ``words`` are those that the text elsewhere has without a hyphen."""
    pieces = [lines[0].strip()]
    for line in lines[1:]:
        following = line.strip()
        pieces[-1], between = _seam(pieces[-1], following, words)
        pieces += [between, following]
    return "".join(pieces)


def join_into(first: Element, lines: list[Element], words: AbstractSet[str] = frozenset()) -> None:
    """Append lines to the first one of their paragraph, with what emphasises words in them."""
    if not len(first) and not any(len(line) for line in lines):
        first.text = join([first.text or "", *(line.text or "" for line in lines)], words)
        return
    strip(first)
    text = markup.text_of(first)
    for line in lines:
        strip(line)
        following = markup.text_of(line)
        kept, between = _seam(text, following, words)
        if len(kept) < len(text):
            _drop_last(first)
        _append(first, between + (line.text or ""))
        first.extend(list(line))
        text = following or text


def strip(line: Element) -> None:
    """Take white space away from a line's edges."""
    line.text = (line.text or "").lstrip() or None
    if len(line):
        line[-1].tail = (line[-1].tail or "").rstrip() or None
    else:
        line.text = (line.text or "").rstrip() or None


def _append(block: Element, text: str) -> None:
    if len(block):
        block[-1].tail = (block[-1].tail or "") + text
    else:
        block.text = (block.text or "") + text


def _drop_last(block: Element) -> None:
    """Drop a block's last character, in whatever element it stands."""
    here = block
    while len(here):
        if here[-1].tail:
            here[-1].tail = here[-1].tail[:-1]
            return
        here = here[-1]
    here.text = (here.text or "")[:-1]


def is_spaceless(character: str) -> bool:
    """Tell whether a character is of a writing that sets no spaces between words."""
    return _SPACELESS.match(character) is not None


def whole_words(lines: list[str]) -> frozenset[str]:
    """Return the words cut by a hyphen at a line's end that the text elsewhere has in one piece, in small letters."""
    cut = {word for above, line in pairwise(lines) if (word := _whole(above.rstrip(), line.lstrip()))}
    if not cut:
        return frozenset()
    return frozenset(cut.intersection(_WORD.findall("\n".join(lines).lower())))


def _whole(text: str, line: str) -> str:
    """Return the word that two lines share when the first ends in a hyphen; else nothing."""
    if not text.endswith(("-", "\u2010")):
        return ""
    cut, first = _CUT_WORD.search(text), _FIRST_WORD.match(line)
    return (cut[1] + first[0]).lower() if cut and first and first[0].lower() not in _SUSPENDED else ""


def _seam(text: str, line: str, words: AbstractSet[str]) -> tuple[str, str]:
    """Return a line's text as it joins the next, and what stands between them."""
    end = text[-3:]
    if end.endswith("\u00ad"):
        return text[:-1], ""
    whole = _whole(text, line)
    if whole:
        return (text[:-1] if whole in words else text), ""
    if _touch(text[-1:], line[:1]):
        return text, ""
    glued = _GLUED_DASH.search(end) or (_LEADING_DASH.match(line) and end[-1:].isalpha())
    return text, "" if glued else " "


def _touch(end: str, beginning: str) -> bool:
    """Tell whether two lines meet in writing without spaces."""
    first, second = is_spaceless(end), is_spaceless(beginning)
    return (first and (second or beginning in _EITHER)) or (second and end in _EITHER)
