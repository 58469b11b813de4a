"""Ways to damage a file: parts cut out, exchanged, doubled, misplaced, or everything behind a place gone."""

import random
import re

STRAY = (
    "Notes:",
    "Summary:",
    "by Ann",
    "Work Text:",
    "Chapter Text",
    "Actions",
    "↑ Top",
    "Chapter 2",
    "</div>",
    "<dl>",
)
STRAY += ("<h2>A heading</h2>", "<blockquote>A quotation</blockquote>", "<div id='chapters'>", "<div id='preface'>")


def damaged(text: str, dice: random.Random) -> str:
    """Return a page (tag by tag) or a text (line by line) with one to six things wrong with it."""
    is_page = "<" in text
    for _ in range(dice.randint(1, 6)):
        parts = re.findall(r"<[^>]*>|[^<]+", text) if is_page else text.split("\n")
        if not parts:
            break
        dice.choice(_WAYS)(parts, dice)
        text = ("" if is_page else "\n").join(parts)
    return text


def _cut_out(parts: list[str], dice: random.Random) -> None:
    at = dice.randrange(len(parts))
    del parts[at : at + dice.randint(1, 4)]


def _exchanged(parts: list[str], dice: random.Random) -> None:
    one, other = dice.randrange(len(parts)), dice.randrange(len(parts))
    parts[one], parts[other] = parts[other], parts[one]


def _doubled(parts: list[str], dice: random.Random) -> None:
    source, at = dice.randrange(len(parts)), dice.randrange(len(parts))
    parts[at:at] = parts[source : source + dice.randint(1, 6)]


def _stray(parts: list[str], dice: random.Random) -> None:
    parts[dice.randrange(len(parts))] = dice.choice(STRAY)


def _ended(parts: list[str], dice: random.Random) -> None:
    del parts[max(dice.randrange(len(parts)), 3) :]


_WAYS = (_cut_out, _cut_out, _exchanged, _doubled, _doubled, _stray, _ended)
