"""Proofs of a finished PDF; what it has to hold is told beside it."""

from collections.abc import Iterator

from fic2book.checks import papers
from fic2book.checks.pdf import faces, figures, notes, page_numbers, safety, stories, ways_in
from fic2book.checks.pdf.faces import families
from fic2book.checks.pdf.opened import Opened, identity, opened, section_letters
from fic2book.checks.told import Told, told
from fic2book.checks.unreadable import UnreadableError
from fic2book.model import Anthology, Problem
from fic2book.walk.joined_letters import folded


def check(book: bytes, anthology: Anthology) -> Iterator[Problem]:
    """Prove a PDF against its anthology."""
    try:
        with opened(book) as again:
            yield from problems(again, told(anthology))
    except UnreadableError as error:
        yield error.problem


def problems(book: Opened, wanted: Told | None) -> Iterator[Problem]:
    """Prove an opened PDF; without ``wanted`` only what needs no manuscript."""
    if wanted is not None:
        yield from stories.problems(book, wanted)
        yield from figures.problems(book, wanted)
        yield from notes.problems(book, wanted)
        for paper in wanted.papers:
            yield from papers.problems(paper, folded(paper.text), section_letters(book, paper.kind, paper.text), "PDF")
        yield from ways_in.outline(book, wanted)
        yield from ways_in.title_pages(book, wanted)
        yield from ways_in.labels(book, wanted)
        yield from page_numbers.problems(book, wanted)
    yield from ways_in.links(book)
    yield from safety.problems(book)
    yield from faces.problems(book)


__all__ = ["Opened", "check", "families", "identity", "opened", "problems"]
