"""Several files of one work: which stories are chapters of the same work, and in which order.

Joined are files that agree on the work (its title, or its address on the site), name no different authors, and have
a chapter's number each. Whatever speaks against it (a series' number, a file with chapters of its own, a number twice)
leaves all of them alone: two stories too many are a smaller harm than two stories in one.
"""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from pathlib import PurePosixPath
from typing import NamedTuple

from fic2book import markup
from fic2book.gathering.joining import Chapter, joined
from fic2book.gathering.numbers import Numbered, numbered
from fic2book.letters import letters
from fic2book.model import Kind, Problem, Severity, Story, StorySettings

_ADDRESS = re.compile(
    r"https?://(?:www\.|m\.)?(?P<site>archiveofourown\.org/works/|fanfiction\.net/s/|fictionpress\.com/s/)(?P<work>\d+)"
    r"(?:/chapters/\d+|/(?P<number>\d{1,4})\b)?"
)
_ID = re.compile(r"chapter-(\d{1,4})\Z")
_CHAPTER = re.compile(r"chapter\s+\d{1,4}\Z", re.IGNORECASE)
_WHOLE = re.compile(r"(\d+)/(?:\1|\?)\Z")
_FILE_KINDS = frozenset({"chapter", "chap", "ch"})
"""Words in a file's name that always mean a chapter; "part" may number one-shots."""


class _Claim(NamedTuple):
    """That a story is a chapter: of which work, which one."""

    at: int
    """Place of the story among all."""
    work: str
    """What the work's files have in common."""
    number: int
    title: str
    """The work's title."""
    heading: str


def whole_works(
    stories: Sequence[Story], tables: Sequence[StorySettings], alone: Collection[str]
) -> tuple[tuple[Story, ...], tuple[Problem, ...]]:
    """Return the stories with the chapters of each work as one, and what was joined."""
    files = Counter(story.file for story in stories)
    told = {table.file: table.fields for table in tables}
    groups: dict[str, list[_Claim]] = {}
    for at, story in enumerate(stories):
        if files[story.file] == 1 and story.file not in alone:
            claim = _claim(at, story, told.get(story.file, {}))
            if claim:
                groups.setdefault(claim.work, []).append(claim)
    members = [_with_first(group, stories, files, alone) for group in groups.values()]
    wanted = [group for group in members if _agree(group, stories, told)]
    return _joined(stories, wanted, told)


def _joined(
    stories: Sequence[Story], groups: Sequence[Sequence[_Claim]], told: Mapping[str, Mapping[str, object]]
) -> tuple[tuple[Story, ...], tuple[Problem, ...]]:
    works: dict[int, Story] = {}
    gone: set[int] = set()
    problems = []
    for group in groups:
        ordered = sorted(group, key=lambda claim: claim.number)
        first = stories[ordered[0].at]
        title = first.title if "title" in told.get(first.file, {}) else ordered[-1].title
        works[ordered[0].at] = joined([Chapter(stories[claim.at], claim.heading) for claim in ordered], title)
        gone |= {claim.at for claim in ordered[1:]}
        problems.append(_said(title, ordered, stories))
    kept = tuple(works.get(at, story) for at, story in enumerate(stories) if at not in gone)
    return kept, tuple(problems)


def _claim(at: int, story: Story, said: Mapping[str, object]) -> _Claim | None:
    """Return which chapter of which work a story says it is; ``None`` when it says it is whole."""
    if len(story.chapters) > 1 or _is_whole(story):
        return None
    title = _as_read(story) if "title" in said else story.title
    by_file, by_title = numbered(PurePosixPath(story.file).stem), numbered(title)
    by_heading = _heading(story)
    address = _ADDRESS.match(story.url)
    if address:
        number = int(address["number"] or 0) or next((one.number for one in (by_heading, by_title, by_file) if one), 0)
        own = by_title.work if by_title and by_title.work else title
        return _Claim(at, f"{address['site']}{address['work']}", number, own, "") if number else None
    if any(series.number for series in story.series):
        return None
    if by_heading and not by_title and story.collection and _is_files_name(story, title):
        by_title = by_heading
    if by_title:
        work = by_title.work or story.collection or _work_of(by_file)
        return _Claim(at, letters(work), by_title.number, work, by_title.heading) if letters(work) else None
    if by_file and by_file.work and (by_file.kind in _FILE_KINDS or letters(by_file.work) == letters(title)):
        return _by_file(at, title, by_file)
    return None


def _heading(story: Story) -> Numbered | None:
    """Return what the one chapter's heading says, or the words of it that its site put before the chapter's name."""
    if not story.chapters:
        return None
    first = next(iter(markup.parse(story.body).iter("h2")), None)
    counted = _ID.match(first.get("id", "")) if first is not None else None
    if counted:
        return Numbered("", int(counted[1]), story.chapters[0], "chapter")
    taken = [entry.before.rstrip(" :") for entry in story.ledger if entry.kind is Kind.REMOVED]
    said = [*(words for words in taken if _CHAPTER.match(words)), story.chapters[0]]  # a name may be "Part 2"
    return next((found for words in said if (found := numbered(words))), None)


def _is_files_name(story: Story, title: str) -> bool:
    return letters(PurePosixPath(story.file).stem) == letters(title)


def _by_file(at: int, title: str, name: Numbered) -> _Claim:
    """Read the work off the file's name; a title of its own is the chapter's."""
    own = "" if letters(title) == letters(name.work) else f": {title}"
    return _Claim(at, letters(name.work), name.number, name.work if own else title, f"{name.heading}{own}")


def _work_of(name: Numbered | None) -> str:
    return name.work if name else ""


def _as_read(story: Story) -> str:
    """Return the title that the file itself gives, where a person gave another one."""
    moved = (change.before for change in story.ledger if change.kind is Kind.MOVED and change.after == "title")
    return next(moved, PurePosixPath(story.file).stem)


def _is_whole(story: Story) -> bool:
    return _WHOLE.match(story.chapters_stated) is not None and story.chapters_stated.split("/")[0] in {"0", "1"}


def _with_first(
    group: list[_Claim], stories: Sequence[Story], files: Mapping[str, int], alone: Collection[str]
) -> list[_Claim]:
    """Add the first chapter that says no number: "The Grey Quay" before "The Grey Quay, part 2"."""
    if len({claim.number for claim in group}) != len(group) or min(claim.number for claim in group) != 2:
        return group
    firsts = [
        _Claim(at, group[0].work, 1, story.title, "")
        for at, story in enumerate(stories)
        if letters(story.title) == group[0].work and files[story.file] == 1 and story.file not in alone
        if not story.chapters and not _is_whole(story) and not any(series.number for series in story.series)
    ]
    return [*firsts, *group] if len(firsts) == 1 else group


def _agree(group: Sequence[_Claim], stories: Sequence[Story], told: Mapping[str, Mapping[str, object]]) -> bool:
    """Tell whether nothing speaks against one work: numbers once each and close together, no other author."""
    numbers = sorted(claim.number for claim in group)
    if len(group) < 2 or len(set(numbers)) != len(numbers) or numbers[-1] - numbers[0] >= 2 * len(numbers):
        return False
    named = [stories[claim.at] for claim in group if "authors" not in told.get(stories[claim.at].file, {})]
    authors = {tuple(sorted(map(letters, story.authors))) for story in named if story.authors}
    languages = {story.language.partition("-")[0] for story in named if story.language}
    return len(authors) < 2 and len(languages) < 2


def _said(title: str, group: Sequence[_Claim], stories: Sequence[Story]) -> Problem:
    files = [stories[claim.at].file for claim in group]
    numbers = {claim.number for claim in group}
    missing = [str(number) for number in range(min(numbers), max(numbers)) if number not in numbers]
    gap = f" There is no file of chapter {', '.join(missing)}." if missing else ""
    message = (
        f"“{title}” was put together from {len(files)} files: {', '.join(files)}.{gap} A file is a story of its own "
        "with alone = true in its [[story]] table."
    )
    severity = Severity.WARNING if missing else Severity.INFO
    return Problem(code="gathered", severity=severity, message=message, place=files[0])
