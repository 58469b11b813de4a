"""Lines that mix scripts from the right with others, or with small raised figures: their words as they are said.

PDFium gives the words of such a line back in an order of its own: "made with fic2book" in Hebrew ends as "book2fic",
and what stands behind the number of a footnote comes before what stands in front of it. Words are put in another
order within their line only, and only where the text says exactly these words, each as often, one after the other.
"""

import re

from fic2book.walk.joined_letters import folded

_FROM_RIGHT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff"
_PIECE = re.compile(rf"\d+|(?:(?!\d)[{_FROM_RIGHT}])+|[^\W\d_{_FROM_RIGHT}]+")
_IS_FROM_RIGHT = re.compile(f"[{_FROM_RIGHT}]")


def is_from_right(text: str) -> bool:
    """Tell whether a text has letters that are written from the right."""
    return bool(_IS_FROM_RIGHT.search(text))


def pieces(text: str) -> list[str]:
    """Return a text's words, folded; a word that mixes scripts or has figures is as many as it has of them."""
    return [word for word in map(folded, _PIECE.findall(text)) if word]


def in_order(page: str, said: str) -> str:
    """Return a page's text, as PDFium reads it, with its lines in the order in which a text says their words."""
    if not is_from_right(page) or not is_from_right(said):
        return page
    words, letters = pieces(said), folded(said)
    lines, behind = page.split("\n"), 0
    for number, line in enumerate(lines):
        if is_from_right(line) and folded(line) not in letters:
            own = pieces(line)
            found = _place(own, words, behind)
            if found is not None:
                behind = found + len(own)
                lines[number] = " ".join(words[found:behind])
    return "\n".join(lines)


def _place(line: list[str], words: list[str], behind: int) -> int | None:
    """Return where in a text's words those of a line stand together: best behind a place, else anywhere."""
    own, these, count = sorted(line), set(line), len(line)
    found = (
        place
        for start, end in ((behind, len(words)), (0, behind))
        for place in range(start, min(end, len(words) - count + 1))
        if words[place] in these and sorted(words[place : place + count]) == own
    )
    return next(found, None)
