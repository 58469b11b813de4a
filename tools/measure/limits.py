"""What a page may be: the one table of limits, and what a book does beyond them."""

from collections.abc import Iterator
from dataclasses import dataclass

from tools.measure.figures import Figures


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """The bounds of one figure."""

    measure: str
    least: float = 0.0
    most: float = float("inf")
    pages: frozenset[str] = frozenset()
    """Page designs that it is for; none: all that have no limit of their own."""
    justified_only: bool = False


_SMALL = frozenset({"5x8", "a6"})
_LARGE_TYPE = frozenset({"large-print"})

LIMITS = (
    Limit(measure="characters", least=60, most=70),
    Limit(measure="characters", least=55, most=70, pages=_SMALL),
    Limit(measure="characters", least=45, most=75, pages=frozenset({"screen", "large-print", "a4", "letter"})),
    Limit(measure="hyphenated", most=7, justified_only=True),
    Limit(measure="hyphenated", most=8, pages=_LARGE_TYPE, justified_only=True),
    Limit(measure="longest run", most=3, justified_only=True),
    Limit(measure="break at head", most=0),
    Limit(measure="break at foot", most=0),
    Limit(measure="heading at foot", most=0),
    Limit(measure="orphans", most=0),
    Limit(measure="widows", most=0),
    Limit(measure="outside", most=0),
    Limit(measure="caps wrong", most=0),
)
"""Characters: 45 to 75 is what readers bear, 60 to 70 what they like. A median has no half characters."""


def limits(page: str) -> tuple[Limit, ...]:
    """Return the limits of a page design."""
    own = {limit.measure for limit in LIMITS if page in limit.pages}
    return tuple(limit for limit in LIMITS if page in limit.pages or (not limit.pages and limit.measure not in own))


def broken(figures: Figures, page: str, *, is_justified: bool) -> Iterator[tuple[str, str]]:
    """Give each figure beyond its limit: (its name, the sentence that says so)."""
    for limit in limits(page):
        value = figures.values[limit.measure]
        if limit.least <= value <= limit.most or (limit.justified_only and not is_justified):
            continue
        bound = f"at most {limit.most:g}" if value > limit.most else f"at least {limit.least:g}"
        yield limit.measure, f"{limit.measure}: {value:.1f}, should be {bound}"
