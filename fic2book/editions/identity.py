"""Which story of one edition is which of another: by words, address, file, likeness and name, the surest first."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import NamedTuple

from fic2book import manifest
from fic2book.manifest import StoryRecord
from fic2book.manifest.own_words import own_letters
from fic2book.manifest.sketch import runs
from fic2book.model import Gone, Story

_ALIKE = 0.15
"""Share of two sketches' runs from which they are of one story; strangers share none."""
_LEAST = 4
"""Runs that two sketches must share, or half of the shorter one's."""
_TELLING = 600
"""Letters (120 words or so) from which two texts without one common run are two stories."""


class Known(NamedTuple):
    """What a story is known by; the manifest of a book that it left tells no more."""

    id: str
    name: str
    """Seal of title and authors."""
    url: str
    """Seal of the address; empty without one."""
    place: tuple[str, int]
    """File and part; an empty file when nobody knows."""
    letters: int
    sha256: str
    runs: frozenset[str]


def of_story(story: Story) -> Known:
    """Return what a story of this build is known by."""
    everything = own_letters(story.body)
    return Known(
        id=story.id,
        name=_name(story.title, story.authors),
        url=_seal(story.url),
        place=(manifest.inside(story.file), story.part),
        letters=len(everything),
        sha256=manifest.seal(everything),
        runs=runs(manifest.sketch_of(story.body)),
    )


def of_record(record: StoryRecord) -> Known:
    """Return what a story of a finished book is known by."""
    return Known(
        id=record.id,
        name=_name(record.title, record.authors),
        url=_seal(record.url),
        place=(record.file, record.part),
        letters=record.letters,
        sha256=record.sha256,
        runs=runs(record.sketch),
    )


def of_gone(gone: Gone) -> Known:
    """Return what a story is known by that an earlier edition had."""
    return Known(gone.id, gone.name, gone.url, ("", 0), gone.letters, gone.sha256, runs(gone.sketch))


def pairs(own: Sequence[Known], theirs: Sequence[Known]) -> dict[str, str]:
    """Return id → id of the stories that are the same; each is at most one other."""
    mine, left = list(own), list(theirs)
    found: dict[str, str] = {}
    for way in _WAYS:
        for one, other in way(mine, left):
            found[one.id] = other.id
            mine.remove(one)
            left.remove(other)
    return found


_Pairs = list[tuple[Known, Known]]
_Way = Callable[[Sequence[Known], Sequence[Known]], _Pairs]


def _by(key: Callable[[Known], Hashable], proof: Callable[[Known, Known], bool] = lambda _one, _other: True) -> _Way:
    """Return a way that pairs stories of one key (an empty one is none), in their order, where the proof holds."""

    def way(mine: Sequence[Known], left: Sequence[Known]) -> _Pairs:
        waiting: dict[Hashable, list[Known]] = {}
        for other in left:
            waiting.setdefault(key(other), []).append(other)
        found = []
        for one in mine:
            others = waiting.get(key(one), []) if key(one) else []
            for other in [other for other in others if proof(one, other)][:1]:
                others.remove(other)
                found.append((one, other))
        return found

    return way


def _by_likeness(mine: Sequence[Known], left: Sequence[Known]) -> _Pairs:
    """Pair the stories that are most alike first."""
    holders: dict[str, list[Known]] = {}
    for other in left:
        for run in other.runs:
            holders.setdefault(run, []).append(other)
    near = ((one, other) for one in mine for other in dict.fromkeys(_near(one, holders)) if _is_alike(one, other))
    free, found = {*mine, *left}, []
    for one, other in sorted(near, key=lambda pair: -_share(*pair)):
        if one in free and other in free:
            free -= {one, other}
            found.append((one, other))
    return found


def _near(one: Known, holders: dict[str, list[Known]]) -> Iterator[Known]:
    return (other for run in sorted(one.runs) for other in holders.get(run, ()))


def _share(one: Known, other: Known) -> float:
    return len(one.runs & other.runs) / (min(len(one.runs), len(other.runs)) or 1)


def _is_alike(one: Known, other: Known) -> bool:
    shared = len(one.runs & other.runs)
    return _share(one, other) >= _ALIKE and (shared >= _LEAST or _share(one, other) >= 0.5)


def _may_be(one: Known, other: Known) -> bool:
    """Tell whether two may be one text: they share words, or are too short (or too old) to tell by them."""
    is_told = min(one.letters, other.letters) >= _TELLING and one.runs and other.runs
    return bool(one.runs & other.runs) or not is_told


def _of_one_name(one: Known, other: Known) -> bool:
    """Tell whether two of one name may be one story; two addresses are two stories."""
    return not (one.url and other.url) and _may_be(one, other)


def _name(title: str, authors: tuple[str, ...]) -> str:
    return _seal("\n".join((title, *authors)))


def _seal(text: str) -> str:
    return manifest.seal(text)[:16] if text else ""


_WAYS: tuple[_Way, ...] = (
    _by(lambda one: (one.sha256, one.name) if one.letters else ()),
    _by(lambda one: one.sha256 if one.letters else ""),
    _by(lambda one: one.url),
    _by(lambda one: one.place if one.place[0] else (), lambda one, other: bool(one.runs & other.runs)),
    _by_likeness,
    _by(lambda one: one.name, _of_one_name),
    _by(lambda one: one.place if one.place[0] else (), lambda one, other: max(one.letters, other.letters) < _TELLING),
)
"""From the surest: the same words and name; the same words; the address; a file with some of its words; words that are
much alike; title and author; a file of few words, too few to tell stories by."""
