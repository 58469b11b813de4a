"""The printed index: page numbers in place of titles, in columns that are read one after the other."""

import pytest

from tests.writers import pdf_books
from tests.writers.pdf_books import HARBOUR, anthology, story


@pytest.fixture(scope="module")
def book():
    names = tuple(f"{letter}{number} Vale" for letter in "ABCDEFG" for number in range(5))
    tales = (story(f"tale-{n}", *HARBOUR, authors=(f"Hand {n}",), characters=names[n * 5 :]) for n in range(4))
    return pdf_books.printed(anthology(*tales, indexes=("characters",)))


def test_every_name_has_the_pages_of_its_stories(book):
    text = " ".join(" ".join(book.texts[page] for page in book.pages_of("index")).split())
    pages = [book.labels[book.starts[f"tale-{number}"]] for number in range(4)]
    for letter, last in (("A", 1), ("B", 2), ("C", 3), ("G", 4)):
        assert f"{letter}0 Vale, {', '.join(pages[:last])} " in text


def test_columns_are_read_one_behind_the_other(book):
    text = " ".join(book.texts[page] for page in book.pages_of("index"))
    places = [text.index(f"{letter}{number} Vale") for letter in "ABCDEFG" for number in range(5)]
    assert places == sorted(places)


def test_each_number_is_a_link_of_its_own(book):
    pages = set(book.pages_of("index"))
    links = [link for link in book.tagged("Link") if book.page_of(link) in pages]
    assert len(links) == sum(5 * min(place + 1, 4) for place in range(7))


def test_the_outline_names_the_index_and_what_is_in_it(book):
    assert [(level, title) for level, title, _ in book.outline][-2:] == [(1, "Index"), (2, "Characters")]
