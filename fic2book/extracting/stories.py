"""A finished EPUB → its stories: the words as they stand on its pages, everything else as its manifest has it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields, replace
from typing import NamedTuple

from fic2book import markup
from fic2book.checks.epub.opened import Opened
from fic2book.extracting import own
from fic2book.manifest import Manifest, NoteRecord, StoryRecord, ToldRecord
from fic2book.markup import Element
from fic2book.model import Note, NoteKind, Picture, Place, Related, Series, Story
from fic2book.words import words_of

_TYPES = {".png": "image/png"}


class Taken(NamedTuple):
    """A story, and how many of its notes are in no book because a person wanted them hidden."""

    story: Story
    hidden: int


@dataclass(slots=True)
class _Chapter:
    """A chapter, or a one-shot's text, on the pages that it is spread over."""

    title: str
    roots: list[tuple[str, Element]] = field(default_factory=list)


@dataclass(slots=True)
class _Found:
    """A story on its pages."""

    chapters: list[_Chapter] = field(default_factory=list)


def taken(book: Opened, manifest: Manifest) -> Iterator[Taken]:
    """Yield the stories in the manifest's order; one that is on no page has no words."""
    found = _found(book)
    notes = dict(_notes(book))
    for record in manifest.stories:
        yield _story(record, found.get(record.id, _Found()), notes, (book, manifest.language))


def has(element: Element, name: str) -> bool:
    """Tell whether an element has a class."""
    return name in (element.get("class") or "").split()


def _found(book: Opened) -> dict[str, _Found]:
    """Return the stories by their ids; what is continued belongs to the one before it."""
    stories: dict[str, _Found] = {}
    last = ""
    for path, page in pages(book):
        for section in (one for one in page.iter("section") if has(one, "story")):
            last = section.get("id", "") if not has(section, "continued") else last
            story = stories.setdefault(last, _Found())
            for root in (one for one in section.iter("div") if has(one, "story-text")):
                if not has(root, "continued") or not story.chapters:
                    story.chapters.append(_Chapter(_title(root)))
                story.chapters[-1].roots.append((path, root))
    return stories


def _notes(book: Opened) -> Iterator[tuple[str, tuple[str, Element]]]:
    for path, page in pages(book):
        for note in (one for one in page.iter("div") if has(one, "note-text")):
            yield note.get("id", ""), (path, note)


def pages(book: Opened) -> Iterator[tuple[str, Element]]:
    """Yield the pages in reading order, with their paths."""
    for path in book.spine:
        page = book.page(path)
        if page is not None:
            yield path, page


def _title(root: Element) -> str:
    """Return the title of the chapter that a text stands in, without the call of a note; empty for a one-shot's."""
    chapter = root.getparent()
    if chapter is None or not has(chapter, "chapter"):
        return ""
    heading = next((one for one in chapter.iter("h2") if has(one, "chapter-title")), None)
    return bare(heading) if heading is not None else ""


def bare(heading: Element) -> str:
    """Return a heading's words, without the call of a note."""
    said = heading.text or ""
    for inner in heading:
        said += ("" if inner.get("role") == "doc-noteref" else bare(inner)) + (inner.tail or "")
    return said.strip()


def _story(
    record: StoryRecord, found: _Found, notes: dict[str, tuple[str, Element]], of_book: tuple[Opened, str]
) -> Taken:
    book, language = of_book
    shown = own.Shown({})
    unnamed = words_of(language)

    def text(roots: Iterable[tuple[str, Element]]) -> str:
        homes = (
            (root, own.Home(name=record.id, path=path, unnamed=unnamed.picture, language=unnamed.language))
            for path, root in roots
        )
        return own.fragment(tuple(homes), shown)

    body = "".join(_heading(chapter.title) + text(chapter.roots) for chapter in found.chapters)
    here = [(note, notes[note.id]) for note in record.notes if note.id in notes]
    written = tuple(_note(note, text([place])) for note, place in here)
    story = replace(
        _known(record),
        body=body,
        notes=written,
        chapters=tuple(chapter.title for chapter in found.chapters if chapter.title),
        pictures=tuple(_pictures(book, shown)),
    )
    return Taken(story, hidden=len(record.notes) - len(here))


def _known(record: StoryRecord) -> Story:
    """Return a story without its words: what the manifest has of it."""
    told = record.told or ToldRecord(language=record.language)
    same = {one.name: getattr(told, one.name) for one in fields(told) if one.name not in {"series", "related"}}
    own_names = ("file", "origin", "title", "id", "authors", "url", "permission", "words_stated")
    return Story(
        body="",
        series=tuple(Series(name=one.name, number=one.number) for one in told.series),
        related=tuple(Related(how=one.how, title=one.title, authors=one.authors, url=one.url) for one in told.related),
        **{name: getattr(record, name) for name in own_names},
        **same,
    )


def _heading(title: str) -> str:
    return f'<h2 class="chapter">{markup.escape(title)}</h2>' if title else ""


def _note(record: NoteRecord, body: str) -> Note:
    kinds = {kind.value: kind for kind in NoteKind}
    return Note(
        place=Place.AFTER if record.place == Place.AFTER.value else Place.BEFORE,
        kind=kinds.get(record.kind, NoteKind.NOTE),
        chapter=record.chapter,
        body=body,
    )


def _pictures(book: Opened, shown: own.Shown) -> Iterator[Picture]:
    for name, path in shown.paths.items():
        data = book.files.get(path, b"")
        media_type = next((kind for suffix, kind in _TYPES.items() if path.lower().endswith(suffix)), "image/jpeg")
        yield Picture(name=name, data=data, media_type=media_type, width=0, height=0)
