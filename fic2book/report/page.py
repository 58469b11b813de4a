"""``report.html``: what was made of every manuscript, what was set aside, and the lines that undo each of it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from fic2book import markup, sections, themes
from fic2book.assemble import word_count
from fic2book.config import FILE_NAME
from fic2book.model import Anthology, Kind, Problem, Severity, Story
from fic2book.pipeline import Built
from fic2book.report.entries import Group, Rewriting, groups, rewritings
from fic2book.report.facts import facts
from fic2book.report.sentences import counted

if TYPE_CHECKING:
    from jinja2 import Environment

MAKER = "fic2book report"
"""What the page's ``generator`` says, by which a folder of manuscripts tells it from a story."""

_FEW, _MANY, _HUGE = 40, 12, 5
"""Rewritten entries that are shown of a rule in a story: in a small book, in one of more than 30 stories, of 150."""
_FIRST = 60
"""Places to look at that stand at the top; a person reads no more at once, and each story has its own."""
_SEVERITIES: Mapping[Severity, str] = {Severity.ERROR: "Error", Severity.WARNING: "Warning", Severity.INFO: "Note"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One story as the page shows it."""

    story: Story
    number: int
    words: str
    facts: tuple[tuple[str, tuple[str, ...]], ...]
    flagged: tuple[Group, ...]
    removed: tuple[Group, ...]
    moved: tuple[Group, ...]
    rewritten: tuple[Rewriting, ...]
    hidden: tuple[str, ...]
    """Notes that are in no output because a person wants them hidden."""
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class _Stories:
    """A book's stories, told anew whenever they are gone through: a thousand at once take tens of megabytes."""

    anthology: Anthology

    def __len__(self) -> int:
        return len(self.anthology.stories)

    def __iter__(self) -> Iterator[Told]:
        stories, most = self.anthology.stories, _most(len(self))
        several = {file for file, count in Counter(story.file for story in stories).items() if count > 1}
        for number, story in enumerate(stories, 1):
            yield _told(number, story, self.anthology, (story.file in several, most))


def page(built: Built) -> str:
    """Return the whole page: no script, nothing fetched, the same for the same book."""
    return "".join(pieces(built))


def pieces(built: Built) -> Iterator[str]:
    """Return the page piece by piece: whole, that of a thousand stories takes several times its bytes."""
    anthology = built.anthology
    stories = _Stories(anthology)
    flagged = ((told, group) for told in stories for group in told.flagged)
    first = tuple(islice(flagged, _FIRST))
    return (
        _environment()
        .get_template("report.html.j2")
        .generate(
            book=anthology,
            maker=MAKER,
            style=_style(),
            made=_made(built),
            stories=stories,
            flagged=first,
            more=sum(1 for _ in flagged),
            problems=[(_SEVERITIES[problem.severity], problem) for problem in _ordered(built.problems)],
            unreadable=[*built.reading.unreadable, *built.missing],
            skipped=[(file, reason) for file, reason in built.reading.skipped if file != FILE_NAME],
        )
    )


def _told(number: int, story: Story, anthology: Anthology, how: tuple[bool, int]) -> Told:
    several, most = how
    kinds = Counter(str(change.kind) for change in story.ledger)
    return Told(
        story=story,
        number=number,
        words=f"{word_count(story):,}",
        facts=facts(story),
        flagged=groups(story, Kind.FLAGGED, several=several),
        removed=groups(story, Kind.REMOVED, several=several),
        moved=groups(story, Kind.MOVED, several=several),
        rewritten=rewritings(story, several=several, most=most),
        hidden=tuple(markup.plain(note.body).strip() for note in sections.notes.hidden(story, anthology)),
        counts={str(kind): kinds[str(kind)] for kind in Kind},
    )


def _most(stories: int) -> int:
    if stories > 150:
        return _HUGE
    return _MANY if stories > 30 else _FEW


def _ordered(problems: Iterable[Problem]) -> list[Problem]:
    order = list(_SEVERITIES)
    return sorted(problems, key=lambda problem: order.index(problem.severity))


def _made(built: Built) -> tuple[str, ...]:
    book = built.anthology
    names = ", ".join(place.name for place in built.books.values())
    parts = (
        counted(len(book.stories), "story", "stories"),
        counted(sum(word_count(story) for story in book.stories), "word"),
        counted(built.pages, "page") if built.pages else "",
        names,
    )
    return tuple(part for part in parts if part)


def _style() -> str:
    return (themes.styles() / "base" / "report.css").read_text("utf-8").strip()


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined  # late: only a finished book needs it

    return Environment(
        loader=PackageLoader("fic2book.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: markup.storable(value) if isinstance(value, str) and type(value) is str else value,
        auto_reload=False,
    )
