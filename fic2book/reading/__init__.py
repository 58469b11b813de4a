"""A folder → stories: every manuscript read, restored and accounted for; what cannot be read is named, not fatal."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from fic2book import undoing
from fic2book.discover import discover
from fic2book.errors import ManuscriptError
from fic2book.model import Problem, Settings, Story, StorySettings
from fic2book.reading.manuscript import read_manuscript, stories_of
from fic2book.reading.net import Job, Outcome, manuscripts, read_paper

__all__ = [
    "Job", "Outcome", "Reading", "Step", "manuscripts", "named_files", "read_folder", "read_manuscript", "read_paper",
    "silent", "stories_of",
]  # fmt: skip

Step = Callable[[str, int, int], None]
"""Told of progress: what is being done, how many are done, of how many (0: not known)."""


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


def named_files(settings: Settings) -> Iterator[Path]:
    """Give the files that are for another use than a story: anthology.toml names them, or their own names do."""
    papers = (settings.foreword, settings.afterword, settings.about, settings.dedication_paper)
    for place in (*papers, settings.cover, settings.ornament, settings.imprint.logo, *settings.css):
        if place is not None:
            yield place
    if settings.fonts is not None:
        yield from sorted(settings.fonts.rglob("*"))


def _tables_by_file(settings: Settings) -> Mapping[str, tuple[StorySettings, ...]]:
    tables: dict[str, tuple[StorySettings, ...]] = {}
    for table in settings.stories:
        tables[table.file] = (*tables.get(table.file, ()), table)
    return tables
