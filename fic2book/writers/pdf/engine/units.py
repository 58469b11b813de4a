"""The pieces that a book is typeset in: all before the stories, each part's page and story, all behind them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import unquote

from fic2book import markup, press
from fic2book.letters import words
from fic2book.model import Book, Section
from fic2book.writers.pdf import cover_page, document, pictures
from fic2book.writers.pdf.document import Set

ELSEWHERE = "https://book.invalid/#"
"""How a link to another piece of the book is written: the press would drop one to a place that it does not know."""
FRONT, BACK = "front matter", "back matter"
_FOLIO = "folio"
_RESOURCE = re.compile(rf'{press.SCHEME}([^"\s()]+)')


class Unit(NamedTuple):
    """A piece of the book before it is typeset."""

    name: str
    """Of a story or part, its id."""
    sets: tuple[Set, ...]

    @property
    def title(self) -> str:
        """What a person calls it."""
        own = [one.section.title for one in self.sets if one.section]
        return own[0] if len(self.sets) == 1 and own else self.name

    @property
    def ids(self) -> frozenset[str]:
        """All places in it that have names."""
        return frozenset(str(part.get("id")) for one in self.sets for part in one.element.iter() if part.get("id"))

    @property
    def words(self) -> int:
        """How many words the stories in it have, as readers count them."""
        stories = (one.section.story for one in self.sets if one.section)
        return sum(words(markup.plain(story.body)) for story in stories if story)

    @property
    def folios(self) -> frozenset[str]:
        """The places whose page numbers it prints."""
        return frozenset(
            aim
            for one in self.sets
            for part in one.element.iter("span")
            if (aim := part.get("data-to", "").removeprefix("#"))
        )


def units(book: Book) -> tuple[Unit, ...]:
    """Return a book's pieces in order; links from one to another are written as ``ELSEWHERE`` and the place's name."""
    made = tuple(_cut(document.sections(book, book.page)))
    home = {name: unit.name for unit in made for name in unit.ids}
    for unit in made:
        for link in (link for one in unit.sets for link in one.element.iter("a")):
            aim = link.get("href", "")
            name = unquote(aim.removeprefix("#"))
            if aim.startswith("#") and home.get(name, unit.name) != unit.name:
                link.set("href", ELSEWHERE + name)
    return made


def number(unit: Unit, numbers: Mapping[str, str]) -> None:
    """Write the page numbers of other pieces' places where a piece prints them; ``numbers`` by the places' names."""
    for part in (part for one in unit.sets for part in one.element.iter("span")):
        said = numbers.get(part.get("data-to", "").removeprefix("#"))
        if said is not None and _FOLIO in (part.get("class") or "").split():
            part.set("data-page", said)


def html(unit: Unit, book: Book, *, rectos: bool, verso: bool = False) -> str:
    """Return a piece as a document; ``verso`` begins it on a left-hand page (a right-hand one in Arabic)."""
    head = document.head(book.anthology) if unit.name == FRONT else markup.new("head")
    language = book.anthology.language
    made = document.html([one.element for one in unit.sets], head, language=language, rectos=rectos)
    return made.replace("<html ", '<html style="break-before: verso" ', 1) if verso else made


def frame(book: Book, *, rectos: bool) -> str:
    """Return the document of no words in which running matter is set."""
    return document.html([], markup.new("head"), language=book.anthology.language, rectos=rectos)


def resources(unit: Unit, text: str, book: Book) -> Mapping[str, bytes]:
    """Return the pictures and drawings that one piece alone shows."""
    drawings = {name: data for one in unit.sets for name, data in one.drawings.items()}
    cover = book.front or book.cover
    drawings[cover_page.name(cover)] = cover.data
    shown = pictures.resources(book.anthology, tuple(one.element for one in unit.sets))
    wanted = asked(text)
    return {name: data for name, data in sorted({**drawings, **shown}.items()) if name in wanted}


def asked(text: str) -> frozenset[str]:
    """Return the names of what a document fetches."""
    return frozenset(_RESOURCE.findall(text))


def languages(unit: Unit) -> Iterator[tuple[str, str]]:
    """Yield the id and the language of each section of a piece."""
    for one in unit.sets:
        if one.section is not None:
            yield one.section.id, one.section.language


def _cut(sets: Sequence[Set]) -> Iterator[Unit]:
    front = tuple(one for one in sets if _matter(one.section) == "front")
    back = tuple(one for one in sets if _matter(one.section) == "back")
    yield Unit(FRONT, front)
    yield from (Unit(one.section.id, (one,)) for one in sets if one.section and _matter(one.section) == "body")
    if back:
        yield Unit(BACK, back)


def _matter(section: Section | None) -> str:
    return section.matter if section else "front"
