"""The lead-in: a span round a story's first words, which the styles set in small capitals."""

import re
from collections.abc import Iterator

from fic2book import markup
from fic2book.markup import Element

_FEWEST, _MOST = 2, 5
_LONG_ENOUGH = 14  # characters; three short words or two long ones look right at 60 letters a line
_WORD = re.compile(r"[^\s—–]+")
_PHRASE_END = re.compile(r"[,;:.!?…][\W_]*\Z")
_ENDS_IT = frozenset({"br", "a", "sup", "img"})
_HOLDS_A_WORD = frozenset({"sub", "code", "kbd", "ruby", "q"})
_END, _NO_LETTER = "\0", "\ufffc"


def set_lead_in(paragraph: Element) -> None:
    """Wrap the paragraph's first two to five words, up to the end of a phrase, in ``span.lead-in``.

    Nothing is wrapped where the writing has no capitals (Chinese, Arabic, Hebrew …) or the words are too few. A word
    is never split, a quotation mark stays with its word; a line break, a link or a note's call ends the lead-in.
    """
    length = _length("".join(_pieces(paragraph)).partition(_END)[0])
    if length:
        _wrap(paragraph, length)


def _length(text: str) -> int:
    """Return how many characters of ``text`` the lead-in takes; 0 for none."""
    end = count = 0
    for match in _WORD.finditer(text):
        word = match[0]
        if _NO_LETTER in word or any(mark.isalpha() and mark.lower() == mark.upper() for mark in word):
            break
        stop = _PHRASE_END.search(word)
        count += any(mark.isalnum() for mark in word)
        end = match.end() - (len(stop[0]) if stop and count >= _FEWEST else 0)
        is_phrase = stop or end >= _LONG_ENOUGH or text[match.end() :].lstrip()[:1] in {"—", "–"}
        if count == _MOST or (count >= _FEWEST and is_phrase):
            break
    return end if count >= _FEWEST else 0


def _pieces(element: Element) -> Iterator[str]:
    """Yield the text inside ``element``, with a mark where a lead-in has to end."""
    yield element.text or ""
    for child in element:
        if child.tag in _ENDS_IT:
            yield _END
        elif child.tag in _HOLDS_A_WORD:
            yield _NO_LETTER + _END
        else:
            yield from _pieces(child)
        yield child.tail or ""


def _wrap(element: Element, length: int) -> None:
    """Wrap the first ``length`` characters inside ``element``."""
    first = element[0] if len(element) else None
    if first is not None and not (element.text or "") and len(markup.text_of(first)) >= length:
        _wrap(first, length)
        return
    text = element.text or ""
    span = markup.new("span", class_="lead-in")
    span.text, element.text = text[:length], ""
    left = length - len(span.text)
    if not left:
        span.tail = text[length:]
    while left:
        child = element[0]
        inside = len(markup.text_of(child))
        if inside > left:
            _wrap(child, left)
            break
        span.append(child)
        left -= inside
        tail = child.tail or ""
        child.tail, rest = tail[:left], tail[left:]
        left -= len(child.tail)
        if not left:
            span.tail = rest
    element.insert(0, span)
