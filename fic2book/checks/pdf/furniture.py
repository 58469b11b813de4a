"""What a printed page says beside the story: running heads, folios, the numbers of lists."""

import re
from bisect import bisect_right
from collections.abc import Callable

from fic2book.checks.pdf.opened import Opened
from fic2book.checks.told import Told, ToldStory
from fic2book.checks.wording import Wording
from fic2book.letters import letters
from fic2book.walk.joined_letters import folded

_CUT_OFF = 16  # letters of a running head that was shortened to its line; fewer could be any words
_NUMBER = re.compile(r"[(\[]?\d{1,3}[.)\]]")


def furniture(book: Opened, told: Told, story: ToldStory, start: int) -> Callable[[int, int], bool]:
    """Return the function that tells furniture of a story's pages from words.

    It gets places in the book's letters counted from ``start``. Furniture stands at a page's edge and is nothing but
    the page's own number and running heads of this story; or it is the number that begins a line of a list.
    """
    names = (told.title, story.title, *story.authors, ", ".join(story.authors), *told.heads)
    heads = tuple(folded(name) for name in names if letters(name))

    def known(first: int, last: int) -> bool:
        place, end = start + first, start + last
        page = bisect_right(book.starts, place) - 1
        while place < end:
            stop = min(end, book.starts[page + 1])
            if not _is_furniture(book, page, (place, stop), heads):
                return False
            place, page = stop, page + 1
        return True

    return known


def _is_furniture(book: Opened, page: int, gap: tuple[int, int], heads: tuple[str, ...]) -> bool:
    first, last = (place - book.starts[page] for place in gap)
    text, label = book.letters[page], letters(book.labels[page])
    at_edge = first == 0 or last == len(text)
    if at_edge and _is_head(text[first:last], label, heads):
        return True
    behind = _behind_numbers(book.texts[page], text, first, last)
    return behind == last or (at_edge and behind > first and _is_head(text[behind:last], label, heads))


def _is_head(text: str, label: str, heads: tuple[str, ...]) -> bool:
    """Tell whether a page's edge says its number, a running head, or both."""
    pieces = {text}
    if label:
        pieces |= {text.removesuffix(label), text.removeprefix(label)}
    return any(
        not piece or piece in heads or (len(piece) >= _CUT_OFF and any(head.startswith(piece) for head in heads))
        for piece in pieces
    )


def _behind_numbers(page: str, text: str, first: int, last: int) -> int:
    """Return the letter behind the numbers with which a gap begins that lists put before their lines, if it does.

    Each stands alone at the beginning of a line, with its point. WeasyPrint paints them after the page's words, so that
    the last may be read at the end of a line: of the last one, before the running head.
    """
    if not text[first].isdecimal():
        return first
    wording = Wording(page)
    while first < last:
        passage = wording.whole(first, first + 1)
        ends_page = last == len(text) and wording.begins_line(wording.ends[passage.first])
        if not (wording.begins_line(first) or ends_page) or not _NUMBER.fullmatch(wording.words[passage.first]):
            break
        first = wording.ends[passage.first]
    return min(first, last)
