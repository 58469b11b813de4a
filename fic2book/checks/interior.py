"""Proofs of a printer's interior: all of the book is there, and nothing that the printer refuses."""

from collections.abc import Iterator
from dataclasses import replace

from fic2book.checks import papers
from fic2book.checks.pdf import faces, figures, inks, leaves, margins, notes, stories
from fic2book.checks.pdf.leaves import is_interior
from fic2book.checks.pdf.opened import Opened, opened, section_letters
from fic2book.checks.told import Told, told
from fic2book.checks.unreadable import UnreadableError
from fic2book.model import Anthology, InteriorRules, Problem, Severity
from fic2book.walk.joined_letters import folded


def check(book: bytes, anthology: Anthology, rules: InteriorRules) -> Iterator[Problem]:
    """Prove an interior against its anthology and what its printer asks for."""
    try:
        with opened(book) as again:
            yield from _whole(again, told(anthology))
            yield from leaves.problems(book, rules)
            yield from inks.problems(again.pdf, rules)
            yield from margins.problems(book, rules)
            yield from faces.problems(again)
    except UnreadableError as error:
        yield error.problem


def words(book: bytes, anthology: Anthology) -> Iterator[Problem]:
    """Prove an interior, which says nothing of its printer, against an anthology of which it may be one volume."""
    try:
        with opened(book) as again:
            wanted = told(anthology)
            here = tuple(story for story in wanted.stories if story.id in again.places)
            own = tuple(paper for paper in wanted.papers if {paper.kind, f"{paper.kind}-page"} & again.places.keys())
            is_whole = len(here) == len(wanted.stories)
            yield from _whole(again, wanted if is_whole else replace(wanted, stories=here, papers=own))
            yield from faces.problems(again)
            if not is_whole:
                said = f"the interior holds {len(here)} of {len(wanted.stories)} stories, as a volume does."
                yield Problem(code="volume-alone", severity=Severity.INFO, message=said)
    except UnreadableError as error:
        yield error.problem


def _whole(book: Opened, wanted: Told) -> Iterator[Problem]:
    """Look for all words and pictures; the ways into a book on a screen are not on paper."""
    yield from stories.problems(book, wanted)
    yield from figures.problems(book, wanted)
    yield from notes.problems(book, wanted)
    for paper in wanted.papers:
        yield from papers.problems(paper, folded(paper.text), section_letters(book, paper.kind, paper.text), "PDF")


__all__ = ["check", "is_interior", "words"]
