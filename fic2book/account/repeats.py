"""Words that stand several times in a row: the one that was taken is the one without which the story goes on."""

import re
from collections.abc import Iterable, Sequence

from fic2book.account.manuscript import Row
from fic2book.letters import letters

_MOST = 20  # places that are looked at; each costs a search of the story


def cut(rows: list[Row], at: int, words: str, told: str) -> bool:
    """Cut words out of a row that holds them more than once, if what is left is told; tell whether it was so.

    ``told`` are the letters of the stories. Whole words are looked for before parts of words, and places where the row
    is told between the rows around it before those where it is told at all.
    """
    text, wanted = rows[at].text, re.escape(words.strip())
    held, taken = letters(text), letters(words)
    repeated = held.find(taken) != held.rfind(taken)
    for pattern in (rf"(?<!\w){wanted}(?!\w)", f"(?={wanted})") if taken and repeated else ():
        starts = [found.start() for found in re.finditer(pattern, text, re.IGNORECASE)][:_MOST]
        ways = [f"{text[:start]} {text[start + len(words.strip()) :]}" for start in starts]
        before, after = _around(rows, at) if ways else ("", "")
        among = (rest for rest in ways if before + letters(rest) + after in told)
        rest = next(among, next((rest for rest in ways if letters(rest) in told), None))
        if rest is not None:
            rows[at] = Row(rows[at].line, rest)
            return True
    return False


def _around(rows: Sequence[Row], at: int) -> tuple[str, str]:
    """Return the letters of the nearest row with any before a row, and of the nearest behind it."""
    return _first(rows[place].text for place in range(at - 1, -1, -1)), _first(row.text for row in rows[at + 1 :])


def _first(texts: Iterable[str]) -> str:
    return next(filter(None, map(letters, texts)), "")
