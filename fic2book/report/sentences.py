"""What a finished build says on the terminal: what was made, what was set aside, where to look; plain sentences."""

from collections.abc import Iterable, Iterator

from fic2book.assemble import word_count
from fic2book.model import Change, Kind, Severity, Story
from fic2book.pipeline import Built
from fic2book.titles import guess_title

NAME = "report.html"
_MOST = 8
"""Places to look at that are named before the rest is counted: more than that nobody reads on a terminal."""


def sentences(built: Built, *, verbose: bool = False) -> tuple[str, ...]:
    """Return the report, line by line."""
    return (
        *_skipped(built, verbose=verbose),
        _made(built),
        *_sizes(built),
        *_set_aside(built.anthology.stories),
        f"All of it, with the lines that undo it: {built.settings.output / NAME}",
        *_hints(built),
        *_problems(built),
        *_missing(built),
        *_unreadable(built),
    )


def counted(number: int, thing: str, things: str = "") -> str:
    """Return "1 story", "2 stories", "12,000 words"."""
    return f"{number:,} {thing if number == 1 else things or thing + 's'}"


def _made(built: Built) -> str:
    book = built.anthology
    parts = [
        counted(len(book.stories), "story", "stories"),
        counted(len(book.authors), "author") if book.authors else "no author named",
        counted(sum(word_count(story) for story in book.stories), "word"),
    ]
    if built.pages:
        parts.append(counted(built.pages, "page"))
    return f"“{book.title}”: {', '.join(parts)}."


def _sizes(built: Built) -> Iterator[str]:
    """Say how large the files are: what goes by post, by cable or through a shop's limit."""
    files = [f"{place.name} {size(built.sizes[suffix])}" for suffix, place in built.books.items()]
    if files:
        yield f"{', '.join(files)}."


def size(count: int) -> str:
    """Return bytes as people say them, in steps of a thousand: "812 kB", "2.4 MB"."""
    thousands = max(1, round(count / 1_000))
    return f"{thousands:,} kB" if thousands < 1_000 else f"{count / 1_000_000:,.1f} MB"


def _set_aside(stories: Iterable[Story]) -> Iterator[str]:
    told = tuple(stories)
    removed = sum(1 for story in told for change in story.ledger if change.kind is Kind.REMOVED)
    notes = sum(len(story.notes) for story in told)
    flagged = [group for story in told for group in _doubts(story)]
    places = sum(len(changes) for _, changes in flagged)
    parts = [f"{counted(removed, 'line')} set aside (menus, counters, slogans)"] if removed else []
    parts += [counted(notes, "note")] if notes else []
    parts += [f"{counted(places, 'place')} to look at"] if flagged else []
    if parts:
        yield f"{', '.join(parts)}{':' if flagged else '.'}"
    for story, changes in flagged[:_MOST]:
        more = f" and {counted(len(changes) - 1, 'more place')}" if len(changes) > 1 else ""
        yield f"  {place_of(story, changes[0])}{more}  {changes[0].after}"
    if len(flagged) > _MOST:
        rest = sum(len(changes) for _, changes in flagged[_MOST:])
        yield f"  … and {counted(rest, 'more place')}; the report shows them all."


def _doubts(story: Story) -> list[tuple[Story, list[Change]]]:
    """Return the flagged entries of a story, those of one reason together."""
    found: dict[tuple[str, str], list[Change]] = {}
    for change in story.ledger:
        if change.kind is Kind.FLAGGED:
            found.setdefault((change.file, change.after), []).append(change)
    return [(story, changes) for changes in found.values()]


def place_of(story: Story, change: Change) -> str:
    """Return where a change stands in the manuscripts: ``file:line``."""
    file = change.file or story.file
    return f"{file}:{change.line}" if change.line else file


def _hints(built: Built) -> Iterator[str]:
    book, settings = built.anthology, built.settings
    if not settings.title:
        _, origin = guess_title((story.collection for story in book.stories), settings.folder)
        if origin != "collection":
            yield f'The title “{book.title}” is a guess: set it with --title or title = "…" in anthology.toml.'
    nameless = sum(1 for story in book.stories if not story.authors)
    if nameless:
        who = "No story names" if nameless == len(book.stories) else f"{counted(nameless, 'story', 'stories')} without"
        yield f"{who} an author, so no byline is printed: set authors in anthology.toml, or --author for all."


def _problems(built: Built) -> Iterator[str]:
    words = {Severity.ERROR: "Error", Severity.WARNING: "Warning", Severity.INFO: "Note"}
    for problem in built.problems:
        place = f"{problem.place}: " if problem.place else ""
        yield f"{words[problem.severity]} ({problem.code}): {place}{problem.message}"


def _missing(built: Built) -> Iterator[str]:
    for error in built.missing:
        yield str(error)


def _skipped(built: Built, *, verbose: bool) -> Iterator[str]:
    if verbose:
        for file, reason in built.reading.skipped:
            yield f"Not read: {file} ({reason})."


def _unreadable(built: Built) -> Iterator[str]:
    unreadable = built.reading.unreadable
    for error in unreadable:
        yield str(error)
    if unreadable:
        names = ", ".join(error.file for error in unreadable)
        could = counted(len(unreadable), "file")
        yield f"The book is made. {could} could not be read: {names}."
