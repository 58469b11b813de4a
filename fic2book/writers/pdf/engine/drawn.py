"""What of the ornaments and of the coloured lines a document can show: others are typeset alike without them.

Selectors are read as roughly as is safe: a rule may hold wherever all classes that it names are met.
"""

import re
from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from fic2book import press

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{};]+)\{([^{}]*)\}")
_ARGUMENTS = re.compile(r":[\w-]+\([^()]*\)")
_CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
_CLASSES = re.compile(r'\bclass="([^"]*)"')
_FETCHED = re.compile(rf"{press.SCHEME}([^\"'\s()]+)")
_BEFORE_OR_AFTER = re.compile(r":(?:before|after)\b")
_COLOURED = frozenset({"story-title", "opener"})  # as accent.css says
_IN_MARGINS = re.compile(r"\s*@(?:top|right|bottom|left)-")


class _Rule(NamedTuple):
    """A rule that fetches something."""

    selectors: tuple[frozenset[str], ...]
    """The classes that each of its selectors needs."""
    is_in_margins: bool
    names: tuple[str, ...]


class _Rules(NamedTuple):
    """What is to be known of style sheets."""

    fetching: tuple[_Rule, ...]
    fetched_anyhow: frozenset[str]
    has_lines: bool
    """Whether there is a border before or after anything."""


def colours(css: str, text: str) -> bool:
    """Tell whether lines at titles, which have the book's colour, can stand in a document."""
    return _read(css).has_lines and bool(_COLOURED & _classes(text))


def fetched(css: str, text: str) -> frozenset[str]:
    """Return the names of what style sheets can fetch for a document."""
    rules, classes = _read(css), _classes(text)
    names = (rule.names for rule in rules.fetching if any(needed <= classes for needed in rule.selectors))
    return rules.fetched_anyhow.union(*names)


def fetched_in_margins(css: str) -> frozenset[str]:
    """Return the names of what style sheets fetch for the margins of pages."""
    rules = _read(css)
    return rules.fetched_anyhow.union(*(rule.names for rule in rules.fetching if rule.is_in_margins))


def _classes(text: str) -> frozenset[str]:
    return frozenset(name for some in _CLASSES.findall(text) for name in some.split())


@lru_cache(maxsize=8)
def _read(css: str) -> _Rules:
    bare = _COMMENT.sub("", css)
    rules = _RULE.findall(bare)
    fetching = tuple(_rule(selectors, names) for selectors, block in rules if (names := tuple(_FETCHED.findall(block))))
    left = Counter(_FETCHED.findall(bare))  # a rule with another one inside is not looked into
    left.subtract(name for rule in fetching for name in rule.names)
    has_lines = any("border" in block and _BEFORE_OR_AFTER.search(selectors) for selectors, block in rules)
    return _Rules(fetching, frozenset(name for name, times in left.items() if times > 0), has_lines)


def _rule(selectors: str, names: tuple[str, ...]) -> _Rule:
    needed = tuple(frozenset(_CLASS.findall(one)) for one in _ARGUMENTS.sub("", selectors).split(","))
    return _Rule(needed, bool(_IN_MARGINS.match(selectors)), names)
