"""What is known of a story, in a person's words; facts that nobody stated are left out."""

from collections.abc import Iterable, Iterator

from fic2book import markup
from fic2book.model import Related, Series, Story

_FIELDS = (
    ("Authors", "authors"),
    ("A gift for", "recipients"),
    ("Series", "series"),
    ("Collection", "collection"),
    ("Fandoms", "fandoms"),
    ("Rating", "rating"),
    ("Warnings", "warnings"),
    ("Categories", "categories"),
    ("Relationships", "relationships"),
    ("Characters", "characters"),
    ("Tags", "tags"),
    ("Language", "language"),
    ("Published", "published"),
    ("Updated", "updated"),
    ("Status", "status"),
    ("Chapters, as stated", "chapters_stated"),
    ("Words, as stated", "words_stated"),
    ("Chapters", "chapters"),
    ("Related works", "related"),
    ("Where it was shared", "url"),
    ("Permission", "permission"),
    ("Pictures left out", "images_left_out"),
)


def facts(story: Story) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return (name, values) of everything a story carries, in an order that stays."""
    found = [(name, tuple(_values(getattr(story, field)))) for name, field in _FIELDS]
    summary = markup.plain(story.summary).strip() if story.summary else ""
    notes = tuple(f"{_place(note.place, note.chapter)}: {markup.plain(note.body).strip()}" for note in story.notes)
    found += [("Summary", (summary,) if summary else ()), ("Notes", notes)]
    return tuple((name, values) for name, values in found if values)


def related(work: Related) -> str:
    """Return another work in words: ``inspired by “The Grey Quay” by Ada Quay``."""
    by = f" by {', '.join(work.authors)}" if work.authors else ""
    title = f"“{work.title}”" if work.title else work.url
    return f"{work.how} {title}{by}"


def numbered(series: Series) -> str:
    """Return a series with the story's number in it."""
    return f"{series.name}, {series.number}" if series.number else series.name


def _place(place: str, chapter: int) -> str:
    return f"{place} chapter {chapter}" if chapter else f"{place} the story"


def _values(value: object) -> Iterator[str]:
    items: Iterable[object] = value if isinstance(value, tuple) else (value,)
    for item in items:
        if isinstance(item, Series):
            yield numbered(item)
        elif isinstance(item, Related):
            yield related(item)
        elif isinstance(item, int):
            yield f"{item:,}"
        elif item:
            yield str(item)
