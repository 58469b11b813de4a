"""The content notes: every story's rating and warnings on one page, in front or at the back."""

from dataclasses import dataclass

from fic2book import markup
from fic2book.model import Anthology, NoteKind, Story
from fic2book.sections.page import Page
from fic2book.sections.warnings import to_heed
from fic2book.words import Words, foreign


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """What is said of one story."""

    id: str
    title: str
    language: str
    is_quiet: bool
    """Whether nothing is to be heeded: such lines are set back, and the others stand out."""
    stated: tuple[str, ...]
    """Rating first, then each warning as it was stated: "Creator Chose Not To Use Archive Warnings" is one, and so
    is a word that there are none."""
    notes: tuple[tuple[str, tuple[str, ...]], ...]
    """The author's own warnings: the chapter's title (empty for the whole story) and the lines."""

    @property
    def is_telling(self) -> bool:
        """Tell whether anything was said."""
        return bool(self.stated or self.notes)


def in_front(anthology: Anthology, words: Words) -> Page | None:
    """Return the page unless it is wanted at the back; none when nothing is said of any story."""
    return None if anthology.content_notes == "back" else _page(anthology, words)


def at_the_back(anthology: Anthology, words: Words) -> Page | None:
    """Return the page when it is wanted at the back; the contents point to it."""
    return _page(anthology, words) if anthology.content_notes == "back" else None


def _page(anthology: Anthology, words: Words) -> Page | None:
    entries = tuple(_entry(story, words) for story in anthology.stories)
    if not any(entry.is_telling for entry in entries):
        return None
    silent = tuple(entry.title for entry in entries if not entry.is_telling)
    values = {
        "entries": tuple(entry for entry in entries if entry.is_telling),
        "silent": words.nothing_stated.format(titles=words.listed(silent)) if silent else "",
    }
    return Page(kind="content-notes", title=words.content_notes, words=words, values=values)


def _entry(story: Story, words: Words) -> _Entry:
    notes = _notes(story)
    return _Entry(
        id=story.id,
        title=story.title.strip() or words.untitled,
        language=foreign(story.language, words.language),
        is_quiet=not to_heed(story) and not notes,
        stated=tuple(said.strip() for said in (story.rating, *story.warnings) if said.strip()),
        notes=notes,
    )


def _notes(story: Story) -> tuple[tuple[str, tuple[str, ...]], ...]:
    titles = [title for title, _ in markup.split_chapters(story.body) if title]
    warned = (note for note in story.notes if note.kind == NoteKind.WARNING)
    return tuple(
        (
            titles[note.chapter - 1] if 0 < note.chapter <= len(titles) else "",
            tuple(line.strip() for line in markup.plain(note.body).splitlines() if line.strip()),
        )
        for note in warned
    )
