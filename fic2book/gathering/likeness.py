"""How much of one story's words stands in another: by the runs of six words that both have."""

import zlib
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations, pairwise
from typing import NamedTuple

from fic2book import markup
from fic2book.letters import tokens

_RUN = 6
"""Words of a run. Stories by different hands share runs of five by chance ("at the end of the"), hardly any of six."""
_SHORT = 400
"""Words up to which every run counts; of longer stories one in eight is enough to find a likely pair."""
_COMMON = 12
"""Stories that may share a run before it is a phrase that says nothing (a disclaimer, a chain letter)."""
_WORTH = 0.1
"""Share of the shorter story's runs from which a pair is looked at word by word."""


class Likeness(NamedTuple):
    """How two stories are alike."""

    first: float
    """Share of the first one's words that stand in runs which the second one has too; 0 to 1."""
    second: float
    longest_own: int
    """Words of the longest passage that only one of the two has."""


@lru_cache(maxsize=32)  # pairs are compared one after the other
def words(body: str) -> tuple[str, ...]:
    """Return a story's words without marks, case and markup; of scripts without spaces each sign is a word."""
    return tokens(markup.plain(body))


@lru_cache(maxsize=2)
def likely_pairs(bodies: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """Return the pairs of stories, by their places, that share so many runs that they must be compared."""
    holders: dict[str, list[int]] = {}
    sizes = []
    for number, body in enumerate(bodies):
        runs = _samples(body)
        sizes.append(len(runs))
        for run in runs:
            holders.setdefault(run, []).append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for places in holders.values():
        if len(places) > 1:
            shared.update(combinations(places, 2) if len(places) <= _COMMON else pairwise(places))
    return tuple(sorted(pair for pair, runs in shared.items() if runs >= _WORTH * min(sizes[at] for at in pair)))


@lru_cache(maxsize=4096)  # the same pairs before and after chapters are joined, and when versions are named
def between(first: str, second: str) -> Likeness:
    """Compare two bodies word by word."""
    one, two = words(first), words(second)
    if one == two:
        return Likeness(1.0, 1.0, 0)
    runs_of_one, runs_of_two = _runs(one), _runs(two)
    both = frozenset(runs_of_one).intersection(runs_of_two)
    alone_one, longest_one = _own(len(one), runs_of_one, both)
    alone_two, longest_two = _own(len(two), runs_of_two, both)
    return Likeness(_share(one, alone_one), _share(two, alone_two), max(longest_one, longest_two))


def forget() -> None:
    """Let go of what was kept of the stories: no later part of a build asks for it."""
    for kept in (words, likely_pairs, between, _samples):
        kept.cache_clear()


def _share(said: Sequence[str], alone: int) -> float:
    return 1 - alone / len(said) if said else 0.0


@lru_cache(maxsize=4096)  # doubles are looked for before and after chapters are joined
def _samples(body: str) -> frozenset[str]:
    """Return the runs that begin at one word in eight, the same words in every story; all of a short one."""
    said = words(body)
    if len(said) <= _SHORT:
        return frozenset(_runs(said) or [" ".join(said)])
    chosen = {word for word in set(said) if _is_chosen(word)}
    starts = [at for at, word in enumerate(said[: 1 - _RUN]) if word in chosen]
    return frozenset([" ".join(said[at : at + _RUN]) for at in starts])


@lru_cache(maxsize=65_536)
def _is_chosen(word: str) -> bool:
    return zlib.crc32(word.encode("utf-8", "replace")) % 8 == 0


def _runs(said: Sequence[str]) -> list[str]:
    """Return every run of so many words, one for each word that has five behind it."""
    return [" ".join(some) for some in zip(*(said[at:] for at in range(_RUN)), strict=False)]


def _own(length: int, runs: Sequence[str], both: frozenset[str]) -> tuple[int, int]:
    """Return how many words stand in no run that the other one has, and the longest passage of such words."""
    reached = alone = longest = 0
    for at in [at for at, run in enumerate(runs) if run in both]:
        if at > reached:
            alone += at - reached
            longest = max(longest, at - reached)
        reached = at + _RUN
    return alone + length - reached, max(longest, length - reached)
