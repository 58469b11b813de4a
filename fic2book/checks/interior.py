"""Proofs of a printer's interior: all of the book is there, and nothing that the printer refuses."""

from collections.abc import Iterator

from fic2book.checks import papers
from fic2book.checks.pdf import faces, figures, inks, leaves, margins, notes, stories
from fic2book.checks.pdf.opened import Opened, opened, section_letters
from fic2book.checks.told import Told, told
from fic2book.checks.unreadable import UnreadableError
from fic2book.model import Anthology, InteriorRules, Problem
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


def _whole(book: Opened, wanted: Told) -> Iterator[Problem]:
    """Look for all words and pictures; the ways into a book on a screen are not on paper."""
    yield from stories.problems(book, wanted)
    yield from figures.problems(book, wanted)
    yield from notes.problems(book, wanted)
    for paper in wanted.papers:
        yield from papers.problems(paper, folded(paper.text), section_letters(book, paper.kind, paper.text), "PDF")
