"""A folder → stories: every manuscript read, restored and accounted for; what cannot be read is named, not fatal.

Manuscripts come from strangers, and so do the libraries that read them: each is read in a process of its own time and
memory. One that takes more than any story costs itself, and no other story.
"""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from fic2book import readers, restoration, sources, undoing, workers
from fic2book.account import unaccounted
from fic2book.config import of_story
from fic2book.discover import discover
from fic2book.errors import Fic2bookError, ManuscriptError
from fic2book.model import Choices, Document, Problem, Settings, Severity, Story, StorySettings

Step = Callable[[str, int, int], None]
"""Told of progress: what is being done, how many are done, of how many (0: not known)."""

_WORTH_PROCESSES = 250_000
"""Bytes of manuscripts from which reading takes longer (0.3 s) than starting more than one process."""
_LIMITS = workers.Limits(seconds=30, memory=1_000_000_000)
"""What one manuscript may cost. A work of a million words, ten novels, takes 10 s and 300 MB."""
_SAVE_ALONE = "It may have been made to do harm; save the story's text as a plain .txt file and try again."
_FAILURES: Mapping[workers.Failure, tuple[str, str]] = {
    workers.Failure.TIME: (
        f"reading it takes longer than {_LIMITS.seconds} seconds",
        "If it is a very long work, part it into several files; else save the story's text as a plain .txt file.",
    ),
    workers.Failure.MEMORY: ("reading it takes more memory than any story (1 GB)", _SAVE_ALONE),
    workers.Failure.DIED: ("reading it brought the reader down", _SAVE_ALONE),
}
"""How a manuscript's reading failed → the reason and the way out."""


def silent(words: str, done: int, total: int) -> None:
    """Be a step that says nothing."""
    del words, done, total


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What came of a folder."""

    stories: tuple[Story, ...]
    unreadable: tuple[ManuscriptError, ...]
    skipped: tuple[tuple[str, str], ...]
    """(file, reason)."""
    problems: tuple[Problem, ...]
    """Words of a manuscript that ended nowhere: a fault of fic2book, named."""
    cover: Path | None


def read_folder(settings: Settings, step: Step) -> Reading:
    """Read every manuscript of the folder, in natural order."""
    undoing.prove(settings.stories)
    found = discover(settings.folder, output=settings.output, named=tuple(named_files(settings)))
    tables = _tables_by_file(settings)
    unwanted = {file for file, rows in tables.items() if any(table.skip and not table.part for table in rows)}
    stories: list[Story] = []
    unreadable: list[ManuscriptError] = []
    problems: list[Problem] = []
    wanted = [file for file in found.candidates if file not in unwanted]
    outcomes = manuscripts([Job(settings.folder, file, tables.get(file, ())) for file in wanted])
    for number, file in enumerate(wanted):
        step(f"Reading {file}", number, len(wanted))
        outcome = next(outcomes)
        if isinstance(outcome, ManuscriptError):
            unreadable.append(outcome)
        else:
            stories += outcome[0]
            problems += outcome[1]
    return Reading(
        stories=tuple(stories),
        unreadable=tuple(unreadable),
        skipped=(*found.skipped, *((file, "skip = true in anthology.toml") for file in sorted(unwanted))),
        problems=tuple(problems),
        cover=found.cover,
    )


class Job(NamedTuple):
    """One manuscript to read."""

    folder: Path
    file: str
    tables: tuple[StorySettings, ...] = ()


Outcome = tuple[tuple[Story, ...], tuple[Problem, ...]] | ManuscriptError
"""What ``read_manuscript`` gives, or why there is nothing."""


def manuscripts(jobs: Sequence[Job]) -> Iterator[Outcome]:
    """Yield what came of each manuscript, in order, each read within the limits of time and memory."""
    worth = sum(_size(job.folder / job.file) for job in jobs) > _WORTH_PROCESSES
    for job, outcome in zip(jobs, workers.guarded(_attempt, jobs, _LIMITS, worth=worth), strict=True):
        yield _failed(outcome, job.file) if isinstance(outcome, workers.Failure) else outcome


def one_manuscript(folder: Path, file: str) -> tuple[tuple[Story, ...], tuple[Problem, ...]]:
    """Return what ``read_manuscript`` does, within the limits; raises ``ManuscriptError``."""
    outcome = next(manuscripts([Job(folder, file)]))
    if isinstance(outcome, ManuscriptError):
        raise outcome
    return outcome


def _attempt(job: Job) -> Outcome:
    """Return what ``read_manuscript`` does; whatever goes wrong in one file costs no other story."""
    try:
        return read_manuscript(*job)
    except ManuscriptError as error:
        return error
    except (Fic2bookError, MemoryError):
        raise
    except RecursionError:
        return ManuscriptError("it is nested deeper than any story", file=job.file, way_out=_SAVE_ALONE)
    except Exception as error:  # one manuscript’s trouble, of any kind, is not the book’s
        if os.environ.get("FIC2BOOK_TRACEBACK"):
            raise
        reason = f"a fault of fic2book stopped its reading ({type(error).__name__})"
        way_out = "Save the story's text as a plain .txt file and try again; please report it."
        return ManuscriptError(reason, file=job.file, way_out=way_out)


def _failed(failure: workers.Failure, file: str) -> ManuscriptError:
    reason, way_out = _FAILURES[failure]
    return ManuscriptError(reason, file=file, way_out=way_out)


def _size(place: Path) -> int:
    try:
        return place.stat().st_size
    except OSError:  # its reader says so in words
        return 0


def read_manuscript(
    folder: Path, file: str, tables: tuple[StorySettings, ...] = ()
) -> tuple[tuple[Story, ...], tuple[Problem, ...]]:
    """Return one file's stories, with what ``[[story]]`` tables say of them, and the words that ended nowhere."""
    reason = readers.why_not(file)
    if reason:
        raise reason
    document = readers.read(folder, file)
    if not any("mojibake" in table.off for table in tables):
        document = restoration.mend(document)
    recognised = sources.recognise(document)
    restored = tuple(_restored(document, story, of_story(tables, story.part)) for story in recognised)
    problems = tuple(_lost(document, restored))
    told = ((_placed(document, story), of_story(tables, story.part)) for story in restored)
    return tuple(_overlaid(story, table) for story, table in told if not (table and table.skip)), problems


def read_paper(place: Path | None, title: str) -> str:
    """Return the markup of a foreword or afterword, restored like a story but with all its words in place.

    Raises ``ManuscriptError`` when it cannot be read within the limits of a manuscript.
    """
    if place is None:
        return ""
    body = next(workers.guarded(_paper, [(place, title)], _LIMITS, worth=False))
    if isinstance(body, workers.Failure):
        raise _failed(body, place.name)
    return body


def _paper(asked: tuple[Path, str]) -> str:
    place, title = asked
    document = restoration.mend(readers.read(place.parent, place.name))
    story = sources.recognise(document)[0]
    kept = Choices(opening_note="story", closing_note="story", language=story.language)
    story = replace(story, title=title, body=document.body or story.body)
    return restoration.restore(story, kept).body


def named_files(settings: Settings) -> Iterator[Path]:
    """Give the files that anthology.toml names for another use than a story."""
    for place in (settings.foreword, settings.afterword, settings.cover, *settings.css):
        if place is not None:
            yield place


def _tables_by_file(settings: Settings) -> Mapping[str, tuple[StorySettings, ...]]:
    tables: dict[str, tuple[StorySettings, ...]] = {}
    for table in settings.stories:
        tables[table.file] = (*tables.get(table.file, ()), table)
    return tables


def _restored(document: Document, story: Story, table: StorySettings | None) -> Story:
    """Return a story as a person wants it restored; what a source took and a person named is in its place again."""
    paged = document.format in {"html", "epub", "docx"}
    if table is None:
        return restoration.restore(story, Choices(language=story.language), paged=paged)
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
    return restoration.restore(story, choices, paged=paged)


def _overlaid(story: Story, table: StorySettings | None) -> Story:
    """Lay a person's word over the file's; a note that a person adds joins the file's own."""
    if table is None:
        return story
    overlaid = replace(story, **table.fields)  # type: ignore[arg-type]  # typed by sources.fields
    overlaid = replace(
        overlaid,
        title=restoration.line(overlaid.title, overlaid.language),
        show_notes=table.show_notes,
        show_disclaimers=table.show_disclaimers,
        ledger=undoing.unanswered(overlaid.ledger, table),
    )
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
