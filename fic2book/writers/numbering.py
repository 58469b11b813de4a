"""The numbers above stories' titles, where a theme asks for them."""

from collections.abc import Callable, Mapping

from fic2book import locales
from fic2book.model import Book

ATTRIBUTE = "data-number"
"""On an opener of the PDF; the style sheets print it."""


def numbers(book: Book) -> Mapping[str, str]:
    """Return the number of each story by its id; nothing where the theme prints none, or for a book of one story."""
    write = _WAYS.get(book.theme.looks.number)
    stories = book.anthology.stories
    if write is None or len(stories) < 2:
        return {}
    return {story.id: write(number) for number, story in enumerate(stories, 1)}


def rules(book: Book) -> str:
    """Return what prints the numbers in an EPUB, as lines of its style sheet.

    They stand there and not in the stories' files, which so stay the same when others come before them.
    """
    return "".join(f'#{name} > .opener::before {{ content: "{number}"; }}\n' for name, number in numbers(book).items())


_WAYS: Mapping[str, Callable[[int], str]] = {"arabic": str, "roman": locales.roman}
