"""Who made the book by hand: the mark at the title page's foot, and what they tell on the book's last page."""

from typing import NamedTuple

from fic2book.model import Anthology
from fic2book.sections.page import Page
from fic2book.words import Words

LOGO = "picture:press.logo"
"""Address of the press's mark: a writer knows where it lies, as it does of the stories' pictures."""


class Foot(NamedTuple):
    """The press, as a title page names it."""

    logo: str
    """Address; empty when there is none."""
    alt: str
    name: str
    place: str


def at_the_foot(anthology: Anthology, words: Words) -> Foot | None:
    """Return what stands at the title page's foot; nothing when nobody put a name or a mark to the book."""
    said = anthology.imprint
    name = said.name.strip()
    if not name and said.logo is None:
        return None
    alt = words.press_mark.format(name=name or anthology.title.strip() or words.untitled)
    return Foot(LOGO if said.logo else "", alt, name, said.place.strip())


def press_page(anthology: Anthology, words: Words) -> Page | None:
    """Return the book's last page: the edition, and how it was made; none when nobody says anything of either."""
    if not has_page(anthology):
        return None
    said = anthology.imprint
    blocks = (block.strip() for block in said.colophon.replace("\r\n", "\n").split("\n\n"))
    values = {
        "paragraphs": tuple(tuple(line.strip() for line in block.split("\n")) for block in blocks if block),
        "edition": said.edition.strip(),
        "imprint": at_the_foot(anthology, words),
    }
    return Page(kind="press", title=words.colophon, words=words, values=values)


def has_page(anthology: Anthology) -> bool:
    """Tell whether the press tells anything beyond its name."""
    return bool(anthology.imprint.colophon.strip() or anthology.imprint.edition.strip())
