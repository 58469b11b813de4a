"""What the package says about the book, for today's reading systems and for yesterday's."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from fic2book import markup
from fic2book.manifest.beside import own_pictures
from fic2book.model import Anthology, Book
from fic2book.words import Words, language_tag, words_of

_MOST_SUBJECTS = 60
"""Libraries show every subject; 40 stories can bring 800 tags, and the credits have them all."""
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?\Z", re.ASCII)
_POSITION = re.compile(r"\d+(\.\d+)*\Z", re.ASCII)
"""What EPUB takes for a place in a series; "two" or "IV" stand in the book alone."""
_NAME = re.compile(r"([A-ZÀ-ÖØ-Þ][\w’'-]*[^\W\d_]) ([A-ZÀ-ÖØ-Þ][\w’'-]*[^\W\d_])\Z")
_ACCESSIBILITY = (
    ("accessMode", "textual"),
    ("accessMode", "visual"),
    ("accessibilityFeature", "displayTransformability"),
    ("accessibilityFeature", "readingOrder"),
    ("accessibilityFeature", "structuralNavigation"),
    ("accessibilityFeature", "tableOfContents"),
    ("accessibilityHazard", "none"),
)
_DESCRIBED = (("accessModeSufficient", "textual"), ("accessibilityFeature", "alternativeText"))
_UNDESCRIBED = (("accessModeSufficient", "textual,visual"),)
_SUMMARY = "All of the book is text in reading order, with a table of contents and headings. "
_PICTURES = {
    "none": "The only picture is the cover, which is described.",
    "mark": "The cover and the mark of the press are described.",
    "described": "The cover is described, and so are the pictures in the stories, in their authors’ words.",
    "undescribed": "The cover is described. Some pictures in the stories have no description by their authors.",
}


class Entry(NamedTuple):
    """One element of the package's metadata; ``namespace`` is ``DC`` or empty."""

    namespace: str
    name: str
    value: str
    attributes: Mapping[str, str]


def entries(book: Book, words: Words) -> tuple[Entry, ...]:
    """Return the metadata in order; identifier, first language and modification date are the package's own."""
    anthology = book.anthology
    said = (
        *_titles(anthology, words),
        *_people(anthology),
        *_facts(anthology, words),
        *_belonging(anthology),
        *_accessibility(anthology),
        Entry("", "meta", "", {"name": "cover", "content": "cover-image"}),
    )
    return tuple(entry._replace(value=markup.storable(entry.value)) for entry in said)


def _accessibility(anthology: Anthology) -> Iterator[Entry]:
    """Say how the book can be read, and whether what it shows is described by the people who made it."""
    language = anthology.language
    pictures = [one for story in anthology.stories for one in own_pictures(story, language)]
    unnamed = words_of(language).picture
    kind = "undescribed" if any(one.words == unnamed for one in pictures) else "described" if pictures else "none"
    if kind == "none" and anthology.imprint.logo:
        kind = "mark"
    stated = (*_ACCESSIBILITY, *(_UNDESCRIBED if kind == "undescribed" else _DESCRIBED))
    yield from (_meta(f"schema:{name}", value) for name, value in sorted(stated))
    yield _meta("schema:accessibilitySummary", _SUMMARY + _PICTURES[kind], {"xml:lang": "en"})


def _titles(anthology: Anthology, words: Words) -> Iterator[Entry]:
    yield _dc("title", anthology.title.strip() or words.untitled, {"id": "title"})
    yield _refining("title-type", "main", "title")
    if anthology.subtitle:
        yield _dc("title", anthology.subtitle, {"id": "subtitle"})
        yield _refining("title-type", "subtitle", "subtitle")


def _people(anthology: Anthology) -> Iterator[Entry]:
    for number, name in enumerate(anthology.authors, 1):
        yield from _person("creator", f"author-{number}", name, "aut")
    if anthology.editor:
        yield from _person("contributor", "editor", anthology.editor, "edt")
    yield from _person("contributor", "maker", "fic2book", "bkp")


def _person(element: str, name_id: str, name: str, role: str) -> Iterator[Entry]:
    yield _dc(element, name, {"id": name_id})
    yield _refining("role", role, name_id, {"scheme": "marc:relators"})
    parts = _NAME.match(name)
    if parts:
        yield _refining("file-as", f"{parts[2]}, {parts[1]}", name_id)


def _facts(anthology: Anthology, words: Words) -> Iterator[Entry]:
    if anthology.description:
        yield _dc("description", anthology.description)
    yield _dc("rights", anthology.rights or words.rights)
    named = ((story.title.strip() or words.untitled, story.permission.strip()) for story in anthology.stories)
    yield from (_dc("rights", f"{title}: {permission}") for title, permission in named if permission)
    if anthology.imprint.name.strip():
        yield _dc("publisher", anthology.imprint.name.strip())
    dates = {date for story in anthology.stories for date in (story.published, story.updated) if _DATE.match(date)}
    if dates:
        yield _dc("date", max(dates))
    first = language_tag(anthology.language)
    others = (language_tag(story.language, first) for story in anthology.stories)
    yield from (_dc("language", language) for language in dict.fromkeys(others) if language != first)
    yield from (_dc("source", url) for url in dict.fromkeys(story.url for story in anthology.stories if story.url))
    yield from (_dc("subject", subject) for subject in _subjects(anthology))


def _subjects(anthology: Anthology) -> Iterable[str]:
    fandoms = (name for story in anthology.stories for name in story.fandoms)
    tags = (name for story in anthology.stories for name in story.tags)
    return list(dict.fromkeys((*fandoms, *tags)))[:_MOST_SUBJECTS]


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
    yield _meta("belongs-to-collection", name, {"id": "collection"})
    yield _refining("collection-type", kind, "collection")
    if kind != "series":
        return
    yield Entry("", "meta", "", {"name": "calibre:series", "content": markup.storable(name)})
    if _POSITION.match(number):
        yield _refining("group-position", number, "collection")
        index = ".".join(number.split(".")[:2])  # calibre's is a decimal number; EPUB's may be 2.1.3
        yield Entry("", "meta", "", {"name": "calibre:series_index", "content": index})


def _dc(name: str, value: str, attributes: Mapping[str, str] | None = None) -> Entry:
    return Entry("DC", name, value, attributes or {})


def _meta(name: str, value: str, attributes: Mapping[str, str] | None = None) -> Entry:
    return Entry("", "meta", value, {"property": name, **(attributes or {})})


def _refining(name: str, value: str, what: str, attributes: Mapping[str, str] | None = None) -> Entry:
    return _meta(name, value, {"refines": f"#{what}", **(attributes or {})})
