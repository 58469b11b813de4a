"""Names in the order of their language's alphabet."""

import random
from pathlib import Path

import pytest

from fic2book import collation

ORDERS = [
    line.partition(":")
    for line in (Path(__file__).parent / "cases/collation/orders.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("language", "names"), [(language, names) for language, _, names in ORDERS])
def test_names_come_into_their_order(language, names):
    wanted = [name.strip() for name in names.split("|")]
    mixed = random.Random(7).sample(wanted, len(wanted))  # noqa: S311 - nothing secret
    assert sorted(mixed, key=collation.sort_key(language)) == wanted


@pytest.mark.parametrize(
    ("language", "names", "wanted"),
    [
        ("en", ["7 Lamps", "…so", "Ada", "Émile", "eve", "Ørn", "Oz"], ["", "A", "E", "O"]),
        ("es", ["na", "nz", "ñu"], ["N", "Ñ"]),
        ("sv", ["Zed", "Åsa"], ["Z", "Å"]),
        ("ru", ["Анна", "Ёлка"], ["А", "Ё"]),
        ("en", ["Émile"], ["É"]),
    ],
)
def test_names_are_grouped_by_their_plainest_first_letter(language, names, wanted):
    assert [letter for letter, _ in collation.initials(names, language)] == wanted


def test_no_name_is_lost_among_the_letters():
    names = ("", "1", "Ada", "ada", "Émile", "中", "ñ")
    assert sorted(name for _, some in collation.initials(names, "en") for name in some) == sorted(names)
