"""Proofs of a finished EPUB, each a function from the opened book; what it has to hold is told beside it."""

from collections.abc import Callable, Iterator, Sequence

from fic2book.checks import notes, papers, pictures
from fic2book.checks.epub import contents, faces, large, links, parts, safety, stories, title_pages, witness
from fic2book.checks.epub.faces import is_usual
from fic2book.checks.epub.found import FoundStory, found_notes, found_stories, section_letters
from fic2book.checks.epub.opened import Opened, opened
from fic2book.checks.told import Told, told
from fic2book.checks.unreadable import UnreadableError
from fic2book.letters import letters
from fic2book.model import Anthology, Problem

PROOFS: tuple[Callable[[Opened], Iterator[Problem]], ...] = (
    parts.problems,
    links.problems,
    safety.problems,
    faces.problems,
    witness.problems,
    large.problems,
)
"""What can be proved of any EPUB."""


def check(book: bytes, anthology: Anthology) -> Iterator[Problem]:
    """Prove an EPUB against its anthology."""
    try:
        again = opened(book)
    except UnreadableError as error:
        yield error.problem
        return
    yield from problems(again, told(anthology))


def problems(book: Opened, wanted: Told | None) -> Iterator[Problem]:
    """Prove an opened EPUB; without ``wanted`` only what needs no manuscript."""
    found = found_stories(book)
    if wanted is not None:
        yield from stories.problems(wanted, found)
        yield from beside(book, wanted, found)
    yield from contents.problems(book, found)
    for proof in PROOFS:
        yield from proof(book)


def beside(book: Opened, wanted: Told, found: Sequence[FoundStory]) -> Iterator[Problem]:
    """Prove what stands beside the stories' words: pictures, notes, the title pages of parts."""
    shown = {story.id: story.pictures for story in found}
    for story in wanted.stories:
        if story.id in shown:
            yield from pictures.problems(story, shown[story.id])
    yield from notes.problems(wanted.stories, found_notes(book))
    yield from title_pages.problems(book, wanted)
    for paper in wanted.papers:
        yield from papers.problems(paper, letters(paper.text), section_letters(book, paper.kind), "EPUB")


__all__ = [
    "PROOFS", "FoundStory", "Opened", "beside", "check", "found_notes", "found_stories", "is_usual", "opened",
    "problems",
]  # fmt: skip
