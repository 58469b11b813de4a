"""A folder → stories: every manuscript read, restored and accounted for; what cannot be read is named, not fatal."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from fic2book import readers, restoration, sources, workers
from fic2book.account import unaccounted
from fic2book.discover import discover
from fic2book.errors import Fic2bookError, ManuscriptError
from fic2book.model import Choices, Document, Problem, Settings, Severity, Story, StorySettings

Step = Callable[[str, int, int], None]
"""Told of progress: what is being done, how many are done, of how many (0: not known)."""

_WORTH_PROCESSES = 250_000
"""Bytes of manuscripts from which reading takes longer (0.3 s) than starting processes."""


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
    found = discover(settings.folder, output=settings.output, named=tuple(named_files(settings)))
    tables = _tables_by_file(settings)
    unwanted = {file for file, rows in tables.items() if any(table.skip and not table.part for table in rows)}
    stories: list[Story] = []
    unreadable: list[ManuscriptError] = []
    problems: list[Problem] = []
    wanted = [file for file in found.candidates if file not in unwanted]
    jobs = [_Job(settings.folder, file, tables.get(file, ())) for file in wanted]
    worth = sum((settings.folder / file).stat().st_size for file in wanted) > _WORTH_PROCESSES
    for number, outcome in enumerate(workers.each(_attempt, jobs, worth=worth)):
        step(f"Reading {wanted[number]}", number, len(wanted))
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


class _Job(NamedTuple):
    """One manuscript to read."""

    folder: Path
    file: str
    tables: tuple[StorySettings, ...]


def _attempt(job: _Job) -> tuple[tuple[Story, ...], tuple[Problem, ...]] | ManuscriptError:
    try:
        return one_manuscript(job.folder, job.file, job.tables)
    except ManuscriptError as error:
        return error


def one_manuscript(
    folder: Path, file: str, tables: tuple[StorySettings, ...] = ()
) -> tuple[tuple[Story, ...], tuple[Problem, ...]]:
    """Return what ``read_manuscript`` does; whatever goes wrong in one file costs no other story."""
    try:
        return read_manuscript(folder, file, tables)
    except Fic2bookError:
        raise
    except Exception as error:  # one manuscript’s trouble, of any kind, is not the book’s
        reason = f"cannot be read ({type(error).__name__})"
        way_out = "Save the story's text as a plain .txt file and try again; the file may have been made to be broken."
        raise ManuscriptError(reason, file=file, way_out=way_out) from error


def read_manuscript(
    folder: Path, file: str, tables: tuple[StorySettings, ...] = ()
) -> tuple[tuple[Story, ...], tuple[Problem, ...]]:
    """Return one file's stories, with what ``[[story]]`` tables say of them, and the words that ended nowhere."""
    reason = readers.why_not(file)
    if reason:
        raise reason
    document = restoration.mend(readers.read(folder, file))
    said = {table.part: table for table in tables}
    recognised = sources.recognise(document)
    restored = tuple(restoration.restore(*_choices(story, said)) for story in recognised)
    problems = tuple(_lost(document, restored))
    return tuple(_overlaid(story, said) for story in restored if not _skipped(story, said)), problems


def read_paper(place: Path | None, title: str) -> str:
    """Return the markup of a foreword or afterword, restored like a story but with all its words in place."""
    if place is None:
        return ""
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


def _choices(story: Story, said: Mapping[int, StorySettings]) -> tuple[Story, Choices]:
    table = said.get(story.part, said.get(0))
    if table is None:
        return story, Choices(language=story.language)
    language = str(table.fields.get("language", story.language))
    choices = Choices(opening_note=table.opening_note, closing_note=table.closing_note, language=language)
    return replace(story, language=language), choices


def _overlaid(story: Story, said: Mapping[int, StorySettings]) -> Story:
    """Lay a person's word over the file's; a note that a person adds joins the file's own."""
    table = said.get(story.part, said.get(0))
    if table is None:
        return story
    overlaid = replace(story, **table.fields)  # type: ignore[arg-type]  # typed by sources.fields
    overlaid = replace(overlaid, title=restoration.line(overlaid.title, overlaid.language))
    added = overlaid.notes if "notes" in table.fields else ()
    return replace(overlaid, notes=(*added, *story.notes))


def _skipped(story: Story, said: Mapping[int, StorySettings]) -> bool:
    table = said.get(story.part, said.get(0))
    return table is not None and table.skip


def _lost(document: Document, stories: tuple[Story, ...]) -> Iterator[Problem]:
    for line, words in unaccounted(document, stories):
        yield Problem(
            code="manuscript-words-lost",
            severity=Severity.ERROR,
            message=f"these words are in no story, no note and no ledger: {words}",
            place=f"{document.file}:{line}",
        )
