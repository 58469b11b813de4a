"""What the back and the flaps say, and how large: the blurb, who wrote the stories, that the book is not for sale."""

import re
from collections.abc import Iterator, Sequence
from html import escape
from typing import NamedTuple

from fic2book.model import Anthology
from fic2book.words import words_of

_SENTENCE = re.compile(r"(?<=[.!?…])[\s\u200b]+|(?<=[。！？])")
_MOST_LISTED = 24
"""Stories with a line each; more of them, or in smaller type, run on, title behind title."""
_LISTED, _RUN_ON = 10.0, 9.0
_CUTS = 8


class Content(NamedTuple):
    """The words of one panel, as markup."""

    main: str
    foot: str = ""
    lacks: str = ""
    """What had to be left out, as words of a sentence; empty: nothing."""
    least: float = 8.0
    """Points of type; with less room something else stands there."""


def contents(anthology: Anthology, name: str, *, has_flaps: bool) -> Sequence[Content]:
    """Return what may stand on a panel, the best first; each one after it takes less room."""
    if name == "front flap":
        return tuple(_front_flap(anthology))
    if name == "back flap":
        return tuple(_back_flap(anthology))
    return tuple(_back(anthology, has_flaps=has_flaps))


def _back(anthology: Anthology, *, has_flaps: bool) -> Iterator[Content]:
    """Give the blurb and the authors; the stories where there is no blurb, or where it stands on a flap."""
    foot = _foot(anthology)
    names = _names(anthology)
    if anthology.description and not has_flaps:
        blurb = _paragraphs(anthology.description)
        yield Content(blurb, names + foot)
        if names:
            yield Content(blurb, foot, "the list of authors")
        for part in _cut(anthology.description):
            yield Content(_paragraphs(part), foot, "the end of the description")
        return
    if len(anthology.stories) <= _MOST_LISTED:
        yield Content(_stories(anthology), foot, least=_LISTED)
    yield Content(_titles(anthology), names + foot, least=_RUN_ON)
    yield Content(_titles(anthology), foot, least=_RUN_ON)
    if names:
        yield Content(names, foot)
    yield Content("", foot)


def _front_flap(anthology: Anthology) -> Iterator[Content]:
    title = f'<p class="title">{escape(anthology.title)}</p>'
    if anthology.description:
        yield Content(title + _paragraphs(anthology.description))
        for part in _cut(anthology.description):
            yield Content(title + _paragraphs(part), "", "the end of the description")
    else:
        yield Content(title + _names(anthology))
    yield Content(title)


def _back_flap(anthology: Anthology) -> Iterator[Content]:
    """Give what is told of the authors, else of the press."""
    said = words_of(anthology.language)
    imprint = anthology.imprint
    colophon = _paragraphs(imprint.colophon)
    heading = said.about_the_author if anthology.by_one_author else said.about_the_authors
    if anthology.about:
        main = f'<p class="heading">{escape(heading)}</p>{anthology.about}'
        yield Content(main, colophon)
        yield Content(main, "", "the colophon" if colophon else "")
        yield Content(colophon, "", "what is told of the authors")
    yield Content(colophon)
    yield Content("")


def _foot(anthology: Anthology) -> str:
    """Return who made the book, and that it is not for sale."""
    imprint = anthology.imprint
    press = words_of(anthology.language).comma.join(part for part in (imprint.name, imprint.place) if part)
    made = f'<p class="press">{escape(press)}</p>' if press else ""
    return f'{made}<p class="sale">{escape(words_of(anthology.language).not_for_sale)}</p>'


def _names(anthology: Anthology) -> str:
    if anthology.by_one_author or not anthology.authors:
        return ""
    said = words_of(anthology.language)
    return f'<p class="names">{escape(said.stories_by.format(names=said.listed(anthology.authors)))}</p>'


def _stories(anthology: Anthology) -> str:
    """List the stories, each with its authors unless the book is one author's."""
    rows = []
    said = words_of(anthology.language)
    for story in anthology.stories:
        by = "" if anthology.by_one_author else said.listed(story.authors)
        behind = f' <span class="by">{escape(by)}</span>' if by else ""
        rows.append(f'<p class="story"><span class="named">{escape(story.title)}</span>{behind}</p>')
    return "".join(rows)


def _titles(anthology: Anthology) -> str:
    """Return the titles, one behind the other."""
    titles = "\u00a0· ".join(escape(story.title) for story in anthology.stories if story.title)
    return f'<p class="titles">{titles}</p>'


def _paragraphs(text: str) -> str:
    parts = (part.strip() for part in re.split(r"\n\s*\n|\n", text))
    return "".join(f"<p>{escape(part)}</p>" for part in parts if part)


def _cut(text: str) -> Iterator[str]:
    """Give the text with less and less of its end, whole sentences each time."""
    ends = [match.start() for match in _SENTENCE.finditer(text)]
    step = max(1, len(ends) // _CUTS)
    for end in reversed(ends[::step]):
        yield text[:end].rstrip()
