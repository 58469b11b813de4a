"""The credits: what is known of each story beyond its words, and whatever had no room on its opener."""

from dataclasses import dataclass

from markupsafe import Markup

from fic2book import markup
from fic2book.model import Anthology, Related, Series, Story
from fic2book.sections import anchors, completeness, notes, origins, pictures
from fic2book.sections.page import Page
from fic2book.sections.rendering import trusted
from fic2book.sections.soundness import make_sound
from fic2book.sections.story_text import rank_headings
from fic2book.sections.warnings import statements
from fic2book.words import Words, foreign


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """One story's credits."""

    id: str
    title: str
    authors: str
    language: str
    facts: tuple[str, ...]
    """Sentences without their full stop: origin, collection, series, dates, how far it goes, how long it is."""
    url: str
    href: str
    details: tuple[tuple[str, str], ...]
    """Label and value: fandoms, rating, relationships, characters, tags."""
    related: tuple[tuple[str, str, str], ...]
    """Label, work and address of what it grew from, and of what grew from it."""
    images: str
    summary: Markup

    @property
    def is_telling(self) -> bool:
        """Tell whether it says more than the contents do."""
        return bool(self.facts or self.url or self.details or self.related or self.images or self.summary)


def credits_page(anthology: Anthology, words: Words) -> Page | None:
    """Return the credits of all stories; none when no story has anything to tell."""
    entries = tuple(_entry(story, anthology, words) for story in anthology.stories)
    if not any(entry.is_telling for entry in entries):
        return None
    return Page(kind="credits", title=words.credits, words=words, values={"entries": entries})


def _entry(story: Story, anthology: Anthology, words: Words) -> _Entry:
    return _Entry(
        id=story.id,
        title=story.title.strip() or words.untitled,
        authors="" if anthology.by_one_author else words.listed(story.authors),
        language=foreign(story.language, words.language),
        facts=_facts(story, words),
        url=story.url,
        href=anchors.address(story.url),
        details=_details(story, words),
        related=tuple(_related(one, words) for one in story.related),
        images=_images(story, words),
        summary=_summary(story, words),
    )


def _facts(story: Story, words: Words) -> tuple[str, ...]:
    site = origins.site(story.origin, story.url)
    said = [words.shared_on.format(place=site)] if site else []
    if story.collection:
        said.append(words.collection.format(name=story.collection))
    said.extend(_series(series, words) for series in story.series)
    dates = []
    if story.published:
        dates.append(words.published.format(date=words.dated(story.published)))
    if story.updated and story.updated != story.published:
        dates.append(words.updated.format(date=words.dated(story.updated)))
    said.append(words.comma.join(dates))
    said.append(completeness.said(story, words))
    if story.words_stated:
        said.append(words.words_stated.said(story.words_stated))
    return tuple(fact[:1].upper() + fact[1:].removesuffix(".") for fact in said if fact)


def _series(series: Series, words: Words) -> str:
    if series.number:
        return words.series_numbered.format(name=series.name, number=series.number)
    return words.series.format(name=series.name)


def _details(story: Story, words: Words) -> tuple[tuple[str, str], ...]:
    known = (
        (words.fandom, story.fandoms),
        (words.rating, (story.rating,) if story.rating else ()),
        (words.warnings, statements(story)),
        (words.categories, story.categories),
        (words.relationships, story.relationships),
        (words.characters, story.characters),
        (words.tags, story.tags),
    )
    return tuple((label, words.comma.join(values)) for label, values in known if values)


def _related(one: Related, words: Words) -> tuple[str, str, str]:
    by = words.comma + words.by.format(names=words.listed(one.authors)) if one.authors else ""
    labels = {
        "inspired by": words.inspired_by,
        "a translation of": words.translation_of,
        "translated as": words.translated_as,
        "inspired": words.inspired,
    }
    return labels.get(one.how, one.how), f"{one.title or one.url}{by}", anchors.address(one.url)


def _images(story: Story, words: Words) -> str:
    if not story.images_left_out:
        return ""
    return words.images_left_out.said(len(story.images_left_out), names=words.comma.join(story.images_left_out))


def _summary(story: Story, words: Words) -> Markup:
    """Return a summary that was too long for the opener; empty when it stands there."""
    if not story.summary or notes.is_short(story.summary):
        return trusted("")
    root = markup.parse(story.summary)
    make_sound(root)
    anchors.name_apart((root,), f"{story.id}-summary")
    pictures.place((root,), story.id, story.pictures, words)
    rank_headings(root, 3)
    return trusted(markup.serialise(root))
