"""EPUBCheck, Ace and two real reading systems on one book with one of everything."""

import pytest

from fic2book import cover, sections, themes
from fic2book.model import Book
from fic2book.writers import WRITERS
from tests import tools
from tests.finished import systems
from tests.sections.shelf import anthology, story
from tests.writers.epub_books import tiny
from tests.writers.test_epub_splitting import long_body

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    return made(tiny(), tmp_path_factory.mktemp("epub") / "tiny.epub")


def made(content, path):
    theme = themes.load("classic")
    whole = Book(
        anthology=content,
        sections=sections.lay_out(content, themes.open_typefaces(theme)),
        theme=theme,
        cover=cover.cover(content, theme),
        page=themes.design(theme),
    )
    path.write_bytes(WRITERS["epub"](whole).files[".epub"])
    return path


def serious(messages):
    return [message for message in messages if not message.startswith("USAGE CSS-028")]


def test_epubcheck_finds_nothing(book):
    assert serious(tools.epubcheck(book)) == []


@pytest.mark.parametrize("title", ['<b>"A" & B</b>', "ليلة", "1984", "🦊", ""])
def test_epubcheck_finds_nothing_under_hostile_titles(title, tmp_path):
    stories = (story("1984", title=title, authors=(title or "x",)), story("b", language="ar", url="http://a b/ü?x=[1]"))
    hostile = anthology(*stories, title=title, subtitle=title, editor=title, language="he")
    assert serious(tools.epubcheck(made(hostile, tmp_path / "hostile.epub"))) == []


def test_epubcheck_finds_nothing_in_a_story_of_several_files(tmp_path):
    long = anthology(story("tide", long_body(5000)), story("ebb", authors=("Ben",)))
    assert serious(tools.epubcheck(made(long, tmp_path / "long.epub"))) == []


def test_ace_finds_nothing(book, tmp_path):
    assert tools.ace(book, tmp_path / "ace") == []


@pytest.mark.parametrize("reader", systems.IN_A_BROWSER)
def test_reading_systems_open_it_without_a_complaint(reader, book, tmp_path):
    assert systems.problems(book, reader, tmp_path) == []
