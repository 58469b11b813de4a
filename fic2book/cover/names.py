"""Who stands on the cover, and what is said of it to those who do not see it."""

from typing import NamedTuple

from fic2book.model import Anthology
from fic2book.words import words_of

MOST_NAMES = 4
"""More authors than this are not all named; a cover is no list."""
_NAMED_OF_MANY = 3


class Credit(NamedTuple):
    """The names at the cover's foot."""

    names: tuple[str, ...]
    """One a line, large."""
    aside: str = ""
    """A smaller line below: the editor, or the authors who are not named."""


def credit(anthology: Anthology) -> Credit:
    """Return one author, up to four, or the first three "and 37 others"; an editor stands below them."""
    said = words_of(anthology.language)
    edited = said.edited_by.format(name=anthology.editor) if anthology.editor else ""
    authors = anthology.authors
    if len(authors) <= MOST_NAMES:
        return Credit(authors, edited) if authors else Credit((anthology.editor,) if anthology.editor else ())
    others = said.others.said(len(authors) - _NAMED_OF_MANY)
    return Credit((), edited) if edited else Credit(authors[:_NAMED_OF_MANY], others)


def alternative(anthology: Anthology, picture: str) -> str:
    """Return the cover in words, such as "Cover: TITLE, an anthology by A, B and C. Growth rings of a tree".

    ``picture`` is in English and left out of books in other languages, whose voices would garble it.
    """
    said = words_of(anthology.language)
    kind = said.cover_by if anthology.authors else said.cover_of
    words = kind.format(title=anthology.title, names=said.listed(anthology.authors))
    return f"{words} {picture}" if picture and said.language.startswith("en") else words


def series(anthology: Anthology) -> str:
    """Return the series with the book's number in it, and which volume it is: "Winter Gifts, 2 · Volume I"."""
    parts = (anthology.series, anthology.series_number) if anthology.series else ()
    named = words_of(anthology.language).comma.join(part for part in parts if part)
    return " · ".join(part for part in (named, anthology.volume) if part)
