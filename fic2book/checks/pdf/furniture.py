"""What a printed page says beside the story: running heads, folios, the numbers of lists."""

import re
from bisect import bisect_right
from collections.abc import Callable

from fic2book.checks.pdf.opened import Opened
from fic2book.checks.told import Told, ToldStory
from fic2book.checks.wording import Wording
from fic2book.letters import letters

_CUT_OFF = 16  # letters of a running head that was shortened to its line; fewer could be any words
_NUMBER = re.compile(r"[(\[]?\d{1,3}[.)\]]")


def furniture(book: Opened, told: Told, story: ToldStory, start: int) -> Callable[[int, int], bool]:
    """Return the function that tells furniture of a story's pages from words.

    It gets places in the book's letters counted from ``start``. Furniture stands at a page's edge and is nothing but
    the page's own number and running heads of this story; or it is the number that begins a line of a list.
    """
    heads = tuple(filter(None, map(letters, (told.title, story.title, *story.authors, ", ".join(story.authors)))))
    words: dict[int, Wording] = {}

    def known(first: int, last: int) -> bool:
        if first == last:
            return True
        page = bisect_right(book.starts, start + first) - 1
        if _is_number(book, page, (start + first, start + last), words):
            return True
        while page < len(book.letters) and book.starts[page] < start + last:
            begin = max(start + first - book.starts[page], 0)
            end = min(start + last - book.starts[page], len(book.letters[page]))
            at_edge = begin == 0 or end == len(book.letters[page])
            if not at_edge or not _is_head(book.letters[page][begin:end], letters(book.labels[page]), heads):
                return False
            page += 1
        return True

    return known


def _is_head(text: str, label: str, heads: tuple[str, ...]) -> bool:
    """Tell whether a page's edge says its number, a running head, or both."""
    pieces = {text}
    if label:
        pieces |= {text.removesuffix(label), text.removeprefix(label)}
    return any(
        not piece or piece in heads or (len(piece) >= _CUT_OFF and any(head.startswith(piece) for head in heads))
        for piece in pieces
    )


def _is_number(book: Opened, page: int, gap: tuple[int, int], words: dict[int, Wording]) -> bool:
    """Tell whether a gap is a number that a list put before its line: alone, with its point, at the line's start."""
    first, last = (place - book.starts[page] for place in gap)
    if not book.letters[page][first:last].isdecimal() or last - first > 3:
        return False
    wording = words.setdefault(page, Wording(book.texts[page]))
    passage = wording.whole(first, last)
    is_one = passage.last - passage.first == 1 and wording.is_whole(first, last) and wording.begins_line(first)
    return is_one and bool(_NUMBER.fullmatch(wording.words[passage.first]))
