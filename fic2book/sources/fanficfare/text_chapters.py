"""The chapters of FanFicFare's .txt: rows led by a tab, whose titles the table of contents has too."""

from typing import NamedTuple

from fic2book.letters import letters
from fic2book.sources import headings, lines
from fic2book.sources.fanficfare import labels, text_head
from fic2book.sources.fanficfare.text_head import Head
from fic2book.sources.lines import Paste


class Chapter(NamedTuple):
    """Where a chapter begins."""

    at: int
    rows: int
    """On how many rows its title stands: long ones are wrapped."""
    title: str


def set_up(paste: Paste, head: Head) -> None:
    """Make headings of the rows that begin chapters; a one-shot's that only repeats its title goes."""
    found = _of_contents(paste, head) if head.contents else _led(paste, head)
    shown = headings.without_numbers([chapter.title for chapter in found])
    story = " ".join(paste.blocks[at].text.strip() for at in head.title)
    for chapter, title in zip(reversed(found), reversed(shown), strict=True):
        _drop_repeat(paste, chapter)
        if len(found) == 1 and headings.says_nothing(title, story):
            for at in reversed(range(chapter.at, chapter.at + chapter.rows)):
                lines.set_aside(paste, at)
        else:
            headings.make(paste, chapter.at, title, rows=chapter.rows)


def _of_contents(paste: Paste, head: Head) -> list[Chapter]:
    """Return the chapters that the table of contents names; what stands in a story like one is none."""
    named = _entries(paste, head.contents[1:])
    found: list[Chapter] = []
    for at in range(head.end, len(paste.blocks)):
        title = text_head.led(paste.blocks[at].text)
        rows = 1
        while title and letters(title) not in named and _goes_on(paste, at + rows):
            title = f"{title} {paste.blocks[at + rows].text.strip()}"
            rows += 1
        if title and letters(title) in named:
            found.append(Chapter(at, rows, title))
    return found


def _entries(paste: Paste, rows: list[int]) -> set[str]:
    """Return the titles of the table as letters; rows without a blank line between them are one entry."""
    entries: list[str] = []
    for count, at in enumerate(rows):
        if count and at == rows[count - 1] + 1:
            entries[-1] += letters(paste.blocks[at].text)
        else:
            entries.append(letters(paste.blocks[at].text))
    return set(entries) - {""}


def _goes_on(paste: Paste, at: int) -> bool:
    return at < len(paste.blocks) and bool(paste.blocks[at].text.strip()) and not text_head.led(paste.blocks[at].text)


def _led(paste: Paste, head: Head) -> list[Chapter]:
    """Return the chapters of a file without a table: all led rows if they are as many as the file says, else one."""
    places = [at for at in range(head.end, len(paste.blocks)) if text_head.led(paste.blocks[at].text)]
    places = [at for at in places if not paste.blocks[at - 1].text.strip()]
    said = dict(labels.split(paste.blocks[rows[0]].text) for rows in head.labels).get("Chapters", "")
    first = next((at for at in range(head.end, len(paste.blocks)) if paste.blocks[at].text.strip()), -1)
    if str(len(places)) != said:
        places = [at for at in places if at == first]
    return [_wrapped(paste, at) for at in places]


def _wrapped(paste: Paste, at: int) -> Chapter:
    rows = 1
    while _goes_on(paste, at + rows):
        rows += 1
    title = " ".join([text_head.led(paste.blocks[at].text), *(paste.blocks[at + row].text for row in range(1, rows))])
    return Chapter(at, rows, title)


def _drop_repeat(paste: Paste, chapter: Chapter) -> None:
    """Take the heading that the site's own page had under the program's: ``### The Weir``."""
    behind = range(chapter.at + chapter.rows, len(paste.blocks))
    below = next((at for at in behind if paste.blocks[at].text.strip()), -1)
    if below < 0 or paste.blocks[below].tag != "h3":
        return
    if letters(chapter.title).endswith(letters(paste.blocks[below].text)):
        lines.set_aside(paste, below)
