"""Tables that are too wide for the page are fitted to it."""

from fic2book import markup
from fic2book.markup import Element
from fic2book.model import PageDesign

_LETTER = 0.45  # of the size: a letter with its share of the space between columns
_SHORT = 8  # rows that stay together on a page


def tighten(section: Element, page: PageDesign) -> None:
    """Give columns of equal width to a table whose longest words do not stand side by side, and keep short ones whole.

    WeasyPrint lets such a table run off the page, and what is off the page is lost on paper.
    """
    room = page.measure / (page.size * _LETTER)
    for table in section.iter("table"):
        rows = [[_longest_word(cell) for cell in row if cell.tag in {"td", "th"}] for row in table.iter("tr")]
        columns = max(map(len, rows), default=0)
        needed = sum(
            max((row[number] for row in rows if number < len(row)), default=0) + 2 for number in range(columns)
        )
        kinds = ("tight",) * (needed > room) + ("short",) * (len(rows) <= _SHORT)
        table.set("class", " ".join([*(table.get("class") or "").split(), *kinds]))


def _longest_word(cell: Element) -> int:
    return max(map(len, markup.text_of(cell).split()), default=0)
