"""Lines chosen paragraph by paragraph.

A press that fills line after line makes wide gaps and rivers in narrow columns, and many hyphens to avoid them. A
printer looks ahead. Own code because WeasyPrint does not, and no library does it for WeasyPrint.
"""

from fic2book.press.paragraphs import Paragraph, Setting
from fic2book.writers.pdf.lines import following, total_fit

_NO_SPACES = ("zh", "ja", "ko", "th", "lo", "km", "my", "bo")
"""Languages whose lines end between characters, not words."""


def compose(paragraph: Paragraph) -> Setting | None:
    """Return what makes the press set a paragraph with the best lines; nothing where it is left to the press."""
    if any(run.language.startswith(_NO_SPACES) for run in paragraph.runs):
        return None
    needed = sum(piece.width + piece.inner + piece.gap for piece in paragraph.pieces)
    if needed <= paragraph.lines[0]:
        return Setting()
    lines = total_fit.lines(paragraph)
    return following.setting(paragraph, lines) if lines else None
