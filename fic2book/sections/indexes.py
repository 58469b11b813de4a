"""The indexes: who wrote, and which worlds, pairs and people several stories share."""

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from fic2book import collation
from fic2book.model import Anthology, Problem, Severity, Story
from fic2book.sections.page import Page
from fic2book.words import Words, foreign, language_tag, primary

_FEWEST_AUTHORS = 3  # two find each other in the contents
_SHARED = 2  # stories
_LONG = 30  # names; shorter lists need no letters between them
_PER_LETTER = 2  # names at least, on the average; Chinese characters would each be a letter of their own

Place = tuple[str, str, str]
"""A story's id, its title, and its language where it is another than the book's."""
_NAMES: Mapping[str, Callable[[Story], tuple[str, ...]]] = {
    "authors": lambda story: story.authors,
    "fandoms": lambda story: story.fandoms,
    "relationships": lambda story: story.relationships,
    "characters": lambda story: story.characters,
    "tags": lambda story: story.tags,
}
"""In the order of the book."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Index:
    """One index."""

    id: str
    title: str
    groups: tuple[tuple[str, tuple[tuple[str, tuple[Place, ...]], ...]], ...]
    """A letter (empty for a list without), and the names under it with their stories."""


def indexes(anthology: Anthology, words: Words) -> Page | None:
    """Return all indexes that are asked for, else those that have something to say; tags only on request."""
    titles = {
        "authors": words.authors,
        "fandoms": words.fandoms,
        "relationships": words.relationships,
        "characters": words.characters,
        "tags": words.tags,
    }
    found = tuple(
        _index(kind, titles[kind], names, anthology)
        for kind in _NAMES
        if (names := _wanted(kind, _places(kind, anthology, words), anthology))
    )
    if not found:
        return None
    children = tuple((index.id, index.title) for index in found)
    return Page(kind="index", title=words.index, words=words, values={"indexes": found}, children=children)


def nameless(anthology: Anthology) -> Iterator[Problem]:
    """Name the indexes that were asked for and have no name in them, so that nobody looks for them in vain."""
    for kind in anthology.indexes:
        if kind in _NAMES and not any(name.strip() for story in anthology.stories for name in _NAMES[kind](story)):
            message = f"the index “{kind}” is not in the book: no story names any {kind}."
            yield Problem(code="index-empty", severity=Severity.INFO, message=message, place="anthology.toml")


def _wanted(kind: str, places: dict[str, list[Place]], anthology: Anthology) -> dict[str, list[Place]]:
    """Return the names that stand in an index: all where a person asked for it, else those that lead somewhere new.

    A fandom of all stories is the book's own, which its colophon names.
    """
    if anthology.indexes:
        return places if kind in anthology.indexes else {}
    if kind == "authors":
        return places if len(places) >= _FEWEST_AUTHORS else {}
    if kind == "tags":
        return {}
    whole = len(anthology.stories) if kind == "fandoms" else 0
    return {name: some for name, some in places.items() if len(some) >= _SHARED and len(some) != whole}


def _places(kind: str, anthology: Anthology, words: Words) -> dict[str, list[Place]]:
    """Return the stories of each name; names are one only where their text is equal."""
    places: dict[str, list[Place]] = {}
    for story in anthology.stories:
        place = (story.id, story.title.strip() or words.untitled, foreign(story.language, words.language))
        for name in dict.fromkeys(map(_as_text, _NAMES[kind](story))):
            if name:
                places.setdefault(name, []).append(place)
    return places


def _as_text(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).split())


def _index(kind: str, title: str, places: dict[str, list[Place]], anthology: Anthology) -> _Index:
    language = primary(language_tag(anthology.language))
    names = sorted(places, key=collation.sort_key(language))
    groups = collation.initials(names, language)
    if len(names) < _LONG or len(names) < _PER_LETTER * len(groups):
        groups = (("", tuple(names)),)
    return _Index(
        id=f"index-{kind}",
        title=title,
        groups=tuple((letter, tuple((name, tuple(places[name])) for name in some)) for letter, some in groups),
    )
