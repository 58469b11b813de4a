"""Proofs of a finished AZW3: what calibre made of the EPUB has every story's letters and breaks, in order."""

from collections.abc import Iterator, Sequence

from fic2book.checks import breaks, losses
from fic2book.checks.azw3.opened import Opened, opened
from fic2book.checks.losses import Side, Text
from fic2book.checks.told import Told, ToldStory, told
from fic2book.checks.unreadable import UnreadableError
from fic2book.letters import letters
from fic2book.manifest.own_words import Break, ChapterText
from fic2book.model import Anthology, Problem, Severity
from fic2book.walk import Walked, find, nothing_known

_TELLING = 12  # letters that name a break's place


def check(book: bytes, anthology: Anthology) -> Iterator[Problem]:
    """Prove an AZW3 against its anthology."""
    try:
        again = opened(book)
    except UnreadableError as error:
        yield error.problem
        return
    yield from problems(again, told(anthology))


def problems(book: Opened, wanted: Told) -> Iterator[Problem]:
    """Walk the stories one behind the other through the book."""
    last = 0
    whole = Text(book.text, book.letters)
    for story in wanted.stories:
        ways: list[Walked] = []
        for chapter in story.chapters:
            ways.append(find(chapter.letters, book.letters, nothing_known, ways[-1].last if ways else last))
        if story.letters and all(map(_is_lost, story.chapters, ways)):
            message = f"the whole story “{story.title}” is missing from the AZW3."
            yield Problem(code="story-lost", severity=Severity.ERROR, message=message, place=story.file)
            continue
        last = ways[-1].last if ways else last
        yield from _chapters(book, whole, story, ways)


def _chapters(book: Opened, whole: Text, story: ToldStory, ways: list[Walked]) -> Iterator[Problem]:
    for chapter, way in zip(story.chapters, ways, strict=True):
        side = Side("AZW3", story.name(chapter), story.file, losses.no_page)
        yield from losses.problems(side, Text(chapter.text, chapter.letters), whole, way.differences)
        inside = [(place, one) for place, one in book.breaks if way.first <= place <= way.last]
        found = [_named(one, chapter.breaks, is_first=place == way.first) for place, one in inside]
        yield from breaks.problems(side, chapter.breaks, found, by_place=not way.differences)


def _named(found: Break, own: Sequence[Break], *, is_first: bool) -> Break:
    """Return a break that was found under the words by which the story knows it, if it stands behind them.

    The story names a break by its last block, which may be two words long; in an AZW3 all words before it are known.
    """
    tail = letters(found.after)
    alike = (one for one in own if one.kind == found.kind and tail.endswith(letters(one.after)[-_TELLING:]))
    return next((one for one in alike if bool(letters(one.after)) != is_first), found)


def _is_lost(chapter: ChapterText, way: Walked) -> bool:
    return not chapter.letters or any(one.end - one.start == len(chapter.letters) for one in way.differences)


__all__ = ["Opened", "check", "opened", "problems"]
