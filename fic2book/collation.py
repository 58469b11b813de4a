"""The order of names: the Unicode collation algorithm, and the letters that a language counts by themselves."""

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

Key = tuple[float, ...]
"""Primary weights first, then a zero, then accents and case."""
_OWN_LETTERS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "es": (("n", "ñ"),),
    "sv": (("z", "åäö"),),
    "fi": (("z", "åäö"),),
    "da": (("z", "æøå"),),
    "nb": (("z", "æøå"),),
    "nn": (("z", "æøå"),),
    "no": (("z", "æøå"),),
    "pl": (("a", "ą"), ("c", "ć"), ("e", "ę"), ("l", "ł"), ("n", "ń"), ("o", "ó"), ("s", "ś"), ("z", "źż")),
    "cs": (("c", "č"), ("r", "ř"), ("s", "š"), ("z", "ž")),
    "sk": (("c", "č"), ("s", "š"), ("z", "ž")),
}
"""Letters that stand behind another one in the alphabet, where Unicode's order takes them for that one with an accent.
Chinese characters stand in the order of their radicals: no language's readings are known here."""


def sort_key(language: str) -> Callable[[str], Key]:
    """Return the key by which names are sorted in a language (its bare tag: ``es``)."""
    collator = _collator(language)

    def key(name: str) -> Key:
        return tuple(collator.sort_key(name))

    return key


def initials(names: Iterable[str], language: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return sorted names by their first letters, for which the plainest of them stands; signs and figures have none.

    What begins with the same letter but for accent and case stands together: "Ada" and "Émile" do not, "Émile" and
    "Eve" do.
    """
    key = sort_key(language)
    groups: dict[float, list[str]] = {}
    for name in names:
        first = name[:1]
        groups.setdefault(key(first)[0] if first.isalpha() else 0, []).append(name)
    return tuple((_plainest(some) if weight else "", tuple(some)) for weight, some in groups.items())


def _plainest(names: Iterable[str]) -> str:
    letters = {name[:1].upper()[:1] for name in names}
    return min(letters, key=lambda letter: (len(unicodedata.normalize("NFD", letter)), not letter.isascii(), letter))


@cache
def _collator(language: str) -> Any:  # noqa: ANN401 - pyuca has no types
    from pyuca import Collator

    collator = Collator()
    for base, letters in _OWN_LETTERS.get(language, ()):
        for number, letter in enumerate(letters, 1):
            for sign, before in ((letter, base), (letter.upper(), base.upper())):
                weight = collator.sort_key(before)
                element = [weight[0] + number / 10, weight[2], weight[4]]
                collator.table.add([ord(part) for part in unicodedata.normalize("NFD", sign)], [element])
    return collator
