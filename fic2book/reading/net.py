"""The net under manuscripts: each is read in a process of its own, with a limit of time and memory.

Manuscripts come from strangers, and so do the libraries that read them. One that takes more than any story costs
itself, and no other story.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from fic2book import workers
from fic2book.errors import Fic2bookError, ManuscriptError
from fic2book.model import Problem, Story, StorySettings
from fic2book.reading.manuscript import paper, read_manuscript

_WORTH_PROCESSES = 250_000
"""Bytes of manuscripts from which reading takes longer (0.3 s) than starting more than one process."""
LIMITS = workers.Limits(seconds=30, memory=1_000_000_000)
"""What one manuscript may cost. A work of a million words, ten novels, takes 10 s and 210 MB."""
_SAVE_ALONE = "It may have been made to do harm; save the story's text as a plain .txt file and try again."
_FAILURES: Mapping[workers.Failure, tuple[str, str]] = {
    workers.Failure.TIME: (
        f"reading it takes longer than {LIMITS.seconds} seconds",
        "If it is a very long work, part it into several files; else save the story's text as a plain .txt file.",
    ),
    workers.Failure.MEMORY: ("reading it takes more memory than any story (1 GB)", _SAVE_ALONE),
    workers.Failure.DIED: ("reading it brought the reader down", _SAVE_ALONE),
}
"""How a manuscript's reading failed → the reason and the way out."""


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
    for job, outcome in zip(jobs, workers.guarded(attempt, jobs, LIMITS, worth=worth), strict=True):
        yield failed(outcome, job.file) if isinstance(outcome, workers.Failure) else outcome


def read_paper(place: Path | None, title: str) -> str:
    """Return the markup of a foreword or afterword, restored like a story but with all its words in place.

    Raises ``ManuscriptError`` when it cannot be read within the limits of a manuscript.
    """
    if place is None:
        return ""
    body = next(workers.guarded(_paper, [(place, title)], LIMITS, worth=False))
    if isinstance(body, workers.Failure):
        raise failed(body, place.name)
    return body


def _paper(asked: tuple[Path, str]) -> str:
    return paper(*asked)


def attempt(job: Job) -> Outcome:
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


def failed(failure: workers.Failure, file: str) -> ManuscriptError:
    """Return the sentence for a manuscript whose reading gave nothing."""
    reason, way_out = _FAILURES[failure]
    return ManuscriptError(reason, file=file, way_out=way_out)


def _size(place: Path) -> int:
    try:
        return place.stat().st_size
    except OSError:  # its reader says so in words
        return 0
