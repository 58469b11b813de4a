"""The appendix of authors' notes: by story, each with the way back to its story."""

from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from fic2book import markup
from fic2book.model import Anthology, Story
from fic2book.sections import anchors, notes, pictures
from fic2book.sections.page import Page
from fic2book.sections.soundness import make_sound
from fic2book.sections.story_text import rank_headings
from fic2book.words import Words, language_tag, writing_direction


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """One story's notes."""

    id: str
    title: str
    authors: str
    language: str
    direction: str
    groups: tuple[tuple[str, tuple[Markup, ...]], ...]
    """The title of a chapter (empty for the whole story) and its notes."""


def notes_page(anthology: Anthology, words: Words) -> Page | None:
    """Return the appendix; none when no note is asked to stand there."""
    entries = tuple(
        _entry(story, anthology, words) for story in anthology.stories if notes.in_appendix(story, anthology)
    )
    return Page(kind="notes", title=words.notes, words=words, values={"entries": entries}) if entries else None


def _entry(story: Story, anthology: Anthology, words: Words) -> _Entry:
    own = notes.in_appendix(story, anthology)
    roots = notes.trees(own)
    for root in roots:
        make_sound(root)
    linked = any("href" in element.attrib for root in roots for element in root.iter("a"))
    anchors.name_apart((*((markup.parse(story.body),) if linked else ()), *roots), story.id)
    pictures.place(roots, story.id, story.pictures, words)
    for root in roots:
        rank_headings(root, 3)
    titles = [title for title, _ in markup.split_chapters(story.body) if title]
    pairs = [
        (titles[one.note.chapter - 1] if 0 < one.note.chapter <= len(titles) else "", notes.fragment(root, story.id))
        for one, root in zip(own, roots, strict=True)
    ]
    language = language_tag(story.language, language_tag(anthology.language))
    return _Entry(
        id=story.id,
        title=story.title.strip() or words.untitled,
        authors="" if anthology.by_one_author else words.listed(story.authors),
        language=language,
        direction=writing_direction(language),
        groups=tuple((key, tuple(one for _, one in some)) for key, some in groupby(pairs, key=lambda pair: pair[0])),
    )
