"""A story's section: opener, text (in chapters where it has them), and the notes that stand behind it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields

from markupsafe import Markup

from fic2book import markup
from fic2book.markup import Element
from fic2book.model import Anthology, Section, Story
from fic2book.sections import anchors, completeness, notes, pictures
from fic2book.sections.rendering import render, trusted
from fic2book.sections.soundness import make_sound
from fic2book.sections.story_text import rank_headings, set_story_text
from fic2book.sections.warnings import to_heed
from fic2book.words import Words, language_tag, words_of, writing_direction


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A one-shot's text, or one chapter's."""

    id: str
    title: str
    text: Markup
    notes: Mapping[str, tuple[Markup, ...]]
    """By the names of ``notes.Placed``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Roots:
    """The trees of one part, while they are made ready."""

    title: str
    text: Element
    notes: Mapping[str, tuple[Element, ...]]

    @property
    def all(self) -> Iterator[Element]:
        yield self.text
        for some in self.notes.values():
            yield from some


def lay_out(story: Story, anthology: Anthology, words: Words) -> Section:
    """Return the section of one story; its id is the story's."""
    language = language_tag(story.language, language_tag(anthology.language))
    title = story.title.strip() or words.untitled
    work, roots, summary = _trees(story, anthology)
    elsewhere = notes.trees(notes.in_appendix(story, anthology))  # what the text calls there, and what calls the text
    _make_ready(story, (*work.all, *(root for part in roots for root in part.all), summary, *elsewhere), words)
    _set_texts(work, roots, words_of(language))  # a scene break is said in the midst of the story, in its voice
    parts = tuple(_parts(story.id, roots))
    body = render(
        "story",
        story=story,
        title=title,
        language=language,
        direction=writing_direction(language),
        own_direction=writing_direction(words.language),
        words=words,
        authors=() if anthology.by_one_author else story.authors,
        line=_line(story, anthology, words),
        warnings=to_heed(story),
        summary=trusted(markup.serialise(summary)),
        notes=_fragments(work, story.id),
        parts=parts,
        has_appendix=bool(notes.in_appendix(story, anthology)),
    )
    return Section(
        id=story.id,
        kind="story",
        title=label(title, story, anthology, words),
        matter="body",
        body=body,
        language=language,
        story=story,
        children=tuple((part.id, part.title) for part in parts if part.title),
    )


def label(title: str, story: Story, anthology: Anthology, words: Words) -> str:
    """Return a story's name in the machine contents: "Title — Author", the title alone in a one-author book."""
    if anthology.by_one_author or not story.authors:
        return title
    return f"{title} — {words.listed(story.authors)}"


def _trees(story: Story, anthology: Anthology) -> tuple[_Roots, tuple[_Roots, ...], Element]:
    """Return the work's own notes (with no text), its parts, and the summary of the opener (empty when too long)."""
    pieces = markup.split_chapters(story.body)
    titled = sum(bool(title) for title, _ in pieces)
    number = 0
    parts = []
    for title, body in pieces:
        number += bool(title)
        own = notes.place(story, anthology, number, titled) if title else notes.Placed()
        parts.append(_roots(title, body, own))
    work = _roots("", "", notes.place(story, anthology, 0, titled))
    summary = story.summary if story.summary and notes.is_short(story.summary) else ""
    return work, tuple(parts), markup.parse(summary)


def _make_ready(story: Story, pieces: tuple[Element, ...], words: Words) -> None:
    for piece in pieces:
        make_sound(piece)
    anchors.name_apart(pieces, story.id)
    pictures.place(pieces, story.id, story.pictures, words)


def _set_texts(work: _Roots, parts: tuple[_Roots, ...], words: Words) -> None:
    opens = next((part for part in parts if len(part.text)), None)
    for part in parts:
        set_story_text(part.text, words, rank=3 if part.title else 2, is_opening=part is opens)
    for part in (work, *parts):
        for note in (note for some in part.notes.values() for note in some):
            rank_headings(note, 3 if part.title else 2)


def _roots(title: str, body: str, own: notes.Placed) -> _Roots:
    placed = {field.name: notes.trees(getattr(own, field.name)) for field in fields(own)}
    return _Roots(title=title, text=markup.parse(body), notes=placed)


def _parts(story_id: str, roots: tuple[_Roots, ...]) -> Iterator[_Part]:
    number = 0
    for part in roots:
        number += bool(part.title)
        yield _Part(
            id=f"{story_id}-c{number}" if part.title else story_id,
            title=part.title,
            text=trusted(markup.serialise(part.text)),
            notes=_fragments(part, story_id),
        )


def _fragments(part: _Roots, story_id: str) -> Mapping[str, tuple[Markup, ...]]:
    return {name: tuple(notes.fragment(root, story_id) for root in some) for name, some in part.notes.items()}


def _line(story: Story, anthology: Anthology, words: Words) -> str:
    """Return the opener's one small line: fandoms and rating, without what all stories share; what is unfinished."""
    said = []
    if story.fandoms and anthology.differ("fandoms"):
        said.append(words.comma.join(story.fandoms))
    if story.rating and anthology.differ("rating"):
        said.append(story.rating)
    if completeness.is_unfinished(story):
        said.append(words.unfinished)
    return " · ".join(said)
