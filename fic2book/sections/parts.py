"""The title pages of the book's parts, each before the first of its stories."""

from collections.abc import Iterator
from itertools import groupby

from fic2book.model import Anthology, Part, Section, Story
from fic2book.sections.rendering import render
from fic2book.slugs import slug, unique
from fic2book.words import Words, language_tag, writing_direction

Named = tuple[str, Part]
"""A part and the id of its section."""


def named(anthology: Anthology) -> tuple[Named, ...]:
    """Return the parts that have stories, with their ids: from their titles, apart from each other and all stories."""
    taken = {story.id for story in anthology.stories}
    found = []
    for part in anthology.parts:
        if taken & set(part.stories):
            name = unique(f"part-{slug(part.title)}", "part", taken)
            taken.add(name)
            found.append((name, part))
    return tuple(found)


def grouped(anthology: Anthology) -> Iterator[tuple[Named | None, tuple[Story, ...]]]:
    """Yield the stories in their order, those of a part together with it, those between parts with none."""
    owners = {story: one for one in named(anthology) for story in one[1].stories}
    for _, stories in groupby(anthology.stories, key=lambda story: owners.get(story.id, ("",))[0]):
        together = tuple(stories)
        yield owners.get(together[0].id), together


def title_page(one: Named, words: Words, language: str) -> Section:
    """Return a part's title page."""
    name, part = one
    title = part.title.strip() or words.untitled
    paragraphs = [block.split("\n") for block in part.text.strip().split("\n\n") if block.strip()]
    body = render(
        "part",
        id=name,
        kind="part",
        title=title,
        paragraphs=paragraphs,
        language=words.language,
        direction=writing_direction(words.language),
    )
    return Section(id=name, kind="part", title=title, matter="body", body=body, language=language_tag(language))
