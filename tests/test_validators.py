"""Our own manuscripts, built, and given to everything that others judge books with."""

import pytest
from click.testing import CliRunner

from fic2book.cli import program
from tests import tools

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def books(tmp_path_factory):
    out = tmp_path_factory.mktemp("books")
    result = CliRunner().invoke(program, ["build", str(tools.ROOT / "manuscripts"), "-o", str(out), "-q"])
    assert result.exit_code == 0, result.output
    return {place.suffix: place for place in out.iterdir()}


def test_epubcheck_has_nothing_to_say_but_that_fonts_are_used(books):
    messages = tools.epubcheck(books[".epub"])
    assert [message for message in messages if not message.startswith("USAGE CSS-028")] == []


def test_ace_finds_no_barrier(books, tmp_path):
    assert tools.ace(books[".epub"], tmp_path / "ace") == []


@pytest.mark.parametrize("reader", ["foliate", "epubjs"])
def test_real_readers_open_the_book(books, tmp_path, reader):
    assert tools.read_in(reader, books[".epub"], tmp_path) == []
    assert sorted(tmp_path.glob("*.png"))


def test_mupdf_draws_the_epub(books, tmp_path):
    pages = ("-w", "1072", "-h", "1448", "-W", "405", "-H", "547", "-S", "11")
    done = tools.run(tools.tool("mutool"), "draw", *pages, "-o", tmp_path / "p-%d.png", books[".epub"], "1-6")
    assert done.returncode == 0, done.stderr
    assert "error" not in done.stderr.lower()
    assert len(list(tmp_path.glob("p-*.png"))) == 6


def test_the_pdf_speaks_without_errors(books):
    assert tools.outloud(books[".pdf"]) == []


def test_every_font_of_the_pdf_is_embedded(books):
    listed = tools.run(tools.tool("pdffonts"), books[".pdf"]).stdout.splitlines()[2:]
    assert listed
    assert all(line.split()[-5] == "yes" for line in listed)


def test_an_epub_with_a_broken_page_does_not_pass(books, tmp_path):
    broken = tmp_path / "broken.epub"
    broken.write_bytes(books[".epub"].read_bytes()[:-200])
    assert any(message.startswith(("FATAL", "ERROR")) for message in tools.epubcheck(broken))
