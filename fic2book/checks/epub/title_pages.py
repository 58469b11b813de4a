"""The title page of each part stands before the first of its stories, and the contents lead to it."""

from collections.abc import Iterator

from fic2book import markup
from fic2book.checks.epub.opened import Opened, resolved
from fic2book.checks.told import Told, ToldPart
from fic2book.letters import letters
from fic2book.model import Problem, Severity


def problems(book: Opened, told: Told) -> Iterator[Problem]:
    """Look for the parts' title pages between the stories, and for the lines of the contents that lead to them."""
    pages = list(_pages(book))
    listed = {
        resolved(path, link.get("href", ""))[0] for path in _navigation(book) for link in book.trees[path].iter("a")
    }
    for part in told.parts:
        place = next((at for at, page in enumerate(pages) if page[1:] == ("story", part.first)), 0)
        path, kind, title = pages[place - 1] if place else ("", "", "")
        if kind != "part" or letters(title) != letters(part.title):
            yield _problem(part, "has no title page before its first story in the EPUB")
        elif path not in listed:
            yield _problem(part, "is missing from the EPUB’s navigation")


def _pages(book: Opened) -> Iterator[tuple[str, str, str]]:
    """Yield path, kind and name of the parts and stories, in reading order: a part's title, a story's id."""
    for path in book.spine:
        root = book.page(path)
        for section in root.iter("section") if root is not None else ():
            kinds = section.get("class", "").split()
            if "part" in kinds:
                yield path, "part", markup.text_of(next(section.iter("h1"), section)).strip()
            elif "story" in kinds and "continued" not in kinds:
                yield path, "story", section.get("id", "")


def _navigation(book: Opened) -> Iterator[str]:
    return (item.path for item in book.items if "nav" in item.properties and item.path in book.trees)


def _problem(part: ToldPart, what: str) -> Problem:
    return Problem(code="part-lost", severity=Severity.ERROR, message=f"the part “{part.title}” {what}.")
