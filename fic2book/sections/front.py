"""The front matter: half title, title page, colophon, dedication."""

from fic2book.model import Anthology
from fic2book.sections import credits_page, imprint, origins
from fic2book.sections.page import Page
from fic2book.words import Words


def half_title(anthology: Anthology, words: Words) -> Page:
    """Return the page with the title alone, which volume it is, and the series that the book belongs to."""
    values = {"name": _name(anthology, words), "series": _series(anthology, words), "volume": anthology.volume}
    return Page(kind="half-title", title=words.half_title, words=words, values=values)


def title_page(anthology: Anthology, words: Words) -> Page:
    """Return title, subtitle, volume, authors and editor, and at the foot who made the book."""
    values = {
        "name": _name(anthology, words),
        "series": _series(anthology, words),
        "volume": anthology.volume,
        "authors": _authors(anthology),
        "imprint": imprint.at_the_foot(anthology, words),
    }
    return Page(kind="title-page", title=words.title_page, words=words, values=values)


def colophon(anthology: Anthology, words: Words, typefaces: tuple[str, ...] = (), own_typeface: str = "") -> Page:
    """Return who made the book from what: title, authors, rights, sources, what all stories have in common."""
    sites = (origins.site(story.origin, story.url) for story in anthology.stories)
    values = {
        "name": _name(anthology, words),
        "authors": words.listed(_authors(anthology)),
        "rights": anthology.rights or words.rights,
        "places": words.listed(tuple(dict.fromkeys(site for site in sites if site))),
        "typefaces": words.typefaces.format(names=words.listed(typefaces)) if typefaces else "",
        "own_typeface": words.set_in.format(name=own_typeface) if own_typeface else "",
        "common": _common(anthology, words),
        "permissions": credits_page.permissions(anthology, words) if anthology.credits == "none" else (),
    }
    title = words.imprint if imprint.has_page(anthology) else words.colophon
    return Page(kind="colophon", title=title, words=words, values=values)


def dedication(anthology: Anthology, words: Words) -> Page | None:
    """Return the dedication, line by line as it was written."""
    lines = tuple(line.strip() for line in anthology.dedication.strip().splitlines())
    if not lines:
        return None
    return Page(kind="dedication", title=words.dedication, words=words, values={"lines": lines})


def _name(anthology: Anthology, words: Words) -> str:
    return anthology.title.strip() or words.untitled


def _series(anthology: Anthology, words: Words) -> str:
    if anthology.series and anthology.series_number:
        return words.book_in_series.format(name=anthology.series, number=anthology.series_number)
    return anthology.series


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
