"""What a book has to hold: told by the anthology, or by a finished book that proved itself."""

from dataclasses import dataclass

from fic2book.manifest.own_words import ChapterText, own_words
from fic2book.model import Anthology


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldStory:
    """One story, as every output has to have it."""

    id: str
    title: str
    authors: tuple[str, ...]
    file: str
    """The manuscript."""
    chapters: tuple[ChapterText, ...]

    @property
    def letters(self) -> str:
        """The whole story's letters."""
        return "".join(chapter.letters for chapter in self.chapters)

    def name(self, chapter: ChapterText) -> str:
        """Name a chapter as a person knows it: “Title”, chapter “Two”."""
        return f"“{self.title}”, chapter “{chapter.title}”" if chapter.title else f"“{self.title}”"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The whole book."""

    title: str
    stories: tuple[ToldStory, ...]


def told(anthology: Anthology) -> Told:
    """Return what every book made from ``anthology`` has to hold."""
    return Told(
        title=anthology.title,
        stories=tuple(
            ToldStory(
                id=story.id,
                title=story.title.strip(),
                authors=story.authors,
                file=story.file,
                chapters=own_words(story.body),
            )
            for story in anthology.stories
        ),
    )
