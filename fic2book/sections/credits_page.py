"""The credits: what is known of each story beyond its words, and whatever had no room on its opener."""

from dataclasses import dataclass, replace

from markupsafe import Markup

from fic2book import letters, markup
from fic2book.model import Anthology, Related, Series, Story
from fic2book.sections import anchors, completeness, notes, origins, pictures
from fic2book.sections.page import Page
from fic2book.sections.rendering import trusted
from fic2book.sections.restored import restored
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
    facts: tuple[str, ...] = ()
    """Sentences without their full stop: origin, collection, series, dates, how far it goes, its site's count."""
    length: str = ""
    """Our own count, where no site states one; it tells nothing that makes a page."""
    url: str = ""
    href: str = ""
    permission: str
    details: tuple[tuple[str, str], ...] = ()
    """Label and value: fandoms, rating, relationships, characters, tags."""
    related: tuple[tuple[str, str, str], ...] = ()
    """Label, work and address of what it grew from, and of what grew from it."""
    images: str = ""
    summary: str | Markup = ""

    @property
    def is_telling(self) -> bool:
        """Tell whether it says more than the contents do."""
        return bool(
            self.facts or self.url or self.permission or self.details or self.related or self.images or self.summary
        )


def credits_page(anthology: Anthology, words: Words) -> Page | None:
    """Return the credits of all stories, in full or their names alone; none when no story has anything to tell."""
    if anthology.credits == "none":
        return None
    entries = tuple(_entry(story, anthology, words) for story in anthology.stories)
    done: tuple[str, ...] = ()
    if anthology.credits == "names":
        entries = tuple(_named(story, anthology, words) for story in anthology.stories)
    elif not any(entry.is_telling for entry in entries):
        return None
    else:
        done = restored(anthology, words)
    return Page(kind="credits", title=words.credits, words=words, values={"entries": entries, "restored": done})


def permissions(anthology: Anthology, words: Words) -> tuple[str, ...]:
    """Return each story's permission with its title and authors: a licence asks to be told wherever the story is."""
    named = (
        (
            words.comma.join((story.title.strip() or words.untitled, *_by(story, anthology, words))),
            story.permission.strip(),
        )
        for story in anthology.stories
    )
    return tuple(f"{who}{words.colon}{permission}" for who, permission in named if permission)


def _by(story: Story, anthology: Anthology, words: Words) -> tuple[str, ...]:
    return () if anthology.by_one_author or not story.authors else (words.by.format(names=words.listed(story.authors)),)


def _named(story: Story, anthology: Anthology, words: Words) -> _Entry:
    return _Entry(
        id=story.id,
        title=story.title.strip() or words.untitled,
        authors="" if anthology.by_one_author else words.listed(story.authors),
        language=foreign(story.language, words.language),
        permission=story.permission.strip(),
    )


def _entry(story: Story, anthology: Anthology, words: Words) -> _Entry:
    return replace(
        _named(story, anthology, words),
        facts=(*_facts(story, words), *_stated(story, words)),
        length="" if story.words_stated else _length(letters.words(markup.plain(story.body)), words),
        url=story.url,
        href=anchors.address(story.url),
        details=_details(story, anthology, words),
        related=tuple(_related(one, words) for one in story.related),
        images=_images(story, words),
        summary=_summary(story, words),
    )


def _stated(story: Story, words: Words) -> tuple[str, ...]:
    return (_length(story.words_stated, words),) if story.words_stated else ()


def _length(count: int, words: Words) -> str:
    return words.words_stated.said(count) if count else ""


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
    return tuple(fact[:1].upper() + fact[1:].removesuffix(".") for fact in said if fact)


def _series(series: Series, words: Words) -> str:
    if series.number:
        return words.series_numbered.format(name=series.name, number=series.number)
    return words.series.format(name=series.name)


def _details(story: Story, anthology: Anthology, words: Words) -> tuple[tuple[str, str], ...]:
    """Return what else is known; a fandom and a rating that all stories share stand in the small print in front."""
    one_fandom = len({other.fandoms for other in anthology.stories}) == 1
    one_rating = len({other.rating for other in anthology.stories}) == 1
    known = (
        (words.fandom, () if one_fandom else story.fandoms),
        (words.rating, (story.rating,) if story.rating and not one_rating else ()),
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
