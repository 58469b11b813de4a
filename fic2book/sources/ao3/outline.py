"""Where the parts of a pasted work page stand: header, chapters and their heads, notes behind them, the site's tail."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from fic2book.sources.ao3 import chapters, labels

_MARK = re.compile(r"(?:Work Text|Chapter Text):?\Z")
_TOP = re.compile(r"\W*Top\Z")
_KUDOS = re.compile(r".{0,400}\bleft kudos on this work!\Z")
_COUNTED = re.compile(r"(?:Comments(?: \(\d[\d,]*\))?|Kudos|Actions|Bookmark|Post Comment|Show Comments.*)\Z")
_BEHIND = re.compile(r"(?:Series this work belongs to|Works inspired by this one):?\Z")
_TO_END = re.compile(r"\(See the end of the (?P<of>chapter|work) for .{0,60}\)\Z")
_SIGNS: Sequence[tuple[re.Pattern[str], int]] = (
    (_MARK, 2),
    (_KUDOS, 2),
    (_TO_END, 2),
    (re.compile(r"(?:Skip header|Main Content|Work Header|Post Comment|Hits:|Kudos:|\d[\d,]* characters left)\Z"), 1),
)
_ENOUGH = 4


@dataclass(slots=True)
class Chapter:
    """A chapter: places of lines, the last one not counted."""

    head: range
    """From the heading to the mark; the heading is missing in a work of one chapter."""
    text: range
    number: int = 0
    notes: list[range] = field(default_factory=list)
    """Notes behind the text, each from its label."""


@dataclass(slots=True, kw_only=True)
class Outline:
    """The parts of a page."""

    header: range
    """From the first label to the last number; empty when it was not pasted."""
    front: range
    """Title, by-line, summary and notes."""
    chapters: list[Chapter]
    behind: range
    """Series and inspired works, between the notes and the tail."""
    work_notes: range = range(0)
    """Notes on the whole work, behind the last chapter, from their label."""
    announced: bool = False
    """Whether the page said in front of the story that the notes are there."""


def found(texts: Sequence[str]) -> Outline | None:
    """Return the outline of a pasted work page; ``None`` for anything else."""
    header = _header(texts)
    marks = list(_marks(texts, header.stop))
    if not marks or _weight(texts, header) < _ENOUGH:
        return None
    end = _end(texts, marks[-1])
    behind = next((at for at in range(marks[-1] + 1, end) if _BEHIND.match(texts[at])), end)
    outline = Outline(
        header=header,
        front=range(0),
        chapters=_chapters(texts, marks, header.stop, behind),
        behind=range(behind, end),
    )
    outline.front = range(header.stop, outline.chapters[0].head.start)
    _cut_notes(texts, outline)
    return outline


def _weight(texts: Sequence[str], header: range) -> int:
    """Weigh the signs of the site; each counts once."""
    weight = 3 if header else 0
    weight += sum(points for sign, points in _SIGNS if any(map(sign.match, texts)))
    return weight + (2 if any(_is_end(texts, at) for at in range(len(texts))) else 0)


def _header(texts: Sequence[str]) -> range:
    """Return the lines of the work header: labels alone on their lines, up to the last number."""
    first = next((at for at, text in enumerate(texts) if _is_label(text, "rating", "warnings")), None)
    stats = [at for at, text in enumerate(texts) if text == "Stats:" and first is not None and at > first]
    if first is None or not stats:
        return range(0)
    stop = at = stats[0] + 1
    while at < len(texts):
        if texts[at].endswith(":") and labels.stat_of(texts[at]) is not None:
            stop = at = _next(texts, at) + 1
        elif texts[at]:
            break
        else:
            at += 1
    return range(first, stop)


def _is_label(text: str, *fields: str) -> bool:
    return text.endswith(":") and labels.field_of(text) in fields


def _marks(texts: Sequence[str], start: int) -> Iterator[int]:
    """Give the lines that begin a text: the first one, and of chapters each whose heading counts on."""
    number = -1
    for at in range(start, len(texts)):
        if not _MARK.match(texts[at]):
            continue
        if number < 0:
            number = chapters.number_of(texts[_heading(texts, at, start)])
            yield at
        elif number and texts[at].startswith("Chapter"):
            heading = texts[_heading(texts, at, start)]
            if chapters.number_of(heading) == number + 1:
                number += 1
                yield at


def _heading(texts: Sequence[str], mark: int, start: int) -> int:
    """Return the line of the heading above a mark; the mark itself when there is none."""
    for at in range(mark - 1, start - 1, -1):
        if chapters.number_of(texts[at]):
            return at
        if _MARK.match(texts[at]):
            break
    return mark


def _chapters(texts: Sequence[str], marks: Sequence[int], start: int, end: int) -> list[Chapter]:
    heads = [_heading(texts, mark, start) for mark in marks]
    stops = [*heads[1:], end]
    return [
        Chapter(range(head, mark), range(mark + 1, stop), chapters.number_of(texts[head]))
        for head, mark, stop in zip(heads, marks, stops, strict=True)
    ]


def _cut_notes(texts: Sequence[str], outline: Outline) -> None:
    """Part the notes behind each text from it, where the page announced them or cannot have done so."""
    first, last = outline.chapters[0], outline.chapters[-1]
    said = {found["of"] for at in outline.front if (found := _TO_END.match(texts[at]))}
    said |= {f"chapter {one.number}" for one in outline.chapters for at in one.head if _says_chapter(texts[at])}
    said |= {found["of"] for at in first.head if (found := _TO_END.match(texts[at])) and found["of"] == "work"}
    outline.announced = "work" in said
    if outline.announced or not outline.header or first.number > 1:
        outline.work_notes = _cut(texts, last)
    for one in outline.chapters:
        if f"chapter {one.number}" in said and (one is not last or outline.announced or not outline.work_notes):
            notes = _cut(texts, one)
            one.notes += [notes] if notes else []


def _says_chapter(text: str) -> bool:
    announced = _TO_END.match(text)
    return announced is not None and announced["of"] == "chapter"


def _cut(texts: Sequence[str], chapter: Chapter) -> range:
    """Take the lines from the last ``Notes:`` off a chapter's text and return them."""
    at = next((at for at in reversed(chapter.text) if texts[at] == "Notes:"), None)
    if at is None:
        return range(0)
    notes = range(at, chapter.text.stop)
    chapter.text = range(chapter.text.start, at)
    return notes


def _end(texts: Sequence[str], mark: int) -> int:
    """Return the line at which the site's tail begins."""
    ends = [at for at in range(mark + 1, len(texts)) if _is_end(texts, at)]
    if ends:
        return ends[-1]
    at = next((at for at in range(mark + 1, len(texts)) if _KUDOS.match(texts[at])), len(texts))
    while at > mark + 1 and at < len(texts) and (not texts[at - 1] or _COUNTED.match(texts[at - 1])):
        at -= 1
    return at


def _is_end(texts: Sequence[str], at: int) -> bool:
    following = _next(texts, at)
    return texts[at] == "Actions" and following < len(texts) and _TOP.match(texts[following]) is not None


def _next(texts: Sequence[str], at: int) -> int:
    """Return the next line that is not blank."""
    return next((place for place in range(at + 1, len(texts)) if texts[place]), len(texts))
