"""Nothing lost in the PDF: each story's letters stand on its pages, in order, with nothing but furniture between."""

from bisect import bisect_right
from collections.abc import Callable, Iterator

from fic2book.checks import losses
from fic2book.checks.losses import Side, Text
from fic2book.checks.pdf.furniture import furniture
from fic2book.checks.pdf.opened import Opened, in_order
from fic2book.checks.told import Told, ToldStory
from fic2book.manifest.own_words import ChapterText
from fic2book.model import Problem, Severity
from fic2book.walk import Walked, find
from fic2book.walk.joined_letters import folded


def problems(book: Opened, told: Told) -> Iterator[Problem]:
    """Walk every story through its pages."""
    last = 0
    for number, story in enumerate(told.stories):
        first, end = pages(book, told, number, last)
        page_text, text = in_order(book, (first, end), "\n".join(chapter.text for chapter in story.chapters))
        known = furniture(book, told, story, book.starts[first])
        ways = _ways(story, text, known, max(last - book.starts[first], 0))
        if story.letters and all(map(_is_lost, story.chapters, ways)):
            yield _lost(story)
            continue
        last = book.starts[first] + max((way.last for way in ways), default=0)
        found = Text(page_text, text)
        for chapter, way in zip(story.chapters, ways, strict=True):
            side = Side("PDF", story.name(chapter), story.file, _page_namer(book, book.starts[first]))
            yield from losses.problems(side, Text(chapter.text, folded(chapter.text)), found, way.differences)


def pages(book: Opened, told: Told, number: int, last: int = 0) -> tuple[int, int]:
    """Return a story's first page and the one behind its last (0-based): where the next story begins.

    A story that has no place of its own is looked for from letter ``last`` of the book on.
    """
    own = book.places.get(told.stories[number].id)
    first = min(bisect_right(book.starts, last), len(book.texts)) - 1 if own is None else own
    following = (book.places.get(story.id) for story in told.stories[number + 1 :])
    return first, next((page for page in following if page is not None and page > first), len(book.texts))


def _ways(story: ToldStory, text: str, known: Callable[[int, int], bool], after: int) -> list[Walked]:
    """Walk the chapters one behind the other; what stands between them is no story's."""
    ways: list[Walked] = []
    for chapter in story.chapters:
        ways.append(find(folded(chapter.text), text, known, ways[-1].last if ways else after))
    return ways


def _is_lost(chapter: ChapterText, way: Walked) -> bool:
    return not chapter.letters or any(one.end - one.start == len(chapter.letters) for one in way.differences)


def _page_namer(book: Opened, start: int) -> Callable[[int], str]:
    def page(place: int) -> str:
        number = min(bisect_right(book.starts, start + place), len(book.texts)) - 1
        return f" (page {book.labels[number]})"

    return page


def _lost(story: ToldStory) -> Problem:
    message = f"the whole story “{story.title}” is missing from the PDF."
    return Problem(code="story-lost", severity=Severity.ERROR, message=message, place=story.file)
