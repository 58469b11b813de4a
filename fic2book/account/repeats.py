"""Words that stand several times in a row: the one that was taken is the one without which the story goes on."""

import re

from fic2book.account.manuscript import Row
from fic2book.letters import letters

_MOST = 20  # places that are looked at; each costs a search of the story


def cut(rows: list[Row], at: int, words: str, told: str) -> bool:
    """Cut words out of a row that holds them more than once, if what is left is told; tell whether it was so.

    ``told`` are the letters of the stories. Whole words are looked for before parts of words.
    """
    text, wanted = rows[at].text, re.escape(words.strip())
    for pattern in (rf"(?<!\w){wanted}(?!\w)", f"(?={wanted})") if wanted else ():
        starts = [found.start() for found in re.finditer(pattern, text, re.IGNORECASE)]
        for start in starts[:_MOST] if len(starts) > 1 else ():
            rest = f"{text[:start]} {text[start + len(words.strip()) :]}"
            if letters(rest) in told:
                rows[at] = Row(rows[at].line, rest)
                return True
    return False
