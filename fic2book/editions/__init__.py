"""Editions of one anthology: stories keep their names and places, and what is new or updated says so.

What the edition before had is told by the manifest that lies among the finished books, or stands in one of them; never
by a date. An edition begins when a story comes or goes, or is updated by its author. Until then its marks stay, however
often it is built: the same folder gives the same bytes.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from fic2book import manifest
from fic2book.editions import identity
from fic2book.editions.last import Last, last, read
from fic2book.editions.places import kept_names, kept_places
from fic2book.manifest import Manifest, StoryRecord
from fic2book.manifest.own_words import own_letters
from fic2book.model import Anthology, Edition, Gone, Settings, Story
from fic2book.titles import guess_authors

__all__ = ["Last", "grown", "last", "marked", "read"]


def marked(anthology: Anthology, settings: Settings) -> Anthology:
    """Return the anthology as the next edition of the one before, if there is one: a first edition has no marks.

    Raises ``SettingsError`` when ``settings.since`` names no book of fic2book.
    """
    before = last(anthology, settings)
    return grown(anthology, settings, before) if before else anthology


def grown(anthology: Anthology, settings: Settings, before: Last) -> Anthology:
    """Return the anthology with the names, the places and the guesses of an earlier edition, and marks against it."""
    known = identity.pairs(
        [identity.of_story(story) for story in anthology.stories],
        [*map(identity.of_record, before.manifest.stories), *map(identity.of_gone, before.manifest.gone)],
    )
    records = {record.id: record for record in before.manifest.stories}
    names = kept_names(anthology.stories, known, before.manifest)
    named = tuple(_as_before(story, names[story.id], records, settings) for story in anthology.stories)
    edition = _edition(named, before, names, known)
    stories = kept_places(named, before.manifest, settings)
    return replace(
        _with_guesses(anthology, before.manifest),
        stories=stories,
        authors=settings.authors or guess_authors(story.authors for story in stories),
        parts=tuple(replace(part, stories=tuple(names[one] for one in part.stories)) for part in anthology.parts),
        edition=replace(edition, guessed=anthology.edition.guessed),
    )


def _as_before(story: Story, name: str, records: Mapping[str, StoryRecord], settings: Settings) -> Story:
    """Give a story its name; one that was the book's author's stays theirs when a guest comes."""
    record = records.get(name)
    is_theirs = record is not None and not story.authors and record.authors == settings.authors
    return replace(story, id=name, authors=settings.authors if is_theirs else story.authors)


def _edition(stories: Sequence[Story], before: Last, names: Mapping[str, str], known: Mapping[str, str]) -> Edition:
    """Return the marks: those of the last build while nothing has changed, else what has."""
    last = before.manifest
    had = {record.id: record for record in last.stories}
    here = {story.id for story in stories}
    new = frozenset(names[mine] for mine in names if known.get(mine) not in had)
    updated = frozenset(story.id for story in stories if story.id in had and _is_updated(story, had[story.id]))
    left = [record for record in last.stories if record.id not in here]
    gone = (*(one for one in last.gone if one.id not in here), *map(_gone, left))
    if not (new or updated or left or before.is_base):
        new, updated = frozenset(last.new), frozenset(last.updated)
    return Edition(new=new, updated=updated, gone=tuple(sorted(gone, key=lambda one: one.id)))


def _is_updated(story: Story, before: StoryRecord) -> bool:
    """Tell whether a story has other words from another file: a later fic2book that reads better is no update."""
    is_other_file = not (story.manuscript and before.manuscript) or story.manuscript != before.manuscript
    return is_other_file and manifest.seal(own_letters(story.body)) != before.sha256


def _gone(record: StoryRecord) -> Gone:
    known = identity.of_record(record)
    return Gone(
        id=record.id,
        name=known.name,
        url=known.url,
        letters=record.letters,
        sha256=record.sha256,
        sketch=record.sketch,
    )


def _with_guesses(anthology: Anthology, before: Manifest) -> Anthology:
    """Return the anthology with what was guessed before, where nobody says it: it may not turn with a story."""
    both = set(anthology.edition.guessed) & set(before.guessed)
    kept = {key: getattr(before, key) for key in ("title", "language", "identifier") if key in both}
    return replace(anthology, **kept)
