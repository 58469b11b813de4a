"""Real reading systems open every finished book: no complaint, every word, the right contents, something to see."""

import re
from functools import cache
from pathlib import Path

import pytest
from PIL import Image

from fic2book.letters import letters
from tests.finished import package, systems
from tests.finished.books import BOOKS, broken

pytestmark = pytest.mark.slow

SERIES_UNKNOWN = {"epubjs"}
"""Shows no series."""
PAGES_BY_PLACE = {"epubjs"}
"""Reads the labels of pages as numbers, so that roman ones are none."""

LONGER_THAN_A_LINE = re.compile(r"\S{60,}")
"""MuPDF divides no such word, whatever the style sheet says, and what runs over the edge is not on the page."""


@pytest.fixture(scope="module")
def seen(finished, tmp_path_factory):
    """Open a book in all systems, once: what it says, what each shows, and the pictures of some of its pages."""

    @cache
    def book(name: str) -> tuple[package.Said, dict, list[Path]]:
        said, folder = package.said(finished(name).epub), tmp_path_factory.mktemp("pictures")
        first = next(number for kind, number in said.landmarks if kind == "bodymatter")
        return said, systems.opened(finished(name).epub, str(folder / "page"), f"0,{first}"), sorted(folder.glob("*"))

    return book


BOTH = pytest.mark.parametrize(("name", "system"), [(name, one) for name in BOOKS for one in systems.IN_A_BROWSER])


@BOTH
def test_a_book_opens_without_a_complaint(seen, name, system):
    assert seen(name)[1][system]["problems"] == []


@BOTH
def test_every_document_is_shown_with_all_of_its_words(seen, name, system):
    said, found, _ = seen(name)
    assert [letters(text) for text in found[system]["shown"]] == [letters(words(one)) for one in said.documents]


@BOTH
def test_contents_landmarks_pages_and_series_are_those_of_the_book(seen, name, system):
    said, found, _ = seen(name)
    info = found[system]["info"]
    assert (info["title"], info["direction"]) == (said.title, said.direction)
    assert lines(info["contents"]) == lines(said.contents)
    assert lines(info["landmarks"]) == lines(said.landmarks)
    if system in PAGES_BY_PLACE:
        assert [number for _, number in info["pages"]] == [number for _, number in said.pages]
    else:
        assert lines(info["pages"]) == lines(said.pages)
    assert system in SERIES_UNKNOWN or lines(info["series"]) == lines(said.series)


@pytest.mark.parametrize("name", BOOKS)
def test_the_contents_name_every_story_in_its_order(finished, seen, name):
    stories = [story.title for story in finished(name).anthology.stories]
    assert [title for title in flat(seen(name)[0].contents) if title in stories] == stories
    assert {"cover", "bodymatter"} <= {kind for kind, _ in seen(name)[0].landmarks}


@pytest.mark.parametrize("name", BOOKS)
def test_every_page_that_is_shown_has_something_on_it(seen, name):
    pictures = seen(name)[2]
    assert len(pictures) == 4 * len(systems.IN_A_BROWSER)
    assert [one.name for one in pictures if is_blank(one)] == []


def test_a_series_is_shown(seen):
    said, found, _ = seen("shapes in classic")
    assert said.series == [("Copies of the Net", "2")]
    assert lines(found["foliate"]["info"]["series"]) == lines(said.series)


def test_the_pages_of_the_printed_book_are_listed(seen):
    said, found, _ = seen("demo")
    assert len(said.pages) > 100
    assert {len(one["info"]["pages"]) for one in found.values()} == {len(said.pages)}


@pytest.mark.parametrize("name", BOOKS)
def test_mupdf_shows_every_paragraph_and_the_contents(finished, seen, name, tmp_path):
    text, outline, complaints = systems.in_mupdf(finished(name).epub, tmp_path)
    assert [line for line in complaints.splitlines() if "error" in line.lower()] == []
    assert labels(outline) == labels(seen(name)[0].contents)
    assert lost(text, seen(name)[0]) == []
    assert not any(map(is_blank, systems.drawn_by_mupdf(finished(name).epub, tmp_path / "drawn", "1,3")))


ALL = systems.IN_A_BROWSER


@pytest.mark.parametrize(
    ("change", "test", "noticed_in"),
    [
        ((r"</section>", ""), test_a_book_opens_without_a_complaint, ("readium",)),  # the others read it as HTML
        ((r"/cover\.jpg", "/gone.jpg"), test_a_book_opens_without_a_complaint, ("epubjs", "readium")),
        ((r"<p>[^<]*</p>", ""), test_every_document_is_shown_with_all_of_its_words, ALL),
        ((r"<li><a [^>]*bodymatter.*</li>", ""), test_contents_landmarks_pages_and_series_are_those_of_the_book, ALL),
        ((r"credits\.xhtml", "contents.xhtml"), test_contents_landmarks_pages_and_series_are_those_of_the_book, ALL),
    ],
)
def test_what_is_broken_in_a_book_is_noticed(finished, tmp_path, change, test, noticed_in):
    whole = finished("seeds").epub
    found = systems.opened(broken(whole, tmp_path / "broken.epub", change), systems=noticed_in)
    for system in noticed_in:
        with pytest.raises(AssertionError):
            test(lambda _: (package.said(whole), found, []), "seeds", system)


def words(document) -> str:
    return "".join(document.find("{*}body").itertext())


def lines(entries) -> list:
    """Return nested entries as JSON has them, their words without white space at the edges."""
    if isinstance(entries, list | tuple):
        return [lines(one) for one in entries]
    return entries.strip() if isinstance(entries, str) else entries


def flat(contents) -> list[str]:
    """Return the titles of all lines of the contents, without authors."""
    return [title for label, _, below in contents for title in (label.partition(" — ")[0], *flat(below))]


def labels(entries) -> list:
    return [[label.strip(), labels(below)] for label, _, below in entries]


def lost(text: str, said: package.Said) -> list[str]:
    """Return the words that are not in a text, in their order, a paragraph each; all but those longer than a line."""
    shown, place, missing = letters(text), 0, []
    paragraphs = (one for document in said.documents for one in document.iter("{*}p", "{*}h1", "{*}h2", "{*}h3"))
    for piece in (piece for one in paragraphs for piece in LONGER_THAN_A_LINE.split("".join(one.itertext()))):
        found = shown.find(letters(piece), place)
        missing += [piece] if found < 0 else []
        place = found + len(letters(piece)) if found >= 0 else place
    return missing


def test_a_paragraph_that_is_not_shown_is_found(seen):
    said = seen("seeds")[0]
    shown = " ".join(words(one) for one in said.documents)
    assert lost(shown, said) == []
    last = "".join(list(said.documents[5].iter("{*}p"))[-1].itertext())
    assert lost(shown.replace(last, ""), said) != []


def is_blank(picture: Path) -> bool:
    with Image.open(picture) as image:
        low, high = image.convert("L").getextrema()
    return high - low < 64
