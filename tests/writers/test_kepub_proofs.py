"""EPUBCheck, MuPDF and two real reading systems on a kepub: it is valid, and its pages look as the EPUB's do."""

import pytest

from fic2book.writers import kepub
from tests import tools
from tests.finished import systems
from tests.writers import every_kind
from tests.writers.epub_books import tiny, written

pytestmark = pytest.mark.slow


def pair(content, folder):
    """Write an EPUB and its kepub, and return their places."""
    epub = written(content)
    places = (folder / "book.epub", folder / "book.kepub.epub")
    places[0].write_bytes(epub)
    places[1].write_bytes(kepub.make(epub).files[".kepub.epub"])
    return places


@pytest.mark.parametrize("how", ["", "footnotes", "appendix"])
def test_epubcheck_finds_nothing(how, tmp_path):
    _, book = pair(every_kind.anthology(how), tmp_path)
    assert [one for one in tools.epubcheck(book) if not one.startswith("USAGE CSS-028")] == []


@pytest.mark.parametrize("how", ["footnotes", "appendix"])
def test_mupdf_ends_every_line_where_it_does_in_the_epub(how, tmp_path):
    mutool = tools.tool("mutool")
    said = [
        tools.run(mutool, "draw", "-q", "-W", "405", "-H", "547", "-S", "11", "-F", "text", "-o", "-", place).stdout
        for place in pair(every_kind.anthology(how), tmp_path)
    ]
    assert len(said[0]) > 4000
    assert said[0] == said[1]


@pytest.mark.parametrize("reader", systems.IN_A_BROWSER)
def test_reading_systems_open_it_without_a_complaint(reader, tmp_path):
    _, book = pair(tiny(), tmp_path)
    assert systems.problems(book, reader, tmp_path) == []
