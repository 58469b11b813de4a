"""Nothing lost in the EPUB: every story is there, in order, and each chapter has its letters and its breaks."""

from collections.abc import Iterator, Sequence

from fic2book.checks import breaks, losses, order
from fic2book.checks.epub.found import FoundStory
from fic2book.checks.losses import Side, Text
from fic2book.checks.told import Told, ToldStory
from fic2book.checks.wording import counted
from fic2book.letters import letters
from fic2book.manifest.own_words import ChapterText
from fic2book.model import Problem, Severity
from fic2book.walk import compare


def problems(told: Told, found: Sequence[FoundStory]) -> Iterator[Problem]:
    """Compare what the book has to hold with what it holds."""
    by_id = {story.id: story for story in reversed(found)}
    wanted = {story.id for story in told.stories}
    yield from order.problems(
        "EPUB",
        [(story, "" if story.id in by_id else story.letters) for story in told.stories],
        [(story.id, "" if story.id in wanted else story.letters) for story in found],
    )
    for story in told.stories:
        if story.id in by_id:
            yield from _story(story, by_id[story.id])


def _story(told: ToldStory, found: FoundStory) -> Iterator[Problem]:
    if letters(told.title) and letters(told.title) != letters(found.title):
        yield _problem("title-changed", f"“{told.title}” has the title “{found.title}” in the EPUB.", told.file)
    if len(told.chapters) == len(found.chapters):
        for own, other in zip(told.chapters, found.chapters, strict=True):
            yield from _chapter(told, own, other)
        return
    numbers = f"{counted(len(found.chapters), 'text')} in the EPUB; the manuscript has {len(told.chapters)}"
    yield _problem("chapters-differ", f"“{told.title}” has {numbers}.", told.file)
    yield from _chapter(told, _whole(told.chapters), _whole(found.chapters))


def _chapter(story: ToldStory, own: ChapterText, found: ChapterText) -> Iterator[Problem]:
    side = Side("EPUB", story.name(own), story.file, losses.no_page)
    if own.title and letters(own.title) != letters(found.title):
        yield _problem("title-changed", f"{side.name} has the title “{found.title}” in the EPUB.", story.file)
    is_same = own.letters == found.letters
    if not is_same:
        differences = compare(own.letters, found.letters)
        yield from losses.problems(side, Text(own.text, own.letters), Text(found.text, found.letters), differences)
    yield from breaks.problems(side, own.breaks, found.breaks, by_place=is_same)


def _whole(chapters: Sequence[ChapterText]) -> ChapterText:
    return ChapterText(
        title="",
        text="\n".join(chapter.text for chapter in chapters),
        letters="".join(chapter.letters for chapter in chapters),
        breaks=tuple(one for chapter in chapters for one in chapter.breaks),
    )


def _problem(code: str, message: str, file: str) -> Problem:
    return Problem(code=code, severity=Severity.ERROR, message=message, place=file)
