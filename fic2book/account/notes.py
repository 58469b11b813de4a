"""Footnotes of pages and pastes: their words stand anywhere in the file, so they are looked for by their letters."""

from collections.abc import Sequence
from typing import NamedTuple

from fic2book import markup
from fic2book.account.manuscript import Row
from fic2book.letters import letters
from fic2book.model import Story


class Footnote(NamedTuple):
    """A footnote as the story has it."""

    number: str
    """What leads back to the text; many files have it before the note's words too."""
    text: str


def told(stories: Sequence[Story], *, calls: bool) -> tuple[str, list[Footnote]]:
    """Return the stories' text, with the numbers that call footnotes or without them, and the footnotes."""
    found: list[Footnote] = []
    texts: list[str] = []
    for story in stories:
        root = markup.parse(story.body)
        if 'class="footnote"' in story.body or 'class="noteref"' in story.body:
            for link in [link for link in root.iter("a") if link.get("class") == "noteref" and not calls]:
                markup.remove(link)
            for aside in [aside for aside in root.iter("aside") if aside.get("class") == "footnote"]:
                found.append(_footnote(aside))
                markup.remove(aside)
        texts.append(markup.plain_text(root))
    return "\n".join(texts), found


def apart(rows: Sequence[Row], footnotes: Sequence[Footnote], *, from_end: bool) -> tuple[list[Row], list[Footnote]]:
    """Return the rows without the words of footnotes, and the footnotes whose words no row has.

    One whole row is looked for before several, and these before a part of a row: the text may say what a short note
    says too. Of rows that say the same the last ones are taken, or the first ones.
    """
    left = list(rows)
    kept = [letters(row.text) for row in rows]
    missing: list[Footnote] = []
    ahead = range(len(rows) - 1, -1, -1) if from_end else range(len(rows))
    for footnote in reversed(footnotes) if from_end else footnotes:
        ways = [letters(footnote.number + footnote.text), letters(footnote.text)]
        if not any(take(kept, ahead, way) for take in (_take_row, _take_rows, _take_part) for way in ways):
            missing.append(footnote)
    for at, row in enumerate(rows):
        if letters(row.text) != kept[at]:
            left[at] = Row(row.line, kept[at])
    return left, missing


def _footnote(aside: markup.Element) -> Footnote:
    number = ""
    for link in [link for link in aside.iter("a") if link.get("class") == "backref"]:
        number = number or markup.text_of(link)
        markup.remove(link)
    return Footnote(number, markup.text_of(aside))


def _take_row(kept: list[str], ahead: Sequence[int], way: str) -> bool:
    """Empty the first row met that holds these letters and no others."""
    at = next((at for at in ahead if way and kept[at] == way), -1)
    if at >= 0:
        kept[at] = ""
    return at >= 0


def _take_rows(kept: list[str], ahead: Sequence[int], way: str) -> bool:
    """Empty the first rows met that hold these letters and no others."""
    for first in ahead:
        if not kept[first] or not way.startswith(kept[first]):
            continue
        stop, reached = first, 0
        while stop < len(kept) and reached < len(way) and way.startswith(kept[stop], reached):
            reached += len(kept[stop])
            stop += 1
        if reached == len(way):
            kept[first:stop] = [""] * (stop - first)
            return True
    return not way


def _take_part(kept: list[str], ahead: Sequence[int], way: str) -> bool:
    """Take these letters out of the first row met that holds them among others."""
    for at in ahead:
        place = kept[at].rfind(way)
        if place >= 0:
            kept[at] = kept[at][:place] + kept[at][place + len(way) :]
            return True
    return False
