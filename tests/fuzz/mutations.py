"""The cases of all rooms, spoilt: parts left out, doubled, moved, put into one another."""

import re
from collections.abc import Iterator
from pathlib import Path
from random import Random

from tests.readers.epub.maker import book

CASES = Path(__file__).parents[1] / "cases"
_PARTS = re.compile(r"<[^<>]*>|[^<\s]+|\s+|<")
_TAG = re.compile(r"<[A-Za-z/!]")
_MARKUP = ("a.html", "a.xhtml", "a.epub")
_TEXTS = ("a.txt", "a.md")
_SIGNS = (
    "<p>",
    "</p>",
    "</div>",
    "<br>",
    "<span hidden>",
    "\n",
    "\n\n",
    "* * *",
    "1",
    "&amp;",
    "#",
    "_",
    "e\u0301",
    "½",
)


def cases(*rooms: str) -> list[str]:
    """Return the manuscripts of the rooms' cases, without what is expected of them."""
    places = sorted(place for room in rooms for place in (CASES / room).rglob("*") if place.is_file())
    texts = (place.read_bytes().decode("utf-8", "ignore") for place in places if place.suffix != ".docx")
    return [text.partition("\n=====\n")[0] for text in texts]


def is_page(text: str) -> bool:
    """Tell whether a manuscript is markup: a text of tags all through is no Markdown that anybody writes."""
    return _TAG.search(text) is not None


def mutants(seed: int) -> Iterator[tuple[str, bytes]]:
    """Yield file names and what such files hold, without an end; the same ones for the same seed."""
    dice = Random(seed)  # noqa: S311 — no secret: the same dice for all
    whole = cases("sources", "books")
    while True:
        text = dice.choice(whole)
        for _ in range(dice.choice((1, 1, 2, 3, 5))):
            text = _spoilt(text, dice, whole)
        name = dice.choice(_MARKUP if is_page(text) else _TEXTS)
        data = text.encode()
        yield name, book({"a.xhtml": data}) if name.endswith(".epub") else data


def _spoilt(text: str, dice: Random, others: list[str]) -> str:
    """Return a text with one change that cutting, pasting and bad tools make."""
    parts = _PARTS.findall(text) or [""]
    start = dice.randrange(len(parts))
    some = parts[start : start + dice.choice((1, 1, 2, 4, 10, 30))]
    target = dice.randrange(len(parts))
    change = dice.randrange(4)
    if change == 0:
        parts[start : start + len(some)] = []
    elif change == 1:
        parts[target:target] = some
    elif change == 2:
        strange = _PARTS.findall(dice.choice(others)) or [""]
        begin = dice.randrange(len(strange))
        parts[target:target] = strange[begin : begin + dice.choice((1, 2, 5, 20))]
    else:
        parts[target:target] = [dice.choice(_SIGNS)]
    return "".join(parts)
