"""Words that stand several times in a row: the one that was taken is the one without which the story goes on."""

import re
from itertools import islice

from fic2book.account.manuscript import Row
from fic2book.letters import letters

_MOST = 20  # places that are looked at; each costs a search of the story


def cut(rows: list[Row], at: int, words: str, told: str) -> bool:
    """Cut words out of a row that holds them more than once, if what is left is told; tell whether it was so.

    ``told`` are the letters of the stories. Whole words are looked for before parts of words.
    """
    text, wanted = rows[at].text, re.escape(words.strip())
    twice = wanted and 2 * len(words.strip()) <= len(text)
    for pattern in (rf"(?<!\w){wanted}(?!\w)", f"(?={wanted})") if twice else ():
        starts = [found.start() for found in islice(re.finditer(pattern, text, re.IGNORECASE), _MOST)]
        for start in starts if len(starts) > 1 else ():
            rest = f"{text[:start]} {text[start + len(words.strip()) :]}"
            if letters(rest) in told:
                rows[at] = Row(rows[at].line, rest)
                return True
    return False
