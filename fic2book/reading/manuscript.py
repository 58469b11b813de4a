"""One manuscript → its stories, restored as its maker and the person want them, and the words that ended nowhere."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from fic2book import markup, readers, restoration, sources, undoing
from fic2book.account import unaccounted
from fic2book.config import of_story
from fic2book.model import Choices, Document, Problem, Severity, Story, StorySettings
from fic2book.reading import described

_PAGES = frozenset({"html", "epub", "docx"})
_FINISHED = "restored"
"""The format of a text that a book was taken apart into: every rule has been through it."""
_SEAL = 16  # hexadecimal digits; two files of one folder will not share them


def read_manuscript(
    folder: Path, file: str, tables: tuple[StorySettings, ...] = ()
) -> tuple[tuple[Story, ...], tuple[Problem, ...]]:
    """Return one file's stories, with what ``[[story]]`` tables say of them, and the words that ended nowhere."""
    reason = readers.why_not(file)
    if reason:
        raise reason
    stories, problems = stories_of(readers.read(folder, file), tables)
    seal = _seal(folder / file)
    return tuple(replace(story, manuscript=seal) for story in stories), problems


def stories_of(
    document: Document, tables: tuple[StorySettings, ...] = ()
) -> tuple[tuple[Story, ...], tuple[Problem, ...]]:
    """Return the stories of a decoded file, restored, and the words that ended nowhere."""
    if document.format != _FINISHED and not any("mojibake" in table.off for table in tables):
        document = restoration.mend(document)
    recognised = sources.recognise(document, next((table.split for table in tables if table.split), ""))
    restored = tuple(_restored(document, story, of_story(tables, story.part)) for story in recognised)
    told = tuple((_placed(document, story), of_story(tables, story.part)) for story in restored)
    kept = tuple((story, table) for story, table in told if not (table and table.skip))
    unknown = (one for story, table in kept if table for one in described.unknown(story, table.alt))
    problems = (*_lost(document, restored), *unknown)
    return tuple(_overlaid(story, table) for story, table in kept), problems


def _seal(place: Path) -> str:
    """Return what tells whether a file is the one of the last edition; its date does not."""
    try:
        with place.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()[:_SEAL]
    except OSError:  # it was read a moment ago, and is no longer there
        return ""


def paper(place: Path, title: str) -> str:
    """Return the markup of a foreword or afterword, restored like a story but with all its words in place."""
    document = readers.read(place.parent, place.name)
    if document.format == _FINISHED:
        return restoration.kept(sources.recognise(document)[0], Choices()).body
    document = restoration.mend(document)
    story = sources.recognise(document)[0]
    kept = Choices(opening_note="story", closing_note="story", language=story.language)
    body = _tidied(document.body) if document.format in _PAGES else document.body
    return restoration.restore(replace(story, title=title, body=body or story.body), kept).body


def _tidied(page: str) -> str:
    """Return a page's whole body as markup of the book; pictures are for stories."""
    root = markup.parse(markup.tidy(list(markup.parse(page))).markup)
    for image in list(root.iter("img")):
        markup.remove(image)
    return markup.serialise(root, keep_lines=True)


def _restored(document: Document, story: Story, table: StorySettings | None) -> Story:
    """Return a story as a person wants it restored; what a source took and a person named is in its place again."""
    paged = document.format in _PAGES
    restore = restoration.kept if document.format == _FINISHED else partial(restoration.restore, paged=paged)
    if table is None:
        return restore(story, Choices(language=story.language))
    language = str(table.fields.get("language", story.language))
    choices = Choices(
        opening_note=table.opening_note,
        closing_note=table.closing_note,
        language=language,
        text=table.text,
        note=table.note,
        breaks=table.breaks,
        off=table.off,
    )
    story = undoing.brought_back(document, replace(story, language=language), choices)
    return restore(story, choices)


def _overlaid(story: Story, table: StorySettings | None) -> Story:
    """Lay a person's word over the file's; a note that a person adds joins the file's own."""
    if table is None:
        return story
    story = described.described(story, table.alt)
    overlaid = replace(story, **table.fields)  # type: ignore[arg-type]  # typed by sources.fields
    overlaid = replace(
        overlaid,
        title=restoration.line(overlaid.title, overlaid.language) if "title" in table.fields else overlaid.title,
        permission=(
            restoration.line(overlaid.permission, overlaid.language)
            if "permission" in table.fields
            else overlaid.permission
        ),
        show_notes=table.show_notes,
        show_disclaimers=table.show_disclaimers,
        ledger=undoing.unanswered(overlaid.ledger, table),
    )
    if "chapters" in table.fields:
        titles = [restoration.line(title, overlaid.language) for title in overlaid.chapters]
        overlaid = undoing.retitled(overlaid, titles)
    added = overlaid.notes if "notes" in table.fields else ()
    return replace(overlaid, notes=(*added, *story.notes))


def _placed(document: Document, story: Story) -> Story:
    """Return the story with a ledger that says where a person finds its rows in a page."""
    if not any(line.place for line in document.lines):
        return story
    places = {line.number: line.place for line in document.lines}
    ledger = tuple(replace(change, place=places.get(change.line, "")) for change in story.ledger)
    return replace(story, ledger=ledger)


def _lost(document: Document, stories: tuple[Story, ...]) -> Iterator[Problem]:
    for line, words in unaccounted(document, stories):
        yield Problem(
            code="manuscript-words-lost",
            severity=Severity.ERROR,
            message=f"these words are in no story, no note and no ledger: {words}",
            place=f"{document.file}:{line}",
        )
