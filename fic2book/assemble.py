"""Stories + settings → ``Anthology``: order, names, ids, dates; nothing here looks at a clock."""

import hashlib
import os
import unicodedata
import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import lru_cache

from fic2book import markup
from fic2book.letters import words
from fic2book.model import Anthology, Edition, Image, Imprint, Part, PartSettings, Problem, Settings, Severity, Story
from fic2book.paths import natural
from fic2book.slugs import SECTIONS, story_name
from fic2book.titles import DEFAULT, guess_authors, guess_title

_FIRST_DAY = datetime(2000, 1, 1, tzinfo=UTC)
_AS_ASKED = (
    "subtitle", "editor", "description", "dedication", "rights", "series", "series_number", "openers", "lengths",
    "content_notes", "indexes", "credits", "qr", "show_notes", "show_disclaimers", "certified_by", "certified_on",
)  # fmt: skip
"""What the anthology has from the settings as it is."""
_GUESSED = ("title", "language", "identifier")
"""What is found out where nobody says it."""
_NAMESPACE = uuid.UUID("6f9619ff-8b86-5d01-b42d-00cf4fc964ff")


@dataclass(frozen=True, slots=True, kw_only=True)
class Papers:
    """What the folder has beside its stories: markup, and the press's mark."""

    foreword: str = ""
    afterword: str = ""
    about: str = ""
    logo: Image | None = None


def assemble(
    stories: Sequence[Story], settings: Settings, *, papers: Papers | None = None, cover: Image | None = None
) -> Anthology:
    """Return the book's content, complete; ``stories`` are in the order of their files."""
    papers = papers or Papers()
    title = settings.title or guess_title((story.collection for story in stories), settings.folder)[0]
    owned = _by_the_books_author(stories, settings.authors)
    ordered = _with_ids(_ordered(owned, settings))
    return Anthology(
        title=title,
        stories=ordered,
        identifier=settings.identifier or _identifier(title, settings, ordered),
        modified=_modified(ordered),
        authors=settings.authors or guess_authors(story.authors for story in ordered),
        language=settings.language or _commonest(story.language for story in ordered) or "en",
        foreword=papers.foreword,
        afterword=papers.afterword,
        about=papers.about,
        imprint=_imprint(settings, papers),
        cover=cover,
        edition=Edition(guessed=tuple(key for key in _GUESSED if not getattr(settings, key))),
        **{name: getattr(settings, name) for name in _AS_ASKED},
        parts=_parts(ordered, settings),
    )


def _imprint(settings: Settings, papers: Papers) -> Imprint:
    said = settings.imprint
    return Imprint(name=said.name, logo=papers.logo, place=said.place, edition=said.edition, colophon=said.colophon)


def empty_parts(book: Anthology, settings: Settings) -> Iterator[Problem]:
    """Name the parts that were asked for and have no story."""
    made = {part.title for part in book.parts}
    for part in settings.parts:
        if part.title not in made:
            message = f"the part “{part.title}” has no story, so it is not in the book: none of its files gave one."
            yield Problem(code="part-empty", severity=Severity.WARNING, message=message, place="anthology.toml")


def word_count(story: Story) -> int:
    """Count the words of a story's own text, as readers count them."""
    return _words(story.body)


@lru_cache(maxsize=4096)  # the order by length, the report and the books ask for the same stories
def _words(body: str) -> int:
    return words(markup.plain(body))


def _by_the_books_author(stories: Sequence[Story], authors: tuple[str, ...]) -> tuple[Story, ...]:
    """Give one named author's pastes their author, when no manuscript names anybody else."""
    if len(authors) != 1 or any(story.authors not in ((), authors) for story in stories):
        return tuple(stories)
    return tuple(replace(story, authors=authors) for story in stories)


def _ordered(stories: Sequence[Story], settings: Settings) -> tuple[Story, ...]:
    """Sort by the asked key; equal ones, and all without a key, keep the tables' order and then the files'."""
    listed = [table for table in settings.stories if not table.undoes]
    place = {(table.file, table.part): number for number, table in enumerate(listed)}
    last = len(place)
    base = sorted(stories, key=lambda story: place.get((story.file, story.part), place.get((story.file, 0), last)))
    if settings.order == "file":
        base = list(stories)
    key = _KEYS.get(settings.order)
    base = sorted(base, key=key) if key else base
    return tuple(sorted(base, key=lambda story: _part_of(story, settings.parts)))


def _part_of(story: Story, parts: Sequence[PartSettings]) -> tuple[int, int]:
    """Return the number of a story's part and its place in it; stories of no part come last."""
    for number, part in enumerate(parts):
        if story.file in part.files:
            return number, part.files.index(story.file)
    return len(parts), 0


def _parts(stories: Sequence[Story], settings: Settings) -> tuple[Part, ...]:
    groups: dict[int, list[str]] = {}
    for story in stories:
        groups.setdefault(_part_of(story, settings.parts)[0], []).append(story.id)
    return tuple(
        Part(title=part.title, stories=tuple(groups[number]), text=part.text)
        for number, part in enumerate(settings.parts)
        if number in groups
    )


def _plain(text: str) -> tuple[object, ...]:
    return natural(_without_article(unicodedata.normalize("NFC", text)).replace("/", " "))


def _without_article(title: str) -> str:
    head, _, rest = title.lstrip("“”\"'‘’«¿¡ ").partition(" ")
    return rest if head.casefold() in {"the", "a", "an"} and rest else title.lstrip("“”\"'‘’«¿¡ ")


def _by_series(story: Story) -> tuple[object, ...]:
    """Sort by the first series' name, then by the number in it; what has no number follows, then what has no series."""
    if not story.series:
        return (True,)
    first = story.series[0]
    return (False, _plain(first.name), not first.number, natural(first.number))


_KEYS: dict[str, Callable[[Story], tuple[object, ...]]] = {
    "title": lambda story: _plain(story.title),
    "author": lambda story: (not story.authors, *(_plain(name) for name in story.authors[:1])),
    "date": lambda story: (not (story.published or story.updated), story.published or story.updated),
    "length": lambda story: (word_count(story),),
    "series": _by_series,
    "fandom": lambda story: (not story.fandoms, *(_plain(name) for name in story.fandoms[:1])),
}


def _with_ids(stories: Iterable[Story]) -> tuple[Story, ...]:
    """Give each story its slug: from its title, then its author, so that it stays when others come or go."""
    taken = set(SECTIONS)
    named = []
    for story in stories:
        name = story_name(story.title, story.authors, taken)
        taken.add(name)
        named.append(replace(story, id=name))
    return tuple(named)


def _identifier(title: str, settings: Settings, stories: Sequence[Story]) -> str:
    """Derive a URN that stays when stories are added; a book without a name of its own is known by its stories."""
    parts = [title, settings.editor, *settings.authors]
    if title == DEFAULT:
        parts += sorted(f"{story.title} / {', '.join(story.authors)}" for story in stories)
    digest = hashlib.sha256("\n".join(parts).encode("utf-8", "replace")).hexdigest()
    return uuid.uuid5(_NAMESPACE, digest).urn


def _modified(stories: Iterable[Story]) -> datetime:
    """Return the newest date that the manuscripts state, else SOURCE_DATE_EPOCH's, else a fixed day."""
    stated = [date for story in stories for date in (story.published, story.updated) if date]
    if stated:
        return max(_day(date) for date in stated)
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch.isascii() and epoch.isdigit() else _FIRST_DAY


def _day(date: str) -> datetime:
    year, month, day = (*(int(part) for part in date.split("-")), 1, 1)[:3]
    return datetime(year, month, day, tzinfo=UTC)


def _commonest(languages: Iterable[str]) -> str:
    known = [language for language in languages if language]
    return max(sorted(set(known)), key=known.count, default="")
