"""What a book has to hold: told by the anthology, or by a finished book that proved itself."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from fic2book import markup
from fic2book.letters import letters
from fic2book.manifest.beside import OwnNote, OwnPicture, own_notes, own_pictures
from fic2book.manifest.own_words import ChapterText, own_words
from fic2book.model import Anthology
from fic2book.words import Words, language_tag, words_of


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldStory:
    """One story, as every output has to have it."""

    id: str
    title: str
    authors: tuple[str, ...]
    file: str
    """The manuscript."""
    read: Callable[[], tuple[ChapterText, ...]]
    """Gives its chapters. They are not held, or a proof would hold the whole book twice."""
    pictures: tuple[OwnPicture, ...] = ()
    """Those that its text shows, in order."""
    notes: tuple[OwnNote, ...] = ()
    """All, the hidden ones too."""
    scene_break: str = "Scene break"
    """What its scene breaks are called aloud."""

    @property
    def chapters(self) -> tuple[ChapterText, ...]:
        """Its text, chapter by chapter."""
        return self.read()

    @property
    def letters(self) -> str:
        """The whole story's letters."""
        return "".join(chapter.letters for chapter in self.chapters)

    def name(self, chapter: ChapterText) -> str:
        """Name a chapter as a person knows it: “Title”, chapter “Two”."""
        return f"“{self.title}”, chapter “{chapter.title}”" if chapter.title else f"“{self.title}”"


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldPart:
    """A part of the book."""

    title: str
    first: str
    """Id of its first story, before which its title page stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldPaper:
    """A page that the book's maker wrote."""

    kind: str
    """Of its section, which bears this name, or with ``-page`` behind it."""
    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The whole book."""

    title: str
    stories: tuple[ToldStory, ...]
    parts: tuple[ToldPart, ...] = ()
    papers: tuple[ToldPaper, ...] = ()
    heads: tuple[str, ...] = ()
    """Running heads beside the stories' titles and authors: the parts, the appendix of notes."""


def told(anthology: Anthology) -> Told:
    """Return what every book made from ``anthology`` has to hold."""
    words = words_of(anthology.language)
    return Told(
        title=anthology.title,
        stories=tuple(
            ToldStory(
                id=story.id,
                title=story.title.strip(),
                authors=story.authors,
                file=story.file,
                read=partial(own_words, story.body),
                pictures=own_pictures(story, anthology.language),
                notes=own_notes(story, anthology),
                scene_break=words_of(language_tag(story.language, language_tag(anthology.language))).scene_break,
            )
            for story in anthology.stories
        ),
        parts=parts([(part.title, part.stories) for part in anthology.parts], [one.id for one in anthology.stories]),
        papers=tuple(_papers(anthology, words)),
        heads=(words.notes, *(part.title for part in anthology.parts)),
    )


def _papers(anthology: Anthology, words: Words) -> Iterator[ToldPaper]:
    written = (
        ("dedication", words.dedication, anthology.dedication),
        ("foreword", words.foreword, markup.plain(anthology.foreword)),
        ("afterword", words.afterword, markup.plain(anthology.afterword)),
        ("about", words.about_the_authors, markup.plain(anthology.about)),
        ("press", words.colophon, anthology.imprint.colophon),
    )
    found = (ToldPaper(kind=kind, title=title, text=text) for kind, title, text in written)
    return (paper for paper in found if letters(paper.text))


def parts(named: list[tuple[str, tuple[str, ...]]], stories: list[str]) -> tuple[ToldPart, ...]:
    """Return the parts, each with the first of its stories in the order of the book."""
    firsts = ((title, next((one for one in stories if one in ids), "")) for title, ids in named)
    return tuple(ToldPart(title=title.strip(), first=first) for title, first in firsts if first)
