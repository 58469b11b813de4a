"""The stories as they stand in a finished EPUB: every element of class ``story-text``, in reading order.

With them what stands beside them: the pictures that they show, and the notes of their authors.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial

from fic2book import markup
from fic2book.checks.epub.opened import Opened, resolved
from fic2book.checks.pictures import FoundPicture
from fic2book.letters import letters
from fic2book.manifest.beside import data_seal, shown
from fic2book.manifest.own_words import ChapterText, breaks
from fic2book.markup import Element


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundStory:
    """One story of the book."""

    id: str
    title: str
    path: str
    """Its first file."""
    read: Callable[[], tuple[ChapterText, ...]]
    """Gives its chapters. They are not held, or a proof would hold the whole book twice."""
    pictures: tuple[FoundPicture, ...] = ()
    """Those that its text shows, in order."""

    @property
    def chapters(self) -> tuple[ChapterText, ...]:
        """Its text, chapter by chapter."""
        return self.read()

    @property
    def letters(self) -> str:
        """The whole story's letters."""
        return "".join(chapter.letters for chapter in self.chapters)


@dataclass(slots=True, eq=False)
class _Text:
    """A chapter while it is put together from the documents that it is spread over."""

    id: str
    title: str
    roots: list[tuple[str, Element]]
    """With the path of the document."""

    def settled(self) -> ChapterText:
        text = "\n".join(markup.plain_text(root) for _, root in self.roots)
        found = tuple(one for _, root in self.roots for one in breaks(root))
        return ChapterText(self.title, text, letters(text), found)


@dataclass(slots=True)
class _Story:
    id: str
    title: str
    path: str
    texts: list[_Text]


def found_stories(book: Opened) -> tuple[FoundStory, ...]:
    """Return the stories in the order of the spine; one that goes on in a second document is one story."""
    stories: list[_Story] = []
    for path, section in _sections(book):
        name = section.get("id", "")
        if not stories or not (_has(section, "continued") or name == stories[-1].id):
            stories.append(_Story(name, _text(section, "story-title"), path, []))
        for root in _of_class(section, "story-text"):
            _add(stories[-1].texts, path, root)
    return tuple(
        FoundStory(
            id=one.id,
            title=one.title,
            path=one.path,
            read=partial(_settled, tuple(one.texts)),
            pictures=tuple(_pictures(book, one)),
        )
        for one in stories
    )


@lru_cache(maxsize=8)  # a proof asks for its story's chapters several times
def _settled(texts: tuple[_Text, ...]) -> tuple[ChapterText, ...]:
    return tuple(text.settled() for text in texts)


def found_notes(book: Opened) -> Mapping[str, tuple[str, ...]]:
    """Return the text of every author's note, by the id of its element: one, unless it stands there twice."""
    found: dict[str, tuple[str, ...]] = {}
    for path in book.spine:
        root = book.page(path)
        for note in _of_class(root, "note-text") if root is not None else ():
            name = note.get("id", "")
            found[name] = (*found.get(name, ()), markup.plain_text(note))
    return found


def section_letters(book: Opened, kind: str) -> str:
    """Return the letters of the sections of a kind, those that go on in a second document too."""
    roots = (book.page(path) for path in book.spine)
    found = (part for root in roots if root is not None for part in root.iter("section") if _has(part, kind))
    return letters("\n".join(map(markup.plain_text, found)))


def _pictures(book: Opened, story: _Story) -> Iterator[FoundPicture]:
    for path, root in (pair for text in story.texts for pair in text.roots):
        for one in shown(root):
            data = book.files.get(resolved(path, one.address)[0])
            yield FoundPicture(one.words, one.after, data_seal(data) if data else "")


def _sections(book: Opened) -> Iterator[tuple[str, Element]]:
    for path in book.spine:
        root = book.page(path)
        if root is not None:
            yield from ((path, section) for section in root.iter("section") if _has(section, "story"))


def _add(texts: list[_Text], path: str, root: Element) -> None:
    """Add a chapter's text, or to the chapter before when it goes on: then it has no id of its own."""
    name = root.get("id", "")
    if texts and name in ("", texts[-1].id):
        texts[-1].roots.append((path, root))
        return
    chapter = root.getparent()
    is_chapter = chapter is not None and _has(chapter, "chapter")
    texts.append(
        _Text(name, _text(chapter, "chapter-title") if chapter is not None and is_chapter else "", [(path, root)])
    )


def _text(element: Element, name: str) -> str:
    return next((markup.text_of(title).strip() for title in _of_class(element, name)), "")


def _of_class(element: Element, name: str) -> Iterator[Element]:
    return (inner for inner in element.iter() if _has(inner, name))


def _has(element: Element, name: str) -> bool:
    return name in element.get("class", "").split()
