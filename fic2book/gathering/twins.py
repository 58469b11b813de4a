"""The same story twice: the richer file is built, the other one is named; versions that differ are both kept."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from fic2book import markup
from fic2book.gathering import likeness
from fic2book.gathering.likeness import Likeness
from fic2book.model import Problem, Severity, Story

_SAME = 0.97
"""Share of the words from which two are the same story; encodings, scene marks and notes cost a few."""
_PASSAGE = 25
"""Words of a passage that only one of two has; a longer one was written, not lost on the way."""
_VERSIONS = 0.6
"""Share from which two are versions of one story."""
_INSIDE = 0.9
"""Share of a story's words that stand in a longer one, from which it is said to be a part of it."""
_LEAST = 30
"""Words of a story that can be told from another by likeness; shorter ones are the same when every word is."""
_TOLD = (
    "authors", "summary", "notes", "chapters", "collection", "series", "language", "rating", "warnings", "categories",
    "fandoms", "relationships", "characters", "tags", "published", "updated", "url", "words_stated", "status",
    "recipients", "related",
)  # fmt: skip
_SHOWN = frozenset({"em", "strong", "i", "b", "u", "s", "a", "sup", "sub", "img", "blockquote", "ul", "ol", "table"})


class Kept(NamedTuple):
    """Stories of which each is there once."""

    stories: tuple[Story, ...]
    dropped: tuple[Story, ...]
    problems: tuple[Problem, ...]


def without_doubles(stories: Sequence[Story], alone: Collection[str], wanted: Collection[str] = ()) -> Kept:
    """Keep of each story the file that knows most of it; of two that know the same, the first.

    ``wanted`` files are those that a person put into a part of the book: they are kept before all others.
    """
    gone: dict[int, tuple[int, Likeness]] = {}
    for first, second, alike in _pairs(stories, alone):
        if first in gone or second in gone or not _are_same(stories[first], stories[second], alike):
            continue
        ranks = [(stories[at].file in wanted, _richness(stories[at])) for at in (first, second)]
        worse, better = (first, second) if ranks[1] > ranks[0] else (second, first)
        gone[worse] = (better, alike)
    problems = tuple(_left_out(stories[worse], stories[better], alike) for worse, (better, alike) in gone.items())
    kept = tuple(story for number, story in enumerate(stories) if number not in gone)
    return Kept(kept, tuple(stories[number] for number in gone), problems)


def alike(stories: Sequence[Story], alone: Collection[str]) -> tuple[Problem, ...]:
    """Name the versions of one story, and the stories that stand inside another one; all of them are kept."""
    found = []
    for first, second, alike in _pairs(stories, alone):
        one, two = stories[first], stories[second]
        shorter, longer = (one, two) if alike.first >= alike.second else (two, one)
        most, least = max(alike.first, alike.second), min(alike.first, alike.second)
        if min(map(_length, (one, two))) < _LEAST:
            continue
        if least >= _VERSIONS:
            found.append(_versions(one, two, least))
        elif most >= _INSIDE:
            found.append(_inside(shorter, longer, most))
    return tuple(found)


def _pairs(stories: Sequence[Story], alone: Collection[str]) -> list[tuple[int, int, Likeness]]:
    """Return the pairs that are much alike, with their likeness; files that are to stand by themselves have none."""
    asked = [number for number, story in enumerate(stories) if story.file not in alone]
    pairs = likeness.likely_pairs(tuple(stories[number].body for number in asked))
    places = [(asked[first], asked[second]) for first, second in pairs]
    return [(one, two, likeness.between(stories[one].body, stories[two].body)) for one, two in places]


def _are_same(one: Story, two: Story, alike: Likeness) -> bool:
    if min(map(_length, (one, two))) < _LEAST:
        return alike.longest_own == 0 and _length(one) == _length(two) > 0
    return min(alike.first, alike.second) >= _SAME and alike.longest_own <= _PASSAGE


def _length(story: Story) -> int:
    return len(likeness.words(story.body))


def _richness(story: Story) -> tuple[int, int, int]:
    """Rank a reading: how many things it tells of the story, then its chapters and what its letters show."""
    told = sum(bool(getattr(story, name)) for name in _TOLD)
    shown = sum(1 for element in markup.parse(story.body).iter() if element.tag in _SHOWN)
    return told, len(story.chapters), shown


def _left_out(dropped: Story, kept: Story, alike: Likeness) -> Problem:
    words = _percent(min(alike.first, alike.second))
    message = (
        f"“{dropped.title}” is the same story as “{kept.title}” in {kept.file} ({words} of the words alike): it is in "
        f"the book once, from {kept.file}. Both are made with alone = true in the [[story]] table of {dropped.file}."
    )
    return Problem(code="duplicate", severity=Severity.INFO, message=message, place=dropped.file)


def _versions(one: Story, two: Story, least: float) -> Problem:
    message = (
        f"“{one.title}” and “{two.title}” in {two.file} look like versions of one story ({_percent(least)} of the "
        "words alike): both are in the book. One of them is left out with skip = true in its [[story]] table."
    )
    return Problem(code="versions-differ", severity=Severity.WARNING, message=message, place=one.file)


def _inside(shorter: Story, longer: Story, most: float) -> Problem:
    message = (
        f"“{shorter.title}” stands in “{longer.title}” in {longer.file} too ({_percent(most)} of its words): both are "
        "in the book. One of them is left out with skip = true in its [[story]] table."
    )
    return Problem(code="contained", severity=Severity.WARNING, message=message, place=shorter.file)


def _percent(share: float) -> str:
    """Return a share in words, rounded down: only what is all alike is called so."""
    return "all" if share == 1 else f"{int(share * 100)} %"
