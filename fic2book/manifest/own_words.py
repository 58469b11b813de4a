"""A story's own words: what every output has to hold, chapter by chapter, letter by letter, break by break."""

from functools import lru_cache
from typing import NamedTuple

from fic2book import markup
from fic2book.letters import letters
from fic2book.markup import Element

SCENE, PAUSE = "scene", "pause"
_AFTER = 7  # words that name the place of a break


class Break(NamedTuple):
    """A scene break or a pause."""

    kind: str
    """``scene`` or ``pause``."""
    after: str
    """The last words before it; empty at the beginning."""


class ChapterText(NamedTuple):
    """A chapter's own words as a person reads them, and as a proof compares them; a one-shot has one, untitled."""

    title: str
    text: str
    """One line a block."""
    letters: str
    """As ``fic2book.letters`` gives them; the title is not among them."""
    breaks: tuple[Break, ...]

    def count(self, kind: str) -> int:
        """Return how many breaks of a kind there are."""
        return sum(1 for one in self.breaks if one.kind == kind)


@lru_cache(maxsize=32)
def own_words(body: str) -> tuple[ChapterText, ...]:
    """Return the chapters of a story's body.

    The answers for some stories are kept, because a proof asks for its story's several times; those for all stories
    would be as large as the book, and are found anew in 1 ms a story.
    """
    return tuple(_chapter(title, markup.parse(chapter)) for title, chapter in markup.split_chapters(body))


def own_letters(body: str) -> str:
    """Return the letters of a story's body, its chapters one behind the other."""
    return "".join(chapter.letters for chapter in own_words(body))


def breaks(root: Element) -> tuple[Break, ...]:
    """Return the scene breaks and pauses inside ``root``, in order."""
    found = ((rule, (rule.get("class") or "").split()) for rule in root.iter("hr"))
    return tuple(
        Break(kind, _words_before(rule, root)) for rule, classes in found for kind in (SCENE, PAUSE) if kind in classes
    )


def _chapter(title: str, root: Element) -> ChapterText:
    text = markup.plain_text(root)
    return ChapterText(title, text, letters(text), breaks(root))


def _words_before(rule: Element, root: Element) -> str:
    place: Element | None = rule
    while place is not None and place is not root:
        for block in place.itersiblings(preceding=True):
            said = markup.text_of(block).split()
            if said:
                return " ".join(said[-_AFTER:])
        place = place.getparent()
    return ""
