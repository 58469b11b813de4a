"""Footnotes of pages and pastes: their words stand anywhere in the file, so they are looked for by their letters."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from fic2book import markup
from fic2book.account.manuscript import Row
from fic2book.letters import letters
from fic2book.model import Story

_NEAR = 24  # letters before and behind a place that tell it from others
_MOST = 2_000_000  # rows times footnotes; for more only the first place is looked for


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


def apart(
    rows: Sequence[Row], footnotes: Sequence[Footnote], *, from_end: bool, told: str | None = None
) -> tuple[list[Row], list[Footnote]]:
    """Return the rows without the words of footnotes, and the footnotes whose words no row has.

    Whole rows are looked for before parts of a row: the text may say what a short note says too. Of rows that say the
    same the last ones are taken, or the first ones; with the letters that the stories tell, those around which the
    story goes on.
    """
    left = list(rows)
    kept = [letters(row.text) for row in rows]
    missing: list[Footnote] = []
    ahead = range(len(rows) - 1, -1, -1) if from_end else range(len(rows))
    for footnote in reversed(footnotes) if from_end else footnotes:
        ways = [letters(footnote.number + footnote.text), letters(footnote.text)]
        found = (place for find in (_whole_rows, _part) for way in ways for place in find(kept, ahead, way))
        if told is not None and len(rows) * len(footnotes) < _MOST:
            places = list(found)
            found = (place for place in (*(one for one in places if _goes_on(kept, one, told)), *places))
        place = next(found, None)
        if place is not None:
            kept[place.first : place.stop] = [place.rest] + [""] * (place.stop - place.first - 1)
        elif ways[1]:
            missing.append(footnote)
    for at, row in enumerate(rows):
        if letters(row.text) != kept[at]:
            left[at] = Row(row.line, kept[at])
    return left, missing


class _Place(NamedTuple):
    """Rows that hold a footnote, and the letters in the first of them that are not its."""

    first: int
    stop: int
    rest: str


def _footnote(aside: markup.Element) -> Footnote:
    number = ""
    for link in [link for link in aside.iter("a") if link.get("class") == "backref"]:
        number = number or markup.text_of(link)
        markup.remove(link)
    return Footnote(number, markup.text_of(aside))


def _whole_rows(kept: list[str], ahead: Sequence[int], way: str) -> Iterator[_Place]:
    """Give where rows hold these letters and no others."""
    for first in ahead:
        if not kept[first] or not way.startswith(kept[first]):
            continue
        stop, reached = first, 0
        while stop < len(kept) and reached < len(way) and way.startswith(kept[stop], reached):
            reached += len(kept[stop])
            stop += 1
        if reached == len(way):
            yield _Place(first, stop, "")


def _part(kept: list[str], ahead: Sequence[int], way: str) -> Iterator[_Place]:
    """Give where a row holds these letters among others."""
    for at in ahead if way else ():
        place = kept[at].rfind(way)
        if place >= 0:
            yield _Place(at, at + 1, kept[at][:place] + kept[at][place + len(way) :])


def _goes_on(kept: list[str], place: _Place, told: str) -> bool:
    """Tell whether what stands around a place stands together in what is told; at the file's ends nothing else does."""
    before = _near(kept, range(place.first - 1, -1, -1))
    after = _near(kept, range(place.stop, len(kept)))
    wanted = before[-_NEAR:] + place.rest + after[:_NEAR]
    if len(before) < _NEAR and len(after) < _NEAR:
        return told == wanted
    if len(before) < _NEAR:
        return told.startswith(wanted)
    return told.endswith(wanted) if len(after) < _NEAR else wanted in told


def _near(kept: list[str], ahead: range) -> str:
    """Return the letters before the first row of ``ahead``, or behind it, at least so many as tell a place."""
    found: list[str] = []
    for at in ahead:
        found.append(kept[at])
        if sum(map(len, found)) >= _NEAR:
            break
    return "".join(found if ahead.step > 0 else reversed(found))
