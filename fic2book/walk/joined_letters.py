"""Letters that a face draws as one sign, and that a reader of PDFs gives back the other way round."""

import re
import unicodedata

from fic2book.letters import letters

_LAM_ALEF = re.compile("[\u0622\u0623\u0625\u0627\u0644]{2,}")
_ARABIC = re.compile("[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufeff]")


def folded(text: str) -> str:
    """Return a text's letters as ``fic2book.letters`` gives them, every run of lam and alef in a word in one order.

    Arabic writes lam before alef as one sign. PDFium turns a line from right to left sign by sign, so it reads the two
    letters of that sign as alef and lam, with most faces.
    """
    if not _ARABIC.search(text):
        return letters(text)
    plain = unicodedata.normalize("NFKC", text)
    return letters(_LAM_ALEF.sub(lambda run: "".join(sorted(run[0])), plain))
