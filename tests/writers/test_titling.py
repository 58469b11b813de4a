"""Titles that their own words set otherwise: letters that a face for titles lacks, and very long ones."""

import pytest

from fic2book import fonts, markup, themes
from fic2book.writers import pdf, titling
from tests.writers import pdf_books
from tools.measure.leaves import read

DISPLAY = ("gothic", "romance", "adventure")
STRANGE = {"gothic": "Маяк", "romance": "Ὁ φάρος", "adventure": "Ὁ φάρος"}
"""A title that the theme's face for titles cannot letter."""


def classes(name: str, title: str, kind: str = "story-title") -> list[str]:
    """Mark one title in a theme and return its classes."""
    root = markup.new("section")
    heading = markup.new("h1", title, class_=kind)
    root.append(heading)
    titling.mark(root, themes.load(name))
    return heading.get("class").split()


@pytest.mark.parametrize("name", DISPLAY)
def test_a_title_of_known_letters_keeps_the_face_for_titles(name):
    assert classes(name, "The Keeper’s Crêpe — Ça va?") == ["story-title"]


@pytest.mark.parametrize("name", DISPLAY)
@pytest.mark.parametrize("kind", ["story-title", "book-title", "part-title", "chapter-title", "page-title"])
def test_one_strange_letter_sets_the_whole_title_in_the_text_face(name, kind):
    assert classes(name, f"The Light, or {STRANGE[name]}", kind) == [kind, titling.PLAIN]


@pytest.mark.parametrize("name", ["romance", "adventure"])
def test_faces_for_titles_with_cyrillic_letter_russian_titles(name):
    assert classes(name, "Маяк на лестнице") == ["story-title"]


def test_a_theme_without_a_face_for_titles_marks_nothing():
    assert classes("classic", "Ὁ φάρος ☃") == ["story-title"]


def test_long_titles_are_told_from_short_ones():
    assert classes("classic", "x" * 60) == ["story-title"]
    assert classes("classic", "x" * 61) == ["story-title", titling.LONG]
    assert classes("classic", "x" * 46, "book-title") == ["book-title", titling.LONG]
    assert classes("classic", "x" * 200, "chapter-title") == ["chapter-title"]


def test_a_long_title_is_printed_smaller():
    long = "An Exact Account of the Matter of the Missing Umbrella and of the Seventeen Herring"
    stories = (
        pdf_books.story("a", *pdf_books.HARBOUR, title=long),
        pdf_books.story("b", *pdf_books.HARBOUR, title="Short"),
    )
    printed = pdf.write(pdf_books.book(pdf_books.anthology(*stories))).files[".pdf"]
    sizes: dict[str, float] = {}
    for line in (line for leaf in read(printed).leaves for line in leaf.lines):
        for word in ("Umbrella", "Short"):
            sizes[word] = max(sizes.get(word, 0), line.size if word in line.text else 0)
    assert sizes["Umbrella"] == pytest.approx(sizes["Short"] * titling.LONG_SCALE, rel=0.01)


@pytest.mark.parametrize("name", DISPLAY)
def test_what_is_said_in_a_face_for_titles_is_all_that_an_epub_has_to_keep_of_it(name):
    root = markup.parse(
        '<section><header><h1 class="story-title">Ab</h1><p class="byline">Cd</p></header>'
        '<p class="drop">Efg</p><p>hij</p></section>'
    )[0]
    assert set(titling.display_text(root)) == set("AbCdE")
    assert not [font for font in themes.load(name).fonts if fonts.missing(font.path, "AbCdEIV")]
