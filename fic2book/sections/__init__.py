"""From an anthology to the sections of a book: the same for every output, in reading order."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial

from fic2book.model import Anthology, Section
from fic2book.sections import (
    content_notes,
    contents,
    credits_page,
    front,
    imprint,
    indexes,
    notes_page,
    parts,
    prose,
    story,
)
from fic2book.sections.indexes import nameless as nameless
from fic2book.sections.page import Page
from fic2book.words import Words, language_tag, words_of

_Maker = Callable[[Anthology, Words], Page | None]

_FRONT: tuple[_Maker, ...] = (
    front.half_title,
    front.title_page,
    front.colophon,
    front.dedication,
)
_BEHIND_CONTENTS: tuple[_Maker, ...] = (content_notes.in_front, prose.foreword)
_BACK: tuple[_Maker, ...] = (
    prose.afterword,
    content_notes.at_the_back,
    notes_page.notes_page,
    prose.about,
    credits_page.credits_page,
    indexes.indexes,
    imprint.press_page,
)


def lay_out(anthology: Anthology, typefaces: tuple[str, ...] = (), own_typeface: str = "") -> tuple[Section, ...]:
    """Return the parts of the book in reading order; a page with nothing to say is not among them.

    A story's section has the story's id, a part's one of its title, every other one its kind (with ``-page`` behind it
    where a story has that name). Each body is one ``<section>`` without namespaces, so ``markup.parse`` reads it.
    ``typefaces`` are the families under the SIL Open Font License that the colophon names, ``own_typeface`` is one
    under another licence.
    """
    words = words_of(language_tag(anthology.language))
    taken = frozenset(one.id for one in anthology.stories)

    def pages(makers: Iterable[_Maker], matter: str) -> tuple[Section, ...]:
        made = (make(anthology, words) for make in makers)
        return tuple(page.section(matter, anthology, taken) for page in made if page)

    own = (
        partial(make, typefaces=typefaces, own_typeface=own_typeface) if make is front.colophon else make
        for make in _FRONT
    )
    front_matter, before, behind = pages(own, "front"), pages(_BEHIND_CONTENTS, "front"), pages(_BACK, "back")
    list_of_all = pages((partial(contents.contents, beside=(*before, *behind)),), "front")
    return (*front_matter, *list_of_all, *before, *_body(anthology, words), *behind)


def _body(anthology: Anthology, words: Words) -> Iterator[Section]:
    """Yield the stories, and before the first of each part its title page."""
    for part, stories in parts.grouped(anthology):
        if part:
            yield parts.title_page(part, words, anthology.language)
        for one in stories:
            yield replace(story.lay_out(one, anthology, words), part=part[0] if part else "")
