"""The front matter: half title, title page, colophon, dedication, contents."""

from fic2book.model import Anthology, Story
from fic2book.sections import origins, parts
from fic2book.sections.page import Page
from fic2book.words import Words, foreign


def half_title(anthology: Anthology, words: Words) -> Page:
    """Return the page with the title alone."""
    return Page(kind="half-title", title=words.half_title, words=words, values={"name": _name(anthology, words)})


def title_page(anthology: Anthology, words: Words) -> Page:
    """Return title, subtitle, authors and editor."""
    values = {"name": _name(anthology, words), "authors": _authors(anthology)}
    return Page(kind="title-page", title=words.title_page, words=words, values=values)


def colophon(anthology: Anthology, words: Words, typefaces: tuple[str, ...] = ()) -> Page:
    """Return who made the book from what: title, authors, rights, sources, what all stories have in common."""
    sites = (origins.site(story.origin, story.url) for story in anthology.stories)
    values = {
        "name": _name(anthology, words),
        "authors": words.listed(_authors(anthology)),
        "rights": anthology.rights or words.rights,
        "places": words.listed(tuple(dict.fromkeys(site for site in sites if site))),
        "typefaces": words.typefaces.format(names=words.listed(typefaces)) if typefaces else "",
        "common": _common(anthology, words),
    }
    return Page(kind="colophon", title=words.colophon, words=words, values=values)


def dedication(anthology: Anthology, words: Words) -> Page | None:
    """Return the dedication, line by line as it was written."""
    lines = tuple(line.strip() for line in anthology.dedication.strip().splitlines())
    if not lines:
        return None
    return Page(kind="dedication", title=words.dedication, words=words, values={"lines": lines})


def contents(anthology: Anthology, words: Words) -> Page | None:
    """Return the list of the stories by part, with authors unless one wrote all, and fandoms where they differ."""
    if not anthology.stories:
        return None
    tells_apart = len({story.fandoms for story in anthology.stories}) > 1

    def entry(story: Story) -> dict[str, str]:
        return {
            "id": story.id,
            "title": story.title.strip() or words.untitled,
            "author": "" if anthology.by_one_author else words.listed(story.authors),
            "fandom": words.comma.join(story.fandoms) if tells_apart else "",
            "language": foreign(story.language, words.language),
        }

    groups = tuple(
        {
            "id": part[0] if part else "",
            "title": (part[1].title.strip() or words.untitled) if part else "",
            "entries": tuple(map(entry, stories)),
        }
        for part, stories in parts.grouped(anthology)
    )
    return Page(kind="contents", title=words.contents, words=words, values={"groups": groups})


def _name(anthology: Anthology, words: Words) -> str:
    return anthology.title.strip() or words.untitled


def _authors(anthology: Anthology) -> tuple[str, ...]:
    return anthology.stories[0].authors if anthology.by_one_author else anthology.authors


def _common(anthology: Anthology, words: Words) -> tuple[tuple[str, str], ...]:
    """Return fandoms and rating when all of several stories share them: then no opener repeats them."""
    if not anthology.stories:
        return ()
    first = anthology.stories[0]
    said = []
    if first.fandoms and len({story.fandoms for story in anthology.stories}) == 1:
        said.append((words.fandom, words.comma.join(first.fandoms)))
    if first.rating and len({story.rating for story in anthology.stories}) == 1:
        said.append((words.rating, first.rating))
    return tuple(said)
