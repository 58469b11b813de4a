"""Two texts of one story: which paragraphs are others, and how many words came and went."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import NamedTuple

from fic2book.letters import letters
from fic2book.manifest.own_words import ChapterText

_LARGEST = 4_000_000
"""Pairs of words that are compared one by one; of longer passages the words are counted without their order."""
_SHOWN = 9
"""Words of a passage that name it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Paragraphs, one behind the other, that are others, were added or were removed."""

    chapter: str
    """Its title; empty in a one-shot."""
    paragraph: int
    """1-based, in its chapter of the new edition (of the old one, where it was removed)."""
    before: str
    """The words from which it differs, some of them; empty where it was added."""
    after: str
    """The same in the new edition; empty where it was removed."""
    paragraphs: int
    words_added: int
    words_removed: int


class _Paragraph(NamedTuple):
    text: str
    chapter: str
    number: int


def passages(old: Sequence[ChapterText], new: Sequence[ChapterText]) -> tuple[Passage, ...]:
    """Return where two texts of a story differ, in the order of the new one."""
    before, after = list(_paragraphs(old)), list(_paragraphs(new))
    matcher = SequenceMatcher(None, [one.text for one in before], [one.text for one in after], autojunk=False)
    return tuple(_passage(before[a:b], after[c:d]) for kind, a, b, c, d in matcher.get_opcodes() if kind != "equal")


def is_of_signs(old: Sequence[ChapterText], new: Sequence[ChapterText]) -> bool:
    """Tell whether two texts have the same letters: only signs, capitals or spaces differ."""
    return letters("".join(one.text for one in old)) == letters("".join(one.text for one in new))


def apart(old: Sequence[str], new: Sequence[str]) -> tuple[str, str]:
    """Return some words of each round the first one that differs, with … where more stand before or behind."""
    pairs = enumerate(zip(old, new, strict=False))
    at = next((at for at, (one, other) in pairs if one != other), min(len(old), len(new)))
    return _shown(old, at), _shown(new, at)


def _paragraphs(chapters: Sequence[ChapterText]) -> Iterator[_Paragraph]:
    for chapter in chapters:
        lines = (line.strip() for line in chapter.text.split("\n"))
        for number, line in enumerate((line for line in lines if line), 1):
            yield _Paragraph(line, chapter.title, number)


def _passage(before: Sequence[_Paragraph], after: Sequence[_Paragraph]) -> Passage:
    place = after[0] if after else before[0]
    old = [word for one in before for word in one.text.split()]
    new = [word for one in after for word in one.text.split()]
    added, removed = _counts(old, new)
    some_old, some_new = apart(old, new)
    return Passage(
        chapter=place.chapter,
        paragraph=place.number,
        before=some_old,
        after=some_new,
        paragraphs=max(len(before), len(after)),
        words_added=added,
        words_removed=removed,
    )


def _counts(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    if len(old) * len(new) > _LARGEST:
        one, other = Counter(old), Counter(new)
        return (other - one).total(), (one - other).total()
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    changed = [code for code in codes if code[0] != "equal"]
    return sum(d - c for _, _, _, c, d in changed), sum(b - a for _, a, b, _, _ in changed)


def _shown(words: Sequence[str], at: int) -> str:
    """Return the words round a place, with … where more stand before or behind."""
    if not words:
        return ""
    first = max(0, min(at, len(words)) - 3)
    some = words[first : first + _SHOWN]
    return "… " * (first > 0) + " ".join(some) + " …" * (first + _SHOWN < len(words))
