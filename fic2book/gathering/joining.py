"""Chapters of one work, read from several files, become one story: every word, note, picture and entry of each."""

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from fic2book import markup
from fic2book.letters import letters
from fic2book.markup import Element
from fic2book.model import Change, Note, NoteKind, Picture, Place, Story

_PICTURE = "picture:"
_FOOTNOTE = re.compile(r"(fn|fnref)-(\d+)\Z")
_LISTS = (
    "authors", "series", "warnings", "categories", "fandoms", "relationships", "characters", "tags", "recipients",
    "related", "images_left_out",
)  # fmt: skip
_LINES = ("collection", "language", "rating", "status", "url", "chapters_stated", "show_notes", "show_disclaimers")


class Chapter(NamedTuple):
    """A file's story that is one chapter of a work."""

    story: Story
    heading: str
    """What its heading says, where the text has none; may be empty."""


class _Body(NamedTuple):
    """What is built up, chapter by chapter."""

    root: Element
    footnotes: list[Element]
    pictures: list[Picture]
    notes: list[Note]


def joined(chapters: Sequence[Chapter], title: str) -> Story:
    """Return one story of chapters that are in order; what the first file tells counts, lists are united."""
    first = chapters[0].story
    body = _Body(markup.parse(""), [], [], [])
    for number, chapter in enumerate(chapters, 1):
        _add(body, chapter, number)
    body.root.extend(body.footnotes)
    headings = [markup.text_of(block).strip() for block in body.root if _is_heading(block)]
    told = [chapter.story for chapter in chapters]
    known: dict[str, Any] = {name: _united(getattr(story, name) for story in told) for name in _LISTS}
    known |= {name: next((said for story in told if (said := getattr(story, name))), "") for name in _LINES}
    return replace(
        first,
        title=title,
        body=markup.serialise(body.root),
        chapters=tuple(headings),
        notes=tuple(body.notes),
        pictures=tuple(body.pictures),
        published=min((story.published for story in told if story.published), default=""),
        updated=max((date for story in told for date in (story.updated, story.published) if date), default=""),
        words_stated=_words_stated(told),
        manuscript=_seal(told),
        ledger=tuple(entry for story in told for entry in _ledger(story, first.file)),
        **known,
    )


def _add(body: _Body, chapter: Chapter, number: int) -> None:
    """Add one file's story: its heading, its text, its footnotes and notes with their chapter's number."""
    story = chapter.story
    root = markup.parse(story.body)
    before = sum(_is_heading(block) for block in body.root)
    _renumber(root, len(body.footnotes), number)
    names = _add_pictures(body, story, number)
    for image in root.iter("img"):
        name = image.get("src", "").removeprefix(_PICTURE)
        image.set("src", f"{_PICTURE}{names.get(name, name)}")
    blocks = [block for block in root if block.get("class") != "footnote"]
    body.footnotes.extend(block for block in root if block.get("class") == "footnote")
    if not blocks or not _is_heading(blocks[0]):
        heading = chapter.heading or str(number)
        body.root.append(markup.new("h2", heading, class_="chapter"))
    body.root.extend(blocks)
    after = sum(_is_heading(block) for block in body.root)
    body.notes.extend(_moved(note, before, after) for note in _notes(story, number))


def _is_heading(block: Element) -> bool:
    return block.tag == "h2" and block.get("class") == "chapter"


def _notes(story: Story, number: int) -> tuple[Note, ...]:
    """Return a file's notes; the summary of a later chapter's file is a note of that chapter."""
    if number == 1 or not letters(story.summary):
        return story.notes
    return (Note(place=Place.BEFORE, body=story.summary, kind=NoteKind.SUMMARY), *story.notes)


def _moved(note: Note, before: int, after: int) -> Note:
    """Give a note the number that its chapter has in the work; the work's own notes are its file's chapter's."""
    own = before + note.chapter if note.chapter else before + 1 if note.place is Place.BEFORE else after
    return replace(note, chapter=own)


def _renumber(root: Element, footnotes: int, number: int) -> None:
    """Make the ids of a later file its own: footnotes count on, all others get the chapter's number."""
    ids = {element.get("id", ""): element for element in root.iter() if element.get("id")}
    new = {name: _new_id(name, footnotes, number) for name in ids}
    for name, element in ids.items():
        element.set("id", new[name])
    for link in root.iter("a"):
        target = link.get("href", "")
        if target.startswith("#"):
            link.set("href", f"#{new.get(target[1:], target[1:])}")
            mark = _FOOTNOTE.match(link.get("href", "")[1:])
            if mark and footnotes and link.get("class") in {"noteref", "backref"}:
                link.text = mark[2]


def _new_id(name: str, footnotes: int, number: int) -> str:
    mark = _FOOTNOTE.match(name)
    if mark:
        return f"{mark[1]}-{int(mark[2]) + footnotes}"
    return name if number == 1 else f"{name}-ch{number}"


def _add_pictures(body: _Body, story: Story, number: int) -> dict[str, str]:
    """Add a file's pictures and return their new names."""
    taken = {picture.name for picture in body.pictures}
    names = {picture.name: picture.name for picture in story.pictures}
    names |= {name: f"ch{number}-{name}" for name in names if name in taken}
    body.pictures.extend(replace(picture, name=names[picture.name]) for picture in story.pictures)
    return names


def _words_stated(stories: Sequence[Story]) -> int | None:
    """Return the work's own figure: the one that all files state, or the sum of what each states of itself."""
    stated = [story.words_stated for story in stories if story.words_stated]
    if len(stated) < len(stories):
        return None
    return stated[0] if len(set(stated)) == 1 else sum(stated)


def _ledger(story: Story, file: str) -> Iterable[Change]:
    return (
        story.ledger
        if story.file == file
        else (replace(entry, file=entry.file or story.file) for entry in story.ledger)
    )


def _seal(stories: Sequence[Story]) -> str:
    """Return one seal of several files'."""
    return hashlib.sha256(" ".join(story.manuscript for story in stories).encode()).hexdigest()[:16]


def _united(lists: Iterable[tuple[object, ...]]) -> tuple[object, ...]:
    return tuple(dict.fromkeys(item for items in lists for item in items))
