"""What the package says about the book, for today's reading systems and for yesterday's."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from fic2book import markup
from fic2book.model import Anthology, Book
from fic2book.titles import filed_under
from fic2book.words import Words, language_tag
from fic2book.writers.epub import accessibility, page_list
from fic2book.writers.epub.entries import Entry, dc, meta, named, refining

_MOST_SUBJECTS = 60
"""Libraries show every subject; 40 stories can bring 800 tags, and the credits have them all."""
_MOST_STORIES = 40
"""Stories that the description names before it counts the others."""
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?\Z", re.ASCII)
_POSITION = re.compile(r"\d+(\.\d+)*\Z", re.ASCII)
"""What EPUB takes for a place in a series; "two" or "IV" stand in the book alone."""
_WORD = r"[A-ZÀ-ÖØ-Þ][\w’'-]*[^\W\d_]"
_INITIALS = r"(?:[A-ZÀ-ÖØ-Þ]\. ?)+"
_NAME = re.compile(rf"({_WORD}|{_INITIALS}|{_INITIALS} ?{_WORD}|{_WORD} {_INITIALS}) ?(?<=[ .])({_WORD})\Z")
"""A forename, initials, or both, and one surname: what can be turned round without knowing whose name it is."""
_PEN = re.compile(r"[\d_()\[\]@#&+/~*]")
"""What no name in a register has: ``Corn Market (cornmarket)`` is a pen name and its account."""


def entries(book: Book, words: Words) -> tuple[Entry, ...]:
    """Return the metadata in order; identifier, first language and modification date are the package's own."""
    anthology = book.anthology
    said = (
        *_titles(anthology, words),
        *_people(anthology),
        *_facts(book, words),
        *_belonging(anthology),
        *accessibility.entries(book),
        *page_list.entries(book),
        named("cover", "cover-image"),
    )
    return tuple(entry._replace(value=markup.storable(entry.value)) for entry in said)


def _titles(anthology: Anthology, words: Words) -> Iterator[Entry]:
    yield dc("title", anthology.title.strip() or words.untitled, {"id": "title"})
    yield refining("title-type", "main", "title")
    filed = filed_under(anthology.title.strip(), anthology.language)
    if filed != anthology.title.strip():
        yield refining("file-as", filed, "title")
    if anthology.subtitle:
        yield dc("title", anthology.subtitle, {"id": "subtitle"})
        yield refining("title-type", "subtitle", "subtitle")


def _people(anthology: Anthology) -> Iterator[Entry]:
    for number, name in enumerate(anthology.authors, 1):
        yield from _person("creator", f"author-{number}", name, "aut")
    if anthology.editor:
        yield from _person("contributor", "editor", anthology.editor, "edt")
    yield from _person("contributor", "maker", "fic2book", "bkp")


def _person(element: str, name_id: str, name: str, role: str) -> Iterator[Entry]:
    yield dc(element, name, {"id": name_id})
    yield refining("role", role, name_id, {"scheme": "marc:relators"})
    filed = _filed_name(name)
    if filed:
        yield refining("file-as", filed, name_id)


def _filed_name(name: str) -> str:
    """Return a name as a library files it; empty for one of several words of which nobody knows the surname.

    A pen name (of one word, or with figures and signs) and a name in letters without capitals are filed as they are.
    """
    parts = _NAME.match(name)
    if parts:
        return f"{parts[2]}, {parts[1].strip()}"
    is_whole = " " not in name or name.lower() == name.upper()
    return name if is_whole or _PEN.search(name) else ""


def _facts(book: Book, words: Words) -> Iterator[Entry]:
    anthology = book.anthology
    labels = {section.id: section.title for section in book.sections if section.kind == "story"}
    description = anthology.description or _described(anthology, labels, words)
    if description:
        yield dc("description", description)
    yield dc("rights", anthology.rights or words.rights)
    named = ((story.title.strip() or words.untitled, story.permission.strip()) for story in anthology.stories)
    yield from (dc("rights", f"{title}: {permission}") for title, permission in named if permission)
    if anthology.imprint.name.strip():
        yield dc("publisher", anthology.imprint.name.strip())
    dates = {date for story in anthology.stories for date in (story.published, story.updated) if _DATE.match(date)}
    if dates:
        yield dc("date", max(dates))
    first = language_tag(anthology.language)
    others = (language_tag(story.language, first) for story in anthology.stories)
    yield from (dc("language", language) for language in dict.fromkeys(others) if language != first)
    sources = (story.url or labels[story.id] for story in anthology.stories)
    yield from (dc("source", source) for source in dict.fromkeys(sources))
    yield from (dc("subject", subject) for subject in _subjects(anthology))


def _described(anthology: Anthology, labels: Mapping[str, str], words: Words) -> str:
    """Return what a book holds, for one whose maker says nothing of it: a lone story's summary, else the titles."""
    stories = anthology.stories
    if len(stories) == 1:
        return " ".join(markup.plain(stories[0].summary).split())
    named = words.semicolon.join(labels[story.id] for story in stories[:_MOST_STORIES])
    rest = len(stories) - _MOST_STORIES
    return f"{named}{words.comma}{words.others.said(rest)}" if rest > 0 else named


def _subjects(anthology: Anthology) -> Iterator[str]:
    """Yield fandoms, characters and tags, each once; of too many those that most stories carry, fandoms first."""
    room = _MOST_SUBJECTS
    told: set[str] = set()
    for field in ("fandoms", "characters", "tags"):
        carried = Counter(name for story in anthology.stories for name in dict.fromkeys(getattr(story, field)))
        fresh = [name for name in carried if name not in told]
        kept = set(sorted(fresh, key=lambda name: -carried[name])[:room])
        yield from (name for name in fresh if name in kept)
        told |= kept
        room -= len(kept)


def _belonging(anthology: Anthology) -> Iterator[Entry]:
    """Name the book's series, else the series or collection of all stories, as EPUB 3 says it and as calibre does."""
    if anthology.series:
        yield from _collection(anthology.series, "series", anthology.series_number)
        return
    series = {one.name for story in anthology.stories for one in story.series}
    shared = [name for name in sorted(series) if all(_is_in(story.series, name) for story in anthology.stories)]
    collections = {story.collection for story in anthology.stories} - {anthology.title}
    if shared:
        yield from _collection(shared[0], "series")
    elif len(collections) == 1 and collections != {""}:
        yield from _collection(collections.pop(), "set")


def _is_in(series: Iterable[object], name: str) -> bool:
    return any(getattr(one, "name", "") == name for one in series)


def _collection(name: str, kind: str, number: str = "") -> Iterator[Entry]:
    yield meta("belongs-to-collection", name, {"id": "collection"})
    yield refining("collection-type", kind, "collection")
    if kind != "series":
        return
    yield named("calibre:series", name)
    if _POSITION.match(number):
        yield refining("group-position", number, "collection")
        index = ".".join(number.split(".")[:2])  # calibre's is a decimal number; EPUB's may be 2.1.3
        yield named("calibre:series_index", index)
